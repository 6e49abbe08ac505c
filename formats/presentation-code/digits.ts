/**
 * Bytes as decimal digits, for the numeric mode of a QR code (ISO/IEC 18004 §7.4.3: three digits in ten
 * bits). Twelve bytes are 29 digits, so that 99.3 % of the bits of a code carry something; base45 (RFC 9285)
 * in alphanumeric mode carries 97 %. A scanner that types types nothing else than digits: no keyboard's
 * layout and no Vietnamese input method makes something else of them.
 */
import type { Bytes } from '../jws/base64url.ts'

const BLOCK_bytes = 12
/** How many digits hold so many bytes; each length stands once, so that the last block tells its own. */
const DIGITS: readonly number[] = Array.from(
  { length: BLOCK_bytes + 1 },
  (_, size) => (256n ** BigInt(size) - 1n).toString().length,
).with(0, 0)
const MOST_digits = DIGITS[BLOCK_bytes] ?? 0

const numberOf = (bytes: Uint8Array): bigint => {
  let value = 0n
  for (const byte of bytes) {
    value = (value << 8n) | BigInt(byte)
  }
  return value
}

export const encodeDigits = (bytes: Uint8Array): string => {
  const blocks: string[] = []
  for (let at = 0; at < bytes.length; at += BLOCK_bytes) {
    const block = bytes.subarray(at, at + BLOCK_bytes)
    blocks.push(
      numberOf(block)
        .toString()
        .padStart(DIGITS[block.length] ?? 0, '0'),
    )
  }
  return blocks.join('')
}

/**
 * Null for what `encodeDigits` would not have written: other signs, a length of no bytes, a block above its
 * own.
 */
export const decodeDigits = (text: string): Bytes | null => {
  if (!/^[0-9]*$/.test(text)) {
    return null
  }
  const lastSize = DIGITS.indexOf(text.length % MOST_digits)
  if (lastSize < 0) {
    return null
  }
  const bytes = new Uint8Array(Math.floor(text.length / MOST_digits) * BLOCK_bytes + lastSize)
  for (let at = 0, from = 0; at < bytes.length; at += BLOCK_bytes, from += MOST_digits) {
    const size = Math.min(BLOCK_bytes, bytes.length - at)
    let value = BigInt(text.slice(from, from + (DIGITS[size] ?? 0)))
    for (let index = at + size - 1; index >= at; index -= 1) {
      bytes[index] = Number(value & 255n)
      value >>= 8n
    }
    if (value > 0n) {
      return null
    }
  }
  return bytes
}
