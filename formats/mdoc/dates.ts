/**
 * The two dates of mobile documents (ISO/IEC 18013-5 §7.2.1, RFC 3339, RFC 8943): `tdate` to the second in
 * UTC, `full-date` without a time. No fraction, no other zone, no day that is not in the calendar.
 */
import { Tagged, TAG, type CborValue } from './cbor-value.ts'
import { MdocRefusal } from './mdoc-refusal.ts'

export const isDateTime = (value: CborValue): value is string =>
  typeof value === 'string' &&
  /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(value) &&
  isInCalendar(value, value.replace('Z', '.000Z'))

export const isFullDate = (value: CborValue): value is string =>
  typeof value === 'string' &&
  /^\d{4}-\d\d-\d\d$/.test(value) &&
  isInCalendar(value, `${value}T00:00:00.000Z`)

/** A day that does not exist would slide into the next month. */
const isInCalendar = (value: string, iso: string): boolean => {
  const time = new Date(iso)
  return !Number.isNaN(time.getTime()) && time.toISOString().startsWith(value.replace('Z', ''))
}

export const readDateTime = (value: CborValue, where: string): Date => {
  if (!(value instanceof Tagged) || value.tag !== TAG.dateTime || !isDateTime(value.content)) {
    throw new MdocRefusal('mdoc.date', where)
  }
  return new Date(value.content)
}

/** To the second; what is below is cut, as the standard has no place for it. */
export const dateTime = (time: Date): Tagged =>
  new Tagged(TAG.dateTime, `${time.toISOString().slice(0, 19)}Z`)

export const fullDate = (day: string, where: string): Tagged => {
  if (!isFullDate(day)) {
    throw new MdocRefusal('mdoc.date', where)
  }
  return new Tagged(TAG.fullDate, day)
}
