/**
 * A task of the counter, declared once: what a mandate may give for it, the queues in which its work waits,
 * how the search names its cases, what it asks the citizen, and the refusals and lines of the log that come
 * with it. The enumerations of the wire and the catalogues are folded from these.
 */
import type { ProblemEntry } from '../problems/shape.ts'
import type { PurposeEntry } from '../purposes/shape.ts'

export interface CounterTask {
  /** What a mandate gives: an officer's right to do it at one office, for a time. */
  readonly tasks: readonly string[]
  /** Queues by next action, in the order of the counter's navigation. */
  readonly queues: readonly string[]
  /** Kinds of cases that the search finds by their reference. */
  readonly cases: readonly string[]
  /** What it asks the citizen at her own screen; the journey of the counter says it in words. */
  readonly questions: readonly string[]
  readonly problems: Readonly<Record<string, ProblemEntry>>
  readonly purposes: Readonly<Record<string, PurposeEntry>>
}

export const counterTask = <const T extends CounterTask>(task: T): T => task
