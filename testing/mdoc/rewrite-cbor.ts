/** Writes what was read with no help of the bytes it was read from. */
import { isArray, isMap, Tagged, type CborValue } from '../../formats/mdoc/cbor-value.ts'
import { writeCbor } from '../../formats/mdoc/write-cbor.ts'

const forgotten = (value: CborValue): CborValue =>
  value instanceof Tagged
    ? new Tagged(value.tag, forgotten(value.content))
    : isMap(value)
      ? new Map([...value].map(([key, one]) => [key, forgotten(one)]))
      : isArray(value)
        ? value.map(forgotten)
        : value

export const rewriteCbor = (value: CborValue): Uint8Array => writeCbor(forgotten(value))
