/**
 * What `perform` stands on: where work is done, and the tools that every use case may use. Filled by the
 * composition root.
 */
import type { Officer } from './actor.ts'
import type { Tools } from './tools.ts'
import type { Reading, Work } from './work.ts'

export interface AppContext {
  readonly tools: Tools
  /**
   * Runs a deed in one transaction, again from the start when the database asks for it (serialization,
   * deadlock).
   */
  transact<T>(deed: (work: Work) => Promise<T> | T): Promise<T>
  /**
   * A single statement, which is a transaction by itself: two messages to the database fewer. It may change
   * something.
   */
  readonly atOnce: Pick<Reading, 'rows'>
  readonly spendPersons: SpendPersons
}

/**
 * Asked before any deed in which an officer names people by their numbers. Throws when her budget is spent.
 */
export type SpendPersons = (
  context: Pick<AppContext, 'tools' | 'transact'>,
  asked: { readonly officer: Officer; readonly useCase: string; readonly numbers: readonly string[] },
) => Promise<void>
