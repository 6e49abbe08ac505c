/**
 * Working days of state bodies: Monday to Friday but for closed days (holidays, Tết, days off in exchange)
 * and with make-up working
 * Saturdays, as the yearly decision on holidays says (Labour Code 2019 article 112). The day of receipt is
 * not counted
 * (Civil Code 2015 article 147); what comes after the cut-off is received on the next working day.
 */
import { addDays, isDay, vietnamMoment, weekday } from './vietnam-day.ts'

export type WorkingCalendar = {
  /** ISO days on which offices are closed although it is no weekend. */
  readonly closedDates: ReadonlySet<string>
  /** ISO days on which offices work although it is a weekend; they win over closedDates. */
  readonly openDates: ReadonlySet<string>
}

export type WorkingDayOptions = {
  /** `HH:MM` in Vietnam. What comes later than this very minute is received on the next working day. */
  readonly cutOff?: string
}

const day_ms = 86_400_000
const limit_days = 100_000
/** No calendar closes offices this long; a longer search means a wrong calendar. */
const longestClosure_days = 366

export function isWorkingDay(day: string, calendar: WorkingCalendar): boolean {
  const weekDay = weekday(day)
  if (calendar.openDates.has(day)) {
    return true
  }
  return weekDay !== 0 && weekDay !== 6 && !calendar.closedDates.has(day)
}

/**
 * The working day on which something is received. `when` is an instant (Date, or ISO text with an offset) or
 * an ISO day, which is
 * taken as before the cut-off. Throws RangeError for other texts and for a calendar without working days.
 */
export function receptionDay(
  when: Date | string,
  calendar: WorkingCalendar,
  { cutOff }: WorkingDayOptions = {},
): string {
  const { day, timeOfDay_ms } =
    typeof when === 'string' && isDay(when) ? { day: when, timeOfDay_ms: 0 } : vietnamMoment(when)
  const isLate = cutOff !== undefined && timeOfDay_ms > cutOffTime(cutOff)
  return isLate || !isWorkingDay(day, calendar) ? nextWorkingDay(day, calendar) : day
}

/**
 * The last day of a time limit of `days` working days: the n-th working day after the day of receipt; 0 is
 * the day of receipt itself.
 * Inputs as in receptionDay; throws RangeError also unless `days` is a whole number from 0 to 100000.
 */
export function addWorkingDays(
  when: Date | string,
  days: number,
  calendar: WorkingCalendar,
  options: WorkingDayOptions = {},
): string {
  if (!Number.isInteger(days) || days < 0 || days > limit_days) {
    throw new RangeError(`not a number of working days: ${days}`)
  }
  let day = receptionDay(when, calendar, options)
  for (let left = days; left > 0; left--) {
    day = nextWorkingDay(day, calendar)
  }
  return day
}

/**
 * Working days after `from` up to and with `to` (ISO days); negative when `to` is earlier, so that swapping
 * changes the sign.
 */
export function workingDaysBetween(from: string, to: string, calendar: WorkingCalendar): number {
  if (!isDay(from) || !isDay(to)) {
    throw new RangeError(`not days: ${from}, ${to}`)
  }
  // Subtracting keeps the zero of an empty span a plain 0, which -workingDaysBetween would not.
  if (to < from) {
    return 0 - workingDaysBetween(to, from, calendar)
  }
  const span_days = (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / day_ms
  if (span_days > limit_days * 2) {
    throw new RangeError(`too long a span: ${from}, ${to}`)
  }
  let count = 0
  for (let day = from; day < to;) {
    day = addDays(day, 1)
    if (isWorkingDay(day, calendar)) {
      count++
    }
  }
  return count
}

function nextWorkingDay(day: string, calendar: WorkingCalendar): string {
  let next = day
  for (let tried = 0; tried < longestClosure_days; tried++) {
    next = addDays(next, 1)
    if (isWorkingDay(next, calendar)) {
      return next
    }
  }
  throw new RangeError(`no working day in the year after ${day}`)
}

function cutOffTime(cutOff: string): number {
  const match = /^([01][0-9]|2[0-3]):([0-5][0-9])$/.exec(cutOff)
  if (match === null) {
    throw new RangeError(`not a time of day: ${cutOff}`)
  }
  return (Number(match[1]) * 60 + Number(match[2])) * 60_000
}
