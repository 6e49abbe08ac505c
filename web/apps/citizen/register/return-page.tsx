// Back to an application that is being handled, on any device: its reference, the address that was proven in
// it, and a code. Whether there is such an application is not told.
import type { BeginReturn, FinishReturn } from '../../../../contract/enrolment-return.ts'
import type { OutputOf } from '../../../../contract/operation.ts'
import { useEffect, useState } from 'preact/hooks'
import { deed, type GivenTo } from '../../../client/call.ts'
import { strangersDeed, usePresence } from '../../../client/presence.ts'
import { returnByEmail, returnBySms } from '../../../client/form-rules.ts'
import { usePress } from '../../../client/press.ts'
import { CodeStep, confirmLabel } from '../../../kit/code/code-step.tsx'
import { FormProblems, useForm, type Form } from '../../../kit/form.tsx'
import { Button } from '../../../ui/button.tsx'
import { Field } from '../../../ui/field.tsx'
import { message } from '../../../ui/icons.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { RadioCards } from '../../../ui/radio-cards.tsx'
import { hrefTo } from '../../../ui/router.tsx'
import { TopBar } from '../../../ui/top-bar.tsx'
import { Screen } from '../shell/screen.tsx'
import { goTo, loadDraft } from './draft.ts'
import { awaitedOf, readStatus } from './status.ts'

const t = phrases({
  title: { vi: 'Mở lại đơn đã gửi', en: 'Back to your application' },
  heading: { vi: 'Mã đơn và nơi bạn đã nhận mã', en: 'The reference, and where you got your code' },
  why: {
    vi: 'Dùng khi đơn đang được xử lý và bạn mở Sen trên máy khác, hoặc đã quá 3 ngày từ khi gửi.',
    en: 'For an application that is being handled, on another device or more than 3 days after it was sent.',
  },
  reference: { vi: 'Mã đơn', en: 'Reference' },
  referenceHint: {
    vi: 'Có trong tin nhắn, dạng SEN-7K2M-9QXA-C',
    en: 'In the message, like SEN-7K2M-9QXA-C',
  },
  channel: { vi: 'Khi đăng ký, bạn đã nhận mã qua', en: 'When you registered, you got the code by' },
  bySms: { vi: 'Tin nhắn', en: 'Text message' },
  byEmail: { vi: 'E-mail', en: 'E-mail' },
  phone: { vi: 'Số điện thoại', en: 'Phone number' },
  phoneHint: { vi: 'Số đã khai trong đơn', en: 'The one given in the application' },
  email: { vi: 'E-mail', en: 'E-mail' },
  emailHint: { vi: 'Địa chỉ đã khai trong đơn', en: 'The address given in the application' },
  send: { vi: 'Gửi mã xác nhận', en: 'Send the code' },
  code: { vi: 'Nhập mã vừa gửi tới máy bạn', en: 'Enter the code that was sent to you' },
  blind: {
    vi: 'Mã chỉ được gửi khi những gì đã nhập thuộc về cùng một đơn chưa có kết quả. Nếu không nhận được, hãy xem lại; kết quả của đơn đã xong có trong tin nhắn.',
    en: 'A code is sent only when all of it belongs to one application without a result. If none comes, look at it again; the result of a decided one is in your messages.',
  },
  other: { vi: 'Nhập lại từ đầu', en: 'Enter it again' },
})

type Begun = OutputOf<typeof BeginReturn>
type Asked = GivenTo<typeof BeginReturn>
type Channel = Asked['channel']
const begin = (asked: Asked): Promise<Begun> =>
  strangersDeed<typeof BeginReturn>('enrolment.begin-return', asked)
const sentOf = (reference: string): string => reference.trim().toUpperCase()

