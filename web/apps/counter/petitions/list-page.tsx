// Petitions that wait at this office, those due first on top.
import { useEffect } from 'preact/hooks'
import type { OutputOf } from '../../../../contract/operation.ts'
import type { ListPetitions } from '../../../../contract/petition.ts'
import { view } from '../../../client/call.ts'
import { topicWords } from '../../../kit/petition-words.ts'
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
  title: { vi: 'Phản ánh, kiến nghị', en: 'Petitions' },
  waiting: { vi: '{n} phản ánh đang chờ', en: '{n} petitions wait' },
  late: { vi: '{n} quá hạn', en: '{n} overdue' },
  what: {
    vi: 'Trả lời trong 10 ngày làm việc. Không thuộc thẩm quyền thì chuyển một lần, có lý do; hạn trả lời không đổi. Người dân đọc nguyên văn câu trả lời.',
    en: 'Answered within 10 working days. What another office is competent for is handed over once, with a reason; the due date stays. The person reads the answer as it is written.',
  },
  topic: { vi: 'Về việc', en: 'About' },
  none: { vi: 'Không có phản ánh nào chờ', en: 'No petition waits' },
  noneWhy: {
    vi: 'Phản ánh của người dân về địa bàn này đến đây.',
    en: 'What people write about this area comes here.',
  },
  open: { vi: 'mở phản ánh', en: 'open the petition' },
})
type Listed = OutputOf<typeof ListPetitions>['items'][number]

const columns = () => [
  personColumn<Listed>(),
  referenceColumn<Listed>(),
  { key: 'topic', title: t('topic'), cell: (row: Listed) => <b>{topicWords(row.topic)}</b> },
  dueColumn<Listed>((row) => row.dueAt),
]

const PetitionsPage = () => {
  const pages = useCaseQueue<Listed>((cursor) =>
    orSignIn(view<typeof ListPetitions>('petition.list', { cursor })),
  )
  useKeys({ ...queueKeys })
  const late = pages.items.filter(({ isOverdue }) => isOverdue).length
  const n = pages.items.length
  useEffect(() => {
    if (!pages.isLoading && !pages.problem && !pages.hasMore) {
      setCount('petitions', { n, isUrgent: late > 0 })
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
        hrefOf={(row) => hrefTo(`/petitions/${row.id}`)}
        isMarked={(row) => row.isOverdue}
        columns={columns()}
        empty={{ icon: check, title: t('none'), why: t('noneWhy') }}
      />
    </CounterFrame>
  )
}

export default PetitionsPage
