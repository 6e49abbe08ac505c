/**
 * The clock of a case: it stands still while somebody else is waited for, and ends so many days later.
 * Pure.
 */
import { vietnamDay } from '../../../../formats/vietnam-day.ts'
import { addWorkingDays, workingDaysFromTo } from '../../registry/territory/working-calendar.ts'

/** The end of office hours on the last working day. */
const CLOSING = '17:00:00+07:00'
export const closingAfter = (from: Date, workingDays: number): Date =>
  new Date(`${addWorkingDays(from, workingDays)}T${CLOSING}`)

/** When a case is due that stood still from `pausedAt` to `resumedAt`: so many working days later. */
export const dueAfterPause = (dueAt: Date, pausedAt: Date, resumedAt: Date): Date => {
  const waited = workingDaysFromTo(vietnamDay(pausedAt), vietnamDay(resumedAt))
  return waited <= 0 ? dueAt : new Date(`${addWorkingDays(vietnamDay(dueAt), waited)}T${CLOSING}`)
}