const useAsking = (onBegun: (begun: Begun, asked: Asked) => void) => {
  usePresence('enrolment.begin-return')
  const [channel, setChannel] = useState<Channel>('sms')
  const form = useForm({
    rules: channel === 'sms' ? returnBySms : returnByEmail,
    start: { reference: '', phone: '', email: '' },
    asSent: ({ reference }) => ({ reference: sentOf(reference) }),
  })
  const send = () => {
    const { phone, email } = form.values
    const reference = sentOf(form.values.reference)
    const asked: Asked = channel === 'sms' ? { reference, channel, phone } : { reference, channel, email }
    void form.send(async () => onBegun(await begin(asked), asked))
  }
  return { channel, setChannel, form, send }
}

const Address = ({ channel, form }: { channel: Channel; form: Form<'reference' | 'phone' | 'email'> }) =>
  channel === 'sms' ? (
    <Field {...form.of('phone')} type="tel" label={t('phone')} hint={t('phoneHint')} autocomplete="tel" />
  ) : (
    <Field {...form.of('email')} type="email" label={t('email')} hint={t('emailHint')} autocomplete="email" />
  )

const AskPair = ({ onBegun }: { onBegun: (begun: Begun, asked: Asked) => void }) => {
  const { channel, setChannel, form, send } = useAsking(onBegun)
  return (
    <Screen
      title={t('title')}
      head={<TopBar title={t('title')} back={hrefTo('/enrol')} />}
      action={
        <Button kind="primary" isWide type="submit" form="return" icon={message} isBusy={form.sending.isBusy}>
          {t('send')}
        </Button>
      }
    >
      <form
        class="form"
        id="return"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          send()
        }}
      >
        <FormProblems form={form} onRetry={send} />
        <div class="page-lead">
          <h2>{t('heading')}</h2>
          <p class="quiet">{t('why')}</p>
        </div>
        <Field
          {...form.of('reference')}
          label={t('reference')}
          hint={t('referenceHint')}
          autocomplete="off"
          maxLength={24}
        />
        <RadioCards<Channel>
          name="channel"
          look="tiles"
          legend={t('channel')}
          value={channel}
          onValue={setChannel}
          choices={[
            { value: 'sms', title: t('bySms') },
            { value: 'email', title: t('byEmail') },
          ]}
        />
        <Address channel={channel} form={form} />
      </form>
    </Screen>
  )
}

const EnterCode = ({ begun, asked, onBack }: { begun: Begun; asked: Asked; onBack: () => void }) => {
  const [{ returnId, code }, setBegun] = useState(begun)
  const trying = usePress()
  const sending = usePress()
  const prove = async (digits: string) => {
    await deed<typeof FinishReturn>('enrolment.finish-return', { returnId, code: digits })
    await loadDraft()
    goTo('result', { replace: true })
  }
  return (
    <Screen
      title={t('title')}
      head={<TopBar title={t('title')} back={hrefTo('/enrol')} isClosing />}
      action={
        <Button kind="primary" isWide type="submit" form="code-form" isBusy={trying.isBusy}>
          {confirmLabel()}
        </Button>
      }
    >
      <h2>{t('code')}</h2>
      <CodeStep
        formId="code-form"
        delivery={code}
        isBlind
        hasEmail={false}
        trying={trying}
        sending={sending}
        onCode={prove}
        onResend={async () => setBegun(await begin(asked))}
      />
      <p class="quiet small">{t('blind')}</p>
      <Button kind="quiet" onPress={onBack}>
        {t('other')}
      </Button>
    </Screen>
  )
}

export default function ReturnPage() {
  const [begun, setBegun] = useState<{ begun: Begun; asked: Asked } | null>(null)
  // In the browser that sent it there is nothing to prove; a failed look only leaves the form.
  useEffect(() => {
    void readStatus().then(
      (status) => awaitedOf(status) && goTo('result', { replace: true }),
      () => undefined,
    )
  }, [])
  return begun ? (
    <EnterCode {...begun} onBack={() => setBegun(null)} />
  ) : (
    <AskPair onBegun={(next, asked) => setBegun({ begun: next, asked })} />
  )
}
