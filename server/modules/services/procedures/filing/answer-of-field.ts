/**
 * One answer as it came, read by the kind of its field: cleaned, or told what is wrong with its shape.
 * The procedure's schema judges it afterwards.
 */
import type { ProcedureField } from '../../../../../contract/procedure.ts'
import { parsePersonalNumber } from '../../../../../formats/personal-number.ts'
import { hasForbiddenCharacters } from '../../../../../formats/vietnamese-text.ts'
import { unanswered } from '../rules-of-procedure.ts'
import type { Fault } from './field-faults.ts'

type Kind = ProcedureField['kind']
export interface ReadAnswer {
  /** What stands in the field; what nobody has answered is as the rules meet it. */
  readonly value: unknown
  readonly isAnswered: boolean
  readonly fault: Fault | null
}

const answered = (value: unknown): ReadAnswer => ({ value, isAnswered: true, fault: null })
const wrong = (value: unknown, fault: Fault): ReadAnswer => ({ value, isAnswered: true, fault })
const none = (kind: Kind): ReadAnswer => ({ value: unanswered(kind), isAnswered: false, fault: null })
const unreadable = (kind: Kind): ReadAnswer => wrong(unanswered(kind), { code: 'shape' })

const cleaned = (text: string, hasLines: boolean): string =>
  (hasLines
    ? text.normalize('NFC').replace(/\r\n?/g, '\n')
    : text.normalize('NFC').replace(/\s+/gu, ' ')
  ).trim()

const readText = (kind: Kind, text: string): ReadAnswer => {
  const hasLines = kind === 'long-text'
  if (hasForbiddenCharacters(text, { lines: hasLines })) {
    return wrong(text, { code: 'characters' })
  }
  const value = cleaned(text, hasLines)
  return value === '' ? none(kind) : answered(value)
}

/** As typed or pasted; `oneself` and who may be named is for the filing to say. */
const readNumber = (kind: Kind, text: string): ReadAnswer => {
  if (text.trim() === '') {
    return none(kind)
  }
  const number = parsePersonalNumber(text)
  return number.ok ? answered(number.value) : wrong(text, { code: 'number' })
}

type Plain = Readonly<Record<string, unknown>>
const isPlain = (value: unknown): value is Plain =>
  value !== null && typeof value === 'object' && !Array.isArray(value)

const readPlace = (value: Plain): ReadAnswer => {
  const { unit = '', address = '' } = value
  if (typeof unit !== 'string' || typeof address !== 'string') {
    return unreadable('place')
  }
  const place = { unit: unit.trim(), address: cleaned(address, false) }
  if (hasForbiddenCharacters(address) || hasForbiddenCharacters(unit)) {
    return wrong(place, { code: 'characters' })
  }
  return place.unit === '' && place.address === '' ? none('place') : answered(place)
}

const readMembers = (values: readonly unknown[]): ReadAnswer =>
  values.every((one) => typeof one === 'string')
    ? values.length === 0
      ? none('members')
      : answered(values)
    : unreadable('members')

const textRow = (row: unknown): row is Readonly<Record<string, string>> =>
  isPlain(row) && Object.values(row).every((cell) => typeof cell === 'string')

const readRelatives = (rows: readonly unknown[]): ReadAnswer =>
  rows.every(textRow) ? (rows.length === 0 ? none('relatives') : answered(rows)) : unreadable('relatives')

const readCell = (value: unknown): unknown => (typeof value === 'string' ? cleaned(value, false) : value)

const readSpans = (rows: readonly unknown[]): ReadAnswer => {
  if (!rows.every(isPlain)) {
    return unreadable('spans')
  }
  const cleanedRows = rows.map((row) =>
    Object.fromEntries(
      Object.entries(row)
        .map(([name, value]) => [name, readCell(value)] as const)
        .filter(([, value]) => value !== '' && value !== null),
    ),
  )
  const hidden = rows.findIndex((row) =>
    Object.values(row).some((value) => typeof value === 'string' && hasForbiddenCharacters(value)),
  )
  const turned = cleanedRows.findIndex(
    ({ from, until }) => typeof from === 'string' && typeof until === 'string' && until < from,
  )
  if (hidden !== -1) {
    return wrong(cleanedRows, { code: 'characters', row: hidden + 1 })
  }
  if (turned !== -1) {
    return wrong(cleanedRows, { code: 'order', row: turned + 1 })
  }
  return cleanedRows.length === 0 ? none('spans') : answered(cleanedRows)
}

/** Nothing that can come makes it throw. */
export const readAnswer = (kind: Kind, value: unknown): ReadAnswer => {
  if (value === undefined || value === null) {
    return none(kind)
  }
  switch (kind) {
    case 'yes-no':
      return typeof value === 'boolean' ? answered(value) : unreadable(kind)
    case 'place':
      return isPlain(value) ? readPlace(value) : unreadable(kind)
    case 'members':
      return Array.isArray(value) ? readMembers(value) : unreadable(kind)
    case 'relatives':
      return Array.isArray(value) ? readRelatives(value) : unreadable(kind)
    case 'spans':
      return Array.isArray(value) ? readSpans(value) : unreadable(kind)
    case 'person':
      return typeof value === 'string' ? readNumber(kind, value) : unreadable(kind)
    default:
      return typeof value === 'string' ? readText(kind, value) : unreadable(kind)
  }
}

/**
 * What a rule about the State's data answers, as an answer of this kind; null where the State does not know
 * it.
 */
export const knownAnswer = (kind: Kind, value: unknown): unknown => {
  switch (kind) {
    case 'yes-no':
      return typeof value === 'boolean' ? value : null
    case 'place':
      return isPlain(value) && typeof value['address'] === 'string' && value['address'] !== ''
        ? {
            unit: String(value['unit'] ?? ''),
            unitName: String(value['unitName'] ?? ''),
            address: value['address'],
          }
        : null
    case 'members':
    case 'relatives':
    case 'spans':
      return Array.isArray(value) && value.length > 0 ? value : null
    default:
      return (typeof value === 'string' && value !== '') || typeof value === 'number' ? String(value) : null
  }
}

/** The numbers of the persons whom an answer of this kind names as members of a household. */
export const membersNamed = (kind: Kind, value: unknown): readonly string[] => {
  const rows: readonly unknown[] = Array.isArray(value) ? value : []
  const numbers =
    kind === 'members' ? rows : kind === 'relatives' ? rows.map((row) => isPlain(row) && row['number']) : []
  return numbers.filter((number): number is string => typeof number === 'string')
}
