/** What waits at an office, for the counter's overview. */
import type { Reading } from '../../../kernel/work.ts'
import * as store from './store.ts'

export const discrepancyFigures = async (read: Reading, officeId: string, at: Date) => {
  const { waiting, overdue, next_due_at } = await store.queueFigures(read, officeId, at)
  return { waiting, overdue, nextDueAt: next_due_at }
}
