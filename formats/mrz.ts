/**
 * The machine-readable zone of the Vietnamese card: ICAO Doc 9303 part 5 (TD1, three lines of 30) and part 3
 * section 4 (check digits).
 * Line 1 holds the last nine digits of the personal number as document number and the whole number as
 * optional data.
 */
import type { Parsed } from './parsed.ts'
import { datePrecision, parsePartialDate, type PartialDate } from './partial-date.ts'
import {
  describePersonalNumber,
  parsePersonalNumber,
  type PersonalNumber,
  type Sex,
} from './personal-number.ts'
import { withoutAccents } from './vietnamese-text.ts'

export type Mrz = readonly [string, string, string]
export type MrzReason =
  | 'length'
  | 'characters'
  | 'document'
  | 'number'
  | 'number-check'
  | 'birth-date'
  | 'birth-date-check'
  | 'sex'
  | 'expiry'
  | 'expiry-check'
  | 'nationality'
  | 'composite-check'
  | 'name'

export type MrzContent = {
  readonly personalNumber: PersonalNumber
  /** Family name as printed in the zone: capitals without accents. */
  readonly surname: string
  /** Middle and given names; empty for a person of one name. */
  readonly otherNames: string
  readonly birthDate: PartialDate
  readonly sex: Sex
  /** ISO day; null for a card without an end. */
  readonly expiryDay: string | null
}

/**
 * The one document that this zone is of: its code (ICAO Doc 9303 part 5), its state as zones write it (part
 * 3 section 5), and the same state as certificates write it (ISO 3166-1).
 */
export const CARD_ZONE = { document: 'ID', state: 'VNM', country: 'VN' } as const

const width = 30
/** What a card "Không thời hạn" carries. @NOTE medium-low certainty: no published rule was found. */
const noExpiry = '991231'

/**
 * ICAO 9303 part 3, 4.9: weights 7, 3, 1; digits as themselves, A to Z as 10 to 35, the filler as 0. Throws
 * RangeError for others.
 */
export function mrzCheckDigit(field: string): string {
  let sum = 0
  for (let index = 0; index < field.length; index++) {
    sum += mrzValue(field.charAt(index)) * (index % 3 === 0 ? 7 : index % 3 === 1 ? 3 : 1)
  }
  return String(sum % 10)
}

function mrzValue(character: string): number {
  if (character === '<') {
    return 0
  }
  if (!/^[0-9A-Z]$/.test(character)) {
    throw new RangeError(`not a character of a machine-readable zone: ${character}`)
  }
  return Number.parseInt(character, 36)
}

/**
 * Line 3: `SURNAME<<MIDDLE<GIVEN`, filled or cut to 30. The first word is the surname, as Vietnamese names
 * are written; hyphens become
 * fillers, apostrophes and dots are dropped (9303 part 3, 4.6). Throws RangeError for a name without a Latin
 * letter or with a foreign one.
 */
