/**
 * base64url without padding (RFC 4648 §5, RFC 7515 appendix C), strictly: one text for one row of bytes.
 * In a browser and in Node alike.
 */
export type Bytes = Uint8Array<ArrayBuffer>

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
const NONE = 64
const VALUES = new Uint8Array(128).fill(NONE)
for (const [value, letter] of [...ALPHABET].entries()) {
  VALUES[letter.charCodeAt(0)] = value
}

/** Whole groups of three bytes, and few enough that they fit the arguments of one call. */
const CHUNK_bytes = 3 * 8192

export const encodeBase64url = (bytes: Uint8Array): string => {
  const parts: string[] = []
  for (let at = 0; at < bytes.length; at += CHUNK_bytes) {
    parts.push(btoa(String.fromCharCode(...bytes.subarray(at, at + CHUNK_bytes))))
  }
  return parts.join('').replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}

/**
 * Null for what `encodeBase64url` would not have written: other letters, padding, bits that are left over.
 */
export const decodeBase64url = (text: string): Bytes | null => {
  const over = text.length % 4
  if (over === 1) {
    return null
  }
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4))
  let [bits, count, at, seen] = [0, 0, 0, 0]
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index)
    const value = code < 128 ? (VALUES[code] ?? NONE) : NONE
    seen |= value
    bits = ((bits << 6) | value) & 0xffff
    count += 6
    if (count >= 8) {
      count -= 8
      bytes[at] = bits >> count
      at += 1
    }
  }
  const isCanonical = (bits & ((1 << count) - 1)) === 0
  // NONE is the one value with this bit.
  return (seen & NONE) === 0 && isCanonical ? bytes : null
}
