/**
 * What the register says of where somebody lives (Law on Residence 68/2020/QH14): one permanent residence
 * with her household, one temporary residence with its term, a declared absence, the present place of who
 * has neither. Pure: what holds on a day, and the forms of what is asked.
 */
import { ageOn, type PartialDate } from '../../../../../formats/partial-date.ts'
import type { PersonalNumber } from '../../../../../formats/personal-number.ts'
import { addDays, isDay } from '../../../../../formats/vietnam-day.ts'
import { compareKey } from '../../../../../formats/vietnamese-text.ts'
import { dayInVietnam, inForce } from '../../../../kernel/policy.ts'
import { problem } from '../../../../kernel/problem.ts'
import type { HouseholdRelation, LifeStatus } from '../person.ts'
import { readDay, readText } from '../import/read-value.ts'
import { fullCapacity_years, mostTogether } from './rules.ts'

/** What a change of residence may write of an entry, and nothing else. */
export const residenceColumns = [
  'permanent_address',
  'permanent_unit',
  'permanent_since',
  'temporary_address',
  'temporary_unit',
  'temporary_since',
  'temporary_from',
  'temporary_until',
  'current_address',
  'current_unit',
  'current_since',
  'absence',
  'absence_place',
  'absence_from',
  'absence_until',
  'household_number',
  'household_relation',
] as const
type ResidenceColumn = (typeof residenceColumns)[number]
export type ResidenceEntry = Readonly<Record<ResidenceColumn, string | null>>

/** Somebody of the register as the deeds see her. */
export interface Resident {
  readonly personalNumber: PersonalNumber
  readonly version: number
  readonly birthDate: PartialDate
  readonly lifeStatus: LifeStatus
  readonly hasRepresentative: boolean
  readonly entry: ResidenceEntry
}

/** ISO, in Vietnam. */
export type Day = string

/** Somebody, and the version of her entry that was looked at: a later one is not written over. */
export interface RegisteredAs {
  readonly personalNumber: string
  readonly version: number
}
export interface Member extends RegisteredAs {
  /** To the head of the household, who says `head`. */
  readonly relation: HouseholdRelation
}
export interface Dwelling {
  readonly address: string
  /** Code of a commune, 5 digits; of a province where its communes are not known. */
  readonly unit: string
}
/** The result that a deed carries out; its reference is the dossier's code. */
export interface ByResult {
  readonly reference: string
  readonly at: Date
}
export interface RegisterChange {
  /** The household in which they are now. */
  readonly household: string | null
  readonly changed: readonly PersonalNumber[]
  /** The result was carried out before: nothing changed now. */
  readonly isRepeated: boolean
}

export const noPermanent = { permanent_address: null, permanent_unit: null, permanent_since: null } as const
export const noTemporary = {
  temporary_address: null,
  temporary_unit: null,
  temporary_since: null,
  temporary_from: null,
  temporary_until: null,
} as const
export const noCurrent = { current_address: null, current_unit: null, current_since: null } as const
export const noAbsence = {
  absence: null,
  absence_place: null,
  absence_from: null,
  absence_until: null,
} as const
export const noHousehold = { household_number: null, household_relation: null } as const

const isOver = (until: string | null, day: Day): boolean => until !== null && until < day

/** A term ends with its last day, whether or not anybody has written so yet. */
export const hasTemporary = (entry: ResidenceEntry, day: Day): boolean =>
  (entry.temporary_address ?? entry.temporary_unit) !== null && !isOver(entry.temporary_until, day)
export const hasPermanent = (entry: ResidenceEntry): boolean =>
  (entry.permanent_address ?? entry.permanent_unit) !== null
/** Declared, and not over: its first day may be to come. */
export const hasAbsence = (entry: ResidenceEntry, day: Day): boolean =>
  (entry.absence ?? entry.absence_place) !== null && !isOver(entry.absence_until, day)

type MaybeDwelling = { readonly [Key in keyof Dwelling]: string | null }
/** As a clerk compares two addresses: case, spaces and the place of a tone do not count. */
export const isSamePlace = (one: MaybeDwelling, other: MaybeDwelling): boolean =>
  one.unit === other.unit && compareKey(one.address ?? '') === compareKey(other.address ?? '')

/** Alive, of age, and nobody represents her (Civil Code 91/2015/QH13 art. 20). */
export const hasFullCapacity = ({ lifeStatus, birthDate, hasRepresentative }: Resident, at: Date): boolean =>
  lifeStatus === 'alive' &&
  !hasRepresentative &&
  ageOn(birthDate, dayInVietnam(at)) >= inForce(fullCapacity_years, at)

/** The same day of a later year; 28 February for the 29th (Civil Code 91/2015/QH13 art. 148). */
export const yearsLater = (day: Day, years: number): Day => {
  const year = String(Number(day.slice(0, 4)) + years).padStart(4, '0')
  const same = `${year}${day.slice(4)}`
  return isDay(same) ? same : `${year}-02-28`
}

// ─── what is asked ──────────────────────────────────────────────────────────────────────────────

export const mustBeDay = (...days: readonly string[]): void => {
  if (!days.every((day) => readDay(day) === day)) {
    throw problem('residence.bad-day')
  }
}

/** A day from which something is so already. */
export const mustHaveCome = (day: Day, at: Date): void => {
  mustBeDay(day)
  if (day > dayInVietnam(at)) {
    throw problem('residence.day-not-come')
  }
}

/** One line as the register writes it; throws the problem for another. */
export const mustReadLine = (text: string, code: 'residence.bad-place' | 'residence.bad-reason'): string => {
  const line = readText(text)
  if (typeof line !== 'string' || line === '') {
    throw problem(code)
  }
  return line
}

export const mustBeFew = (people: readonly RegisteredAs[], at: Date): void => {
  const most = inForce(mostTogether, at)
  if (people.length === 0) {
    throw problem('residence.nobody-named')
  }
  if (people.length > most) {
    throw problem('residence.too-many-together', { params: { most } })
  }
}

export const mustLive = ({ lifeStatus }: Pick<Resident, 'lifeStatus'>): void => {
  if (lifeStatus !== 'alive') {
    throw problem('residence.not-living')
  }
}

/** How many days, both the first and the last of them counted. */
export const isShorterThan = (from: Day, until: Day, days: number): boolean => until < addDays(from, days - 1)
