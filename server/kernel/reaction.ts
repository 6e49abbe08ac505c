/**
 * What follows when an event has happened. Each reaction is done exactly once, in the transaction that takes
 * the event; it is given data that has been read by the event's schema.
 */
import type { z } from 'zod'
import type { EventType } from './event.ts'
import type { Tools } from './tools.ts'
import type { Work } from './work.ts'

export interface Published<Data> {
  readonly subjectId: string
  readonly data: Data
}

export interface Reaction {
  readonly event: EventType
  readonly name: string
  /** Writes by `work` only: what leaves the database is not undone when the transaction is. */
  run(work: Work, event: Published<unknown>, tools: Tools): unknown
}

/** `name` says what is done, as the operator's log tells it when it fails. */
export const on = <Schema extends z.ZodType>(
  event: EventType<Schema>,
  name: string,
  react: (work: Work, event: Published<z.output<Schema>>, tools: Tools) => unknown,
): Reaction => ({
  event,
  name,
  run: (work, { subjectId, data }, tools) => react(work, { subjectId, data: event.data.parse(data) }, tools),
})
