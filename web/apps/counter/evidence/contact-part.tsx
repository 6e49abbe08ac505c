// The citizen's own phone and e-mail, proved by a code that she reads out.
import { useState } from 'preact/hooks'
import type { Rules } from '../../../client/check.ts'
import { usePress } from '../../../client/press.ts'
import { useReachable } from '../../../client/reachability.ts'
import { FormSummary, useForm, type Form } from '../../../kit/form.tsx'
import { Button } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { Field } from '../../../ui/field.tsx'
import { phone as phoneIcon } from '../../../ui/icons.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { Refusal } from '../shell/refusal.tsx'
import { CodePart, type Channel, type CodeDelivery } from './contact-code.tsx'
import { contactState, type ContactState } from './contact-state.ts'
import { Verdict } from './verdict.tsx'

const t = phrases({
  title: { vi: 'Liên hệ của người dân', en: "The person's contact" },
  phone: { vi: 'Số điện thoại của chính người dân', en: "The person's own phone" },
  email: { vi: 'E-mail', en: 'E-mail' },
  send: { vi: 'Gửi mã xác nhận', en: 'Send the code' },
  proven: { vi: 'Liên hệ đã xác nhận', en: 'Contact proved' },
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

type Contact = { readonly phone: string; readonly email: string }
export type GivenContact = { phone: string; email?: string; channel: Channel }

const ContactForm = ({
  form,
  hint,
  isDown,
  onSend,
}: {
  form: Form<keyof Contact>
  hint: string
  isDown: boolean
  onSend: () => void
}) => (
  <form
    class="stack"
    noValidate
    onSubmit={(event) => {
      event.preventDefault()
      onSend()
    }}
  >
    {isDown && (
      <Notice isQuiet tone="warn">
        {t('offline')}
      </Notice>
    )}
    <FormSummary form={form} />
    <Refusal problem={form.refusal} />
    <Field
      {...form.of('phone')}
      label={t('phone')}
      hint={hint}
      type="tel"
      inputMode="tel"
      maxLength={24}
      width_ch={16}
    />
    <Field
      {...form.of('email')}
      label={t('email')}
      isOptional
      type="email"
      inputMode="email"
      maxLength={254}
    />
    <Button kind="primary" type="submit" icon={phoneIcon} class="step-inner" isBusy={form.sending.isBusy}>
      {t(isDown ? 'note' : 'send')}
    </Button>
  </form>
)

const Standing = ({
  verdict,
  phone,
  provenWhy,
}: {
  verdict: ContactState['verdict']
  phone: string
  provenWhy: (phone: string) => string
}) =>
  verdict === 'proven' ? (
    <Verdict tone="ok" title={t('proven')}>
      {provenWhy(phone)}
    </Verdict>
  ) : verdict === 'written' ? (
    <Verdict tone="gold" title={t('written', { phone })}>
      {t('writtenWhy')}
    </Verdict>
  ) : null

export type ContactPartProps = {
  rules: Rules
  /** The server's last word of it. */
  contact: { phone: string; code: CodeDelivery | null; isProven: boolean } | null
  /** As it was typed at this desk before. */
  typed?: Contact | null
  /** Whether it may be noted while the line is down, and whether something noted here waits to be sent. */
  away?: { readonly isBehind: boolean }
  words: { readonly phoneHint: string; readonly provenWhy: (phone: string) => string }
  onGive: (given: GivenContact) => Promise<void>
  onCode: (code: string) => Promise<void>
}

const useContact = ({ rules, contact, typed = null, away, onGive }: ContactPartProps) => {
  const [isChanging, change] = useState(false)
  const form = useForm({
    rules,
    start: { phone: typed?.phone ?? '', email: typed?.email ?? '' },
  })
  const checking = usePress()
  const give = (channel: Channel) => {
    // A code is sent again to what was typed here; after a reload that is gone, and is asked again.
    if (channel === 'email' || form.values.phone !== '' || isChanging || !contact) {
      void form.send(async () => {
        const { phone } = form.values
        const email = form.values.email.trim()
        await onGive({ phone, channel, ...(email ? { email } : {}) })
        change(false)
        checking.clear()
      })
    } else {
      change(true)
    }
  }
  const state = contactState({
    contact,
    written: away?.isBehind ? { isGiven: typed !== null } : null,
    // A fault in a field is shown beside it, whichever button found it.
    isChanging: isChanging || form.problems.length > 0,
  })
  return { form, checking, give, state, change }
}

export const ContactPart = (props: ContactPartProps) => {
  const { contact, typed, away, words, onCode } = props
  const { form, checking, give, state, change } = useContact(props)
  const isDown = !useReachable() && away !== undefined
  return (
    <Card title={t('title')} icon={phoneIcon}>
      <div class="stack">
        <Standing
          verdict={state.verdict}
          phone={(state.verdict === 'written' ? typed?.phone : contact?.phone) ?? ''}
          provenWhy={words.provenWhy}
        />
        {state.asks === 'contact' ? (
          <ContactForm form={form} hint={words.phoneHint} isDown={isDown} onSend={() => give('sms')} />
        ) : (
          <>
            <Refusal problem={form.refusal} />
            {state.asks === 'code' && contact?.code && (
              <CodePart
                delivery={contact.code}
                checking={checking}
                hasEmail={form.values.email.trim() !== ''}
                onCode={onCode}
                onResend={give}
              />
            )}
            <Button size="small" kind="quiet" onPress={() => change(true)}>
              {t('change')}
            </Button>
          </>
        )}
      </div>
    </Card>
  )
}
