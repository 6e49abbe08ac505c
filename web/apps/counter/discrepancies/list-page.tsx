// Cases of differing data that wait at this office: card, register, papers or the person herself say
// different things of one field.
import { useEffect } from 'preact/hooks'
import type { ListDiscrepancies } from '../../../../contract/discrepancy.ts'
import type { OutputOf } from '../../../../contract/operation.ts'
import { view } from '../../../client/call.ts'
import { PageHead } from '../../../ui/console-frame.tsx'
import { check } from '../../../ui/icons.tsx'
import { fieldWords, sourceWords, stateTones, stateWords } from '../../../kit/mismatch-words.ts'
import { Notice } from '../../../ui/notice.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { Pill } from '../../../ui/pill.tsx'
import { hrefTo } from '../../../ui/router.tsx'
import { setCount } from '../shell/counts.ts'
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
import { useKeys } from '../shell/keys.ts'
import { orSignIn } from '../shell/officer.ts'

const t = phrases({
  title: { vi: 'Sai lệch dữ liệu', en: 'Data mismatches' },
  waiting: { vi: '{n} hồ sơ đang chờ', en: '{n} cases wait' },
  late: { vi: '{n} quá hạn', en: '{n} overdue' },
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

const DiscrepanciesPage = () => {
  const pages = useCaseQueue<Listed>((cursor) =>
    orSignIn(view<typeof ListDiscrepancies>('discrepancy.list', { cursor })),
  )
  useKeys({ ...queueKeys })
  const late = pages.items.filter(({ isOverdue }) => isOverdue).length
  const n = pages.items.length
  useEffect(() => {
    if (!pages.isLoading && !pages.problem && !pages.hasMore) {
      setCount('discrepancies', { n, isUrgent: late > 0 })
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
        hrefOf={(row) => hrefTo(`/discrepancies/${row.id}`)}
        isMarked={(row) => row.isOverdue}
        columns={columns()}
        empty={{ icon: check, title: t('none'), why: t('noneWhy') }}
      />
    </CounterFrame>
  )
}

export default DiscrepanciesPage
