/** What waits at an office in this module's queues, for the counter's overview. */
import type { Reading } from '../../../kernel/work.ts'
import * as store from './store.ts'
import type { CardQueue } from './store.ts'

interface QueueFigures {
  readonly waiting: number
  readonly overdue: number
  readonly nextDueAt: Date | null
}
const figures =
  (which: readonly CardQueue[]) =>
  async (read: Reading, officeId: string, at: Date): Promise<QueueFigures> => {
    const { waiting, overdue, next_due_at } = await store.queueFigures(read, officeId, which, at)
    return { waiting, overdue, nextDueAt: next_due_at }
  }

export const cardOpenFigures = figures(['open'])
export const cardDecideFigures = figures(['second'])
export const cardPrintFigures = figures(['print'])
export const cardHandOverFigures = figures(['receive', 'ready'])
