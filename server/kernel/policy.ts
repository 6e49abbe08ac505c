/**
 * Dated legal rules: every age, window, limit and retention that law or policy sets is a row with its source
 * and the day it came into
 * force, so that a change of law is a new row and an old case is judged by the rule of its day.
 */
export interface PolicyVersion<T> {
  /** First day in force, ISO, Vietnam time. */
  readonly from: string
  readonly value: T
  readonly source: string
}

export interface Policy<T> {
  readonly name: string
  readonly versions: readonly PolicyVersion<T>[]
}

export const definePolicy = <T>(name: string, versions: readonly PolicyVersion<T>[]): Policy<T> => {
  const sorted = [...versions].sort((a, b) => a.from.localeCompare(b.from))
  return { name, versions: sorted }
}

const HANOI_AHEAD_MS = 7 * 3600 * 1000
const DAY_MS = 24 * 3600 * 1000
/** Every rule is looked up by its day, some twenty in a request: the last day's name is kept. */
let named = { day: Number.NaN, as: '' }
/** The day in Vietnam at a moment. */
export const dayInVietnam = (at: Date): string => {
  const day = Math.floor((at.getTime() + HANOI_AHEAD_MS) / DAY_MS)
  if (day !== named.day) {
    named = { day, as: new Date(day * DAY_MS).toISOString().slice(0, 10) }
  }
  return named.as
}

/** The rule in force at a moment. Throws when law had no such rule yet. */
export const inForce = <T>(policy: Policy<T>, at: Date): T => {
  const day = dayInVietnam(at)
  const version = policy.versions.findLast((v) => v.from <= day)
  if (!version) {
    throw new Error(`no rule ${policy.name} in force on ${day}`)
  }
  return version.value
}
