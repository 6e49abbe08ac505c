// Whoever has a number that an officer had a code sent to: she types the code herself, with the reference
// that she was told. What follows is said alike for every number.
import { useState } from 'preact/hooks'
import type { ClaimPhone } from '../../../../contract/phone-release.ts'
import { deed } from '../../../client/call.ts'
import { claimPhone } from '../../../client/form-rules.ts'
import { useForm } from '../../../kit/form.tsx'
import { useStep } from '../../../ui/attention.tsx'
import { CodeField } from '../../../ui/code-field.tsx'
import { Field } from '../../../ui/field.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { NumberDone, NumberForm } from './number-form.tsx'

const t = phrases({
  title: { vi: 'Số điện thoại tôi đang giữ', en: 'A phone number that I have' },
  lead: {
    vi: 'Quầy hoặc tổng đài đã gửi mã tới số điện thoại bạn đang giữ. Nhập mã phiếu cán bộ đọc và mã trong tin nhắn.',
    en: 'A counter or the hotline had a code sent to the phone number that you have. Type the reference that the officer read out and the code of the message.',
  },
  reference: { vi: 'Mã phiếu', en: 'Reference' },
  referenceHint: { vi: 'Ví dụ SEN-1A2B-3C4D-5', en: 'For example SEN-1A2B-3C4D-5' },
  referenceMissing: { vi: 'Nhập mã phiếu.', en: 'Type the reference.' },
  code: { vi: 'Mã trong tin nhắn', en: 'Code of the message' },
  codeHint: {
    vi: '6 số. Cần mã mới thì nhờ cán bộ gửi lại.',
    en: '6 digits. If you need a new one, ask the officer to send it.',
  },
  short: { vi: 'Mã trong tin nhắn có 6 số.', en: 'The code of the message has 6 digits.' },
  go: { vi: 'Xác nhận tôi đang giữ số này', en: 'Confirm that I have this number' },
  done: { vi: 'Đã ghi nhận', en: 'It is noted' },
  more: {
    vi: 'Nếu số đang gắn với tài khoản khác, chủ tài khoản được báo và có {days} ngày để giữ lại. Sau đó bạn dùng số này để đăng ký hoặc đổi số. Không phải chờ nếu bạn đến quầy với thẻ căn cước và điện thoại.',
    en: 'If another account has the number, its holder is told and has {days} days to keep it. After that you can register with it, or change to it in the app. You need not wait if you come to a counter with identity card and phone.',
  },
})

export default function MyNumberPage() {
  const [days, setDays] = useState<number | null>(null)
  const form = useForm({
    rules: claimPhone,
    start: { reference: '', code: '' },
    ids: { reference: 'reference', code: 'claim-code' },
    words: { reference: () => t('referenceMissing'), code: () => t('short') },
  })
  useStep(days === null ? 'form' : 'done')
  if (days !== null) {
    return <NumberDone title={t('title')} done={t('done')} more={t('more', { days })} />
  }
  const send = () =>
    void form.send(async () => setDays((await deed<typeof ClaimPhone>('phone.claim', form.values)).waitDays))
  return (
    <NumberForm words={{ title: t('title'), lead: t('lead'), go: t('go') }} form={form} onSend={send}>
      <Field
        {...form.of('reference')}
        label={t('reference')}
        hint={t('referenceHint')}
        maxLength={60}
        width_ch={18}
      />
      <CodeField {...form.of('code')} label={t('code')} hint={t('codeHint')} />
    </NumberForm>
  )
}
