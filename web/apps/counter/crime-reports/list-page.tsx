// Reports of crimes that wait at this office, those due first on top. It names nobody.
import type { OutputOf } from '../../../../contract/operation.ts'
import type { ListCrimeReports } from '../../../../contract/crime-report.ts'
import { view } from '../../../client/call.ts'
import { crimeKindWords } from '../../../kit/crime-words.ts'
import { phrases } from '../../../ui/phrases.ts'
import { Pill } from '../../../ui/pill.tsx'
import { dueColumn, referenceColumn } from '../case/case-queue.tsx'
import { QueuePage } from '../case/queue-page.tsx'
import { closingOf } from './closing.ts'

const t = phrases({
  title: { vi: 'Tin báo tội phạm', en: 'Reports of crimes' },
  waiting: { vi: '{n} tin đang chờ', en: '{n} wait' },
  what: {
    vi: 'Giải quyết trong 20 ngày kể từ ngày nhận, kéo dài nhiều nhất đến 2 tháng (Điều 147 Bộ luật Tố tụng hình sự). Tin ẩn danh được giải quyết như tin có tên. Tên người báo tin được giữ kín.',
    en: 'Settled within 20 days of the receipt, two months at most (Criminal Procedure Code, art. 147). An anonymous report is worked on as one with a name. Who reported is kept secret.',
  },
  kind: { vi: 'Về việc', en: 'About' },
  place: { vi: 'Nơi xảy ra', en: 'Where' },
  noPlace: { vi: 'Nơi không còn trong danh mục', en: 'A place no list names now' },
  by: { vi: 'Người báo tin', en: 'Reported' },
  anonymous: { vi: 'Ẩn danh', en: 'Anonymously' },
  named: { vi: 'Có tên', en: 'With a name' },
  answered: { vi: 'Đã trả lời', en: 'Answered' },
  none: { vi: 'Không có tin báo nào chờ', en: 'No report waits' },
  noneWhy: { vi: 'Tin báo về địa bàn này đến đây.', en: 'What people report of this area comes here.' },
  open: { vi: 'mở tin báo', en: 'open the report' },
})
type Listed = OutputOf<typeof ListCrimeReports>['items'][number]

const columns = () => [
  { key: 'kind', title: t('kind'), cell: (row: Listed) => <b>{crimeKindWords(row.kind)}</b> },
  { key: 'place', title: t('place'), cell: (row: Listed) => row.place ?? t('noPlace') },
  {
    key: 'by',
    title: t('by'),
    cell: (row: Listed) => (
      <span class="pill-list">
        <Pill>{t(row.by)}</Pill>
        {row.isAnswered && <Pill tone="gold">{t('answered')}</Pill>}
      </span>
    ),
  },
  referenceColumn<Listed>(),
  dueColumn<Listed>((row) => closingOf(row.dueOn)),
]

const CrimeReportsPage = () => (
  <QueuePage<Listed>
    of="crime-reports"
    read={(cursor) => view<typeof ListCrimeReports>('crime-report.list', { cursor })}
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

export default CrimeReportsPage
