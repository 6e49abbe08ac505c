// A number that changed hands: a code goes to it, and whoever has it types the code herself on the public
// page. What stands here is the same whether or not an account holds the number.
import { message } from '../../../ui/icons.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { NumberCard } from './number-card.tsx'

const t = phrases({
  title: { vi: 'Số đã đổi chủ?', en: 'Has the number changed hands?' },
  what: {
    vi: 'Gửi mã tới số người dân đang giữ trong tay. Người dân tự nhập mã, không đọc cho bạn. Bạn không được biết số có chủ hay chưa.',
    en: 'Have a code sent to the number that the citizen has. She types it herself and reads it to nobody. You do not learn whether it is taken.',
  },
  phone: { vi: 'Số điện thoại đang trong tay người dân', en: 'The phone number that the citizen has' },
  go: { vi: 'Gửi mã tới số này', en: 'Send a code to it' },
  sent: { vi: 'Mã phiếu {reference}', en: 'Reference {reference}' },
  say: {
    vi: 'Nói với người dân: mở {page}, nhập mã phiếu này và mã trong tin nhắn. Nếu số đang gắn với tài khoản khác, chủ tài khoản được báo và có {days} ngày để giữ lại; sau đó số được trả. Không hỏi mã.',
    en: 'Say: open {page}, type this reference and the code of the message. If another account has the number, its holder is told and has {days} days to keep it; after that it is free. Never ask for the code.',
  },
})
interface Sent {
  readonly reference: string
  readonly waitDays: number
}

export const PhoneClaimCard = ({ send }: { send: (phone: string) => Promise<Sent> }) => {
  const page = `${location.host}/app/my-number`
  return (
    <NumberCard
      id="phone-in-hand"
      words={{ title: t('title'), what: t('what'), phone: t('phone'), go: t('go') }}
      icon={message}
      goIcon={message}
      ask={send}
    >
      {({ reference, waitDays }) => (
        <Notice title={t('sent', { reference })}>{t('say', { page, days: waitDays })}</Notice>
      )}
    </NumberCard>
  )
}
