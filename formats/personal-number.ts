/**
 * The 12-digit personal number `PPP C YY NNNNNN`: place of birth registration, century and sex, year, six
 * random digits.
 * Decree 137/2015 and Circular 59/2021; Law on Identification 26/2023 article 12. It has no check digit.
 */
import type { Parsed } from './parsed.ts'
import type { PartialDate } from './partial-date.ts'
import { provinceOf } from './province-codes.ts'
import { vietnamDay } from './vietnam-day.ts'

declare const personalNumberBrand: unique symbol
export type PersonalNumber = string & { readonly [personalNumberBrand]: true }
export type Sex = 'male' | 'female'
export type PersonalNumberReason = 'digits' | 'length' | 'province' | 'future'
export type PersonalNumberDisagreement = 'birth-year' | 'sex'

export type PersonalNumberDescription = {
  /** Three digits: a province (see provinceOf), a country from 100 up, or 9xx for Sen's test people. */
  readonly birthPlaceCode: string
  /** 20 for 1900 to 1999, up to 24. */
  readonly century: number
  readonly sex: Sex
  readonly birthYear: number
  /** Prefix 9xx: a synthetic person of a demonstration or a test, never a citizen. */
  readonly isTest: boolean
}

/** What people paste between groups; a letter or a full-width digit is not among them. */
const separators = /[\s.\-\u2010-\u2015]/gu

/**
 * Reads a number, also one pasted in groups. `future` (born after this year, in Vietnam) is only asked when
 * `now` is given:
 * a library has no clock, and an archive may be read by a machine whose clock is wrong.
 */
export function parsePersonalNumber(
  text: string,
  { now }: { readonly now?: Date } = {},
): Parsed<PersonalNumber, PersonalNumberReason> {
  if (text.length > 40) {
    return { ok: false, reason: 'length' }
  }
  const digits = text.replace(separators, '')
  if (!/^[0-9]*$/.test(digits)) {
    return { ok: false, reason: 'digits' }
  }
  if (digits.length !== 12) {
    return { ok: false, reason: 'length' }
  }
  const placeCode = digits.slice(0, 3)
  // Countries were given codes from 100 up (Circular 07/2016) but the list changes, so an unknown one is not
  // refused.
  if (Number(placeCode) < 100 && provinceOf(placeCode) === undefined) {
    return { ok: false, reason: 'province' }
  }
  const value = digits as PersonalNumber
  if (now !== undefined && describePersonalNumber(value).birthYear > Number(vietnamDay(now).slice(0, 4))) {
    return { ok: false, reason: 'future' }
  }
  return { ok: true, value }
}

export function describePersonalNumber(number: PersonalNumber): PersonalNumberDescription {
  const centuryAndSex = Number(number.slice(3, 4))
  const century = 20 + Math.floor(centuryAndSex / 2)
  return {
    birthPlaceCode: number.slice(0, 3),
    century,
    sex: centuryAndSex % 2 === 0 ? 'male' : 'female',
    birthYear: (century - 1) * 100 + Number(number.slice(4, 6)),
    isTest: number.startsWith('9'),
  }
}

/**
 * What the number says differently from the record. Grounds for a question, never alone for a refusal: a
 * corrected sex or birth
 * year leads to a new number (Decree 70/2024 article 11), and the two registers change at different moments.
 */
export function personalNumberDisagreements(
  number: PersonalNumber,
  { birthDate, sex }: { readonly birthDate?: PartialDate; readonly sex?: Sex },
): PersonalNumberDisagreement[] {
  const described = describePersonalNumber(number)
  const disagreements: PersonalNumberDisagreement[] = []
  if (birthDate !== undefined && Number(birthDate.slice(0, 4)) !== described.birthYear) {
    disagreements.push('birth-year')
  }
  if (sex !== undefined && sex !== described.sex) {
    disagreements.push('sex')
  }
  return disagreements
}

/** Whether birth year and sex of a record are those of the number; what is not given is not asked. */
export function agreesWith(
  number: PersonalNumber,
  record: { readonly birthDate?: PartialDate; readonly sex?: Sex },
): boolean {
  return personalNumberDisagreements(number, record).length === 0
}

/** `001 300 000017`: place, century with year, random digits. */
export function groupPersonalNumber(number: PersonalNumber): string {
  return `${number.slice(0, 3)} ${number.slice(3, 6)} ${number.slice(6)}`
}

/** `001 •••• •• 017`: enough for the holder to recognise, sex and birth year hidden. */
export function maskPersonalNumber(number: PersonalNumber): string {
  return `${number.slice(0, 3)} •••• •• ${number.slice(9)}`
}

/**
 * Builds a number for a registry or a test world. Throws RangeError: wrong parts are a programmer's mistake.
 */
export function composePersonalNumber({
  provinceCode,
  sex,
  birthYear,
  serial,
}: {
  readonly provinceCode: string
  readonly sex: Sex
  /** 1900 to 2399. */
  readonly birthYear: number
  /** 0 to 999999. */
  readonly serial: number
}): PersonalNumber {
  if (!/^[0-9]{3}$/.test(provinceCode)) {
    throw new RangeError(`not a place code: ${provinceCode}`)
  }
  if (!Number.isInteger(birthYear) || birthYear < 1900 || birthYear > 2399) {
    throw new RangeError(`no century digit for the year ${birthYear}`)
  }
  if (!Number.isInteger(serial) || serial < 0 || serial > 999_999) {
    throw new RangeError(`not a serial of six digits: ${serial}`)
  }
  const centuryAndSex = (Math.floor(birthYear / 100) - 19) * 2 + (sex === 'female' ? 1 : 0)
  const year = String(birthYear % 100).padStart(2, '0')
  const parsed = parsePersonalNumber(
    `${provinceCode}${centuryAndSex}${year}${String(serial).padStart(6, '0')}`,
  )
  if (!parsed.ok) {
    throw new RangeError(`no such place code: ${provinceCode}`)
  }
  return parsed.value
}
