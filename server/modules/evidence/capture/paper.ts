/** A paper that is shown at a counter and noted: what it is, its number, who issued it and when. */
import { dayInVietnam } from '../../../kernel/policy.ts'
import { problem } from '../../../kernel/problem.ts'

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
