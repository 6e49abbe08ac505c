/**
 * A strict reader of the distinguished encoding (ITU-T X.690 §8.1, §10): definite lengths in the fewest
 * bytes, no data behind the value,
 * bounded depth and size. Every part of a chip goes through here, because what two readers see differently is
 * how a check is passed by.
 */
import { ChipFault, refuseIf } from './chip-fault.ts'

export interface Tlv {
  /** The whole tag as a number: 0x30, 0x7f61 … */
  readonly tag: number
  readonly isConstructed: boolean
  /** The value's bytes, a view. */
  readonly value: Uint8Array
  /** Tag, length and value, a view. */
  readonly whole: Uint8Array
}

const DEPTH_MAX = 24
/** A national master list has a few megabytes; smaller parts have their own bounds where they come in. */
const SIZE_MOST_BYTES = 1 << 24

export const INTEGER = 0x02
export const BOOLEAN = 0x01
export const BIT_STRING = 0x03
export const OCTET_STRING = 0x04
export const NULL = 0x05
export const OID = 0x06
export const SEQUENCE = 0x30
export const SET = 0x31

const byteAt = (bytes: Uint8Array, at: number, where: string): number => {
  const byte = bytes[at]
  if (byte === undefined) {
    throw new ChipFault('chip.der-truncated', where)
  }
  return byte
}

const readTag = (bytes: Uint8Array, at: number, where: string): { tag: number; next: number } => {
  const first = byteAt(bytes, at, where)
  if ((first & 0x1f) !== 0x1f) {
    return { tag: first, next: at + 1 }
  }
  const second = byteAt(bytes, at + 1, where)
  if (second < 0x80) {
    // X.690 would write numbers below 31 in the short form; ISO/IEC 7816-4 does not, and ICAO's version tag
    // is 5F01.
    refuseIf(second === 0, 'chip.der-tag', where)
    return { tag: (first << 8) | second, next: at + 2 }
  }
  const third = byteAt(bytes, at + 2, where)
  refuseIf(second === 0x80 || third >= 0x80, 'chip.der-tag', where)
  return { tag: (first << 16) | (second << 8) | third, next: at + 3 }
}

const readLength = (bytes: Uint8Array, at: number, where: string): { length: number; next: number } => {
  const first = byteAt(bytes, at, where)
  if (first < 0x80) {
    return { length: first, next: at + 1 }
  }
  refuseIf(first === 0x80, 'chip.der-indefinite-length', where)
  const count = first & 0x7f
  refuseIf(count > 4, 'chip.der-too-long', where)
  let length = 0
  for (let index = 0; index < count; index++) {
    length = length * 256 + byteAt(bytes, at + 1 + index, where)
  }
  refuseIf(length < 0x80 || length < 256 ** (count - 1), 'chip.der-length-not-minimal', where)
  refuseIf(length > SIZE_MOST_BYTES, 'chip.der-too-long', where)
  return { length, next: at + 1 + count }
}

const readAt = (bytes: Uint8Array, at: number, where: string): Tlv => {
  const { tag, next } = readTag(bytes, at, where)
  const { length, next: from } = readLength(bytes, next, where)
  refuseIf(from + length > bytes.length, 'chip.der-truncated', where)
  const firstByte = tag > 0xffff ? tag >> 16 : tag > 0xff ? tag >> 8 : tag
  return {
    tag,
    isConstructed: (firstByte & 0x20) !== 0,
    value: bytes.subarray(from, from + length),
    whole: bytes.subarray(at, from + length),
  }
}

/** One value that fills the bytes. */
export const readOne = (bytes: Uint8Array, where: string): Tlv => {
  refuseIf(bytes.length > SIZE_MOST_BYTES, 'chip.der-too-long', where)
  const one = readAt(bytes, 0, where)
  refuseIf(one.whole.length !== bytes.length, 'chip.der-trailing-data', where)
  return one
}

/** The values inside a constructed one. */
export const childrenOf = (parent: Tlv, where: string): Tlv[] => {
  refuseIf(!parent.isConstructed, 'chip.structure', where)
  return readAll(parent.value, where)
}

/** Values one behind the other that fill the bytes. */
export const readAll = (bytes: Uint8Array, where: string): Tlv[] => {
  const found: Tlv[] = []
  for (let at = 0; at < bytes.length;) {
    const one = readAt(bytes, at, where)
    found.push(one)
    at += one.whole.length
  }
  return found
}

/**
 * Walks every constructed value below and refuses what is not distinguished: lengths, integers, booleans,
 * depth.
 */
export const mustBeDistinguished = (tlv: Tlv, where: string, depth = 0): void => {
  refuseIf(depth > DEPTH_MAX, 'chip.der-too-deep', where)
  if (tlv.isConstructed) {
    for (const child of readAll(tlv.value, where)) {
      mustBeDistinguished(child, where, depth + 1)
    }
    return
  }
  if (tlv.tag === INTEGER) {
    mustBeMinimal(tlv.value, where)
  }
  if (tlv.tag === BOOLEAN) {
    refuseIf(tlv.value.length !== 1 || (tlv.value[0] !== 0xff && tlv.value[0] !== 0), 'chip.der-value', where)
  }
  if (tlv.tag === NULL) {
    refuseIf(tlv.value.length !== 0, 'chip.der-value', where)
  }
}

export const mustBeMinimal = (value: Uint8Array, where: string): void => {
  refuseIf(value.length === 0, 'chip.der-value', where)
  const [first = 0, second = 0] = value
  refuseIf(
    value.length > 1 && ((first === 0 && second < 0x80) || (first === 0xff && second >= 0x80)),
    'chip.der-integer-not-minimal',
    where,
  )
}

/** Takes values in their order, as an ASN.1 SEQUENCE names them. */
export class TlvCursor {
  private readonly items: readonly Tlv[]
  private readonly where: string
  private at = 0
  constructor(items: readonly Tlv[], where: string) {
    this.items = items
    this.where = where
  }

  static of(parent: Tlv, tag: number, where: string): TlvCursor {
    refuseIf(parent.tag !== tag, 'chip.structure', where)
    return new TlvCursor(childrenOf(parent, where), where)
  }

  take(tag: number): Tlv {
    const item = this.items[this.at]
    if (item?.tag !== tag) {
      throw new ChipFault('chip.structure', this.where)
    }
    this.at++
    return item
  }

  takeIf(tag: number): Tlv | undefined {
    const item = this.items[this.at]
    if (item?.tag !== tag) {
      return undefined
    }
    this.at++
    return item
  }

  takeAny(): Tlv | undefined {
    const item = this.items[this.at]
    if (item) {
      this.at++
    }
    return item
  }

  rest(): readonly Tlv[] {
    const rest = this.items.slice(this.at)
    this.at = this.items.length
    return rest
  }

  end(): void {
    refuseIf(this.at !== this.items.length, 'chip.structure', this.where)
  }
}
