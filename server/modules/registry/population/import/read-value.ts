/**
 * One value of a population file, checked and brought to the form that is stored. The rules are those of
 * formats/; what stands here are
 * their quick halves: values that are plainly right pass without the full reader, everything else goes to it
 * and is told why.
 */
import { parseEmail } from '../../../../../formats/email.ts'
import { parsePartialDate } from '../../../../../formats/partial-date.ts'
import { parsePersonalNumber } from '../../../../../formats/personal-number.ts'
import { parsePhone } from '../../../../../formats/phone.ts'
import { provinceOf } from '../../../../../formats/province-codes.ts'
import { hasForbiddenCharacters, normaliseName } from '../../../../../formats/vietnamese-text.ts'

export interface ValueFault {
  readonly code: string
  readonly message: string
}
export type ReadValue = (text: string) => string | ValueFault

const fault = (code: string, message: string): ValueFault => ({ code, message })

const twelveDigits = /^[0-9]{12}$/
export const readNumber: ReadValue = (text) => {
  if (twelveDigits.test(text) && (text >= '1' || provinceOf(text.slice(0, 3)) !== undefined)) {
    return text
  }
  const parsed = parsePersonalNumber(text)
  // A register writes 12 digits and nothing else; groups and spaces are for people.
  return fault(
    parsed.ok ? 'shape' : parsed.reason,
    'A personal number is 12 digits that begin with a place code (Law 26/2023 art. 12).',
  )
}

/**
 * Words of names already found right. Bounded; short words only, so that no line of the file is kept alive by
 * a word of it.
 */
const rightWords = new Set<string>()
const MOST_WORDS = 20_000
const WORD_LENGTH = 12

const isKnownName = (text: string): boolean => {
  if (text.length > 100) {
    return false
  }
  let at = 0
  for (;;) {
    const space = text.indexOf(' ', at)
    if (!rightWords.has(space === -1 ? text.slice(at) : text.slice(at, space))) {
      return false
    }
    if (space === -1) {
      return true
    }
    at = space + 1
  }
}

export const readName: ReadValue = (text) => {
  // A name is right when its words are: the rules look at characters inside words, and words are joined by
  // single spaces here.
  if (isKnownName(text)) {
    return text
  }
  const name = normaliseName(text)
  if (!name.ok) {
    return fault(
      name.reason,
      'A name is 1 to 200 letters of the Latin script, with spaces, hyphens, apostrophes and dots.',
    )
  }
  for (const word of name.value.split(' ')) {
    if (rightWords.size >= MOST_WORDS || word.length > WORD_LENGTH) {
      continue
    }
    const alone = normaliseName(word)
    if (alone.ok && alone.value === word) {
      rightWords.add(word)
    }
  }
  return name.value
}

/** Printable ASCII and precomposed Vietnamese letters: already NFC, nothing hidden. */
const plain =
  /^[\x21-\x7e\u00c0-\u024f\u1ea0-\u1ef9](?:[\x20-\x7e\u00c0-\u024f\u1ea0-\u1ef9]*[\x21-\x7e\u00c0-\u024f\u1ea0-\u1ef9])?$/

const textOf =
  (most: number): ReadValue =>
  (text) => {
    if (text.length <= most && plain.test(text)) {
      return text
    }
    if (text.length > most * 4) {
      return fault('length', `At most ${most} characters.`)
    }
    if (hasForbiddenCharacters(text)) {
      return fault('characters', 'A line end, control character or invisible character stands in it.')
    }
    const clean = text.normalize('NFC').trim()
    return clean.length <= most ? clean : fault('length', `At most ${most} characters.`)
  }
export const readText: ReadValue = textOf(300)
export const readShortText: ReadValue = textOf(100)
export const readQrText: ReadValue = textOf(1000)

export const readDate: ReadValue = (text) => {
  const parsed = parsePartialDate(text)
  if (!parsed.ok) {
    return fault(parsed.reason, 'A date is 1958, 1958-08 or 1958-08-20, and real.')
  }
  return parsed.value === text
    ? text
    : fault('shape', 'A date is written as ISO: 1958, 1958-08 or 1958-08-20.')
}

export const readDay: ReadValue = (text) => {
  const date = readDate(text)
  return typeof date !== 'string' || date.length === 10
    ? date
    : fault('shape', 'This date must be a day: 2021-05-30.')
}

export const readPhone: ReadValue = (text) => {
  const phone = parsePhone(text)
  return phone.ok
    ? phone.value
    : fault(phone.reason, 'A mobile number of Vietnam has 10 digits from 0, or +84 and 9 digits.')
}

export const readEmail: ReadValue = (text) => {
  const email = parseEmail(text)
  return email.ok ? email.value : fault(email.reason, 'This is not an e-mail address.')
}

export const readOneOf = (allowed: readonly string[]): ReadValue => {
  const set = new Set(allowed)
  return (text) => (set.has(text) ? text : fault('value', `One of: ${allowed.join(', ')}.`))
}

export const readShape =
  (shape: RegExp, message: string): ReadValue =>
  (text) =>
    shape.test(text) ? text : fault('shape', message)
