/**
 * Cuts values apart that stand one behind the other, in whatever form of BER their lengths are (ITU-T X.690
 * §8.1.3). Nothing is read and nothing believed here: one entry of a list that breaks the rules must not
 * take the others with it, and each is read strictly afterwards.
 */
import { ChipFault, refuseIf } from './chip-fault.ts'

const DEPTH_MAX = 24
const LENGTH_MOST_BYTES = 6

export const splitLoosely = (bytes: Uint8Array, where: string): Uint8Array[] => {
  const found: Uint8Array[] = []
  for (let at = 0; at < bytes.length;) {
    const end = endOf(bytes, at, where, 0)
    found.push(bytes.subarray(at, end))
    at = end
  }
  return found
}

const byteAt = (bytes: Uint8Array, at: number, where: string): number => {
  const byte = bytes[at]
  if (byte === undefined) {
    throw new ChipFault('chip.der-truncated', where)
  }
  return byte
}

/** The place behind the value that begins at `at`. */
const endOf = (bytes: Uint8Array, at: number, where: string, depth: number): number => {
  refuseIf(depth > DEPTH_MAX, 'chip.der-too-deep', where)
  let next = at + 1
  if ((byteAt(bytes, at, where) & 0x1f) === 0x1f) {
    while (byteAt(bytes, next, where) >= 0x80) {
      next++
    }
    next++
  }
  const first = byteAt(bytes, next, where)
  next++
  if (first === 0x80) {
    return endOfOpen(bytes, next, where, depth)
  }
  let length = first
  if (first > 0x80) {
    const count = first & 0x7f
    refuseIf(count > LENGTH_MOST_BYTES, 'chip.der-too-long', where)
    length = 0
    for (const end = next + count; next < end; next++) {
      length = length * 256 + byteAt(bytes, next, where)
    }
  }
  refuseIf(next + length > bytes.length, 'chip.der-truncated', where)
  return next + length
}

/** Of indefinite length: values up to two empty bytes. */
const endOfOpen = (bytes: Uint8Array, from: number, where: string, depth: number): number => {
  let at = from
  while (byteAt(bytes, at, where) !== 0 || byteAt(bytes, at + 1, where) !== 0) {
    at = endOf(bytes, at, where, depth + 1)
  }
  return at + 2
}
