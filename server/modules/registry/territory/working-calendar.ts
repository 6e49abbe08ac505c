/**
 * The country's working days for every time limit that law counts in them: those of `calendar-days.ts`, with
 * what was announced since. The counting itself is in formats/working-days.ts.
 */
import {
  addWorkingDays as countWorkingDays,
  receptionDay,
  workingDaysBetween,
  type WorkingCalendar,
  type WorkingDayOptions,
} from '../../../../formats/working-days.ts'
import { vietnamMoment } from '../../../../formats/vietnam-day.ts'
import { changedCalendar, movedDay, type CalendarChange } from './calendar-change.ts'
import { calendarYears } from './calendar-days.ts'

export const calendarOfTheProduct: WorkingCalendar = {
  closedDates: new Set(calendarYears.flatMap((year) => year.closed.map(([day]) => day))),
  openDates: new Set(calendarYears.flatMap((year) => year.open.map(([day]) => day))),
}

/** By revision: what a due time was counted by stays known, so that it can be counted anew. */
let calendars: readonly WorkingCalendar[] = [calendarOfTheProduct]
let announced: readonly CalendarChange[] = []
const newest = (): WorkingCalendar => calendars.at(-1) ?? calendarOfTheProduct

/** Of this process, from now on. `changes`: all that were ever announced, in the order of their revisions. */
export const adoptCalendar = (changes: readonly CalendarChange[]): void => {
  announced = changes
  calendars = changes.reduce<readonly WorkingCalendar[]>(
    (known, change) => [...known, changedCalendar(known.at(-1) ?? calendarOfTheProduct, change)],
    [calendarOfTheProduct],
  )
}
/** The calendar by which this process counts; 0 is that of the product. */
export const calendarRevision = (): number => calendars.length - 1

/** The changes after a revision, the oldest first. */
export const announcedSince = (revision: number): readonly CalendarChange[] => announced.slice(revision)

/**
 * When something is due that was counted by an earlier revision, from `countedFrom` on. It keeps its time of
 * day.
 */
export const dueByNow = (dueAt: Date, countedFrom: Date, revision: number): Date => {
  const changed = announcedSince(revision).flatMap(({ days }) => days.map(({ day }) => day))
  const before = calendars[revision]
  const { day, timeOfDay_ms } = vietnamMoment(dueAt)
  if (before === undefined || changed.every((one) => one > day)) {
    return dueAt
  }
  const moved = movedDay(day, vietnamMoment(countedFrom).day, { before, after: newest(), changed })
  return moved === day ? dueAt : new Date(Date.parse(`${moved}T00:00:00+07:00`) + timeOfDay_ms)
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
  countWorkingDays(when, days, newest(), options)

/** The working day on which something counts as received. */
export const dayOfReceipt = (when: Date | string, options?: WorkingDayOptions): string =>
  receptionDay(when, newest(), options)

/** Working days after `from` up to and with `to`. */
export const workingDaysFromTo = (from: string, to: string): number => workingDaysBetween(from, to, newest())
