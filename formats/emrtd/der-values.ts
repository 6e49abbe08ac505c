/**
 * Plain values out of distinguished encodings: integers, object identifiers, times, texts (ITU-T X.690 §8;
 * RFC 5280 §4.1.2.5 for times).
 */
import { ChipFault, refuseIf } from './chip-fault.ts'
import { BIT_STRING, INTEGER, mustBeMinimal, OID, type Tlv } from './der-reader.ts'

/** A whole number that fits a double; for versions, group numbers, salt lengths. */
export const smallInteger = (tlv: Tlv, where: string): number => {
  refuseIf(tlv.tag !== INTEGER, 'chip.structure', where)
  mustBeMinimal(tlv.value, where)
  const [first = 0] = tlv.value
  refuseIf(tlv.value.length > 4 || first >= 0x80, 'chip.der-value', where)
  return tlv.value.reduce((sum, byte) => sum * 256 + byte, 0)
}

/** The magnitude of a number that is not negative, without its leading zero. */
export const magnitude = (tlv: Tlv, where: string): Uint8Array => {
  refuseIf(tlv.tag !== INTEGER, 'chip.structure', where)
  mustBeMinimal(tlv.value, where)
  const [first = 0] = tlv.value
  refuseIf(first >= 0x80, 'chip.der-value', where)
  return first === 0 && tlv.value.length > 1 ? tlv.value.subarray(1) : tlv.value
}

const ARC_MAX = 2 ** 48

export const objectId = (tlv: Tlv, where: string): string => {
  refuseIf(tlv.tag !== OID, 'chip.structure', where)
  refuseIf(tlv.value.length === 0 || tlv.value.length > 64, 'chip.der-value', where)
  const arcs: number[] = []
  let arc = 0
  let isOpen = false
  for (const byte of tlv.value) {
    refuseIf(!isOpen && byte === 0x80, 'chip.der-value', where)
    arc = arc * 128 + (byte & 0x7f)
    refuseIf(arc > ARC_MAX, 'chip.der-value', where)
    isOpen = byte >= 0x80
    if (isOpen) {
      continue
    }
    if (arcs.length === 0) {
      const first = Math.min(2, Math.floor(arc / 40))
      arcs.push(first, arc - first * 40)
    } else {
      arcs.push(arc)
    }
    arc = 0
  }
  refuseIf(isOpen, 'chip.der-value', where)
  return arcs.join('.')
}

/** A bit string of whole bytes: keys and signatures. */
export const wholeBits = (tlv: Tlv, where: string): Uint8Array => {
  refuseIf(tlv.tag !== BIT_STRING, 'chip.structure', where)
  refuseIf(tlv.value[0] !== 0, 'chip.der-value', where)
  return tlv.value.subarray(1)
}

/** Named bits, the first being bit 0 (key usage). */
export const namedBits = (tlv: Tlv, where: string): ((bit: number) => boolean) => {
  refuseIf(tlv.tag !== BIT_STRING, 'chip.structure', where)
  const [unused = 8, ...bytes] = tlv.value
  refuseIf(unused > 7 || (bytes.length === 0 && unused > 0), 'chip.der-value', where)
  return (bit) => (((bytes[bit >> 3] ?? 0) >> (7 - (bit & 7))) & 1) === 1
}

const UTC_TIME = 0x17
const GENERALIZED_TIME = 0x18

/** Seconds, Z, nothing else: the only forms that certificates may have. */
export const timeOf = (tlv: Tlv, where: string): Date => {
  const text = latin(tlv.value)
  const shape =
    tlv.tag === UTC_TIME
      ? /^(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z$/
      : tlv.tag === GENERALIZED_TIME
        ? /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z$/
        : null
  if (!shape) {
    throw new ChipFault('chip.structure', where)
  }
  const [, year = '', month = '', day = '', hour = '', minute = '', second = ''] = shape.exec(text) ?? []
  const fullYear = tlv.tag === UTC_TIME ? String((Number(year) >= 50 ? 1900 : 2000) + Number(year)) : year
  const iso = `${fullYear}-${month}-${day}T${hour}:${minute}:${second}.000Z`
  const time = new Date(iso)
  // A day that does not exist would slide into the next month.
  if (year === '' || Number.isNaN(time.getTime()) || time.toISOString() !== iso) {
    throw new ChipFault('chip.der-value', where)
  }
  return time
}

export const latin = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')

/** UTF-8 as it must be: no replacement, no control character. */
export const utf8 = (bytes: Uint8Array, where: string): string => {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
    // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
    refuseIf(/[\u0000-\u001f\u007f-\u009f]/.test(text), 'chip.der-value', where)
    return text
  } catch (error) {
    throw error instanceof ChipFault ? error : new ChipFault('chip.der-value', where)
  }
}

const PRINTABLE_STRING = 0x13
const UTF8_STRING = 0x0c
const IA5_STRING = 0x16
const NUMERIC_STRING = 0x12

export const textOfString = (tlv: Tlv, where: string): string => {
  if (tlv.tag === UTF8_STRING) {
    return utf8(tlv.value, where)
  }
  const text = latin(tlv.value)
  const allowed =
    tlv.tag === PRINTABLE_STRING
      ? /^[A-Za-z0-9 '()+,\-./:=?]*$/
      : tlv.tag === IA5_STRING
        ? /^[\x20-\x7e]*$/
        : tlv.tag === NUMERIC_STRING
          ? /^[0-9 ]*$/
          : null
  if (!allowed) {
    throw new ChipFault('chip.structure', where)
  }
  refuseIf(!allowed.test(text), 'chip.der-value', where)
  return text
}

export const sameBytes = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && a.every((byte, at) => byte === b[at])
