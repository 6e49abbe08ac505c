// Petitions that wait at this office, those due first on top.
import type { OutputOf } from '../../../../contract/operation.ts'
import type { ListPetitions } from '../../../../contract/petition.ts'
import { view } from '../../../client/call.ts'
import { topicWords } from '../../../kit/petition-words.ts'
import { phrases } from '../../../ui/phrases.ts'
import { dueColumn, personColumn, referenceColumn } from '../case/case-queue.tsx'
import { QueuePage } from '../case/queue-page.tsx'

const t = phrases({
  title: { vi: 'Phản ánh, kiến nghị', en: 'Petitions' },
  waiting: { vi: '{n} phản ánh đang chờ', en: '{n} petitions wait' },
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

const PetitionsPage = () => (
  <QueuePage<Listed>
    of="petitions"
    read={(cursor) => view<typeof ListPetitions>('petition.list', { cursor })}
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

export default PetitionsPage
