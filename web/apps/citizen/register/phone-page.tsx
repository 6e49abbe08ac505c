// The phone that gets the code, and an e-mail as the other way.
import { useState } from 'preact/hooks'
import { parseEmail } from '../../../../formats/email.ts'
import { parsePhone } from '../../../../formats/phone.ts'
import { Problem } from '../../../client/problem.ts'
import { faultsOf } from '../../../client/faults.ts'
import { usePress } from '../../../client/press.ts'
import { Button } from '../../../ui/button.tsx'
import { Field } from '../../../ui/field.tsx'
import { message, shield } from '../../../ui/icons.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { hrefTo } from '../../../ui/router.tsx'
import { FormProblem } from '../../../kit/problem-notice.tsx'
import { sendCode, type Draft } from './draft.ts'
import { RegisterFrame } from './register-frame.tsx'

const t = phrases({
  heading: { vi: 'Số điện thoại nào nhận được mã?', en: 'Which phone can take the code?' },
  phone: { vi: 'Số điện thoại', en: 'Phone number' },
  phoneHint: {
    vi: 'Số di động đứng tên bạn, ví dụ 0912 345 678',
    en: 'A mobile number in your name, for example 0912 345 678',
  },
  email: { vi: 'E-mail', en: 'E-mail' },
  emailHint: {
    vi: 'Dùng khi tin nhắn không tới và để nhận kết quả.',
    en: 'For when text messages fail, and for the result.',
  },
  why: { vi: 'Một số điện thoại chỉ gắn với một người.', en: 'A phone number belongs to one person only.' },
  whyMore: {
    vi: 'Đừng dùng số của người làm giúp: mã và kết quả sẽ tới máy của họ.',
    en: 'Do not use the number of whoever helps you: codes and the result would go to them.',
  },
  go: { vi: 'Gửi mã xác nhận', en: 'Send the code' },
})

const ids = { phone: 'phone', email: 'email' }

const lookOver = (phone: string, email: string): Problem | null => {
  const fields = []
  const readPhone = parsePhone(phone)
  if (!readPhone.ok) {
    fields.push({ field: 'phone', code: readPhone.reason })
  }
  const readEmail = email.trim() ? parseEmail(email) : null
  if (readEmail && !readEmail.ok) {
    fields.push({ field: 'email', code: readEmail.reason })
  }
  return fields.length > 0 ? new Problem({ code: 'request.invalid', detail: '', status: 422, fields }) : null
}

export const PhonePage = ({ draft }: { draft: Draft }) => {
  const [phone, setPhone] = useState(draft.phone ?? '')
  const [email, setEmail] = useState(draft.email ?? '')
  const sending = usePress()
  const send = () =>
    void sending.press(async () => {
      const fault = lookOver(phone, email)
      if (fault) {
        throw fault
      }
      await sendCode({ phone, ...(email.trim() ? { email } : {}), channel: 'sms' })
    })
  const faults = sending.problem ? faultsOf(sending.problem) : {}
  return (
    <RegisterFrame
      step="phone"
      isKept
      back={hrefTo('/enrol/identity')}
      action={
        <Button kind="primary" isWide type="submit" form="contact" icon={message} isBusy={sending.isBusy}>
          {t('go')}
        </Button>
      }
    >
      <form
        class="form"
        id="contact"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          send()
        }}
      >
        <FormProblem problem={sending.problem} ids={ids} round={sending.refusals} onRetry={send} />
        <h2>{t('heading')}</h2>
        <Field
          id="phone"
          type="tel"
          label={t('phone')}
          hint={t('phoneHint')}
          autocomplete="tel"
          value={phone}
          onValue={setPhone}
          error={faults['phone']}
        />
        <Field
          id="email"
          type="email"
          label={t('email')}
          hint={t('emailHint')}
          autocomplete="email"
          isOptional
          value={email}
          onValue={setEmail}
          error={faults['email']}
        />
        <Notice isQuiet icon={shield} title={t('why')}>
          {t('whyMore')}
        </Notice>
      </form>
    </RegisterFrame>
  )
}
