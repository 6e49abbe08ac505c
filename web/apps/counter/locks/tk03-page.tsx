// Intake of form TK03: a competent body asks to lock or to unlock (Decree 69/2024 art. 15). It is received
// here, forwarded, and decided by somebody else.
import './locks.css'
import { useState } from 'preact/hooks'
import type { ReceiveTk03 } from '../../../../contract/lock.ts'
import type { OutputOf } from '../../../../contract/operation.ts'
import { deed, type GivenTo } from '../../../client/call.ts'
import { faultSentence } from '../../../client/faults.ts'
import { receiveTk03 } from '../../../client/counter-form-rules.ts'
import { FormSummary, useForm } from '../../../kit/form.tsx'
import { Button, LinkButton } from '../../../ui/button.tsx'
import { now } from '../../../ui/clock.ts'
import { Card } from '../../../ui/card.tsx'
import { PageHead } from '../../../ui/console-frame.tsx'
import { Field } from '../../../ui/field.tsx'
import { arrowLeft, check, clock, dossier, lock, unlock } from '../../../ui/icons.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PersonalNumberField } from '../../../kit/personal-number-field.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { RadioCards } from '../../../ui/radio-cards.tsx'
import { hrefTo, navigate } from '../../../ui/router.tsx'
import { BodyField } from '../evidence/body-field.tsx'
import { useWaitingPages, WaitingPages } from '../evidence/waiting-pages.tsx'
import { bodyPaper } from '../words/lock-words.ts'
import { daysAhead } from '../evidence/paper-day.ts'
import { CounterFrame } from '../shell/counter-frame.tsx'
import { Due, dueMoment } from '../shell/due.tsx'
import { useKeys } from '../shell/keys.ts'
import { orSignIn } from '../shell/officer.ts'
import { Refusal } from '../shell/refusal.tsx'

const t = phrases({
  title: { vi: 'Nhận phiếu TK03', en: 'Receive form TK03' },
  kind: { vi: 'Cơ quan yêu cầu', en: 'The body asks' },
  lock: { vi: 'Khoá tài khoản', en: 'To lock' },
  lockMore: {
    vi: 'Cơ quan tiến hành tố tụng hoặc cơ quan có thẩm quyền',
    en: 'A prosecuting or other competent body',
  },
  unlock: { vi: 'Mở khoá', en: 'To unlock' },
  unlockMore: {
    vi: 'Chỉ chính cơ quan đã yêu cầu khoá; chữ hoa, dấu cách, chỗ đặt dấu không kể',
    en: 'Only the body that asked for the lock; capitals, spaces and where a tone mark stands do not matter',
  },
  number: { vi: 'Số định danh trên phiếu', en: 'Personal number on the form' },
  numberHint: { vi: 'Đủ 12 số.', en: 'All 12 digits.' },
  authority: { vi: 'Tên cơ quan', en: 'Name of the body' },
  authorityHint: {
    vi: 'Như trên văn bản; nếu có tên gợi ý, hãy chọn tên ấy.',
    en: 'As on the document; where a name is suggested, choose it.',
  },
  document: { vi: 'Số văn bản', en: 'Document number' },
  date: { vi: 'Ngày văn bản', en: 'Document date' },
  reason: { vi: 'Lý do', en: 'Reason' },
  reasonHint: { vi: 'Theo văn bản, ít nhất 5 chữ cái.', en: 'From the document, 5 letters at least.' },
  reply: { vi: 'E-mail nhận trả lời', en: 'E-mail for the answer' },
  replyHint: {
    vi: 'Kết quả gửi bằng văn bản; từ chối có nêu lý do.',
    en: 'The result is sent in writing; a refusal with its reasons.',
  },
  need: { vi: 'Mục này cần được điền.', en: 'This has to be filled in.' },
  receive: { vi: 'Tiếp nhận', en: 'Receive' },
  back: { vi: 'Về danh sách', en: 'Back to the list' },
  another: { vi: 'Phiếu khác', en: 'Another form' },
  open: { vi: 'Mở yêu cầu để chuyển', en: 'Open it to forward' },
  steps: { vi: 'Thời hạn theo NĐ 69/2024, Điều 15', en: 'Time limits of Decree 69/2024, art. 15' },
  step1: { vi: 'Tiếp nhận và chuyển', en: 'Receive and forward' },
  step1More: { vi: '01 ngày làm việc', en: 'One working day' },
  step2: {
    vi: 'Thủ trưởng cơ quan quản lý định danh quyết định',
    en: 'The head of the identity authority decides',
  },
  step2More: {
    vi: '02 ngày làm việc, do người khác với người tiếp nhận và người chuyển',
    en: 'Two working days, by another person than who received or forwarded it',
  },
  step3: { vi: 'Báo cơ quan yêu cầu và chủ tài khoản', en: 'The body and the holder are told' },
  step3More: {
    vi: 'Ngay khi quyết định; từ chối bằng văn bản',
    en: 'With the decision; a refusal in writing',
  },
  done: { vi: 'Đã tiếp nhận phiếu TK03', en: 'The TK03 is received' },
  doneMore: {
    vi: 'Chưa có gì bị khoá hay mở. Chuyển đúng hạn để người có thẩm quyền quyết định.',
    en: 'Nothing is locked or unlocked yet. Forward it in time so that the head can decide.',
  },
  until: { vi: 'Chuyển trước {moment}', en: 'Forward before {moment}' },
})

