// Cases of differing data that wait at this office: card, register, papers or the person herself say
// different things of one field.
import type { ListDiscrepancies } from '../../../../contract/discrepancy.ts'
import type { OutputOf } from '../../../../contract/operation.ts'
import { view } from '../../../client/call.ts'
import { fieldWords, sourceWords, stateTones, stateWords } from '../../../kit/mismatch-words.ts'
import { phrases } from '../../../ui/phrases.ts'
import { Pill } from '../../../ui/pill.tsx'
import { dueColumn, personColumn, referenceColumn } from '../case/case-queue.tsx'
import { QueuePage } from '../case/queue-page.tsx'

const t = phrases({
  title: { vi: 'Sai lệch dữ liệu', en: 'Data mismatches' },
  waiting: { vi: '{n} hồ sơ đang chờ', en: '{n} cases wait' },
  what: {
    vi: 'Mỗi hồ sơ là một mục mà các nguồn ghi khác nhau. Người này đề xuất, người khác xác nhận; người dân thấy từng bước và được báo kết quả.',
    en: 'Each case is one field of which sources say different things. One officer proposes, another confirms; the person sees each step and is told the outcome.',
  },
  field: { vi: 'Mục sai lệch', en: 'Field' },
  sources: { vi: 'Giữa', en: 'Between' },
  state: { vi: 'Trạng thái', en: 'State' },
  none: { vi: 'Không có sai lệch nào chờ', en: 'No mismatch waits' },
  noneWhy: {
    vi: 'Hồ sơ tự mở khi thẻ đọc tại quầy khác cơ sở dữ liệu, hoặc khi người dân báo trong ứng dụng.',
    en: 'A case opens by itself when a card read at the counter differs from the register, or when a person reports it in the app.',
  },
  open: { vi: 'mở hồ sơ', en: 'open the case' },
})
type Listed = OutputOf<typeof ListDiscrepancies>['items'][number]

const columns = () => [
  personColumn<Listed>(),
  referenceColumn<Listed>(),
  { key: 'field', title: t('field'), cell: (row: Listed) => <b>{fieldWords(row.field)}</b> },
  {
    key: 'sources',
    title: t('sources'),
    isWide: true,
    cell: (row: Listed) => row.sources.map((source) => sourceWords(source)).join(' · '),
  },
  {
    key: 'state',
    title: t('state'),
    cell: (row: Listed) => <Pill tone={stateTones[row.state]}>{stateWords(row.state)}</Pill>,
  },
  dueColumn<Listed>((row) => row.dueAt),
]

const DiscrepanciesPage = () => (
  <QueuePage<Listed>
    of="discrepancies"
    read={(cursor) => view<typeof ListDiscrepancies>('discrepancy.list', { cursor })}
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

export default DiscrepanciesPage
