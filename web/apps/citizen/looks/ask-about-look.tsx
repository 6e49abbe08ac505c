// "Ask about this look": a question to the office that looked, and its answer below the line.
import { useState } from 'preact/hooks'
import type { AskAboutLook, ViewOwnLookQuestions } from '../../../../contract/look-question.ts'
import type { OutputOf } from '../../../../contract/operation.ts'
import { askAboutLook } from '../../../client/form-rules.ts'
import { FormProblems, useForm } from '../../../kit/form.tsx'
import { asksWords, findingWords, type Asks } from '../../../kit/look-question-words.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { Field } from '../../../ui/field.tsx'
import { dateTimeVN, timeVN } from '../../../ui/format.ts'
import { message } from '../../../ui/icons.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { RadioCards } from '../../../ui/radio-cards.tsx'
import { toast } from '../../../ui/toast.tsx'
import { ownDeed } from '../shell/session.ts'

const t = phrases({
  ask: { vi: 'Hỏi về lần xem này', en: 'Ask about this look' },
  askAt: { vi: 'Hỏi về lần lúc {time}', en: 'Ask about the look of {time}' },
  what: { vi: 'Bạn muốn gì?', en: 'What do you want?' },
  questionMore: {
    vi: 'Bạn muốn biết vì sao có lần xem này.',
    en: 'You want to know why this look happened.',
  },
  reportMore: {
    vi: 'Bạn cho rằng không ai có việc để xem dữ liệu của bạn.',
    en: 'You think that nobody had a reason to look at your data.',
  },
  words: { vi: 'Câu hỏi của bạn', en: 'Your question' },
  wordsHint: {
    vi: 'Ít nhất 5 chữ cái. Ví dụ: “Hôm đó tôi không đến phường, vì sao có lần xem này?”',
    en: '5 letters at least. For example: “I was not at the counter that day. Why this look?”',
  },
  wordsMissing: { vi: 'Viết câu hỏi, ít nhất 5 chữ cái.', en: 'Write your question, 5 letters at least.' },
  after: {
    vi: 'Một cán bộ bảo vệ dữ liệu, không phải người đã xem, trả lời trong 2 ngày làm việc.',
    en: 'A data protection officer, who is not the one who looked, answers within 2 working days.',
  },
  send: { vi: 'Gửi câu hỏi', en: 'Send the question' },
  sent: { vi: 'Đã gửi. Bạn có câu trả lời trước hạn.', en: 'Sent. You get an answer by the due date.' },
  waits: { vi: 'Đã hỏi, mã {reference}', en: 'Asked, reference {reference}' },
  waitsMore: { vi: '{office} trả lời trước {due}.', en: '{office} answers by {due}.' },
  late: {
    vi: '{office} lẽ ra phải trả lời trước {due}. Xin lỗi bạn; câu hỏi đứng đầu danh sách.',
    en: '{office} should have answered by {due}. We are sorry; your question stands on top of the list.',
  },
})

export type OwnQuestion = OutputOf<typeof ViewOwnLookQuestions>['items'][number]
const both = ['question', 'report'] as const satisfies readonly Asks[]

const AskForm = ({ line, onAsked }: { line: string; onAsked: (asked: OwnQuestion) => void }) => {
  const form = useForm<'asks' | 'question'>({
    rules: askAboutLook,
    start: { asks: 'question', question: '' },
    ids: { question: 'look-question' },
    words: {
      question: (code) => (code === 'required' || code === 'too_small' ? t('wordsMissing') : undefined),
    },
  })
  const asks = both.find((one) => one === form.values.asks) ?? 'question'
  const send = () =>
    void form.send(async () => {
      const input = { line, asks, question: form.values.question.trim() }
      onAsked(await ownDeed<typeof AskAboutLook>('look-question.ask', input))
      toast(t('sent'))
    })
  return (
    <form
      class="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      <FormProblems form={form} />
      <RadioCards<Asks>
        name="asks"
        legend={t('what')}
        value={asks}
        onValue={(value) => form.set({ asks: value })}
        choices={[
          { value: 'question', title: asksWords('question'), detail: t('questionMore') },
          { value: 'report', title: asksWords('report'), detail: t('reportMore') },
        ]}
      />
      <Field {...form.of('question')} label={t('words')} hint={t('wordsHint')} rows={4} maxLength={500} />
      <p class="quiet">{t('after')}</p>
      <Button kind="primary" isWide type="submit" isBusy={form.sending.isBusy}>
        {t('send')}
      </Button>
    </form>
  )
}

const Asked = ({ asked }: { asked: OwnQuestion }) => {
  const { reference, office, dueAt, isOverdue, finding, answer } = asked
  const when = { office, due: dateTimeVN(dueAt) }
  return finding ? (
    <Notice isQuiet tone={finding === 'not-in-order' ? 'warn' : 'ok'} title={findingWords(finding)}>
      <p>{answer}</p>
      <p>
        {office} · {reference}
      </p>
    </Notice>
  ) : (
    <Notice isQuiet title={t('waits', { reference })}>
      {t(isOverdue ? 'late' : 'waitsMore', when)}
    </Notice>
  )
}

/** `isOneOfMany`: the button is named by its time, where several stand below each other. */
export const AskAboutThisLook = ({
  line,
  asked,
  isOneOfMany,
  onAsked,
}: {
  line: { readonly id: string; readonly at: string }
  asked: OwnQuestion | undefined
  isOneOfMany?: boolean
  onAsked: (asked: OwnQuestion) => void
}) => {
  const [isOpen, setOpen] = useState(false)
  const title = isOneOfMany ? t('askAt', { time: timeVN(line.at) }) : t('ask')
  return (
    <div class="look-check">
      {asked && <Asked asked={asked} />}
      {asked?.state !== 'open' && (
        <Button kind="quiet" size="small" icon={message} onPress={() => setOpen(true)}>
          {title}
        </Button>
      )}
      <Dialog isOpen={isOpen} onClose={() => setOpen(false)} title={title}>
        <AskForm
          line={line.id}
          onAsked={(question) => {
            onAsked(question)
            setOpen(false)
          }}
        />
      </Dialog>
    </div>
  )
}
