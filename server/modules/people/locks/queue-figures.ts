/** What waits at an office in this module's queues, for the counter's overview. */
import type { Reading } from '../../../kernel/work.ts'
import * as requests from './request-store.ts'

const figures = (stage: 'receive' | 'decide') => async (read: Reading, officeId: string, at: Date) => {
  const row = await requests.queueFigures(read, officeId, stage, at)
  return { waiting: row.waiting, overdue: row.overdue, nextDueAt: row.next_due_at }
}
export const lockReceiveFigures = figures('receive')
export const lockDecideFigures = figures('decide')
