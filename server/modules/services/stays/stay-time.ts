/**
 * When a stay is, when its notice is due (Law on Residence 68/2020/QH14 art. 30(4)), and what no notice may
 * say. Pure. Times are those of Vietnam's clocks, to the minute.
 */
import type { z } from 'zod'
import type { facilityKind, stay as stayShape, stayFaults } from '../../../../contract/stays.ts'
import { addDays, isDay, vietnamMoment } from '../../../../formats/vietnam-day.ts'
import { inForce } from '../../../kernel/policy.ts'
import { longestStay_days, noticeHours, reasonsOfKind, staysKept_days } from './rules.ts'

export type StayFault = (typeof stayFaults)[number]
export type Stay = z.infer<typeof stayShape>
export type FacilityKind = z.infer<typeof facilityKind>

const MINUTE_MS = 60_000
const DAY_MS = 86_400_000

/** Null for what is no day of the calendar. */
const momentOf = (
  text: string,
): { readonly day: string; readonly at: Date; readonly hasTime: boolean } | null => {
  const [day = '', time] = text.split('T')
  return isDay(day)
    ? { day, at: new Date(`${day}T${time ?? '00:00'}:00+07:00`), hasTime: time !== undefined }
    : null
}

const atMinute = (day: string, minute: number): Date =>
  new Date(new Date(`${day}T00:00:00+07:00`).getTime() + minute * MINUTE_MS)

/** By when a guest who comes at this moment is notified in time. */
export const dueOf = (arrivedAt: Date): Date => {
  const { evening_min, morning_min } = inForce(noticeHours, arrivedAt)
  const { day, timeOfDay_ms } = vietnamMoment(arrivedAt)
  return timeOfDay_ms < evening_min * MINUTE_MS
    ? atMinute(day, evening_min)
    : atMinute(addDays(day, 1), morning_min)
}

/** Whole minutes, begun ones counted; 0 in time. Exactly at the hour is in time no more. */
export const lateBy_min = (arrivedAt: Date, filedAt: Date): number => {
  const over_ms = filedAt.getTime() - dueOf(arrivedAt).getTime()
  return over_ms < 0 ? 0 : Math.max(1, Math.ceil(over_ms / MINUTE_MS))
}

export interface StayDays {
  readonly fromAt: Date
  /** Of a departure without a time: the end of that day. */
  readonly toAt: Date
  readonly fromDay: string
  readonly toDay: string
}

/**
 * An arrival without a time counts from the beginning of its day. Faults name what is wrong; a late notice is
 * none of them, because it must come all the same.
 */
export const daysOf = ({ from, to, reason }: Stay, kind: FacilityKind, now: Date): StayDays | StayFault => {
  const [came, left] = [momentOf(from), momentOf(to)]
  if (!came || !left) {
    return 'stays.to-before-from'
  }
  const toAt = left.hasTime ? left.at : new Date(left.at.getTime() + DAY_MS)
  if (came.at > now) {
    return 'stays.not-yet'
  }
  if (toAt <= came.at || left.day < came.day) {
    return 'stays.to-before-from'
  }
  if (left.day > addDays(came.day, inForce(longestStay_days, now))) {
    return 'stays.too-long'
  }
  if (now.getTime() - toAt.getTime() > inForce(staysKept_days, now) * DAY_MS) {
    return 'stays.too-long-ago'
  }
  if (!inForce(reasonsOfKind, now)[kind].includes(reason)) {
    return 'stays.reason-not-here'
  }
  return { fromAt: came.at, toAt, fromDay: came.day, toDay: left.day }
}

/** A guest has left: after she came, before her stay was over, no later than now. Null: none of these. */
export const leftAt = (text: string, { fromAt, toAt }: Pick<StayDays, 'fromAt' | 'toAt'>, now: Date) => {
  const left = momentOf(text)
  if (!left || left.at > now) {
    return null
  }
  // A day alone means its end, or now where that day is today.
  const end = left.hasTime ? left.at : new Date(Math.min(left.at.getTime() + DAY_MS, now.getTime()))
  return end > fromAt && end <= now && end < toAt ? { at: end, day: left.day } : null
}
