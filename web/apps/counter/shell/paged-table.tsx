// A list read page after page: what was read stays when the next page fails; an empty one says what would
// appear here.
import type { ComponentChildren } from 'preact'
import type { Pages } from '../../../client/pages.ts'
import { Button } from '../../../ui/button.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { QueueTable, type QueueTableProps } from '../../../ui/queue-table.tsx'
import { EmptyState, Skeleton } from '../../../ui/waiting.tsx'
import { Refusal } from './refusal.tsx'

const t = phrases({ more: { vi: 'Xem thêm', en: 'Show more' } })

export type PagedTableProps<R> = Omit<QueueTableProps<R>, 'rows' | 'empty'> & {
  pages: Pages<R>
  /** When only some of what was read is shown. */
  rows?: readonly R[]
  empty: { icon: string; title: string; why: ComponentChildren }
  /** Grey lines while the first page is read. */
  lines?: number
}

export const PagedTable = <R,>({
  pages,
  rows = pages.items,
  empty,
  lines = 5,
  ...table
}: PagedTableProps<R>) => (
  <>
    <Refusal problem={pages.problem} onRetry={pages.retry} />
    {pages.isLoading && pages.items.length === 0 ? (
      <Skeleton lines={lines} />
    ) : (
      (!pages.problem || pages.items.length > 0) && (
        <QueueTable
          {...table}
          rows={rows}
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
