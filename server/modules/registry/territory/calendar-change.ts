/**
 * A change to the calendar of working days that is announced while the product runs: a holiday more, a day
 * exchanged for another one. Pure.
 */
import { z } from 'zod'
import { addDays, weekday } from '../../../../formats/vietnam-day.ts'
import { isWorkingDay, type WorkingCalendar } from '../../../../formats/working-days.ts'

const DAYS_MOST = 40
/** What is announced is announced for this year and the next; a day far off is a slip of the finger. */
const AHEAD_MOST_days = 800

const words = z.strictObject({ vi: z.string().min(3).max(120), en: z.string().min(3).max(120) })
/** What a file of an announcement holds. */
export const calendarChange = z.strictObject({
  /** Who announced it, by which paper: number and day. */
  source: z.string().min(8).max(300),
  days: z
    .array(
      z.strictObject({
        day: z.iso.date(),
        offices: z.enum(['closed', 'open']),
        /** Why, as a letter says it: "nghỉ Quốc khánh". */
        why: words,
      }),
    )
    .min(1)
    .max(DAYS_MOST),
})
export type CalendarChange = z.infer<typeof calendarChange>

/** The same calendar with these days otherwise; what is said later counts. */
export const changedCalendar = (
  { closedDates, openDates }: WorkingCalendar,
  { days }: Pick<CalendarChange, 'days'>,
): WorkingCalendar => {
  const [closed, open] = [new Set(closedDates), new Set(openDates)]
  for (const { day, offices } of days) {
    const [joined, left] = offices === 'closed' ? [closed, open] : [open, closed]
    joined.add(day)
    left.delete(day)
  }
  return { closedDates: closed, openDates: open }
}

const ofWeek = (day: string): string =>
  ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'][weekday(day)] ?? ''

/**
 * What is wrong with it, in one sentence; null when nothing is. Only days to come: what was promised and done
 * by a day that is over stays as it was.
 */
export const faultOfChange = (
  { days }: Pick<CalendarChange, 'days'>,
  calendar: WorkingCalendar,
  today: string,
): string | null => {
  const seen = new Set<string>()
  for (const { day, offices } of days) {
    if (seen.has(day)) {
      return `${day} is named twice.`
    }
    seen.add(day)
    if (day <= today) {
      return `${day} is not to come: what ended by then stays as it was.`
    }
    if (day > addDays(today, AHEAD_MOST_days)) {
      return `${day} is more than two years ahead: is that its year?`
    }
    if (isWorkingDay(day, calendar) === (offices === 'open')) {
      return `Offices are ${offices} on ${day} already, which is a ${ofWeek(day)}.`
    }
  }
  return null
}

/**
 * The day to which one moves that was counted by another calendar: as many working days after the day before
 * the first one that changed as it was. `from`: the day on which its count began. A day of which no part was
 * a working day stays.
 */
export const movedDay = (
  day: string,
  from: string,
  {
    before,
    after,
    changed,
  }: {
    readonly before: WorkingCalendar
    readonly after: WorkingCalendar
    readonly changed: readonly string[]
  },
): string => {
  const first = changed.reduce((least, one) => (one < least ? one : least), '9999-12-31')
  const base = first > from ? addDays(first, -1) : from
  let left = 0
  for (let each = base; each < day;) {
    each = addDays(each, 1)
    left += isWorkingDay(each, before) ? 1 : 0
  }
  if (left === 0) {
    return day
  }
  let moved = base
  while (left > 0) {
    moved = addDays(moved, 1)
    left -= isWorkingDay(moved, after) ? 1 : 0
  }
  return moved
}
