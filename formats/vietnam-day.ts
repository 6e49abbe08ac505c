/**
 * Days as Vietnam lives them: Asia/Ho_Chi_Minh is UTC+7 all year since 1975, so no zone table is needed. Days
 * are ISO text `YYYY-MM-DD`.
 */

const offset_ms = 7 * 3_600_000
const day_ms = 86_400_000
const dayShape = /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/
const instantShape =
  /^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]{1,9})?)?(?:Z|[+-][0-9]{2}:[0-9]{2})$/

export type VietnamMoment = {
  /** ISO day in Vietnam. */
  readonly day: string
  /** Milliseconds since Vietnamese midnight. */
  readonly timeOfDay_ms: number
}

/** Whether the text is a real day `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  if (!dayShape.test(text)) {
    return false
  }
  const midnight = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(midnight) && new Date(midnight).toISOString().startsWith(text)
}

/**
 * The Vietnamese day and time of an instant: a Date, or ISO text with `Z` or an offset. A text without an
 * offset is refused,
 * since it would be read in the zone of the machine. Throws RangeError.
 */
export function vietnamMoment(instant: Date | string): VietnamMoment {
  if (typeof instant === 'string' && !instantShape.test(instant)) {
    throw new RangeError(`not an instant with an offset: ${instant}`)
  }
  const local_ms = (typeof instant === 'string' ? Date.parse(instant) : instant.getTime()) + offset_ms
  if (Number.isNaN(local_ms)) {
    throw new RangeError('not an instant')
  }
  return {
    day: new Date(local_ms).toISOString().slice(0, 10),
    timeOfDay_ms: ((local_ms % day_ms) + day_ms) % day_ms,
  }
}

/** The Vietnamese day of an instant, `YYYY-MM-DD`. Throws RangeError as vietnamMoment does. */
export function vietnamDay(instant: Date | string): string {
  return vietnamMoment(instant).day
}

/** The day `count` calendar days later (earlier when negative). Throws RangeError for what is no day. */
export function addDays(day: string, count: number): string {
  if (!isDay(day)) {
    throw new RangeError(`not a day: ${day}`)
  }
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * day_ms).toISOString().slice(0, 10)
}

/** 0 is Sunday, 6 is Saturday. */
export function weekday(day: string): number {
  if (!isDay(day)) {
    throw new RangeError(`not a day: ${day}`)
  }
  return new Date(`${day}T00:00:00Z`).getUTCDay()
}