type Given = GivenTo<typeof ReceiveTk03>
type Kind = Given['kind']
type Received = OutputOf<typeof ReceiveTk03>
const needed = (code: string) => (code === 'required' || code === 'too_small' ? t('need') : undefined)

const TimeLimits = () => (
  <Card title={t('steps')} icon={clock}>
    <ol class="lock-stages">
      {(
        [
          ['step1', 'step1More'],
          ['step2', 'step2More'],
          ['step3', 'step3More'],
        ] as const
      ).map(([step, more], i) => (
        <li key={step} class={i === 0 ? 'is-now' : ''}>
          <i aria-hidden="true">{i + 1}</i>
          <span>
            {t(step)}
            <small>{t(more)}</small>
          </span>
        </li>
      ))}
    </ol>
  </Card>
)

const useTk03 = () =>
  useForm({
    rules: receiveTk03,
    start: {
      kind: 'body-lock',
      personalNumber: '',
      authority: '',
      documentNumber: '',
      documentDate: '',
      reason: '',
      replyTo: '',
    },
    ids: {
      kind: 'tk03-kind',
      personalNumber: 'tk03-personalNumber',
      authority: 'tk03-authority',
      documentNumber: 'tk03-documentNumber',
      documentDate: 'tk03-documentDate',
      reason: 'tk03-reason',
      replyTo: 'tk03-replyTo',
    },
    words: {
      authority: needed,
      documentNumber: needed,
      documentDate: (code) => (code === 'ahead' ? undefined : t('need')),
      reason: needed,
      replyTo: (code) => faultSentence('email', code),
    },
    also: (values) => daysAhead(values, ['documentDate'], now()),
  })

/** What stands on the form and its document. */
const AsWritten = ({ form }: { form: ReturnType<typeof useTk03> }) => (
  <>
    <div class="lock-pair">
      <PersonalNumberField
        {...form.of('personalNumber')}
        label={t('number')}
        hint={t('numberHint')}
        autocomplete="off"
      />
      <BodyField {...form.of('authority')} label={t('authority')} hint={t('authorityHint')} maxLength={120} />
    </div>
    <div class="lock-pair">
      <Field {...form.of('documentNumber')} label={t('document')} maxLength={60} />
      <Field {...form.of('documentDate')} type="date" label={t('date')} />
    </div>
    <Field {...form.of('reason')} label={t('reason')} hint={t('reasonHint')} rows={3} maxLength={500} />
    <Field {...form.of('replyTo')} type="email" label={t('reply')} hint={t('replyHint')} />
  </>
)

const Tk03Form = ({ onDone, onBack }: { onDone: (received: Received) => void; onBack: () => void }) => {
  const form = useTk03()
  const waiting = useWaitingPages()
  const kind: Kind = form.values.kind === 'body-unlock' ? 'body-unlock' : 'body-lock'
  const go = () =>
    void form.send(async () =>
      onDone(
        await orSignIn(
          deed<typeof ReceiveTk03>('lock.receive-tk03', {
            ...form.values,
            kind,
            ...(await waiting.signed()),
          }),
        ),
      ),
    )
  return (
    <form
      class="card lock-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        go()
      }}
    >
      <FormSummary form={form} />
      <Refusal problem={form.refusal} onRetry={go} />
      <RadioCards<Kind>
        name="tk03-kind"
        legend={t('kind')}
        value={kind}
        onValue={(to) => form.set({ kind: to })}
        choices={[
          { value: 'body-lock', title: t('lock'), detail: t('lockMore'), icon: lock },
          { value: 'body-unlock', title: t('unlock'), detail: t('unlockMore'), icon: unlock },
        ]}
      />
      <AsWritten form={form} />
      <WaitingPages paper={bodyPaper(form.values)} waiting={waiting} />
      <div class="lock-acts">
        <Button icon={arrowLeft} shortcut="Esc" onPress={onBack}>
          {t('back')}
        </Button>
        <Button kind="primary" type="submit" icon={dossier} isBusy={form.sending.isBusy}>
          {t('receive')}
        </Button>
      </div>
    </form>
  )
}

const Result = ({ received, onAgain }: { received: Received; onAgain: () => void }) => (
  <Card title={t('done')} icon={check}>
    <div class="stack">
      <p>
        <span class="lock-reference">{received.reference}</span>
      </p>
      <p>
        <Due dueAt={received.dueAt} />{' '}
        <span class="quiet">{t('until', { moment: dueMoment(received.dueAt) })}</span>
      </p>
      <Notice tone="ok">{t('doneMore')}</Notice>
      <div class="lock-acts">
        <Button onPress={onAgain}>{t('another')}</Button>
        <LinkButton kind="primary" href={hrefTo(`/locks/requests/${received.reference}`)}>
          {t('open')}
        </LinkButton>
      </div>
    </div>
  </Card>
)

const Tk03Page = () => {
  const [received, setReceived] = useState<Received | null>(null)
  const back = () => navigate('/locks')
  useKeys({ Escape: back })
  return (
    <CounterFrame title={t('title')} keys={[['Esc', t('back')]]}>
      <PageHead title={t('title')} />
      <div class="lock-desk">
        {received ? (
          <Result received={received} onAgain={() => setReceived(null)} />
        ) : (
          <Tk03Form onDone={setReceived} onBack={back} />
        )}
        <TimeLimits />
      </div>
    </CounterFrame>
  )
}

export default Tk03Page
