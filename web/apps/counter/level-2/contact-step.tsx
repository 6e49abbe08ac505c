// Step 2: the citizen's own phone and e-mail, proved by a code that she reads out.
import { useState } from 'preact/hooks'
import { faultsOf } from '../../../client/faults.ts'
import type { Press } from '../../../client/press.ts'
import { useReachable } from '../../../client/reachability.ts'
import { Button } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { CodeField } from '../../../ui/code-field.tsx'
import { Field } from '../../../ui/field.tsx'
import { timeVN } from '../../../ui/format.ts'
import { useNow } from '../../../ui/clock.ts'
import { mail, phone as phoneIcon } from '../../../ui/icons.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { Refusal } from '../shell/refusal.tsx'
import { act, noteEvent, type DeskCase } from './level2-case.ts'
import { Verdict } from '../evidence/verdict.tsx'

const t = phrases({
  title: { vi: 'Liên hệ của người dân', en: "The person's contact" },
  phone: { vi: 'Số điện thoại của chính người dân', en: "The person's own phone" },
  phoneHint: {
    vi: 'Không dùng số của cán bộ hay người đi cùng: ai giữ số này nhận được mã.',
    en: "Not the officer's nor a companion's: whoever holds it receives the codes.",
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
  provenWhy: {
    vi: '{phone} nhận mã và thông báo của tài khoản này.',
    en: '{phone} receives the codes and notices of this account.',
  },
  written: { vi: 'Đã ghi số {phone}', en: '{phone} is noted' },
  writtenWhy: {
    vi: 'Mã được gửi khi có mạng lại. Hẹn người dân để đọc mã.',
    en: 'The code is sent when the line is back. Arrange how the person will tell it.',
  },
  offline: {
    vi: 'Đang mất mạng: số máy được ghi lại, mã gửi sau.',
    en: 'The line is down: the phone is noted, the code is sent later.',
  },
  note: { vi: 'Ghi số máy', en: 'Note the phone' },
  change: { vi: 'Đổi số', en: 'Change it' },
})

const CodePart = ({
  desk,
  checking,
  onResend,
}: {
  desk: DeskCase
  checking: Press
  onResend: (channel: 'sms' | 'email') => void
}) => {
  const [code, setCode] = useState('')
  const at = useNow(1)
  const delivery = desk.server?.contact?.code
  if (!delivery) {
    return null
  }
  const check = (digits: string) =>
    void checking.press(async () => {
      try {
        await act(desk.id, 'level-2.verify-code', { code: digits })
        await noteEvent(desk.id, { key: 'code-right' })
      } catch (error) {
        setCode('')
        await noteEvent(desk.id, { key: 'code-wrong' })
        throw error
      }
    })
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
        {desk.contact?.email && (
          <Button size="small" onPress={() => onResend('email')}>
            {t('byMail')}
          </Button>
        )}
      </div>
    </>
  )
}

const Form = ({
  desk,
  sending,
  onSend,
}: {
  desk: DeskCase
  sending: Press
  onSend: (phone: string, email: string) => void
}) => {
  const isOnline = useReachable()
  const [phone, setPhone] = useState(desk.contact?.phone ?? '')
  const [email, setEmail] = useState(desk.contact?.email ?? '')
  const faults = sending.problem ? faultsOf(sending.problem) : {}
  return (
    <form
      class="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        onSend(phone, email)
      }}
    >
      {!isOnline && (
        <Notice isQuiet tone="warn">
          {t('offline')}
        </Notice>
      )}
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
        onValue={setPhone}
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
        onValue={setEmail}
        error={faults['email']}
      />
      <Button kind="primary" type="submit" icon={phoneIcon} class="step-inner" isBusy={sending.isBusy}>
        {t(isOnline ? 'send' : 'note')}
      </Button>
    </form>
  )
}

export const ContactStep = ({
  desk,
  sending,
  checking,
}: {
  desk: DeskCase
  sending: Press
  checking: Press
}) => {
  const [isChanging, setChanging] = useState(false)
  const isBehind = desk.written.length > 0
  const { contact } = desk.server ?? {}
  const give = (phone: string, email: string, channel: 'sms' | 'email') =>
    void sending.press(async () => {
      const server = await act(
        desk.id,
        'level-2.contact',
        { phone, channel, ...(email.trim() ? { email: email.trim() } : {}) },
        (before) => ({ ...before, contact: { phone, email: email.trim() } }),
      )
      setChanging(false)
      checking.clear()
      await noteEvent(
        desk.id,
        server
          ? { key: 'code-sent', params: { to: server.contact?.code?.to ?? phone } }
          : { key: 'contact-written', params: { to: phone } },
      )
    })
  const isGiven = isBehind ? desk.contact !== null : contact !== null && contact !== undefined
  return (
    <Card title={t('title')} icon={phoneIcon}>
      <div class="stack">
        {!isBehind && contact?.isProven && (
          <Verdict tone="ok" title={t('proven')}>
            {t('provenWhy', { phone: contact.phone })}
          </Verdict>
        )}
        {isBehind && desk.contact && (
          <Verdict tone="gold" title={t('written', { phone: desk.contact.phone })}>
            {t('writtenWhy')}
          </Verdict>
        )}
        {!isGiven || isChanging ? (
          <Form desk={desk} sending={sending} onSend={(phone, email) => give(phone, email, 'sms')} />
        ) : (
          <>
            <Refusal problem={sending.problem} />
            {!isBehind && !contact?.isProven && (
              <CodePart
                desk={desk}
                checking={checking}
                onResend={(channel) => give(desk.contact?.phone ?? '', desk.contact?.email ?? '', channel)}
              />
            )}
            <Button size="small" kind="quiet" onPress={() => setChanging(true)}>
              {t('change')}
            </Button>
          </>
        )}
      </div>
    </Card>
  )
}
