/** A paper that is shown at a counter and noted: what it is, its number, who issued it and when. */
import { dayInVietnam } from '../../../kernel/policy.ts'
import { problem } from '../../../kernel/problem.ts'
import type { Reading } from '../../../kernel/work.ts'
import { listedBody } from '../../registry/organisations/bodies/competent-body.ts'

export interface NotedPaper<Kind extends string = string> {
  readonly kind: Kind
  readonly number: string
  readonly authority: string
  /** ISO day. */
  readonly date: string
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
