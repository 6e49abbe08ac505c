// `/counter/enrol-device#device-ticket=…`: this browser becomes a registered device of a desk, by the
// administrator's one-time ticket. The ticket stands behind the # so that no server log ever holds it.
import { useEffect, useState } from 'preact/hooks'
// A ticket looks the same, whoever it is for.
import { enterByTicket as ticketRules } from '../../../client/counter-form-rules.ts'
import { FormSummary, useForm } from '../../../kit/form.tsx'
import { secretInAddress } from '../../../kit/secret-in-address.ts'
import { useFocusAt } from '../../../ui/attention.tsx'
import { Button, LinkButton } from '../../../ui/button.tsx'
import { Field } from '../../../ui/field.tsx'
import { check } from '../../../ui/icons.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { Rich } from '../../../ui/rich.tsx'
import { hrefTo } from '../../../ui/router.tsx'
import { DoorFrame } from '../shell/door-frame.tsx'
import { Refusal } from '../shell/refusal.tsx'
import { enrol, type Enrolled } from './desk-key.ts'
import { kindsWords } from './device-words.ts'
import { forgetDeviceHere } from './seal-capture.ts'

const t = phrases({
  title: { vi: 'Ghi danh thiết bị của quầy', en: 'Register a device of a desk' },
  lead: {
    vi: 'Trình duyệt này tạo một khoá riêng, không ai lấy ra được, và ký những gì được chụp, quét, đọc tại quầy.',
    en: 'This browser makes a key of its own, which nobody can take out, and signs what is taken at the desk.',
  },
  ticket: { vi: 'Vé ghi danh', en: 'Ticket' },
  hint: {
    vi: 'Người quản trị cấp bằng lệnh sen device add; dùng một lần, trong một ngày.',
    en: 'The administrator draws it with sen device add; it works once, for a day.',
  },
  empty: {
    vi: 'Dán vé ghi danh mà người quản trị đã cấp.',
    en: 'Paste the ticket your administrator gave you.',
  },
  register: { vi: 'Ghi danh', en: 'Register' },
  done: {
    vi: '**Đã ghi danh** cho {office}, {desk}: {kinds}.',
    en: '**Registered** for {office}, {desk}: {kinds}.',
  },
  work: { vi: 'Vào quầy', en: 'To the counter' },
  screen: { vi: 'Mở màn hình người dân', en: "Open the citizen's screen" },
})

const useEnrolling = () => {
  const [inAddress] = useState(() => secretInAddress('device-ticket'))
  const [device, setDevice] = useState<Enrolled | null>(null)
  const form = useForm({
    rules: ticketRules,
    start: { ticket: inAddress },
    words: { ticket: (code) => (code === 'too_big' ? undefined : t('empty')) },
    asSent: ({ ticket }) => ({ ticket: ticket.trim() }),
  })
  const register = () =>
    void form.send(async () => {
      setDevice(await enrol(form.values.ticket.trim()))
      forgetDeviceHere()
    })
  return { form, register, device }
}

const EnrolPage = () => {
  const { form, register, device } = useEnrolling()
  const isScreen = device?.kinds.includes('screen') === true
  const told = useFocusAt<HTMLDivElement>(device)
  useEffect(() => {
    if (form.values.ticket) {
      register()
    }
  }, [])
  return (
    <DoorFrame title={t('title')} lead={t('lead')}>
      {device ? (
        <>
          <div ref={told} tabIndex={-1} class="refusal">
            <Notice tone="ok">
              <Rich
                text={t('done', {
                  office: device.office,
                  desk: device.desk,
                  kinds: kindsWords(device.kinds),
                })}
              />
            </Notice>
          </div>
          <LinkButton kind="primary" isWide href={hrefTo(isScreen ? '/screen' : '/')}>
            {t(isScreen ? 'screen' : 'work')}
          </LinkButton>
        </>
      ) : (
        <>
          <FormSummary form={form} />
          <Refusal problem={form.refusal} onRetry={register} />
          <form
            class="door-form"
            noValidate
            onSubmit={(event) => {
              event.preventDefault()
              register()
            }}
          >
            <Field {...form.of('ticket')} label={t('ticket')} hint={t('hint')} />
            <Button kind="primary" type="submit" isWide icon={check} isBusy={form.sending.isBusy}>
              {t('register')}
            </Button>
          </form>
        </>
      )}
    </DoorFrame>
  )
}

export default EnrolPage
