/** What waits at an office for somebody to act, for the counter's overview. */
import type { Reading } from '../../../../kernel/work.ts'
import * as requests from './request-store.ts'

export const representationFigures = async (read: Reading, officeId: string, at: Date) => {
  const {
    waiting,
    overdue,
    next_due_at: nextDueAt,
  } = await requests.queueFigures(read, officeId, 'second', at)
  return { waiting, overdue, nextDueAt }
}