export function mrzNameLine(name: string): string {
  const plain = withoutAccents(name).toUpperCase().replace(/['.]/g, '')
  if (!/^[A-Z -]*[A-Z][A-Z -]*$/.test(plain)) {
    throw new RangeError('a name that cannot be written in a machine-readable zone')
  }
  const [surname = '', ...others] = plain.split(/[ -]+/).filter((word) => word !== '')
  return (others.length === 0 ? surname : `${surname}<<${others.join('<')}`)
    .padEnd(width, '<')
    .slice(0, width)
}

/**
 * Three lines of 30. An unknown day or month of birth is filled (9303 part 3, 4.8). Throws RangeError for
 * what cannot be printed.
 */
export function composeMrz({
  personalNumber,
  name,
  birthDate,
  sex,
  expiryDay,
}: {
  readonly personalNumber: PersonalNumber
  readonly name: string
  readonly birthDate: PartialDate
  readonly sex: Sex
  readonly expiryDay: string | null
}): Mrz {
  const documentNumber = personalNumber.slice(3)
  const first = `${CARD_ZONE.document}${CARD_ZONE.state}${documentNumber}${mrzCheckDigit(documentNumber)}${personalNumber}<<${mrzCheckDigit(personalNumber)}`
  const birth = birthDate.slice(2).replaceAll('-', '').padEnd(6, '<')
  const expiry = expiryDay === null ? noExpiry : mrzDay(expiryDay)
  const dates = `${birth}${mrzCheckDigit(birth)}${sex === 'male' ? 'M' : 'F'}${expiry}${mrzCheckDigit(expiry)}${CARD_ZONE.state}${'<'.repeat(11)}`
  return [first, dates + mrzCheckDigit(compositeField(first, dates)), mrzNameLine(name)]
}

function mrzDay(day: string): string {
  const parsed = parsePartialDate(day)
  // Two digits of a year can only mean one century, and 31 December 2099 is taken for "no end".
  if (
    !parsed.ok ||
    parsed.value !== day ||
    datePrecision(parsed.value) !== 'day' ||
    !day.startsWith('20') ||
    day === '2099-12-31'
  ) {
    throw new RangeError(`an expiry that a machine-readable zone cannot carry: ${day}`)
  }
  return day.slice(2).replaceAll('-', '')
}

function compositeField(first: string, second: string): string {
  return first.slice(5, 30) + second.slice(0, 7) + second.slice(8, 15) + second.slice(18, 29)
}

/**
 * Reads three lines, or 90 characters without breaks, as a scanner gives them. Every check digit must be
 * right.
 */
export function parseMrz(text: string): Parsed<MrzContent, MrzReason> {
  if (text.length > 200) {
    return { ok: false, reason: 'length' }
  }
  const all = text.replace(/\s/g, '')
  if (all.length !== 3 * width) {
    return { ok: false, reason: 'length' }
  }
  if (!/^[0-9A-Z<]+$/.test(all)) {
    return { ok: false, reason: 'characters' }
  }
  const [first, second, third] = [all.slice(0, 30), all.slice(30, 60), all.slice(60)]
  const number = readNumber(first)
  if (!number.ok) {
    return number
  }
  const details = readDetails(second, number.value)
  if (!details.ok) {
    return details
  }
  if (mrzCheckDigit(compositeField(first, second)) !== second.charAt(29)) {
    return { ok: false, reason: 'composite-check' }
  }
  const names = /^([A-Z]+(?:<[A-Z]+)*)(?:<<([A-Z]+(?:<[A-Z]+)*))?<*$/.exec(third)
  if (names === null) {
    return { ok: false, reason: 'name' }
  }
  const [, surname = '', otherNames = ''] = names
  return {
    ok: true,
    value: {
      personalNumber: number.value,
      surname: surname.replaceAll('<', ' '),
      otherNames: otherNames.replaceAll('<', ' '),
      ...details.value,
    },
  }
}

function readNumber(first: string): Parsed<PersonalNumber, MrzReason> {
  if (!first.startsWith(`${CARD_ZONE.document}${CARD_ZONE.state}`)) {
    return { ok: false, reason: 'document' }
  }
  const documentNumber = first.slice(5, 14)
  const parsed = parsePersonalNumber(first.slice(15, 27))
  if (!parsed.ok || parsed.value.slice(3) !== documentNumber || first.slice(27, 29) !== '<<') {
    return { ok: false, reason: 'number' }
  }
  // Whether the last digit covers the number alone or the line from its sixth place is not published; both
  // are seen as right.
  const lastChecks = [mrzCheckDigit(parsed.value), mrzCheckDigit(first.slice(5, 29))]
  if (mrzCheckDigit(documentNumber) !== first.charAt(14) || !lastChecks.includes(first.charAt(29))) {
    return { ok: false, reason: 'number-check' }
  }
  return parsed
}

function readDetails(
  second: string,
  number: PersonalNumber,
): Parsed<Pick<MrzContent, 'birthDate' | 'sex' | 'expiryDay'>, MrzReason> {
  const birth = second.slice(0, 6)
  if (mrzCheckDigit(birth) !== second.charAt(6)) {
    return { ok: false, reason: 'birth-date-check' }
  }
  const parts = /^([0-9]{2})([0-9]{2}|<<)([0-9]{2}|<<)$/
    .exec(birth)
    ?.slice(1)
    .filter((part) => part !== '<<')
  // The zone has no century; the personal number beside it does.
  const century = describePersonalNumber(number).century - 1
  const birthDate = parsePartialDate(`${century}${(parts ?? ['x']).join('-')}`)
  if (!birthDate.ok || birthDate.value.slice(2).replaceAll('-', '').padEnd(6, '<') !== birth) {
    return { ok: false, reason: 'birth-date' }
  }
  const sex = second.charAt(7) === 'M' ? 'male' : second.charAt(7) === 'F' ? 'female' : undefined
  if (sex === undefined) {
    return { ok: false, reason: 'sex' }
  }
  const expiry = second.slice(8, 14)
  if (mrzCheckDigit(expiry) !== second.charAt(14)) {
    return { ok: false, reason: 'expiry-check' }
  }
  const expiryDate = parsePartialDate(expiry.replace(/^([0-9]{2})([0-9]{2})([0-9]{2})$/, '20$1-$2-$3'))
  if (!expiryDate.ok) {
    return { ok: false, reason: 'expiry' }
  }
  if (second.slice(15, 18) !== CARD_ZONE.state || !/^[0-9<]$/.test(second.charAt(29))) {
    return { ok: false, reason: 'nationality' }
  }
  return {
    ok: true,
    value: { birthDate: birthDate.value, sex, expiryDay: expiry === noExpiry ? null : expiryDate.value },
  }
}
