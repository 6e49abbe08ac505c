/**
 * Vietnamese text as records hold it (NFC, TCVN 6909:2001), what a name may be made of, and the two ways of
 * comparing names:
 * by a key that ignores how a tone mark was placed, and without accents as in an SMS, a machine-readable zone
 * or a bank message.
 * Law on Identification 26/2023: names of ethnic minorities and foreigners are kept whole (spaces, hyphens,
 * apostrophes).
 */
import type { Parsed } from './parsed.ts'

export type NameReason =
  | 'empty'
  | 'length'
  | 'control'
  | 'bidi'
  | 'invisible'
  | 'digits'
  | 'emoji'
  | 'script'
  | 'marks'
  | 'punctuation'

const nameLimit_codePoints = 200

const control = /[\p{Cc}\p{Zl}\p{Zp}]/u
const bidi = /\p{Bidi_Control}/u
// Zero-width characters, variation selectors, fillers, the empty Braille cell; then private use, lone
// surrogates and non-characters.
const invisible = /[\u2800\p{Default_Ignorable_Code_Point}\p{Cf}\p{Co}\p{Cs}\p{Noncharacter_Code_Point}]/u
const emoji = /[\p{Extended_Pictographic}\p{Regional_Indicator}\p{Emoji_Modifier}\u20e3]/u
const digits = /[\p{N}]/u
const notPlain = /(?![A-Za-z])\p{L}/u
const mark = '[\\u0300-\\u036f]'
// Two marks are as many as a letter has in minority languages after NFC (Gia Rai ơ̆, Ba Na ĭ); more is a
// drawing.
const tooManyMarks = new RegExp(`${mark}{3}|(?:^|[^\\p{L}\\u0300-\\u036f])${mark}`, 'u')
const allowed = new RegExp(`^(?:\\p{L}|${mark}|[ .'’-])+$`, 'u')
const doubled = /([.'’-])\1|^[ .-]/u

/**
 * A name fit for a record: NFC, single spaces, no spaces around. Letters of the Latin script, space, hyphen,
 * apostrophe (' and ’)
 * and dot. Case is kept. Applying it twice changes nothing.
 */
export function normaliseName(text: string): Parsed<string, NameReason> {
  // Before normalising, so that a megabyte is refused without work; a decomposed name has at most four units
  // a letter.
  if (text.length > nameLimit_codePoints * 8) {
    return { ok: false, reason: 'length' }
  }
  const hidden = hiddenReason(text)
  if (hidden !== undefined) {
    return { ok: false, reason: hidden }
  }
  const name = text
    .normalize('NFC')
    .replace(/\p{Zs}+/gu, ' ')
    .trim()
  if (name === '') {
    return { ok: false, reason: 'empty' }
  }
  if ([...name].length > nameLimit_codePoints) {
    return { ok: false, reason: 'length' }
  }
  const reason = visibleReason(name)
  return reason === undefined ? { ok: true, value: name } : { ok: false, reason }
}

function hiddenReason(text: string): NameReason | undefined {
  if (control.test(text)) {
    return 'control'
  }
  if (bidi.test(text)) {
    return 'bidi'
  }
  // An emoji is told before its joiners and selectors are: the sentence about an emoji is the one people
  // understand.
  if (emoji.test(text)) {
    return 'emoji'
  }
  return invisible.test(text) ? 'invisible' : undefined
}

function visibleReason(name: string): NameReason | undefined {
  if (digits.test(name)) {
    return 'digits'
  }
  // A letter that has no plain form is of another script or a look-alike (full-width, mathematical,
  // phonetic); it could not be
  // printed in the machine-readable zone of the card either.
  if (notPlain.test(withoutAccents(name))) {
    return 'script'
  }
  if (tooManyMarks.test(name)) {
    return 'marks'
  }
  if (!allowed.test(name) || doubled.test(name) || !/\p{L}/u.test(name)) {
    return 'punctuation'
  }
  return undefined
}

/**
 * Whether a text holds what can hide or reorder other text: control characters, bidirectional controls,
 * zero-width and other
 * invisible characters, private use, lone surrogates. With `lines`, line feeds, carriage returns and tabs are
 * let through.
 */
export function hasForbiddenCharacters(
  text: string,
  { lines = false }: { readonly lines?: boolean } = {},
): boolean {
  const looked = lines ? text.replace(/[\n\r\t]/g, ' ') : text
  return control.test(looked) || bidi.test(looked) || invisible.test(looked)
}

/**
 * Equal for names a clerk would call the same: case, the form of the apostrophe, spaces, composition and the
 * letter that carries
 * the tone (hoà/hòa, thuý/thúy) do not count, nor does Ð (eth) typed for Đ, as old fonts had it. Accents do,
 * and y and i stay apart
 * (Thi/Thy, Quí/Quý are different civil names).
 * For comparing only: a word's tone is moved to its end.
 */
export function compareKey(name: string): string {
  return foldCase(name)
    .normalize('NFD')
    .replace(/[’ʼ]/gu, "'")
    .replace(/\p{Zs}+/gu, ' ')
    .trim()
    .replace(/[\p{L}\p{M}]+/gu, moveToneToEnd)
    .normalize('NFC')
}

/**
 * By way of upper case: a card prints names in capitals, where ß is SS and dotless ı is I; lower case first,
 * for the capital ẞ.
 */
function foldCase(text: string): string {
  return text.normalize('NFC').toLowerCase().toUpperCase().toLowerCase().replaceAll('ð', 'đ')
}

function moveToneToEnd(word: string): string {
  const tones = word.match(/[\u0300\u0301\u0303\u0309\u0323]/gu) ?? []
  return tones.length === 0 ? word : word.replace(/[\u0300\u0301\u0303\u0309\u0323]/gu, '') + tones.join('')
}

/**
 * Letters that are no plain letter with a mark, as ICAO Doc 9303 part 3 section 6 writes them; and ƀ of Ê Đê
 * and Ba Na.
 */
const plainLetters: Readonly<Record<string, string>> = {
  Đ: 'D',
  đ: 'd',
  Ð: 'D',
  ð: 'd',
  Ø: 'O',
  ø: 'o',
  Ł: 'L',
  ł: 'l',
  Ƀ: 'B',
  ƀ: 'b',
  Ħ: 'H',
  ħ: 'h',
  ı: 'i',
  ẞ: 'SS',
  ß: 'ss',
  Ŋ: 'N',
  ŋ: 'n',
  Ŧ: 'T',
  ŧ: 't',
  Ə: 'E',
  ə: 'e',
  Æ: 'AE',
  æ: 'ae',
  Œ: 'OE',
  œ: 'oe',
  Þ: 'TH',
  þ: 'th',
  '’': "'",
}

/** `Nguyễn Thị Đào` becomes `Nguyen Thi Dao`; letters outside the Latin script and other characters stay. */
export function withoutAccents(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{ASCII}]/gu, (letter) => plainLetters[letter] ?? letter)
    .normalize('NFC')
}
