/**
 * The country's working days for every time limit that law counts in them. The counting itself is in
 * formats/working-days.ts.
 */
import {
  addWorkingDays as countWorkingDays,
  receptionDay,
  workingDaysBetween,
  type WorkingCalendar,
  type WorkingDayOptions,
} from '../../../../formats/working-days.ts'
import { calendarYears } from './calendar-days.ts'

const calendar: WorkingCalendar = {
  closedDates: new Set(calendarYears.flatMap((year) => year.closed.map(([day]) => day))),
  openDates: new Set(calendarYears.flatMap((year) => year.open.map(([day]) => day))),
}

/**
 * Whether holidays of the day's year are known; beyond them a limit is counted by weekends alone and may end
 * too early.
 */
export const calendarKnows = (day: string): boolean =>
  calendarYears.some((year) => String(year.year) === day.slice(0, 4))

/**
 * The last day (ISO) of a limit of `days` working days from a receipt. Throws RangeError as the format does.
 */
export const addWorkingDays = (when: Date | string, days: number, options?: WorkingDayOptions): string =>
  countWorkingDays(when, days, calendar, options)

/** The working day on which something counts as received. */
export const dayOfReceipt = (when: Date | string, options?: WorkingDayOptions): string =>
  receptionDay(when, calendar, options)

/** Working days after `from` up to and with `to`. */
export const workingDaysFromTo = (from: string, to: string): number => workingDaysBetween(from, to, calendar)
