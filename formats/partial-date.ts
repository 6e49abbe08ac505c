/**
 * Dates of a day, of a month or of a year only, because older people's papers give no more
 * (QCVN 109:2017/BTTTT carries both NgayThangNam and Nam). Held as ISO text cut at the known part.
 */
import type { Parsed } from './parsed.ts'

declare const partialDateBrand: unique symbol

/** `1958`, `1958-08` or `1958-08-20`: Gregorian, real, from 1850 to 2200. */
export type PartialDate = string & { readonly [partialDateBrand]: true }
export type DatePrecision = 'year' | 'month' | 'day'
export type PartialDateReason = 'shape' | 'year' | 'month' | 'day'
export type DateParts = { readonly year: number; readonly month?: number; readonly day?: number }

const firstYear = 1850
const lastYear = 2200

const isoShape = /^(?<year>[0-9]{4})(?:-(?<month>[0-9]{2})(?:-(?<day>[0-9]{2}))?)?$/
const vietnameseShape = /^(?:(?:(?<day>[0-9]{1,2})\/)?(?<month>[0-9]{1,2})\/)?(?<year>[0-9]{4})$/

/** Number of days in a month (1 to 12) of the Gregorian calendar. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) {
    return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
  }
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

/** Builds a date from numbers; a day without a month is refused as `month`. */
export function partialDateOf({ year, month, day }: DateParts): Parsed<PartialDate, PartialDateReason> {
  if (!Number.isInteger(year) || year < firstYear || year > lastYear) {
    return { ok: false, reason: 'year' }
  }
  const yearText = String(year)
  if (month === undefined) {
    return day === undefined ? { ok: true, value: yearText as PartialDate } : { ok: false, reason: 'month' }
  }
  if (!Number.isInteger(month) || month < 1 || month > 12) {
    return { ok: false, reason: 'month' }
  }
  const monthText = `${yearText}-${twoDigits(month)}`
  if (day === undefined) {
    return { ok: true, value: monthText as PartialDate }
  }
  if (!Number.isInteger(day) || day < 1 || day > daysInMonth(year, month)) {
    return { ok: false, reason: 'day' }
  }
  return { ok: true, value: `${monthText}-${twoDigits(day)}` as PartialDate }
}

/**
 * Reads ISO (`1958-08-20`, `1958-08`, `1958`) or Vietnamese (`20/08/1958`, `8/1958`) text; spaces around are
 * ignored.
 */
export function parsePartialDate(text: string): Parsed<PartialDate, PartialDateReason> {
  if (text.length > 40) {
    return { ok: false, reason: 'shape' }
  }
  const trimmed = text.trim()
  const groups = (isoShape.exec(trimmed) ?? vietnameseShape.exec(trimmed))?.groups
  if (groups === undefined) {
    return { ok: false, reason: 'shape' }
  }
  return partialDateOf({
    year: Number(groups['year']),
    month: groups['month'] === undefined ? undefined : Number(groups['month']),
    day: groups['day'] === undefined ? undefined : Number(groups['day']),
  })
}

export function datePrecision(date: PartialDate): DatePrecision {
  return date.length === 4 ? 'year' : date.length === 7 ? 'month' : 'day'
}

export function dateParts(date: PartialDate): DateParts {
  const [year, month, day] = date.split('-').map(Number)
  return { year: Number(year), month, day }
}

/** `vi`: 20/08/1958, 08/1958, 1958. `iso`: the text it is stored as. */
export function formatPartialDate(date: PartialDate, style: 'vi' | 'iso'): string {
  return style === 'iso' ? date : date.split('-').toReversed().join('/')
}

/** A total order; a less precise date comes before every date inside it, as in a sorted list of ISO texts. */
export function comparePartialDates(a: PartialDate, b: PartialDate): -1 | 0 | 1 {
  return a < b ? -1 : a > b ? 1 : 0
}

/**
 * Whether two dates may be the same day: one is equal to the other or holds it (`1958` and `1958-08-20`). Not
 * transitive.
 */
export function datesAgree(a: PartialDate, b: PartialDate): boolean {
  return a.startsWith(b) || b.startsWith(a)
}

/** ISO text of the earliest day the date may mean. */
export function firstPossibleDay(date: PartialDate): string {
  return `${date}-01-01`.slice(0, 10)
}

/** ISO text of the latest day the date may mean. */
export function lastPossibleDay(date: PartialDate): string {
  const { year, month, day } = dateParts(date)
  if (day !== undefined) {
    return date
  }
  const lastMonth = month ?? 12
  return `${year}-${twoDigits(lastMonth)}-${daysInMonth(year, lastMonth)}`
}

/**
 * Full years of age on a day (ISO text `YYYY-MM-DD`). A partial date counts from its last possible day: an
 * age that opens
 * a right is then never granted early. Somebody born on 29 February is a year older on 1 March of a common
 * year.
 * Zero while the person may already be born, negative when the whole date lies after `onDay`.
 * Throws RangeError when `onDay` is no real day.
 */
export function ageOn(birthDate: PartialDate, onDay: string): number {
  const on = parsePartialDate(onDay)
  if (!on.ok || on.value !== onDay || onDay.length !== 10) {
    throw new RangeError(`not an ISO day: ${onDay}`)
  }
  const born = lastPossibleDay(birthDate)
  const years = Number(onDay.slice(0, 4)) - Number(born.slice(0, 4))
  const age = onDay.slice(5) < born.slice(5) ? years - 1 : years
  return age < 0 && firstPossibleDay(birthDate) <= onDay ? 0 : age
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0')
}
