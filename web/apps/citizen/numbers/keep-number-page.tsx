// "It is still my number", for everybody who got the notice: by the personal number and the notice's code. No
// sign-in.
import { useState } from 'preact/hooks'
import type { KeepPhoneByCode } from '../../../../contract/phone-release.ts'
import { deed } from '../../../client/call.ts'
import { keepPhoneByCode } from '../../../client/form-rules.ts'
import { useForm } from '../../../kit/form.tsx'
import { PersonalNumberField } from '../../../kit/personal-number-field.tsx'
import { useStep } from '../../../ui/attention.tsx'
import { Field } from '../../../ui/field.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { NumberDone, NumberForm } from './number-form.tsx'

const t = phrases({
  title: { vi: 'Vẫn là số của tôi', en: 'It is still my number' },
  lead: {
    vi: 'Bạn nhận tin báo số điện thoại sắp rời tài khoản? Nhập mã trong tin báo để giữ lại.',
    en: 'A notice told you that your phone number is about to leave your account? Type its code to keep the number.',
  },
  number: { vi: 'Số định danh cá nhân', en: 'Personal number' },
  numberHint: { vi: '12 số trên thẻ căn cước', en: 'The 12 digits on the card' },
  code: { vi: 'Mã trong tin báo', en: 'Code of the notice' },
  codeHint: { vi: '8 số, ví dụ 1234 5678', en: '8 digits, for example 1234 5678' },
  short: { vi: 'Mã trong tin báo có 8 số.', en: 'The code of the notice has 8 digits.' },
  go: { vi: 'Giữ lại số', en: 'Keep the number' },
  done: { vi: 'Số ở lại tài khoản của bạn', en: 'The number stays in your account' },
  more: { vi: 'Không có gì thay đổi.', en: 'Nothing has changed.' },
})

/** Out of the whole notice, which is easier to paste than a part of it; else what was typed. */
const codeIn = (text: string): string => /(?<!\d)\d{4} \d{4}(?!\d)/.exec(text)?.[0] ?? text

/** The code may be typed with a gap, as it is printed. */
const asSent = ({ code }: { readonly code: string }) => ({ code: code.replace(/\D/g, '') })

export default function KeepNumberPage() {
  const [isKept, setKept] = useState(false)
  const form = useForm({
    rules: keepPhoneByCode,
    start: { personalNumber: '', code: '' },
    ids: { personalNumber: 'number', code: 'stop-code' },
    asSent,
    words: { code: () => t('short') },
  })
  useStep(isKept ? 'done' : 'form')
  const code = form.of('code')
  if (isKept) {
    return <NumberDone title={t('title')} done={t('done')} more={t('more')} />
  }
  const send = () =>
    void form.send(async () => {
      await deed<typeof KeepPhoneByCode>('phone.keep', { ...form.values, ...asSent(form.values) })
      setKept(true)
    })
  return (
    <NumberForm words={{ title: t('title'), lead: t('lead'), go: t('go') }} form={form} onSend={send}>
      <PersonalNumberField {...form.of('personalNumber')} label={t('number')} hint={t('numberHint')} />
      <Field
        {...code}
        onValue={(text) => code.onValue(codeIn(text))}
        label={t('code')}
        hint={t('codeHint')}
        inputMode="numeric"
        width_ch={12}
      />
    </NumberForm>
  )
}
