// A console's queue: one Tab stop, arrows between rows, Enter opens; the first cell is a real link, so it can
// also be opened elsewhere.
import { focusOn } from './attention.tsx'
import './queue-table.css'
import type { ComponentChildren } from 'preact'

export type QueueColumn<R> = {
  key: string
  title: string
  cell: (row: R) => ComponentChildren
  align?: 'end'
  isWide?: boolean
}
export type QueueTableProps<R> = {
  caption: string
  columns: readonly QueueColumn<R>[]
  rows: readonly R[]
  keyOf: (row: R) => string
  hrefOf?: (row: R) => string
  isMarked?: (row: R) => boolean
  empty?: ComponentChildren
}

const step = (event: KeyboardEvent) => {
  const body = event.currentTarget
  if (!(body instanceof HTMLElement)) {
    return
  }
  const links = [...body.querySelectorAll<HTMLElement>('a.queue-link')]
  const from = links.findIndex((link) => link === document.activeElement)
  const to = {
    ArrowDown: from + 1,
    j: from + 1,
    ArrowUp: Math.max(0, from - 1),
    k: Math.max(0, from - 1),
    Home: 0,
    End: links.length - 1,
  }[event.key]
  if (to === undefined || from < 0) {
    return
  }
  event.preventDefault()
  focusOn(links[to])
}

/** What the key for the list does: the first row, unless a row has the focus already. */
export const focusFirstRow = (): void => {
  if (!document.activeElement?.closest('.queue tbody')) {
    focusOn(document.querySelector('a.queue-link'))
  }
}

export const QueueTable = <R,>({
  caption,
  columns,
  rows,
  keyOf,
  hrefOf,
  isMarked,
  empty,
}: QueueTableProps<R>) => (
  <div class="queue" role="region" aria-label={caption} tabIndex={-1}>
    <table>
      <caption class="unseen">{caption}</caption>
      <thead>
        <tr>
          {columns.map(({ key, title, align }) => (
            <th key={key} scope="col" class={align ? 'is-end' : ''}>
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody onKeyDown={step}>
        {rows.map((row) => (
          <tr key={keyOf(row)} class={isMarked?.(row) ? 'is-marked' : ''}>
            {columns.map(({ key, cell, align, isWide }, c) => (
              <td key={key} class={`${align ? 'is-end' : ''}${isWide ? ' is-wide' : ''}`}>
                {c === 0 && hrefOf ? (
                  <a class="queue-link" href={hrefOf(row)}>
                    {cell(row)}
                  </a>
                ) : (
                  cell(row)
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
    {rows.length === 0 && empty}
  </div>
)
