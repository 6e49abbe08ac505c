/**
 * A strict reader of CBOR (RFC 8949): definite lengths, heads in their shortest form (§4.2.1), no key twice
 * (§5.6), no data behind the value, bounded depth, size and count. What two readers see differently is how a
 * check is passed by. The order of a map's keys is free: Annex D of ISO/IEC 18013-5 does not sort them.
 */
import { Float, Tagged, TAG, type CborKey, type CborValue } from './cbor-value.ts'
import { isDateTime, isFullDate } from './dates.ts'
import { MdocRefusal, refuseIf } from './mdoc-refusal.ts'

/** A response with portrait and prints stays far below. */
const CBOR_MOST_BYTES = 1 << 20
const DEPTH_MAX = 16
const ITEMS_MAX = 50_000

/** One value that fills the bytes. */
export const readCbor = (bytes: Uint8Array, where: string): CborValue => {
  refuseIf(bytes.length > CBOR_MOST_BYTES, 'mdoc.cbor-too-long', where)
  const reader = new CborReader(bytes, where)
  const value = reader.value(0)
  refuseIf(!reader.isAtEnd, 'mdoc.cbor-trailing-data', where)
  return value
}

const [UNSIGNED, NEGATIVE, BYTES, TEXT, ARRAY, MAP, TAGGED] = [0, 1, 2, 3, 4, 5, 6] as const

class CborReader {
  private readonly bytes: Uint8Array
  private readonly view: DataView
  private readonly where: string
  private at = 0
  private items = 0

  constructor(bytes: Uint8Array, where: string) {
    this.bytes = bytes
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    this.where = where
  }

  get isAtEnd(): boolean {
    return this.at === this.bytes.length
  }

  value(depth: number): CborValue {
    refuseIf(depth > DEPTH_MAX, 'mdoc.cbor-too-deep', this.where)
    refuseIf(++this.items > ITEMS_MAX, 'mdoc.cbor-too-long', this.where)
    const from = this.at
    const first = this.take(1)[0] ?? 0
    const [major, info] = [first >> 5, first & 0x1f]
    refuseIf(info === 31, 'mdoc.cbor-indefinite-length', this.where)
    if (major === 7) {
      return this.simpleOrFloat(info)
    }
    const argument = this.argument(info)
    switch (major) {
      case UNSIGNED:
        return argument
      case NEGATIVE:
        return typeof argument === 'number' && argument < Number.MAX_SAFE_INTEGER
          ? -1 - argument
          : -1n - BigInt(argument)
      case BYTES:
        return this.take(this.length(argument))
      case TEXT:
        return this.text(this.length(argument))
      case ARRAY:
        return this.array(this.length(argument), depth)
      case MAP:
        return this.map(this.length(argument), depth)
      case TAGGED:
        return this.tagged(this.length(argument, 'mdoc.cbor-tag'), from, depth)
      default:
        throw new MdocRefusal('mdoc.structure', this.where)
    }
  }

  private take(length: number): Uint8Array {
    refuseIf(length > this.bytes.length - this.at, 'mdoc.cbor-truncated', this.where)
    const part = this.bytes.subarray(this.at, this.at + length)
    this.at += length
    return part
  }

  /** RFC 8949 §3: what follows the first byte, refused where fewer bytes would say it. */
  private argument(info: number): number | bigint {
    if (info < 24) {
      return info
    }
    refuseIf(info > 27, 'mdoc.structure', this.where)
    const size = 1 << (info - 24)
    const at = this.at
    this.take(size)
    const value =
      size === 1
        ? this.view.getUint8(at)
        : size === 2
          ? this.view.getUint16(at)
          : size === 4
            ? this.view.getUint32(at)
            : this.view.getBigUint64(at)
    const least = size === 1 ? 24 : 2 ** (size * 4)
    refuseIf(value < least, 'mdoc.cbor-not-shortest', this.where)
    return value <= Number.MAX_SAFE_INTEGER ? Number(value) : value
  }

  private length(
    argument: number | bigint,
    code: 'mdoc.cbor-tag' | 'mdoc.cbor-too-long' = 'mdoc.cbor-too-long',
  ) {
    if (typeof argument !== 'number') {
      throw new MdocRefusal(code, this.where)
    }
    return argument
  }

  private text(length: number): string {
    const bytes = this.take(length)
    try {
      return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
    } catch {
      throw new MdocRefusal('mdoc.cbor-text', this.where)
    }
  }

  private array(length: number, depth: number): CborValue[] {
    // Each item has a byte at least: a length beyond that reserves nothing.
    refuseIf(length > this.bytes.length - this.at, 'mdoc.cbor-truncated', this.where)
    const items: CborValue[] = []
    for (let index = 0; index < length; index++) {
      items.push(this.value(depth + 1))
    }
    return items
  }

  private map(length: number, depth: number): ReadonlyMap<CborKey, CborValue> {
    refuseIf(length * 2 > this.bytes.length - this.at, 'mdoc.cbor-truncated', this.where)
    const map = new Map<CborKey, CborValue>()
    for (let index = 0; index < length; index++) {
      const key = this.value(depth + 1)
      if (typeof key !== 'number' && typeof key !== 'string') {
        throw new MdocRefusal('mdoc.cbor-key', this.where)
      }
      refuseIf(map.has(key), 'mdoc.cbor-duplicate-key', this.where)
      map.set(key, this.value(depth + 1))
    }
    return map
  }

  private tagged(tag: number, from: number, depth: number): Tagged {
    const content = this.value(depth + 1)
    refuseIf(tag === TAG.encodedCbor && !(content instanceof Uint8Array), 'mdoc.cbor-tag', this.where)
    refuseIf(
      (tag === TAG.dateTime && !isDateTime(content)) || (tag === TAG.fullDate && !isFullDate(content)),
      'mdoc.date',
      this.where,
    )
    return new Tagged(tag, content, this.bytes.subarray(from, this.at))
  }

  private simpleOrFloat(info: number): CborValue {
    switch (info) {
      case 20:
        return false
      case 21:
        return true
      case 22:
        return null
      case 23:
        return undefined
      case 25:
        return new Float(halfFloat(this.take(2)))
      case 26:
        this.take(4)
        return new Float(this.view.getFloat32(this.at - 4))
      case 27:
        this.take(8)
        return new Float(this.view.getFloat64(this.at - 8))
      default:
        throw new MdocRefusal('mdoc.cbor-simple-value', this.where)
    }
  }
}

/** RFC 8949 Appendix D. */
const halfFloat = ([high = 0, low = 0]: Uint8Array): number => {
  const exponent = (high >> 2) & 0x1f
  const fraction = ((high & 3) << 8) | low
  const size =
    exponent === 0
      ? fraction * 2 ** -24
      : exponent === 31
        ? fraction === 0
          ? Infinity
          : NaN
        : (1024 + fraction) * 2 ** (exponent - 25)
  return high >= 0x80 ? -size : size
}
