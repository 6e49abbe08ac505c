// Whether a phone is bound to somebody else: yes or no, and since when; never to whom. What to say next
// stands beside it, for it moves only by a code that comes to it.
import { phoneCall, search } from '../../../ui/icons.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { NumberCard } from './number-card.tsx'

const t = phrases({
  title: { vi: 'Số điện thoại có chủ chưa?', en: 'Is the phone number taken?' },
  what: {
    vi: 'Chỉ có câu trả lời có hoặc không. Nếu số đã có chủ, chủ số được báo là có người hỏi.',
    en: 'Yes or no is the whole answer. If it is taken, its holder is told that somebody asked.',
  },
  phone: { vi: 'Số điện thoại người dân muốn dùng', en: 'The phone number that the citizen wants to use' },
  go: { vi: 'Kiểm tra số', en: 'Check the number' },
  free: { vi: 'Số này dùng được', en: 'The number can be used' },
  freeWhy: {
    vi: 'Không gắn với tài khoản nào khác.',
    en: 'It is bound to no other account.',
  },
  taken: { vi: 'Số này đang gắn với người khác', en: 'The number is bound to somebody else' },
  takenSince: { vi: 'Người đó xác nhận số lần cuối vào tháng {month}.', en: 'Last confirmed in {month}.' },
  takenNever: { vi: 'Người đó chưa từng xác nhận số.', en: 'It was never confirmed.' },
  next: {
    vi: 'Nói với người dân: mở ứng dụng, đổi số điện thoại và nhập mã gửi tới số này; hoặc mang thẻ căn cước và điện thoại đến quầy. Không hỏi mã.',
    en: 'Say: open the app, change the phone number and enter the code that comes to it; or come to a counter with identity card and phone. Never ask for the code.',
  },
})

interface Told {
  readonly isAnothers: boolean
  readonly shownIn: string | null
}
const monthText = (month: string): string => month.split('-').toReversed().join('/')

export const PhoneCard = ({ ask }: { ask: (phone: string) => Promise<Told> }) => (
  <NumberCard
    id="phone-to-check"
    words={{ title: t('title'), what: t('what'), phone: t('phone'), go: t('go') }}
    icon={phoneCall}
    goIcon={search}
    ask={ask}
  >
    {({ isAnothers, shownIn }) => (
      <Notice tone={isAnothers ? 'warn' : 'ok'} title={t(isAnothers ? 'taken' : 'free')}>
        {!isAnothers ? (
          t('freeWhy')
        ) : (
          <>
            <p>{shownIn ? t('takenSince', { month: monthText(shownIn) }) : t('takenNever')}</p>
            <p>{t('next')}</p>
          </>
        )}
      </Notice>
    )}
  </NumberCard>
)
