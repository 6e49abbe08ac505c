// One question: what the person reads in her log, what she asks, and the answer that she will read. Opening
// it leaves a line that she sees, so the page reads once.
import { useState } from 'preact/hooks'
import type { AnswerLookQuestion, ViewLookQuestion } from '../../../../contract/look-question.ts'
import type { OutputOf } from '../../../../contract/operation.ts'
import { deed, view } from '../../../client/call.ts'
import { answerLookQuestion } from '../../../client/decision-form-rules.ts'
import { useLoad } from '../../../client/press.ts'
import { FormSummary, useForm } from '../../../kit/form.tsx'
import { asksWords, findingWords, type Finding } from '../../../kit/look-question-words.ts'
import { useStep } from '../../../ui/attention.tsx'
import { Button } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { useNow } from '../../../ui/clock.ts'
import { PageHead } from '../../../ui/console-frame.tsx'
import { DataPairs } from '../../../ui/data-pairs.tsx'
import { Field } from '../../../ui/field.tsx'
import { dateTimeVN } from '../../../ui/format.ts'
import { arrowLeft, eye, message } from '../../../ui/icons.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { Pill } from '../../../ui/pill.tsx'
import { RadioCards } from '../../../ui/radio-cards.tsx'
import { navigate, type PageProps } from '../../../ui/router.tsx'
import { toast } from '../../../ui/toast.tsx'
import { WaitingCase } from '../case/waiting-case.tsx'
import { CounterFrame } from '../shell/counter-frame.tsx'
import { Due } from '../shell/due.tsx'
import { useKeys } from '../shell/keys.ts'
import { orSignIn } from '../shell/officer.ts'
import { Refusal } from '../shell/refusal.tsx'

const t = phrases({
  title: { vi: 'Câu hỏi về một lần xem', en: 'A question about a look' },
  back: { vi: 'Về danh sách', en: 'Back to the list' },
  look: { vi: 'Lần xem, như người dân đọc', en: 'The look, as the person reads it' },
  when: { vi: 'Lúc', en: 'When' },
  who: { vi: 'Ai xem', en: 'Who' },
  why: { vi: 'Vì việc gì', en: 'Why' },
  fields: { vi: 'Thông tin đã xem', en: 'Details seen' },
  noFields: { vi: 'không có', en: 'none' },
  outcome: { vi: 'Kết quả', en: 'Result' },
  gone: {
    vi: 'Dòng này không còn đọc được: đã hết thời hạn lưu.',
    en: 'This entry can no longer be read: its time is over.',
  },
  asked: { vi: 'Người dân hỏi', en: 'What the person asks' },
  person: { vi: 'Người dân', en: 'Person' },
  unnamed: { vi: 'Chưa rõ tên', en: 'Name not known' },
  answer: { vi: 'Trả lời', en: 'Answer' },
  finding: { vi: 'Bạn thấy lần xem này thế nào?', en: 'What did you find?' },
  findingMissing: { vi: 'Chọn một kết luận.', en: 'Choose a finding.' },
  orderMore: {
    vi: 'Có việc và có quyền; nói rõ việc gì.',
    en: 'There was a task and a right; say which.',
  },
  notMore: {
    vi: 'Không có việc hoặc không có quyền; nói đơn vị đã làm gì.',
    en: 'There was no task or no right; say what the office did.',
  },
  unclearMore: {
    vi: 'Nói đã xem gì và người dân có thể hỏi tiếp ở đâu.',
    en: 'Say what you looked at, and where the person can go on asking.',
  },
  words: { vi: 'Lời giải thích', en: 'Explanation' },
  wordsHint: {
    vi: 'Ít nhất 20 chữ cái. Người dân đọc nguyên văn. Không nêu tên cán bộ hay người khác.',
    en: '20 letters at least. The person reads it as it is. Name no officer and nobody else.',
  },
  wordsMissing: { vi: 'Viết lời giải thích, ít nhất 20 chữ cái.', en: 'Explain, in 20 letters at least.' },
  send: { vi: 'Gửi trả lời', en: 'Send the answer' },
  sent: { vi: 'Đã trả lời. Người dân được báo.', en: 'Answered. The person is told.' },
  logged: {
    vi: 'Lần mở này đã được ghi lại; người dân nhìn thấy.',
    en: 'This opening is logged; the person sees it.',
  },
})

