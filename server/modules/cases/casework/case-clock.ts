/** The clock of a case. Pure. */
import { vietnamMoment } from '../../../../formats/vietnam-day.ts'
import { addWorkingDays, dayOfReceipt, workingDaysFromTo } from '../../registry/territory/working-calendar.ts'

/** The end of office hours on the last working day. */
const CLOSING = '17:00:00+07:00'
const CLOSING_ms = 17 * 3_600_000
const day_ms = 86_400_000

const closingOf = (workingDay: string): Date => new Date(`${workingDay}T${CLOSING}`)
export const closingAfter = (from: Date, workingDays: number): Date =>
  closingOf(addWorkingDays(from, workingDays))

/** Time passes on working days only: a moment of a closed day is the beginning of the next working one. */
const placeOf = (when: Date): { readonly day: string; readonly time_ms: number } => {
  const { day, timeOfDay_ms } = vietnamMoment(when)
  const working = dayOfReceipt(when)
  return { day: working, time_ms: working === day ? timeOfDay_ms : 0 }
}

const workingTime_ms = (from: Date, to: Date): number => {
  const [first, last] = [placeOf(from), placeOf(to)]
  return workingDaysFromTo(first.day, last.day) * day_ms + last.time_ms - first.time_ms
}

/**
 * When a clock that stood still runs out: the working time that was left, counted from the moment it goes on,
 * up to the closing of the office, and never less than was left. What was late stays late.
 */
export const dueAfterPause = (dueAt: Date, pausedAt: Date, resumedAt: Date): Date => {
  if (dueAt <= pausedAt) {
    return dueAt
  }
  const left_ms = workingTime_ms(pausedAt, dueAt)
  const { day, time_ms } = placeOf(resumedAt)
  const end_ms = time_ms + left_ms
  const isAfterClosing = end_ms % day_ms > CLOSING_ms
  return closingOf(addWorkingDays(day, Math.floor(end_ms / day_ms) + (isAfterClosing ? 1 : 0)))
}
