// `/counter/enter#ticket=…`: the one-time ticket opens a session. It stands behind the # so that no server
// log ever holds it, and it leaves
// the address bar at once.
import { useEffect, useState } from 'preact/hooks'
import { enterByTicket as ticketRules } from '../../../client/counter-form-rules.ts'
import { FormSummary, useForm } from '../../../kit/form.tsx'
import { secretInAddress } from '../../../kit/secret-in-address.ts'
import { Button, LinkButton } from '../../../ui/button.tsx'
import { Field } from '../../../ui/field.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { hrefTo, navigate } from '../../../ui/router.tsx'
import { DoorFrame } from './door-frame.tsx'
import { enterByTicket, officer } from './officer.ts'
import { Refusal } from './refusal.tsx'

const t = phrases({
  title: { vi: 'Vào quầy bằng vé', en: 'Enter by ticket' },
  lead: {
    vi: 'Vé do người quản trị cấp, chỉ dùng một lần. Vào xong, bạn tạo khoá truy cập cho những lần sau.',
    en: 'The ticket is from your administrator and works once. Inside, you make a passkey for every time after.',
  },
  ticket: { vi: 'Vé vào', en: 'Ticket' },
  empty: { vi: 'Dán vé vào mà người quản trị đã cấp.', en: 'Paste the ticket your administrator gave you.' },
  enter: { vi: 'Vào quầy', en: 'Enter' },
  passkey: { vi: 'Đăng nhập bằng khoá truy cập', en: 'Sign in with a passkey' },
})

const useEntering = () => {
  const [inAddress] = useState(() => secretInAddress('ticket'))
  const form = useForm({
    rules: ticketRules,
    start: { ticket: inAddress },
    words: { ticket: (code) => (code === 'too_big' ? undefined : t('empty')) },
    asSent: ({ ticket }) => ({ ticket: ticket.trim() }),
  })
  const enter = () =>
    void form.send(async () => {
      await enterByTicket(form.values.ticket.trim())
      navigate(officer.get()?.hasPasskey ? '/' : '/passkey', { replace: true })
    })
  return { form, enter }
}

export const EnterPage = () => {
  const { form, enter } = useEntering()
  useEffect(() => {
    if (form.values.ticket) {
      enter()
    }
  }, [])
  return (
    <DoorFrame title={t('title')} lead={t('lead')}>
      <FormSummary form={form} />
      <Refusal problem={form.refusal} onRetry={enter} />
      <form
        class="door-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          enter()
        }}
      >
        <Field {...form.of('ticket')} label={t('ticket')} />
        <Button kind="primary" type="submit" isWide isBusy={form.sending.isBusy}>
          {t('enter')}
        </Button>
      </form>
      <LinkButton kind="quiet" isWide href={hrefTo('/')}>
        {t('passkey')}
      </LinkButton>
    </DoorFrame>
  )
}
