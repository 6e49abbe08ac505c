/**
 * A paper that is shown at a counter and noted: what it is, its number, who issued it and when, and the
 * pictures of its pages, which whoever decides second looks at.
 */
import { dayInVietnam, inForce } from '../../../kernel/policy.ts'
import { problem } from '../../../kernel/problem.ts'
import type { Reading } from '../../../kernel/work.ts'
import { listedBody } from '../../registry/organisations/bodies/competent-body.ts'
import { paperPages_most } from './rules.ts'

export interface PaperPage {
  /** The digest of the bytes that came. */
  readonly id: string
  /** No registered device of the officer's desk signed it. */
  readonly isUnsigned: boolean
}
export interface NotedPaper<Kind extends string = string> {
  readonly kind: Kind
  readonly number: string
  readonly authority: string
  /** ISO day. */
  readonly date: string
  /** Absent in what was noted before pages were pictured. */
  readonly pages?: readonly PaperPage[]
}

/** Nothing was issued tomorrow. Throws `evidence.paper-of-future`. */
export const mustBeIssued = (papers: readonly Pick<NotedPaper, 'date'>[], at: Date): void => {
  if (papers.some(({ date }) => date > dayInVietnam(at))) {
    throw problem('evidence.paper-of-future')
  }
}

/** Papers of bodies that the operator lists; who issued a birth certificate or a card is in no such list. */
const decisions: ReadonlySet<string> = new Set([
  'court-decision',
  'guardianship-decision',
  'adoption-decision',
])

/** With the names of their issuers as the list writes them. Throws `evidence.body-unlisted`. */
export const withListedIssuer = async <Paper extends Pick<NotedPaper, 'kind' | 'authority'>>(
  read: Reading,
  paper: Paper,
): Promise<Paper> =>
  decisions.has(paper.kind) ? { ...paper, authority: await listedBody(read, paper.authority) } : paper

export const pagesOf = (papers: readonly Pick<NotedPaper, 'pages'>[]): readonly PaperPage[] =>
  papers.flatMap(({ pages = [] }) => pages)
export const pageIds = (papers: readonly Pick<NotedPaper, 'pages'>[]): readonly string[] =>
  pagesOf(papers).map(({ id }) => id)
/** Each of them, and there is one. */
export const arePictured = (papers: readonly NotedPaper[]): boolean =>
  papers.length > 0 && papers.every(({ pages = [] }) => pages.length > 0)

/** As it is shown to an officer. */
export const paperSeen = <Paper extends NotedPaper>(paper: Paper) => ({
  ...paper,
  pages: [...(paper.pages ?? [])],
})
/** What stays of it for good: the words. The pages stand with their case. */
export const wordsOf = <Paper extends NotedPaper>({ pages: _, ...words }: Paper): Omit<Paper, 'pages'> =>
  words

/** Of a page that it does not have yet. Throws `evidence.pages-full`. */
export const withPage = <Paper extends NotedPaper>(paper: Paper, page: PaperPage, at: Date): Paper => {
  const { pages = [] } = paper
  if (pages.length >= inForce(paperPages_most, at)) {
    throw problem('evidence.pages-full')
  }
  return { ...paper, pages: [...pages, page] }
}
