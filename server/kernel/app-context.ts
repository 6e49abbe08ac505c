/**
 * What `perform` stands on: where work is done, and the tools that every use case may use. Filled by the
 * composition root.
 */
import type { Officer } from './actor.ts'
import type { Problem } from './problem.ts'
import type { Tools } from './tools.ts'
import type { Reading, Transact, Work } from './work.ts'

export interface AppContext {
  readonly tools: Tools
  readonly transact: Transact
  /**
   * A single statement, which is a transaction by itself: two messages to the database fewer. It may change
   * something.
   */
  readonly atOnce: Pick<Reading, 'rows'>
  readonly spendPersons: SpendPersons
  readonly countMet: CountMet
  readonly subjectOfNumber: SubjectOfNumber
}

/**
 * Asked before any deed in which an officer names people by their numbers. Throws when her budget is spent.
 */
export type SpendPersons = (
  context: Pick<AppContext, 'tools' | 'transact'>,
  asked: { readonly officer: Officer; readonly useCase: string; readonly numbers: readonly string[] },
) => Promise<void>

/**
 * Counts, in the deed's own transaction, whom an officer meets by it, however she came to them. Answers the
 * refusal when they are too many.
 */
export type CountMet = (
  work: Work,
  tools: Tools,
  met: { readonly officer: Officer; readonly useCase: string; readonly subjects: readonly string[] },
) => Promise<Problem | null>

/** Whose number it is; null where nobody of it is known. The same statement for either. */
type SubjectOfNumber = (read: Reading, tools: Tools, number: string) => Promise<string | null>
