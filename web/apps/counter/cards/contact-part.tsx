// Step 1: the citizen's own phone and e-mail, proved by a code that she reads out. Letters about the card go
// there, and the account stands on it.
import { useState } from 'preact/hooks'
import { faultsOf } from '../../../client/faults.ts'
import { usePress, type Press } from '../../../client/press.ts'
import { Button } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { useNow } from '../../../ui/clock.ts'
import { CodeField } from '../../../ui/code-field.tsx'
import { Field } from '../../../ui/field.tsx'
import { timeVN } from '../../../ui/format.ts'
import { mail, phone as phoneIcon } from '../../../ui/icons.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { Verdict } from '../evidence/verdict.tsx'
import { Refusal } from '../shell/refusal.tsx'
import { act } from './application.ts'
import type { CardApplication } from './card-words.ts'

const t = phrases({
  title: { vi: 'Liên hệ của người dân', en: "The person's contact" },
  phone: { vi: 'Số điện thoại của chính người dân', en: "The person's own phone" },
  phoneHint: {
    vi: 'Không dùng số của cán bộ hay người đi cùng: tin nhắn về thẻ và mã kích hoạt tới số này.',
    en: "Not the officer's nor a companion's: notices about the card and codes go there.",
  },
  email: { vi: 'E-mail', en: 'E-mail' },
  send: { vi: 'Gửi mã xác nhận', en: 'Send the code' },
  again: { vi: 'Gửi lại mã', en: 'Send the code again' },
  byMail: { vi: 'Gửi mã qua e-mail', en: 'Send the code by e-mail' },
  code: { vi: 'Mã 6 số người dân đọc', en: 'The 6 digits the person reads out' },
  sent: { vi: 'Đã gửi tới {to} lúc {time}.', en: 'Sent to {to} at {time}.' },
  failed: {
    vi: 'Chưa gửi được tới {to}. Thử gửi lại hoặc dùng e-mail.',
    en: 'It could not be sent to {to}. Send again or use e-mail.',
  },
  proven: { vi: 'Liên hệ đã xác nhận', en: 'Contact proved' },
  provenWhy: { vi: '{phone} nhận tin về thẻ.', en: '{phone} is told about the card.' },
  change: { vi: 'Đổi số', en: 'Change it' },
})
type Channel = 'sms' | 'email'

const CodePart = ({
  app,
  hasEmail,
  onResend,
}: {
  app: CardApplication
  hasEmail: boolean
  onResend: (channel: Channel) => void
}) => {
  const [code, setCode] = useState('')
  const checking = usePress()
  const at = useNow(1)
  const delivery = app.contact?.code
  if (!delivery) {
    return null
  }
  const check = (digits: string) =>
    void checking.press(() =>
      act('card.verify-code', { code: digits }).then(
        () => undefined,
        (error: unknown) => {
          setCode('')
          throw error
        },
      ),
    )
  return (
    <>
      <Notice
        isQuiet
        tone={delivery.state === 'failed' ? 'warn' : 'info'}
        icon={delivery.channel === 'sms' ? phoneIcon : mail}
      >
        {delivery.state === 'failed'
          ? t('failed', { to: delivery.to })
          : t('sent', { to: delivery.to, time: timeVN(delivery.sentAt) })}
      </Notice>
      <Refusal problem={checking.problem} />
      <CodeField
        id="code"
        label={t('code')}
        value={code}
        onValue={setCode}
        onComplete={check}
        isDisabled={checking.isBusy}
      />
      <div class="step-more">
        {at >= Date.parse(delivery.resendAt) && (
          <Button size="small" onPress={() => onResend('sms')}>
            {t('again')}
          </Button>
        )}
        {hasEmail && (
          <Button size="small" onPress={() => onResend('email')}>
            {t('byMail')}
          </Button>
        )}
      </div>
    </>
  )
}

const Form = ({
  phone,
  email,
  sending,
  onPhone,
  onEmail,
  onSend,
}: {
  phone: string
  email: string
  sending: Press
  onPhone: (text: string) => void
  onEmail: (text: string) => void
  onSend: () => void
}) => {
  const faults = sending.problem ? faultsOf(sending.problem) : {}
  return (
    <form
      class="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        onSend()
      }}
    >
      <Refusal problem={sending.problem && sending.problem.fields.length === 0 ? sending.problem : null} />
      <Field
        id="phone"
        label={t('phone')}
        hint={t('phoneHint')}
        type="tel"
        inputMode="tel"
        maxLength={24}
        width_ch={16}
        value={phone}
        onValue={onPhone}
        error={faults['phone']}
      />
      <Field
        id="email"
        label={t('email')}
        isOptional
        type="email"
        inputMode="email"
        maxLength={254}
        value={email}
        onValue={onEmail}
        error={faults['email']}
      />
      <Button kind="primary" type="submit" icon={phoneIcon} class="step-inner" isBusy={sending.isBusy}>
        {t('send')}
      </Button>
    </form>
  )
}

export const ContactPart = ({ app }: { app: CardApplication }) => {
  const [phone, setPhone] = useState('')
  const [email, setEmail] = useState('')
  const [isChanging, setChanging] = useState(false)
  const sending = usePress()
  const { contact } = app
  const give = (channel: Channel) =>
    void sending.press(async () => {
      await act('card.contact', { phone, channel, ...(email.trim() ? { email: email.trim() } : {}) })
      setChanging(false)
    })
  return (
    <Card title={t('title')} icon={phoneIcon}>
      <div class="stack">
        {contact?.isProven && !isChanging && (
          <Verdict tone="ok" title={t('proven')}>
            {t('provenWhy', { phone: contact.phone })}
          </Verdict>
        )}
        {!contact || isChanging ? (
          <Form
            phone={phone}
            email={email}
            sending={sending}
            onPhone={setPhone}
            onEmail={setEmail}
            onSend={() => give('sms')}
          />
        ) : (
          <>
            <Refusal problem={sending.problem} />
            {!contact.isProven && <CodePart app={app} hasEmail={email.trim() !== ''} onResend={give} />}
            <Button size="small" kind="quiet" onPress={() => setChanging(true)}>
              {t('change')}
            </Button>
          </>
        )}
      </div>
    </Card>
  )
}
