/**
 * One record of a population file: every value checked, then the whole. What leaves here is right by itself
 * and needs no further look;
 * whether the number was cancelled is asked of the register. A number whose sex or year differ from the
 * record is let through: the
 * register is where such a difference is settled, with a new number (Decree 70/2024 article 11(7)).
 */
import { describePersonalNumber, type PersonalNumber } from '../../../../../formats/personal-number.ts'
import { fileColumns, personColumns, placeOf, privateColumns, type FileColumn } from './columns.ts'
import { bloodGroups, cardStates, householdRelations, lifeStatuses, maritalStatuses } from '../person.ts'
import { privateText } from '../private-fields.ts'
import {
  readDate,
  readDay,
  readEmail,
  readName,
  readNumber,
  readOneOf,
  readPhone,
  readQrText,
  readShape,
  readShortText,
  readText,
  type ReadValue,
} from './read-value.ts'

export interface RowFault {
  readonly field: string
  readonly code: string
  readonly message: string
}

export interface PersonRow {
  readonly line: number
  readonly number: string
  /** The person's columns in COPY text form, in the order of `personColumns`. */
  readonly copyText: string
  readonly privateText: string
  /** The card's columns in COPY text form, the number first; null when the line names no card. */
  readonly cardCopyText: string | null
  readonly formerNumbers: readonly string[]
}

export interface RowRules {
  /** Numbers 9xx: only where no operator runs the register for a nation. */
  readonly allowTestPeople: boolean
  /** ISO day in Vietnam: nobody is born after it. */
  readonly today: string
}

const MOST_FORMER = 8
const terms = [
  ['temporary_from', 'temporary_until'],
  ['absence_from', 'absence_until'],
] as const
const unit = readShape(
  /^[0-9]{2}(?:[0-9]{3})?$/,
  'A unit is 2 digits (province) or 5 digits (commune), Decision 19/2025/QĐ-TTg.',
)
const oldNumber = readShape(/^[0-9]{9}$/, 'The old identity card number has 9 digits.')

const readers: Readonly<Record<FileColumn, ReadValue>> = {
  personal_number: readNumber,
  full_name: readName,
  other_name: readName,
  birth_date: readDate,
  sex: readOneOf(['male', 'female']),
  birth_place: readText,
  birth_registration_place: readText,
  hometown: readText,
  nationality: readShape(/^[A-Z]{3}$/, 'A nationality is a code of ISO 3166-1 alpha-3, such as VNM.'),
  old_number: oldNumber,
  father_number: readNumber,
  father_name: readName,
  mother_number: readNumber,
  mother_name: readName,
  spouse_number: readNumber,
  spouse_name: readName,
  representative_number: readNumber,
  permanent_address: readText,
  permanent_unit: unit,
  temporary_address: readText,
  temporary_unit: unit,
  current_address: readText,
  current_unit: unit,
  absence: readText,
  household_number: readShape(
    /^[0-9A-Za-z./-]{1,30}$/,
    'A residence file number has 1 to 30 letters, digits, dots, slashes and hyphens.',
  ),
  household_relation: readOneOf(householdRelations),
  marital_status: readOneOf(maritalStatuses),
  life_status: readOneOf(lifeStatuses),
  gone_on: readDate,
  permanent_since: readDay,
  temporary_since: readDay,
  temporary_from: readDay,
  temporary_until: readDay,
  current_since: readDay,
  absence_place: readText,
  absence_from: readDay,
  absence_until: readDay,
  ethnicity: readName,
  religion: readShortText,
  blood_group: readOneOf(bloodGroups),
  phone: readPhone,
  email: readEmail,
  former_numbers: (text) => text,
  card_issued_on: readDay,
  card_expires_on: readDay,
  card_place: readText,
  card_state: readOneOf(cardStates),
  card_qr: readQrText,
}
const readerAt = fileColumns.map((name) => readers[name])
const required = new Set([placeOf.personal_number, placeOf.full_name, placeOf.birth_date, placeOf.sex])

