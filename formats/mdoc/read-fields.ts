/** Fields of the maps that mobile documents are made of, each of its one kind or refused. */
import { isArray, isMap, Tagged, TAG, type CborKey, type CborMap, type CborValue } from './cbor-value.ts'
import { MdocRefusal } from './mdoc-refusal.ts'
import { readCbor } from './read-cbor.ts'

const wrong = (where: string): MdocRefusal => new MdocRefusal('mdoc.structure', where)

export const mapOf = (value: CborValue, where: string): CborMap => {
  if (!isMap(value)) {
    throw wrong(where)
  }
  return value
}

export const arrayOf = (value: CborValue, where: string): readonly CborValue[] => {
  if (!isArray(value)) {
    throw wrong(where)
  }
  return value
}

export const textOf = (value: CborValue, where: string): string => {
  if (typeof value !== 'string') {
    throw wrong(where)
  }
  return value
}

export const bytesOf = (value: CborValue, where: string): Uint8Array => {
  if (!(value instanceof Uint8Array)) {
    throw wrong(where)
  }
  return value
}

/** A number of the standard's `uint .size 4`, below 2^31. */
export const smallUint = (value: CborValue, where: string): number => {
  if (typeof value !== 'number' || value < 0 || value >= 2 ** 31) {
    throw wrong(where)
  }
  return value
}

/** `#6.24(bstr)`: the exact bytes outside, over which digests are taken, and those within. */
export const encodedOf = (value: CborValue, where: string): { whole: Uint8Array; inner: Uint8Array } => {
  if (!(value instanceof Tagged) || value.tag !== TAG.encodedCbor || !value.whole) {
    throw wrong(where)
  }
  return { whole: value.whole, inner: bytesOf(value.content, where) }
}

export const readMap = (bytes: Uint8Array, where: string): CborMap => mapOf(readCbor(bytes, where), where)

/** A map whose keys are names. */
export const namedEntries = (map: CborMap, where: string): readonly (readonly [string, CborValue])[] =>
  [...map].map(([key, value]: readonly [CborKey, CborValue]) => [textOf(key, where), value] as const)

/** `1.0`, and what a later edition of the first generation adds without taking away. */
export const mustBeFirstVersion = (value: CborValue, where: string): void => {
  if (!/^1\.\d$/.test(textOf(value, where))) {
    throw new MdocRefusal('mdoc.version', where)
  }
}
