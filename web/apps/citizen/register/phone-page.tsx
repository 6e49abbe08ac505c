// The phone that gets the code, and an e-mail as the other way.
import { FormProblems, useForm } from '../../../kit/form.tsx'
import { enrolmentContact } from '../../../client/form-rules.ts'
import { usePresence } from '../../../client/presence.ts'
import { Button } from '../../../ui/button.tsx'
import { Field } from '../../../ui/field.tsx'
import { mail, message, shield } from '../../../ui/icons.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { hrefTo } from '../../../ui/router.tsx'
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
  byMail: { vi: 'Nhận mã qua e-mail', en: 'Get the code by e-mail' },
  byMailMore: {
    vi: 'Số này đã nhận đủ mã trong một giờ, có thể do người khác nhập số của bạn. Hộp thư của bạn vẫn nhận được mã ngay.',
    en: 'This number has had its codes for the hour, perhaps because somebody else entered it. Your mailbox can still take one now.',
  },
  byMailClosed: {
    vi: 'Hộp thư của bạn nhận được mã ngay.',
    en: 'Your mailbox can take a code now.',
  },
  mailFirst: { vi: 'Nhập e-mail ở trên trước.', en: 'Enter your e-mail above first.' },
})

/** Why no text message goes out now; the mailbox is a way that is left. */
const withoutMessages = {
  /** Somebody else may have used up what the number gets in an hour. */
  'limit.reached': 'byMailMore',
  'code.sms-closed': 'byMailClosed',
} as const
const isWithoutMessages = (code: string | undefined): code is keyof typeof withoutMessages =>
  code !== undefined && code in withoutMessages

interface ByMailProps {
  readonly refused: string | undefined
  readonly hasEmail: boolean
  readonly isBusy: boolean
  onSend(): void
}

const ByMail = ({ refused, hasEmail, isBusy, onSend }: ByMailProps) =>
  isWithoutMessages(refused) && (
    <Notice tone="warn" title={t('byMail')}>
      <p>{t(withoutMessages[refused])}</p>
      {hasEmail ? (
        <Button icon={mail} isBusy={isBusy} onPress={onSend}>
          {t('byMail')}
        </Button>
      ) : (
        <p>{t('mailFirst')}</p>
      )}
    </Notice>
  )

export const PhonePage = ({ draft }: { draft: Draft }) => {
  usePresence('enrolment.send-code')
  const form = useForm({
    rules: enrolmentContact,
    start: { phone: draft.phone ?? '', email: draft.email ?? '' },
  })
  const { phone, email } = form.values
  const hasEmail = email.trim() !== ''
  const sendBy = (channel: 'sms' | 'email') =>
    void form.send(() => sendCode({ phone, ...(hasEmail ? { email } : {}), channel }))
  const send = () => sendBy('sms')
  const { isBusy } = form.sending
  return (
    <RegisterFrame
      step="phone"
      isKept
      back={hrefTo('/enrol/identity')}
      action={
        <Button kind="primary" isWide type="submit" form="contact" icon={message} isBusy={isBusy}>
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
        <FormProblems form={form} onRetry={send} />
        <h2>{t('heading')}</h2>
        <Field {...form.of('phone')} type="tel" label={t('phone')} hint={t('phoneHint')} autocomplete="tel" />
        <Field
          {...form.of('email')}
          type="email"
          label={t('email')}
          hint={t('emailHint')}
          autocomplete="email"
          isOptional
        />
        <ByMail refused={form.refusal?.code} {...{ hasEmail, isBusy }} onSend={() => sendBy('email')} />
        <Notice isQuiet icon={shield} title={t('why')}>
          {t('whyMore')}
        </Notice>
      </form>
    </RegisterFrame>
  )
}
