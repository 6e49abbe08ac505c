/** What waits at an office in this module's queues, for the counter's overview. */
import type { Reading } from '../../../kernel/work.ts'
import * as level2Store from './level-2/level-2-store.ts'
import * as store from './store.ts'

export interface QueueFigures {
  readonly waiting: number
  readonly overdue: number
  readonly nextDueAt: Date | null
}
const figuresOf = (row: { waiting: number; overdue: number; next_due_at: Date | null }): QueueFigures => ({
  waiting: row.waiting,
  overdue: row.overdue,
  nextDueAt: row.next_due_at,
})

export const level1Figures = async (read: Reading, officeId: string, at: Date): Promise<QueueFigures> =>
  figuresOf(await store.queueFigures(read, officeId, at))
export const level2OpenFigures = async (read: Reading, officeId: string, at: Date): Promise<QueueFigures> =>
  figuresOf(await level2Store.queueFigures(read, officeId, 'open', at))
export const level2SecondFigures = async (read: Reading, officeId: string, at: Date): Promise<QueueFigures> =>
  figuresOf(await level2Store.queueFigures(read, officeId, 'second', at))
