// A queue of cases at an office, whatever their kind: paged, looked at again by itself while it is short, one
// Tab stop with arrows, an empty state that says what would appear here.
import type { ComponentChildren } from 'preact'
import { useEffect } from 'preact/hooks'
import { usePages, type Page } from '../../../client/pages.ts'
import { useNow } from '../../../ui/clock.ts'
import { dateTimeVN } from '../../../ui/format.ts'
import { phrases } from '../../../ui/phrases.ts'
import { Pill } from '../../../ui/pill.tsx'
import { focusFirstRow, type QueueColumn } from '../../../ui/queue-table.tsx'
import { Due, dueMoment } from '../shell/due.tsx'
import { PagedTable, type PagedTableProps } from '../shell/paged-table.tsx'

const t = phrases({
  name: { vi: 'Người dân', en: 'Person' },
  unnamed: { vi: 'Chưa rõ tên', en: 'Name not known' },
  reference: { vi: 'Mã hồ sơ', en: 'Reference' },
  due: { vi: 'Hạn trả', en: 'Due' },
  mine: { vi: 'Do bạn lấy', en: 'Taken by you' },
  lapses: { vi: 'Tự kết thúc {when} nếu không ai làm tiếp', en: 'Ends by itself {when} unless continued' },
  move: { vi: 'lên, xuống', en: 'up, down' },
})

/** While no more than this is shown, the queue looks again by itself. */
const SHORT_MAX = 50

export const personColumn = <R extends { name: string | null }>(): QueueColumn<R> => ({
  key: 'name',
  title: t('name'),
  cell: (row) => row.name ?? t('unnamed'),
})
export const referenceColumn = <R extends { reference: string }>(): QueueColumn<R> => ({
  key: 'reference',
  title: t('reference'),
  cell: (row) => <span class="nowrap">{row.reference}</span>,
})
/** `dueAt` of a row for which nothing is due is null. */
export const dueColumn = <R,>(
  dueAt: (row: R) => string | null,
  title: string = t('due'),
): QueueColumn<R> => ({
  key: 'due',
  title,
  align: 'end',
  cell: (row) => {
    const at = dueAt(row)
    return at === null ? (
      <span class="quiet">–</span>
    ) : (
      <span class="due-cell">
        <Due dueAt={at} />
        <small class="quiet">{dueMoment(at)}</small>
      </span>
    )
  },
})

/** Until when an open case stands that nobody goes on with; nothing where it does not end by itself. */
export const Lapses = ({ at }: { at: string | null | undefined }) =>
  at ? <small class="quiet"> {t('lapses', { when: dateTimeVN(at) })}</small> : null

/** What a second pair of eyes has to look at in a case. `children`: what stands before it. */
export const DoubtPills = ({
  doubts,
  isMine,
  children,
}: {
  doubts: readonly string[]
  isMine: boolean
  children?: ComponentChildren
}) => (
  <span class="pill-list">
    {children}
    {doubts.map((doubt) => (
      <Pill key={doubt} tone="gold">
        {doubt}
      </Pill>
    ))}
    {isMine && <Pill>{t('mine')}</Pill>}
  </span>
)

/** For `useKeys`: into the list from wherever one is. */
export const queueKeys = { j: focusFirstRow, k: focusFirstRow, ArrowDown: focusFirstRow }
/** For the sheet of keys. `enter`: what Enter does here. */
export const queueKeyWords = (enter: string) => [['J K', t('move')] as const, ['Enter', enter] as const]

/** Reads page after page; again every `again_s` seconds while the queue is short and the page is in sight. */
export const useCaseQueue = <R,>(read: (cursor: string | undefined) => Promise<Page<R>>, again_s = 20) => {
  const pages = usePages<R>(read)
  useNow(30)
  useEffect(() => {
    const timer = setInterval(() => {
      if (!document.hidden && pages.items.length <= SHORT_MAX) {
        pages.reload()
      }
    }, again_s * 1000)
    return () => clearInterval(timer)
  }, [])
  return pages
}

/** Every row leads to its case. */
export const CaseQueue = <R,>(props: PagedTableProps<R> & { hrefOf: (row: R) => string }) => (
  <PagedTable {...props} />
)
