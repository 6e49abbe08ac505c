/** What waits at an office for the decision on level 1, for the counter's overview. */
import type { Reading } from '../../../kernel/work.ts'
import * as store from './store.ts'

export const level1Figures = async (read: Reading, officeId: string, at: Date) => {
  const row = await store.queueFigures(read, officeId, at)
  return { waiting: row.waiting, overdue: row.overdue, nextDueAt: row.next_due_at }
}
