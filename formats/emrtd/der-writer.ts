/** Writes the distinguished encoding that `der-reader.ts` reads (ITU-T X.690). */

export const derValue = (tag: number, ...parts: readonly Uint8Array[]): Uint8Array => {
  const value = Buffer.concat(parts)
  return Buffer.concat([numberBytes(tag), lengthBytes(value.length), value])
}

/** Big-endian in the fewest bytes; 0 is one byte. */
const numberBytes = (value: number): Uint8Array => {
  const bytes = [value & 0xff]
  for (let rest = Math.floor(value / 256); rest > 0; rest = Math.floor(rest / 256)) {
    bytes.unshift(rest & 0xff)
  }
  return Uint8Array.from(bytes)
}

const lengthBytes = (length: number): Uint8Array => {
  if (length < 0x80) {
    return Uint8Array.of(length)
  }
  const bytes = numberBytes(length)
  return Buffer.concat([Uint8Array.of(0x80 | bytes.length), bytes])
}

export const sequence = (...parts: readonly Uint8Array[]): Uint8Array => derValue(0x30, ...parts)
/** SET OF: sorted as X.690 §11.6 wants it. */
export const derSet = (...parts: readonly Uint8Array[]): Uint8Array =>
  derValue(0x31, ...[...parts].sort(Buffer.compare))
/** `[n]` around values. */
export const explicit = (n: number, ...parts: readonly Uint8Array[]): Uint8Array =>
  derValue(0xa0 | n, ...parts)
export const octets = (bytes: Uint8Array): Uint8Array => derValue(0x04, bytes)
export const bitString = (bytes: Uint8Array): Uint8Array => derValue(0x03, Uint8Array.of(0), bytes)
export const derNull = (): Uint8Array => Uint8Array.of(0x05, 0)
export const derTrue = (): Uint8Array => Uint8Array.of(0x01, 0x01, 0xff)
export const utf8String = (text: string): Uint8Array =>
  derValue(0x0c, Buffer.from(text.normalize('NFC'), 'utf8'))
export const printableString = (text: string): Uint8Array => derValue(0x13, Buffer.from(text, 'latin1'))

/** A number that is not negative: a small one, or its big-endian bytes. */
export const derInteger = (value: number | Uint8Array): Uint8Array => {
  const bytes = typeof value === 'number' ? numberBytes(value) : value
  let from = 0
  while (from < bytes.length - 1 && bytes[from] === 0) {
    from++
  }
  const least = bytes.subarray(from)
  return derValue(0x02, ...((least[0] ?? 0) >= 0x80 ? [Uint8Array.of(0), least] : [least]))
}

export const derOid = (text: string): Uint8Array => {
  const [first = 0, second = 0, ...others] = text.split('.').map(Number)
  return derValue(0x06, ...[first * 40 + second, ...others].map(arcBytes))
}

const arcBytes = (arc: number): Uint8Array => {
  const bytes = [arc & 0x7f]
  for (let rest = Math.floor(arc / 128); rest > 0; rest = Math.floor(rest / 128)) {
    bytes.unshift((rest & 0x7f) | 0x80)
  }
  return Uint8Array.from(bytes)
}

/** Bits of key usage and the like: bit 0 first, unused ones cut (X.690 §11.2.2). */
export const derNamedBits = (...bits: readonly number[]): Uint8Array => {
  const highest = Math.max(...bits)
  const bytes = new Uint8Array((highest >> 3) + 1)
  for (const bit of bits) {
    bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) | (0x80 >> (bit & 7))
  }
  return derValue(0x03, Uint8Array.of(7 - (highest & 7)), bytes)
}

/** UTCTime up to 2049, then GeneralizedTime (RFC 5280 §4.1.2.5). */
export const derTime = (time: Date): Uint8Array => {
  const digits = time.toISOString().slice(0, 19).replace(/[-:T]/g, '')
  return Number(digits.slice(0, 4)) < 2050
    ? derValue(0x17, Buffer.from(`${digits.slice(2)}Z`))
    : derValue(0x18, Buffer.from(`${digits}Z`))
}
