/**
 * Short public reference of an application, `SEN-XXXX-XXXX-C`: 40 bits given by the caller in Crockford
 * base32 and a check character,
 * made to be read aloud and typed. It names a dossier and proves nothing about who asks. The official code of
 * the one-stop system
 * (`agency-YYMMDD-NNNN`) is another thing.
 */
import { checkSymbol, spellSymbols, symbolOf, symbolsOf } from './code-symbols.ts'
import type { Parsed } from './parsed.ts'

declare const dossierCodeBrand: unique symbol
export type DossierCode = string & { readonly [dossierCodeBrand]: true }
export type DossierCodeReason = 'length' | 'prefix' | 'characters' | 'check'

const prefix = 'SEN'
const dataLength = 8

/**
 * The code of five bytes, which the caller draws at random and checks to be free. Throws RangeError for
 * another length.
 */
export function composeDossierCode(randomBytes: Uint8Array): DossierCode {
  if (randomBytes.length !== 5) {
    throw new RangeError(`a dossier code is made of 5 bytes, not ${randomBytes.length}`)
  }
  const symbols = symbolsOf(randomBytes, dataLength)
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

function spell(symbols: readonly number[]): DossierCode {
  const letters = spellSymbols(symbols)
  return `${prefix}-${letters.slice(0, 4)}-${letters.slice(4, 8)}-${letters.slice(8)}` as DossierCode
}