/** `values` in the order of `fileColumns`; changed in place to the stored forms. */
export const readRow = (values: string[], line: number, rules: RowRules): PersonRow | RowFault => {
  for (let place = 0; place < fileColumns.length; place++) {
    const text = values[place] ?? ''
    if (text === '') {
      if (required.has(place)) {
        return {
          field: fileColumns[place] ?? '',
          code: 'required',
          message: 'This column must not be empty.',
        }
      }
      continue
    }
    const value = readerAt[place]?.(text) ?? text
    if (typeof value !== 'string') {
      return { field: fileColumns[place] ?? '', ...value }
    }
    values[place] = value
  }
  const number = values[placeOf.personal_number] ?? ''
  values[placeOf.nationality] ||= 'VNM'
  values[placeOf.life_status] ||= 'alive'
  if (values[placeOf.card_issued_on]) {
    values[placeOf.card_state] ||= 'valid'
  }
  const formerNumbers = readFormerNumbers(values[placeOf.former_numbers] ?? '', number)
  if (!Array.isArray(formerNumbers)) {
    return formerNumbers
  }
  return (
    wholeFault(values, number, rules) ?? {
      line,
      number,
      formerNumbers,
      copyText: copyLine(values, 0, personColumns.length),
      privateText: privateText(
        values.slice(personColumns.length, personColumns.length + privateColumns.length),
      ),
      cardCopyText: values[placeOf.card_issued_on]
        ? `${number}\t${copyLine(values, placeOf.card_issued_on, fileColumns.length)}`
        : null,
    }
  )
}

/** What only several values together tell. */
const wholeFault = (
  values: readonly string[],
  number: string,
  { allowTestPeople, today }: RowRules,
): RowFault | null => {
  const at = (name: FileColumn): string => values[placeOf[name]] ?? ''
  if (number.startsWith('9') && !allowTestPeople) {
    return {
      field: 'personal_number',
      code: 'test',
      message: 'Numbers that begin with 9 are of test people, and this register has an operator.',
    }
  }
  if (describePersonalNumber(number as PersonalNumber).birthYear > Number(today.slice(0, 4))) {
    return {
      field: 'personal_number',
      code: 'future',
      message: 'The number says a birth year that has not come.',
    }
  }
  const born = at('birth_date')
  if (born > today) {
    return { field: 'birth_date', code: 'future', message: 'The day of birth has not come.' }
  }
  const gone = at('gone_on')
  if (gone !== '' && at('life_status') === 'alive') {
    return {
      field: 'gone_on',
      code: 'alive',
      message: 'A day of death or disappearance, and the person is alive.',
    }
  }
  // Compared as far as both are known.
  if (gone !== '' && gone.slice(0, born.length) < born.slice(0, gone.length)) {
    return { field: 'gone_on', code: 'order', message: 'This day lies before the birth.' }
  }
  for (const [from, until] of terms) {
    if (at(from) !== '' && at(until) !== '' && at(until) < at(from)) {
      return { field: until, code: 'order', message: 'The last day lies before the first.' }
    }
  }
  for (const name of ['father_number', 'mother_number', 'spouse_number', 'representative_number'] as const) {
    if (at(name) === number) {
      return { field: name, code: 'self', message: 'Nobody is a relative of herself.' }
    }
  }
  const issued = at('card_issued_on')
  if (issued === '' && (at('card_expires_on') || at('card_place') || at('card_state') || at('card_qr'))) {
    return { field: 'card_issued_on', code: 'required', message: 'A card is known by the day it was issued.' }
  }
  const expires = at('card_expires_on')
  if (expires !== '' && expires < issued) {
    return { field: 'card_expires_on', code: 'order', message: 'The card expires before it was issued.' }
  }
  return null
}

const NO_NUMBERS: string[] = []

const readFormerNumbers = (text: string, number: string): string[] | RowFault => {
  if (text === '') {
    return NO_NUMBERS
  }
  const field = 'former_numbers'
  const formers = text.slice(0, 400).split(' ')
  if (formers.length > MOST_FORMER) {
    return { field, code: 'length', message: `At most ${MOST_FORMER} numbers, one space between.` }
  }
  for (const former of formers) {
    const read = readNumber(former)
    if (typeof read !== 'string') {
      return { field, ...read }
    }
    if (former === number) {
      return { field, code: 'self', message: 'The number of the line cannot be its own former number.' }
    }
  }
  return formers
}

/** COPY text format: tab between, \N for null, backslash doubled. Control characters were refused before. */
const copyLine = (values: readonly string[], from: number, to: number): string => {
  const cells = values.slice(from, to)
  for (let at = 0; at < cells.length; at++) {
    const value = cells[at] ?? ''
    if (value === '') {
      cells[at] = '\\N'
    } else if (value.includes('\\')) {
      cells[at] = value.replaceAll('\\', '\\\\')
    }
  }
  return cells.join('\t')
}
