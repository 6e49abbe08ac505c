/**
 * Values of CBOR (RFC 8949) as mobile documents use them. Integers are numbers where they are safe, else
 * bigints; a float is marked, so that 1 and 1.0 stay two things.
 */
export type CborValue =
  | number
  | bigint
  | string
  | boolean
  | null
  | undefined
  | Uint8Array
  | readonly CborValue[]
  | CborMap
  | Tagged
  | Float

export type CborKey = number | string
export type CborMap = ReadonlyMap<CborKey, CborValue>

export class Tagged {
  readonly tag: number
  readonly content: CborValue
  /** The exact bytes it was read from, its tag included; null for one that was made here. */
  readonly whole: Uint8Array | null
  constructor(tag: number, content: CborValue, whole: Uint8Array | null = null) {
    this.tag = tag
    this.content = content
    this.whole = whole
  }
}

export class Float {
  readonly value: number
  constructor(value: number) {
    this.value = value
  }
}

/** RFC 8949 §3.4.1: date and time; §3.4.5.1: encoded CBOR. RFC 8943: full-date. */
export const TAG = { dateTime: 0, encodedCbor: 24, fullDate: 1004 } as const

export const isMap = (value: CborValue): value is CborMap => value instanceof Map
export const isArray = (value: CborValue): value is readonly CborValue[] => Array.isArray(value)
