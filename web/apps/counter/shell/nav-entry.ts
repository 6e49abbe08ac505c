// What an entry of the counter's navigation is, and which of them an officer sees: those of her tasks.
import { inLanguage } from '../../../ui/phrases.ts'
import { hrefTo } from '../../../ui/router.tsx'
import type { ConsoleGroup } from '../../../ui/console-frame.tsx'
import type { Count } from './counts.ts'

export type NavEntry = {
  /** Any one of these tasks shows it; an empty list shows it to every officer. */
  readonly tasks: readonly string[]
  /** A path of the counter, such as `/review`. */
  readonly href: string
  readonly title: { readonly vi: string; readonly en: string }
  readonly icon: string
  /** The key below which `counts` knows how many wait. */
  readonly count?: string
  /** `mine` stands below the queues. */
  readonly group?: 'work' | 'mine'
}

const isAt = (href: string, path: string): boolean =>
  href === '/' ? path === '/' : path === href || path.startsWith(`${href}/`)

/** The entry whose page is open: the longest address that the path begins with. */
const currentOf = (entries: readonly NavEntry[], path: string): NavEntry | undefined =>
  entries.filter(({ href }) => isAt(href, path)).toSorted((a, b) => b.href.length - a.href.length)[0]

export const groupsFor = (
  entries: readonly NavEntry[],
  tasks: readonly string[],
  path: string,
  counts: Readonly<Record<string, Count>>,
  mine: string,
): readonly ConsoleGroup[] => {
  const shown = entries.filter(
    (entry) => entry.tasks.length === 0 || entry.tasks.some((task) => tasks.includes(task)),
  )
  const current = currentOf(shown, path)
  const linksOf = (group: NavEntry['group']) =>
    shown
      .filter((entry) => (entry.group ?? 'work') === group)
      .map((entry) => {
        const count = entry.count === undefined ? undefined : counts[entry.count]
        return {
          href: hrefTo(entry.href),
          title: inLanguage(entry.title),
          icon: entry.icon,
          count: count?.n,
          isUrgent: count?.isUrgent,
          isCurrent: entry === current,
        }
      })
  return [{ links: linksOf('work') }, { title: mine, links: linksOf('mine') }].filter(
    ({ links }) => links.length > 0,
  )
}
