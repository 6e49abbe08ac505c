// A queue of cases at an office, whatever their kind: paged, looked at again by itself while it is short, one
// Tab stop with arrows, an empty state that says what would appear here.
import type { ComponentChildren } from 'preact'
import { useEffect } from 'preact/hooks'
import { usePages, type Page, type Pages } from '../../../client/pages.ts'
import { Button } from '../../../ui/button.tsx'
import { useNow } from '../../../ui/clock.ts'
import { phrases } from '../../../ui/phrases.ts'
import { Pill } from '../../../ui/pill.tsx'
import { focusFirstRow, QueueTable, type QueueColumn } from '../../../ui/queue-table.tsx'
import { EmptyState, Skeleton } from '../../../ui/waiting.tsx'
import { Due, dueMoment } from '../shell/due.tsx'
import { Refusal } from '../shell/refusal.tsx'

const t = phrases({
  name: { vi: 'Người dân', en: 'Person' },
  unnamed: { vi: 'Chưa rõ tên', en: 'Name not known' },
  reference: { vi: 'Mã hồ sơ', en: 'Reference' },
  due: { vi: 'Hạn trả', en: 'Due' },
  mine: { vi: 'Do bạn lấy', en: 'Taken by you' },
  more: { vi: 'Xem thêm', en: 'Show more' },
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

export const CaseQueue = <R,>({
  pages,
  rows = pages.items,
  caption,
  columns,
  keyOf,
  hrefOf,
  isMarked,
  empty,
}: {
  pages: Pages<R>
  /** When only some of what was read is shown. */
  rows?: readonly R[]
  caption: string
  columns: readonly QueueColumn<R>[]
  keyOf: (row: R) => string
  hrefOf: (row: R) => string
  isMarked?: (row: R) => boolean
  empty: { icon: string; title: string; why: ComponentChildren }
}) => (
  <>
    <Refusal problem={pages.problem} onRetry={pages.reload} />
    {pages.isLoading && pages.items.length === 0 ? (
      <Skeleton lines={5} />
    ) : (
      (!pages.problem || pages.items.length > 0) && (
        <QueueTable
          caption={caption}
          rows={rows}
          keyOf={keyOf}
          hrefOf={hrefOf}
          {...(isMarked ? { isMarked } : {})}
          columns={columns}
          empty={
            <EmptyState icon={empty.icon} title={empty.title}>
              {empty.why}
            </EmptyState>
          }
        />
      )
    )}
    {pages.hasMore && (
      <Button onPress={pages.more} isBusy={pages.isLoading}>
        {t('more')}
      </Button>
    )}
  </>
)
