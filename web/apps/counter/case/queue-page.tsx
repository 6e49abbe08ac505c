// The page of a queue: how many wait at this office and how many of them are late, what the law wants, and
// the rows, each of which leads to its case.
import { useEffect } from 'preact/hooks'
import type { Page } from '../../../client/pages.ts'
import { PageHead } from '../../../ui/console-frame.tsx'
import { check } from '../../../ui/icons.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { Pill } from '../../../ui/pill.tsx'
import type { QueueColumn } from '../../../ui/queue-table.tsx'
import { hrefTo } from '../../../ui/router.tsx'
import { CounterFrame } from '../shell/counter-frame.tsx'
import { counts, setCount } from '../shell/counts.ts'
import { useKeys } from '../shell/keys.ts'
import { orSignIn } from '../shell/officer.ts'
import { CaseQueue, queueKeyWords, queueKeys, useCaseQueue } from './case-queue.tsx'
import { queueFigures } from './queue-figures.ts'

const t = phrases({ late: { vi: '{n} quá hạn', en: '{n} overdue' } })

interface Row {
  readonly id: string
  readonly isOverdue: boolean
}
interface QueuePageProps<R extends Row> {
  /** As the navigation counts it; also the first part of its address. */
  readonly of: string
  readonly read: (cursor: string | undefined) => Promise<Page<R>>
  readonly columns: readonly QueueColumn<R>[]
  readonly words: {
    readonly title: string
    readonly waiting: (n: string) => string
    readonly what: string
    readonly none: string
    readonly noneWhy: string
    /** What Enter does on a row. */
    readonly open: string
  }
}

export const QueuePage = <R extends Row>({ of, read, columns, words }: QueuePageProps<R>) => {
  const pages = useCaseQueue<R>((cursor) => orSignIn(read(cursor)))
  useKeys({ ...queueKeys })
  const n = pages.items.length
  const { waiting, late } = queueFigures(pages.items, pages.hasMore, counts.use()[of]?.n)
  useEffect(() => {
    if (!pages.isLoading && !pages.problem && !pages.hasMore) {
      setCount(of, { n, isUrgent: late !== null })
    }
  }, [pages.isLoading, n])
  return (
    <CounterFrame title={words.title} keys={[...queueKeyWords(words.open)]}>
      <PageHead
        title={words.title}
        beside={
          n > 0 && (
            <>
              <Pill tone="jade">{words.waiting(waiting)}</Pill>
              {late !== null && <Pill tone="son">{t('late', { n: late })}</Pill>}
            </>
          )
        }
      />
      <Notice isQuiet>{words.what}</Notice>
      <CaseQueue
        pages={pages}
        caption={words.title}
        keyOf={(row) => row.id}
        hrefOf={(row) => hrefTo(`/${of}/${row.id}`)}
        isMarked={(row) => row.isOverdue}
        columns={columns}
        empty={{ icon: check, title: words.none, why: words.noneWhy }}
      />
    </CounterFrame>
  )
}
