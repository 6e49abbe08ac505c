// Back to an application that waits, on any device: its reference, its phone and a code. Whether there is
// such an application is not told.
import type { BeginReturn, FinishReturn } from '../../../../contract/enrolment.ts'
import type { OutputOf } from '../../../../contract/operation.ts'
import { useEffect, useState } from 'preact/hooks'
import { deed } from '../../../client/call.ts'
import { beginReturn } from '../../../client/form-rules.ts'
import { usePress } from '../../../client/press.ts'
import { CodeStep, confirmLabel } from '../../../kit/code/code-step.tsx'
import { FormProblems, useForm } from '../../../kit/form.tsx'
import { Button } from '../../../ui/button.tsx'
import { Field } from '../../../ui/field.tsx'
import { message } from '../../../ui/icons.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { hrefTo } from '../../../ui/router.tsx'
import { TopBar } from '../../../ui/top-bar.tsx'
import { Screen } from '../shell/screen.tsx'
import { goTo, loadDraft } from './draft.ts'
import { awaitedOf, readStatus } from './status.ts'

const t = phrases({
  title: { vi: 'Mở lại đơn đã gửi', en: 'Back to your application' },
  heading: { vi: 'Mã đơn và số điện thoại trong đơn', en: 'The reference and phone of the application' },
  why: {
    vi: 'Dùng khi đơn đang được xử lý và bạn mở Sen trên máy khác, hoặc đã quá 3 ngày từ khi gửi.',
    en: 'For an application that is being handled, on another device or more than 3 days after it was sent.',
  },
  reference: { vi: 'Mã đơn', en: 'Reference' },
  referenceHint: {
    vi: 'Có trong tin nhắn, dạng SEN-7K2M-9QXA-C',
    en: 'In the message, like SEN-7K2M-9QXA-C',
  },
  phone: { vi: 'Số điện thoại', en: 'Phone number' },
  phoneHint: { vi: 'Số đã khai trong đơn', en: 'The one given in the application' },
  send: { vi: 'Gửi mã xác nhận', en: 'Send the code' },
  code: { vi: 'Nhập mã vừa gửi tới máy bạn', en: 'Enter the code that was sent to you' },
  blind: {
    vi: 'Mã chỉ được gửi khi mã đơn và số điện thoại thuộc về cùng một đơn chưa có kết quả. Nếu không nhận được, xem lại cả hai; kết quả của đơn đã xong có trong tin nhắn.',
    en: 'A code is sent only when reference and phone belong to one application without a result. If none comes, look at both again; the result of a decided one is in your messages.',
  },
  other: { vi: 'Nhập lại mã đơn, số điện thoại', en: 'Enter reference and phone again' },
})

type Begun = OutputOf<typeof BeginReturn>
interface Pair {
  readonly reference: string
  readonly phone: string
}
const begin = ({ reference, phone }: Pair): Promise<Begun> =>
  deed<typeof BeginReturn>('enrolment.begin-return', { reference: sentOf(reference), phone })
const sentOf = (reference: string): string => reference.trim().toUpperCase()

const AskPair = ({ onBegun }: { onBegun: (begun: Begun, pair: Pair) => void }) => {
  const form = useForm({
    rules: beginReturn,
    start: { reference: '', phone: '' },
    asSent: ({ reference }) => ({ reference: sentOf(reference) }),
  })
  const send = () => void form.send(async () => onBegun(await begin(form.values), form.values))
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
        <Field {...form.of('phone')} type="tel" label={t('phone')} hint={t('phoneHint')} autocomplete="tel" />
      </form>
    </Screen>
  )
}

const EnterCode = ({ begun, pair, onBack }: { begun: Begun; pair: Pair; onBack: () => void }) => {
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
        onResend={async () => setBegun(await begin(pair))}
      />
      <p class="quiet small">{t('blind')}</p>
      <Button kind="quiet" onPress={onBack}>
        {t('other')}
      </Button>
    </Screen>
  )
}

export default function ReturnPage() {
  const [begun, setBegun] = useState<{ begun: Begun; pair: Pair } | null>(null)
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
    <AskPair onBegun={(next, pair) => setBegun({ begun: next, pair })} />
  )
}
