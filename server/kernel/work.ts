/**
 * The right to read and write, as an object. A deed gets a `Work` for as long as its transaction lasts;
 * nobody else can write.
 */
import type { z } from 'zod'
import type { EventType } from './event.ts'
import type { SealedLine } from './line-writer.ts'

export interface Reading {
  rows<Row>(sql: string, params?: readonly unknown[]): Promise<Row[]>
  maybe<Row>(sql: string, params?: readonly unknown[]): Promise<Row | undefined>
  /** Exactly one row, else a plain Error: the caller knew that it is there. */
  one<Row>(sql: string, params?: readonly unknown[]): Promise<Row>
}

export interface Work extends Reading {
  /** Runs a change and answers how many rows it touched. */
  run(sql: string, params?: readonly unknown[]): Promise<number>
  /**
   * A change that nobody waits for by itself: it goes out before the next statement, at the latest before the
   * commit, which fails if it does.
   */
  send(sql: string, params?: readonly unknown[]): void
  /** Counts and signs an audit line for this transaction; for the one insert of a line. */
  signLine(text: string): SealedLine
  /** From here on, what is written can be taken back alone, audit lines too. */
  mark(name: string): Promise<void>
  undoTo(name: string): Promise<void>
  /** Stores an event with what was done; reactions follow when the transaction stands. */
  publish<Schema extends z.ZodType>(event: EventType<Schema>, subjectId: string, data: z.input<Schema>): void
  /** For what must not happen unless the transaction stands: waking a job, telling a socket. */
  afterCommit(deed: () => void): void
}

/**
 * Runs a deed in one transaction, again from the start when the database asks for it (serialization,
 * deadlock).
 */
export type Transact = <T>(deed: (work: Work) => Promise<T> | T) => Promise<T>
