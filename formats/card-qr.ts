/**
 * The text of the QR printed on the card: `number|CMND|name|birth|Nam or Nữ|address|issue|extra…`. It is not
 * signed: what it says is
 * a convenience for filling a form, never evidence. Cards since July 2024 (Decree 70/2024 article 12) carry
 * more fields whose
 * order is not published, so they are kept as they come.
 */
import type { Parsed } from './parsed.ts'
import {
  dateParts,
  datePrecision,
  formatPartialDate,
  parsePartialDate,
  type PartialDate,
} from './partial-date.ts'
import { parsePersonalNumber, type PersonalNumber, type Sex } from './personal-number.ts'
import { hasForbiddenCharacters, normaliseName } from './vietnamese-text.ts'

export type CardQr = {
  readonly personalNumber: PersonalNumber
  /** Nine digits of the old identity card, or null. */
  readonly oldIdentityNumber: string | null
  readonly name: string
  /** A day or a year. */
  readonly birthDate: PartialDate
  readonly sex: Sex
  readonly address: string
  /** Always a day. */
  readonly issueDate: PartialDate
  readonly extra: readonly string[]
}

export type CardQrReason =
  | 'length'
  | 'characters'
  | 'fields'
  | 'personal-number'
  | 'old-identity-number'
  | 'name'
  | 'birth-date'
  | 'sex'
  | 'address'
  | 'issue-date'
  | 'extra'

const textLimit = 1000
const addressLimit = 300
const extraLimit = { fields: 16, length: 200 }

/** Reads the scanned text. One line end after it is let pass, because hand scanners type one. */
export function parseCardQr(scanned: string): Parsed<CardQr, CardQrReason> {
  if (scanned.length > textLimit) {
    return { ok: false, reason: 'length' }
  }
  const text = scanned.replace(/\r?\n$|\r$/, '').normalize('NFC')
  if (text.length > textLimit) {
    return { ok: false, reason: 'length' }
  }
  if (hasForbiddenCharacters(text)) {
    return { ok: false, reason: 'characters' }
  }
  const [numberText, oldNumber, nameText, birthText, sexText, address, issueText, ...extra] = text.split('|')
  if (
    numberText === undefined ||
    oldNumber === undefined ||
    nameText === undefined ||
    birthText === undefined
  ) {
    return { ok: false, reason: 'fields' }
  }
  if (sexText === undefined || address === undefined || issueText === undefined) {
    return { ok: false, reason: 'fields' }
  }

  const personalNumber = parsePersonalNumber(numberText)
  // A machine wrote it, so a number in groups is a forgery or another kind of QR.
  if (!personalNumber.ok || personalNumber.value !== numberText) {
    return { ok: false, reason: 'personal-number' }
  }
  if (!/^(?:[0-9]{9})?$/.test(oldNumber)) {
    return { ok: false, reason: 'old-identity-number' }
  }
  const name = normaliseName(nameText)
  if (!name.ok) {
    return { ok: false, reason: 'name' }
  }
  const birthDate = readDate(birthText)
  if (birthDate === undefined) {
    return { ok: false, reason: 'birth-date' }
  }
  const sex = sexText === 'Nam' ? 'male' : sexText === 'Nữ' ? 'female' : undefined
  if (sex === undefined) {
    return { ok: false, reason: 'sex' }
  }
  if (address.trim() === '' || address.length > addressLimit) {
    return { ok: false, reason: 'address' }
  }
  const issueDate = readDate(issueText)
  if (issueDate === undefined || datePrecision(issueDate) !== 'day') {
    return { ok: false, reason: 'issue-date' }
  }
  if (!isExtra(extra)) {
    return { ok: false, reason: 'extra' }
  }
  return {
    ok: true,
    value: {
      personalNumber: personalNumber.value,
      oldIdentityNumber: oldNumber === '' ? null : oldNumber,
      name: name.value,
      birthDate,
      sex,
      address: address.trim(),
      issueDate,
      extra,
    },
  }
}

/**
 * The text to print; a birth date of a month is printed as its year. Throws RangeError when the text could
 * not be read back.
 */
export function composeCardQr(card: CardQr): string {
  const text = [
    card.personalNumber,
    card.oldIdentityNumber ?? '',
    card.name,
    writeDate(card.birthDate),
    card.sex === 'male' ? 'Nam' : 'Nữ',
    card.address,
    writeDate(card.issueDate),
    ...card.extra,
  ]
    .join('|')
    .normalize('NFC')
  const read = parseCardQr(text)
  if (!read.ok) {
    throw new RangeError(`a card QR with a wrong field: ${read.reason}`)
  }
  if (read.value.extra.length !== card.extra.length) {
    throw new RangeError('a card QR with a bar inside a field')
  }
  return text
}

function readDate(text: string): PartialDate | undefined {
  if (!/^(?:[0-9]{8}|[0-9]{4})$/.test(text)) {
    return undefined
  }
  const parsed = parsePartialDate(text.replace(/^(..)(..)(....)$/, '$1/$2/$3'))
  return parsed.ok ? parsed.value : undefined
}

function writeDate(date: PartialDate): string {
  const { year, day } = dateParts(date)
  return day === undefined ? String(year) : formatPartialDate(date, 'vi').replaceAll('/', '')
}

function isExtra(extra: readonly string[]): boolean {
  return extra.length <= extraLimit.fields && extra.every((field) => field.length <= extraLimit.length)
}
