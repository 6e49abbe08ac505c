/**
 * The code on a paper that an office handed out, by which whoever is shown it asks whether it is genuine and
 * still holds: `7K2M-9QXA-…`, five groups of four, 95 bits drawn by the caller in Crockford's base32 and a
 * check character. It is read by a camera, or typed off the paper. A secret as long as the paper is: it opens
 * what the paper says.
 */
import { checkSymbol, spellSymbols, symbolOf, symbolsOf } from './code-symbols.ts'
import type { Parsed } from './parsed.ts'

export type PaperCodeReason = 'length' | 'characters' | 'check'

const DATA_length = 19
const GROUP = 4
export const PAPER_CODE_bytes = 12

/** `7K2M-9QXA-4FTB-0WJ3-C8ZN`; throws RangeError for another length than 12 bytes. */
export function composePaperCode(randomBytes: Uint8Array): string {
  if (randomBytes.length !== PAPER_CODE_bytes) {
    throw new RangeError(`a paper's code is made of ${PAPER_CODE_bytes} bytes, not ${randomBytes.length}`)
  }
  const symbols = symbolsOf(randomBytes, DATA_length)
  return grouped([...symbols, checkSymbol(symbols)])
}

/** Reads what a person typed: any case, I and L for 1, O for 0, dashes, dots or spaces anywhere. */
export function parsePaperCode(text: string): Parsed<string, PaperCodeReason> {
  if (text.length > 80) {
    return { ok: false, reason: 'length' }
  }
  const typed = text.replace(/[\s\-\u2010-\u2015._]/gu, '')
  // Before upper-casing, which turns letters such as ſ and ı into ASCII ones.
  if (!/^[0-9A-Za-z]*$/.test(typed)) {
    return { ok: false, reason: 'characters' }
  }
  if (typed.length !== DATA_length + 1) {
    return { ok: false, reason: 'length' }
  }
  const symbols = [...typed.toUpperCase()].map(symbolOf)
  if (symbols.includes(-1)) {
    return { ok: false, reason: 'characters' }
  }
  return checkSymbol(symbols.slice(0, DATA_length)) === symbols[DATA_length]
    ? { ok: true, value: grouped(symbols) }
    : { ok: false, reason: 'check' }
}

function grouped(symbols: readonly number[]): string {
  return (spellSymbols(symbols).match(new RegExp(`.{${GROUP}}`, 'g')) ?? []).join('-')
}
