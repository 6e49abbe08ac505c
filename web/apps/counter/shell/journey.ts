// A journey of the counter: its entries in the navigation and its pages. An officer sees the entries of her
// tasks; the code of a page is fetched when it is first opened.
import { inLanguage } from '../../../ui/phrases.ts'
import { hrefTo, type RouteTable } from '../../../ui/router.tsx'
import { createStore } from '../../../ui/store.ts'
import type { ConsoleGroup } from '../../../ui/console-frame.tsx'
import type { Count } from './counts.ts'
import type { QuestionWords } from './question.ts'

export type NavEntry = {
  /** Any one of these tasks shows it; an empty list shows it to every officer. */
  readonly tasks: readonly string[]
  /** A path of the counter, such as `/review`. */
  readonly href: string
  /** Paths of its pages that do not begin with it. */
  readonly also?: readonly string[]
  readonly title: { readonly vi: string; readonly en: string }
  readonly icon: string
  /** Below which key `counts` knows how many wait: a queue's (contract/counter.ts), or one of the desk. */
  readonly count?: string
  /** What an officer does with what waits there, as the overview says it. */
  readonly waiting?: { readonly vi: string; readonly en: string }
  /** `mine` stands below the queues. */
  readonly group?: 'work' | 'mine'
}

/** A kind of case to which the search leads by its reference. */
interface CaseKind {
  /** One of `findableKind` (contract/counter.ts). */
  readonly kind: string
  readonly title: { readonly vi: string; readonly en: string }
  /** Where this case opens for an officer of these tasks. */
  place(caseId: string, tasks: readonly string[]): string
}

export interface Journey {
  readonly entries: readonly NavEntry[]
  readonly cases?: readonly CaseKind[]
  /** What it asks the citizen at her own screen, by kind. */
  readonly questions?: Readonly<Record<string, QuestionWords>>
  readonly routes: RouteTable
}

/** Filled once by the counter's main file, which knows every journey; the shell knows none. */
export const navigation = createStore<readonly NavEntry[]>([])
/** The same of the kinds of cases. */
export const caseKinds = createStore<readonly CaseKind[]>([])

const isAt = (href: string, path: string): boolean =>
  href === '/' ? path === '/' : path === href || path.startsWith(`${href}/`)

/** The entry whose page is open: the longest address that the path begins with. */
const currentOf = (entries: readonly NavEntry[], path: string): NavEntry | undefined =>
  entries
    .filter(({ href, also = [] }) => [href, ...also].some((place) => isAt(place, path)))
    .toSorted((a, b) => b.href.length - a.href.length)[0]

/** The list in which what a path names would stand; today's work where there is none. */
export const listOf = (entries: readonly NavEntry[], path: string): string =>
  currentOf(entries, path)?.href ?? '/'

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
