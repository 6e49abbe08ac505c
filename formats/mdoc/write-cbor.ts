/** Writes CBOR in its preferred form (RFC 8949 §4.1); the order of a map's keys is the caller's. */
import { joined } from '../bytes.ts'
import { Float, isArray, isMap, Tagged, TAG, type CborValue } from './cbor-value.ts'

export const writeCbor = (value: CborValue): Uint8Array<ArrayBuffer> => joined([...partsOf(value)])

function* partsOf(value: CborValue): Generator<Uint8Array> {
  if (typeof value === 'number' || typeof value === 'bigint') {
    yield integer(value)
  } else if (typeof value === 'string') {
    const bytes = new TextEncoder().encode(value)
    yield head(3, bytes.length)
    yield bytes
  } else if (value instanceof Uint8Array) {
    yield head(2, value.length)
    yield value
  } else if (value instanceof Tagged) {
    // What was read goes on as it came: its digest or signature is over those bytes.
    yield* value.whole ? [value.whole] : [head(6, value.tag), ...partsOf(value.content)]
  } else if (value instanceof Float) {
    yield doubleFloat(value.value)
  } else if (isMap(value)) {
    yield head(5, value.size)
    for (const [key, item] of value) {
      yield* partsOf(key)
      yield* partsOf(item)
    }
  } else if (isArray(value)) {
    yield head(4, value.length)
    for (const item of value) {
      yield* partsOf(item)
    }
  } else {
    yield Uint8Array.of(value === false ? 0xf4 : value === true ? 0xf5 : value === null ? 0xf6 : 0xf7)
  }
}

const integer = (value: number | bigint): Uint8Array => {
  if (typeof value === 'number' && !Number.isSafeInteger(value)) {
    throw new RangeError('a number that is no safe integer is written as a Float or a bigint')
  }
  const isNegative = value < 0
  const size = isNegative ? -1n - BigInt(value) : BigInt(value)
  if (size >= 1n << 64n) {
    throw new RangeError('CBOR has no integer as large')
  }
  return head(isNegative ? 1 : 0, size)
}

const head = (major: number, argument: number | bigint): Uint8Array => {
  const first = major << 5
  if (argument < 24) {
    return Uint8Array.of(first | Number(argument))
  }
  const [info, size] =
    argument < 0x100 ? [24, 1] : argument < 0x1_0000 ? [25, 2] : argument < 0x1_0000_0000 ? [26, 4] : [27, 8]
  const bytes = new Uint8Array(9)
  new DataView(bytes.buffer).setBigUint64(1, BigInt(argument))
  return joined([Uint8Array.of(first | info), bytes.subarray(9 - size)])
}

const doubleFloat = (value: number): Uint8Array => {
  const bytes = new Uint8Array(9)
  bytes[0] = 0xfb
  new DataView(bytes.buffer).setFloat64(1, value)
  return bytes
}

/** `#6.24(bstr .cbor …)`: bytes that are kept as they are, because something is computed over them. */
export const encodedCbor = (bytes: Uint8Array): Tagged => {
  const made = new Tagged(TAG.encodedCbor, bytes)
  return new Tagged(TAG.encodedCbor, bytes, writeCbor(made))
}