type Question = OutputOf<typeof ViewLookQuestion>
const findings = ['in-order', 'not-in-order', 'unclear'] as const satisfies readonly Finding[]
const more: Readonly<Record<Finding, 'orderMore' | 'notMore' | 'unclearMore'>> = {
  'in-order': 'orderMore',
  'not-in-order': 'notMore',
  unclear: 'unclearMore',
}

const Look = ({ look }: Pick<Question, 'look'>) => (
  <Card title={t('look')} icon={eye}>
    {look ? (
      <DataPairs
        columns={2}
        pairs={[
          { label: t('when'), value: dateTimeVN(look.at) },
          { label: t('who'), value: look.who },
          { label: t('why'), value: look.purpose },
          { label: t('fields'), value: look.fields.join(', ') || t('noFields') },
          { label: t('outcome'), value: look.outcome },
        ]}
      />
    ) : (
      <p>{t('gone')}</p>
    )}
  </Card>
)

const Asked = ({ found }: { found: Question }) => (
  <Card title={t('asked')} icon={message}>
    <DataPairs
      pairs={[
        { label: t('person'), value: found.name ?? t('unnamed') },
        { label: asksWords(found.asks), value: found.question },
      ]}
    />
    <p class="quiet">{t('logged')}</p>
  </Card>
)

const AnswerForm = ({ found, onDone }: { found: Question; onDone: (after: Question) => void }) => {
  const form = useForm<'finding' | 'answer'>({
    rules: answerLookQuestion,
    start: { finding: '', answer: '' },
    words: {
      finding: () => t('findingMissing'),
      answer: (code) => (code === 'required' || code === 'too_small' ? t('wordsMissing') : undefined),
    },
    also: (values) => (values.finding === '' ? [{ field: 'finding', code: 'required' }] : []),
  })
  const finding = findings.find((one) => one === form.values.finding) ?? null
  const send = () =>
    void form.send(async () => {
      const input = { caseId: found.id, finding: finding ?? 'unclear', answer: form.values.answer.trim() }
      onDone(await orSignIn(deed<typeof AnswerLookQuestion>('look-question.answer', input)))
    })
  return (
    <Card title={t('answer')}>
      <form
        class="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          send()
        }}
      >
        <FormSummary form={form} />
        <Refusal problem={form.refusal} onRetry={send} />
        <RadioCards<Finding>
          name="finding"
          legend={t('finding')}
          error={form.of('finding').error}
          value={finding}
          onValue={(value) => form.set({ finding: value })}
          choices={findings.map((value) => ({ value, title: findingWords(value), detail: t(more[value]) }))}
        />
        <Field {...form.of('answer')} label={t('words')} hint={t('wordsHint')} rows={5} maxLength={1000} />
        <Button kind="primary" type="submit" isBusy={form.sending.isBusy}>
          {t('send')}
        </Button>
      </form>
    </Card>
  )
}

const toList = () => navigate('/look-questions')

const OpenQuestion = ({ read }: { read: Question }) => {
  const [found, setFound] = useState(read)
  useNow(30)
  useStep(found.state)
  useKeys({ Escape: toList })
  return (
    <CounterFrame
      title={t('title')}
      keys={[['Esc', t('back')]]}
      foot={
        <Button kind="quiet" icon={arrowLeft} shortcut="Esc" onPress={toList}>
          {t('back')}
        </Button>
      }
    >
      <PageHead
        title={t('title')}
        beside={<Pill tone="cham">{found.reference}</Pill>}
        end={!found.endedAt && <Due dueAt={found.dueAt} />}
      />
      {found.finding && (
        <Notice isQuiet tone="ok" title={findingWords(found.finding)}>
          {found.answer}
        </Notice>
      )}
      <Look look={found.look} />
      <Asked found={found} />
      {found.state === 'open' && (
        <AnswerForm
          found={found}
          onDone={(after) => {
            setFound(after)
            toast(t('sent'))
          }}
        />
      )}
    </CounterFrame>
  )
}

const LookQuestionPage = ({ params }: PageProps) => {
  const { data, problem, reload } = useLoad(() =>
    orSignIn(view<typeof ViewLookQuestion>('look-question.view', { caseId: params['id'] ?? '' })),
  )
  return data ? (
    <OpenQuestion read={data} />
  ) : (
    <WaitingCase title={t('title')} list="/look-questions" problem={problem} onRetry={reload} />
  )
}

export default LookQuestionPage
