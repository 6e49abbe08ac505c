/**
 * The symbols of codes that people read off a screen or a paper, say aloud and type: Crockford's base32
 * without its look-alikes, and a check symbol.
 */

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/**
 * Powers of a primitive element of GF(32) with x^5 = x^2 + 1. A codeword weighs to zero; weights are distinct
 * and not zero for up to 30 symbols, so every
 * wrong character and every swap of two different characters, neighbours or not, leaves a remainder. The mod
 * 37 check of Crockford
 * does as much but needs five signs that nobody can say on a telephone.
 */
function weightOf(index: number): number {
  let weight = 1
  for (let step = 0; step <= index; step++) {
    weight = timesX(weight)
  }
  return weight
}

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

/** Of at most 29 symbols; stands behind them. */
export function checkSymbol(symbols: readonly number[]): number {
  return symbols.reduce((sum, symbol, index) => sum ^ multiply(symbol, weightOf(index)), 0)
}

/** The last `5 * length` bits of `bytes`, five by five. */
export function symbolsOf(bytes: Uint8Array, length: number): number[] {
  let bits = 0n
  for (const byte of bytes) {
    bits = (bits << 8n) | BigInt(byte)
  }
  return Array.from({ length }, (_, index) => Number((bits >> BigInt(5 * (length - 1 - index))) & 31n))
}

/** Of one upper-case character, I and L read as 1 and O as 0; -1 for what is none. */
export function symbolOf(character: string): number {
  return alphabet.indexOf(character === 'I' || character === 'L' ? '1' : character === 'O' ? '0' : character)
}

export const spellSymbols = (symbols: readonly number[]): string =>
  symbols.map((symbol) => alphabet.charAt(symbol)).join('')
