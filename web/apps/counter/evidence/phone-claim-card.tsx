// A number that changed hands: a code goes to it, and whoever has it types the code herself on the public
// page. What stands here is the same whether or not an account holds the number.
import { useState } from 'preact/hooks'
import { phoneByHotline } from '../../../client/counter-form-rules.ts'
import { FormSummary, useForm } from '../../../kit/form.tsx'
import { Status } from '../../../ui/attention.tsx'
import { Button } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { Field } from '../../../ui/field.tsx'
import { message } from '../../../ui/icons.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { Refusal } from '../shell/refusal.tsx'

const t = phrases({
  title: { vi: 'Số đã đổi chủ?', en: 'Has the number changed hands?' },
  what: {
    vi: 'Gửi mã tới số người dân đang giữ trong tay. Người dân tự nhập mã, không đọc cho bạn. Bạn không được biết số có chủ hay chưa.',
    en: 'Have a code sent to the number that the citizen has. She types it herself and reads it to nobody. You do not learn whether it is taken.',
  },
  phone: { vi: 'Số điện thoại đang trong tay người dân', en: 'The phone number that the citizen has' },
  send: { vi: 'Gửi mã tới số này', en: 'Send a code to it' },
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
  const [sent, setSent] = useState<(Sent & { phone: string }) | null>(null)
  const form = useForm({ rules: phoneByHotline, start: { phone: '' }, ids: { phone: 'phone-in-hand' } })
  const ask = () => {
    setSent(null)
    const { phone } = form.values
    void form.send(async () => setSent({ ...(await send(phone)), phone }))
  }
  const page = `${location.host}/app/my-number`
  return (
    <Card title={t('title')} icon={message}>
      <form
        class="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          ask()
        }}
      >
        <p class="quiet">{t('what')}</p>
        <FormSummary form={form} />
        <Refusal problem={form.refusal} onRetry={ask} />
        <Field
          {...form.of('phone')}
          label={t('phone')}
          type="tel"
          inputMode="tel"
          maxLength={24}
          width_ch={16}
        />
        {sent?.phone === form.values.phone && (
          <Status as="div">
            <Notice title={t('sent', { reference: sent.reference })}>
              {t('say', { page, days: sent.waitDays })}
            </Notice>
          </Status>
        )}
        <div class="search-acts">
          <Button type="submit" icon={message} isBusy={form.sending.isBusy}>
            {t('send')}
          </Button>
        </div>
      </form>
    </Card>
  )
}
