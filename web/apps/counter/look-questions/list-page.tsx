// Questions of people about looks at their data that wait at this office, those due first on top.
import { useEffect } from 'preact/hooks'
import type { ListLookQuestions } from '../../../../contract/look-question.ts'
import type { OutputOf } from '../../../../contract/operation.ts'
import { view } from '../../../client/call.ts'
import { asksWords } from '../../../kit/look-question-words.ts'
import { PageHead } from '../../../ui/console-frame.tsx'
import { check } from '../../../ui/icons.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { Pill } from '../../../ui/pill.tsx'
import { hrefTo } from '../../../ui/router.tsx'
import {
  CaseQueue,
  dueColumn,
  personColumn,
  queueKeyWords,
  queueKeys,
  referenceColumn,
  useCaseQueue,
} from '../case/case-queue.tsx'
import { CounterFrame } from '../shell/counter-frame.tsx'
import { setCount } from '../shell/counts.ts'
import { useKeys } from '../shell/keys.ts'
import { orSignIn } from '../shell/officer.ts'

const t = phrases({
  title: { vi: 'Câu hỏi về lần xem', en: 'Questions about looks' },
  waiting: { vi: '{n} câu hỏi đang chờ', en: '{n} questions wait' },
  late: { vi: '{n} quá hạn', en: '{n} overdue' },
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

const LookQuestionsPage = () => {
  const pages = useCaseQueue<Listed>((cursor) =>
    orSignIn(view<typeof ListLookQuestions>('look-question.list', { cursor })),
  )
  useKeys({ ...queueKeys })
  const late = pages.items.filter(({ isOverdue }) => isOverdue).length
  const n = pages.items.length
  useEffect(() => {
    if (!pages.isLoading && !pages.problem && !pages.hasMore) {
      setCount('look-questions', { n, isUrgent: late > 0 })
    }
  }, [pages.isLoading, n])
  return (
    <CounterFrame title={t('title')} keys={[...queueKeyWords(t('open'))]}>
      <PageHead
        title={t('title')}
        beside={
          n > 0 && (
            <>
              <Pill tone="jade">{t('waiting', { n })}</Pill>
              {late > 0 && <Pill tone="son">{t('late', { n: late })}</Pill>}
            </>
          )
        }
      />
      <Notice isQuiet>{t('what')}</Notice>
      <CaseQueue
        pages={pages}
        caption={t('title')}
        keyOf={(row) => row.id}
        hrefOf={(row) => hrefTo(`/look-questions/${row.id}`)}
        isMarked={(row) => row.isOverdue}
        columns={columns()}
        empty={{ icon: check, title: t('none'), why: t('noneWhy') }}
      />
    </CounterFrame>
  )
}

export default LookQuestionsPage
