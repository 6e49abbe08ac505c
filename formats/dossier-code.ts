/**
 * Short public reference of an application, `SEN-XXXX-XXXX-C`: 40 bits given by the caller in Crockford
 * base32 and a check character,
 * made to be read aloud and typed. It names a dossier and proves nothing about who asks. The official code of
 * the one-stop system
 * (`agency-YYMMDD-NNNN`) is another thing.
 */
import type { Parsed } from './parsed.ts'

declare const dossierCodeBrand: unique symbol
export type DossierCode = string & { readonly [dossierCodeBrand]: true }
export type DossierCodeReason = 'length' | 'prefix' | 'characters' | 'check'

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const prefix = 'SEN'
const dataLength = 8

/**
 * Powers of a primitive element of GF(32) with x^5 = x^2 + 1. A codeword weighs to zero; weights are distinct
 * and not zero, so every
 * wrong character and every swap of two different characters, neighbours or not, leaves a remainder. The mod
 * 37 check of Crockford
 * does as much but needs five signs that nobody can say on a telephone.
 */
const weights: readonly number[] = Array.from({ length: dataLength }, (_, index) => index + 1).map(
  (power) => {
    let weight = 1
    for (let step = 0; step < power; step++) {
      weight = timesX(weight)
    }
    return weight
  },
)

function timesX(value: number): number {
  const shifted = value << 1
  return shifted > 31 ? shifted ^ 0b100101 : shifted
}

/** Product in GF(32). */
function multiply(a: number, b: number): number {
  let product = 0
  let shifted = a
  for (let bit = 0; bit < 5; bit++) {
    if ((b >> bit) & 1) {
      product ^= shifted
    }
    shifted = timesX(shifted)
  }
  return product
}

function checkSymbol(symbols: readonly number[]): number {
  return symbols.reduce((sum, symbol, index) => sum ^ multiply(symbol, weights[index] ?? 0), 0)
}

/**
 * The code of five bytes, which the caller draws at random and checks to be free. Throws RangeError for
 * another length.
 */
export function composeDossierCode(randomBytes: Uint8Array): DossierCode {
  if (randomBytes.length !== 5) {
    throw new RangeError(`a dossier code is made of 5 bytes, not ${randomBytes.length}`)
  }
  let bits = 0n
  for (const byte of randomBytes) {
    bits = (bits << 8n) | BigInt(byte)
  }
  const symbols = Array.from({ length: dataLength }, (_, index) =>
    Number((bits >> BigInt(5 * (dataLength - 1 - index))) & 31n),
  )
  return spell([...symbols, checkSymbol(symbols)])
}

/**
 * Reads what a person typed: any case, I and L for 1, O for 0, dashes or spaces anywhere, with or without the
 * prefix.
 */
export function parseDossierCode(text: string): Parsed<DossierCode, DossierCodeReason> {
  if (text.length > 60) {
    return { ok: false, reason: 'length' }
  }
  const typed = text.replace(/[\s\-\u2010-\u2015._]/gu, '')
  // Before upper-casing, which turns letters such as ſ and ı into ASCII ones.
  if (!/^[0-9A-Za-z]*$/.test(typed)) {
    return { ok: false, reason: 'characters' }
  }
  const upper = typed.toUpperCase()
  const isPrefixed = upper.length === prefix.length + dataLength + 1
  if (!isPrefixed && upper.length !== dataLength + 1) {
    return { ok: false, reason: 'length' }
  }
  if (isPrefixed && !upper.startsWith(prefix)) {
    return { ok: false, reason: 'prefix' }
  }
  const symbols = [...(isPrefixed ? upper.slice(prefix.length) : upper)].map(symbolOf)
  if (symbols.includes(-1)) {
    return { ok: false, reason: 'characters' }
  }
  if (checkSymbol(symbols.slice(0, dataLength)) !== symbols[dataLength]) {
    return { ok: false, reason: 'check' }
  }
  return { ok: true, value: spell(symbols) }
}

/**
 * The official code of the one-stop system, `<office>-YYMMDD-NNNN` (Circular 01/2018/TT-VPCP), as a person
 * typed it: any case, spaces or dashes between its parts.
 */
export function parseOfficialCode(text: string): Parsed<string, 'shape'> {
  const typed = text.length > 60 ? '' : text.trim().replace(/[\s\-\u2010-\u2015]+/gu, '-')
  if (!/^[0-9A-Za-z][0-9A-Za-z-]{0,11}-[0-9]{6}-[0-9]{4,8}$/.test(typed)) {
    return { ok: false, reason: 'shape' }
  }
  return { ok: true, value: typed.toUpperCase() }
}

function symbolOf(character: string): number {
  return alphabet.indexOf(character === 'I' || character === 'L' ? '1' : character === 'O' ? '0' : character)
}

function spell(symbols: readonly number[]): DossierCode {
  const letters = symbols.map((symbol) => alphabet.charAt(symbol)).join('')
  return `${prefix}-${letters.slice(0, 4)}-${letters.slice(4, 8)}-${letters.slice(8)}` as DossierCode
}
