/** The clock of a case. Pure. */
import { dayInVietnam } from '../../../kernel/policy.ts'
import { addWorkingDays, workingDaysFromTo } from '../../registry/territory/working-calendar.ts'

/** The end of office hours on the last working day. */
const CLOSING = '17:00:00+07:00'
export const closingAfter = (from: Date, workingDays: number): Date =>
  new Date(`${addWorkingDays(from, workingDays)}T${CLOSING}`)

/**
 * The due moment of a case whose clock stood still: as many working days later, at the same hour. The day on
 * which the clock stops is still the office's own; the day on which it runs again is given back.
 */
export const dueAfterPause = (dueAt: Date, from: Date, to: Date): Date => {
  const days = workingDaysFromTo(dayInVietnam(from), dayInVietnam(to))
  if (days <= 0) {
    return dueAt
  }
  const dueDay = dayInVietnam(dueAt)
  const hour_ms = dueAt.getTime() - Date.parse(`${dueDay}T00:00:00+07:00`)
  return new Date(Date.parse(`${addWorkingDays(dueDay, days)}T00:00:00+07:00`) + hour_ms)
}
