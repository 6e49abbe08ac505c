// Questions of people about looks at their data that wait at this office, those due first on top.
import type { ListLookQuestions } from '../../../../contract/look-question.ts'
import type { OutputOf } from '../../../../contract/operation.ts'
import { view } from '../../../client/call.ts'
import { asksWords } from '../../../kit/look-question-words.ts'
import { phrases } from '../../../ui/phrases.ts'
import { dueColumn, personColumn, referenceColumn } from '../case/case-queue.tsx'
import { QueuePage } from '../case/queue-page.tsx'

const t = phrases({
  title: { vi: 'Câu hỏi về lần xem', en: 'Questions about looks' },
  waiting: { vi: '{n} câu hỏi đang chờ', en: '{n} questions wait' },
  what: {
    vi: 'Mỗi câu hỏi là về một lần xem dữ liệu tại đơn vị này. Trả lời trong 2 ngày làm việc. Ai đã xem thì không trả lời; người dân đọc nguyên văn câu trả lời.',
    en: 'Each question is about one look at somebody’s data at this office. It is answered within 2 working days, never by whoever looked; the person reads the answer as it is written.',
  },
  asks: { vi: 'Yêu cầu', en: 'Asks' },
  none: { vi: 'Không có câu hỏi nào chờ', en: 'No question waits' },
  noneWhy: {
    vi: 'Câu hỏi đến đây khi người dân bấm “Hỏi về lần xem này” trong ứng dụng.',
    en: 'A question comes here when somebody presses “Ask about this look” in the app.',
  },
  open: { vi: 'mở câu hỏi', en: 'open the question' },
})
type Listed = OutputOf<typeof ListLookQuestions>['items'][number]

const columns = () => [
  personColumn<Listed>(),
  referenceColumn<Listed>(),
  { key: 'asks', title: t('asks'), cell: (row: Listed) => <b>{asksWords(row.asks)}</b> },
  dueColumn<Listed>((row) => row.dueAt),
]

const LookQuestionsPage = () => (
  <QueuePage<Listed>
    of="look-questions"
    read={(cursor) => view<typeof ListLookQuestions>('look-question.list', { cursor })}
    columns={columns()}
    words={{
      title: t('title'),
      waiting: (n) => t('waiting', { n }),
      what: t('what'),
      none: t('none'),
      noneWhy: t('noneWhy'),
      open: t('open'),
    }}
  />
)

export default LookQuestionsPage
