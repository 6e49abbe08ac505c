/**
 * SubjectPublicKeyInfo (RFC 5280 §4.1.2.7): RSA (RFC 8017), RSA bound to PSS (RFC 4055), elliptic curves by
 * name or written out (RFC 5480, X9.62).
 */
import { hex } from '../bytes.ts'
import type { EcKey, PublicKey, RsaKey } from './chip-crypto.ts'
import { readAlgorithm, readPssParameters, type AlgorithmIdentifier } from './algorithms.ts'
import { ChipFault, refuseIf } from './chip-fault.ts'
import { curveOfOid, curves, type Curve } from './curves.ts'
import { NULL, OCTET_STRING, OID, readOne, SEQUENCE, TlvCursor, type Tlv } from './der-reader.ts'
import { magnitude, objectId, smallInteger, wholeBits } from './der-values.ts'
import { oids } from './oids.ts'

/**
 * ICAO Doc 9303 part 12 §4.4: no less than 2048 bits for whoever signs documents. A chip's own key may be
 * shorter (part 11).
 */
const SIGNER_RSA_LEAST_BITS = 2048
export const CHIP_RSA_LEAST_BITS = 1024
const RSA_MOST_BITS = 8192

/** Equal for certificates of one key, whatever else they say. */
export const keyNumber = (key: PublicKey): string => hex(key.kind === 'ec' ? key.point : key.modulus)

export const readPublicKey = (tlv: Tlv, where: string, rsaLeast_bits = SIGNER_RSA_LEAST_BITS): PublicKey => {
  const cursor = TlvCursor.of(tlv, SEQUENCE, where)
  const algorithm = readAlgorithm(cursor.take(SEQUENCE), where)
  const bits = wholeBits(cursor.take(0x03), where)
  cursor.end()
  if (algorithm.oid === oids.ecPublicKey) {
    return readEcKey(algorithm, bits, where)
  }
  if (algorithm.oid === oids.rsaEncryption) {
    refuseIf(
      algorithm.parameters !== undefined && algorithm.parameters.tag !== NULL,
      'chip.algorithm-parameters',
      where,
    )
    return readRsaKey(bits, null, rsaLeast_bits, where)
  }
  if (algorithm.oid === oids.rsaPss) {
    return readRsaKey(
      bits,
      algorithm.parameters ? readPssParameters(algorithm.parameters, where) : 'any',
      rsaLeast_bits,
      where,
    )
  }
  throw new ChipFault('chip.algorithm-unknown', where)
}

const readRsaKey = (
  bits: Uint8Array,
  pssOnly: RsaKey['pssOnly'],
  least_bits: number,
  where: string,
): RsaKey => {
  const cursor = TlvCursor.of(readOne(bits, where), SEQUENCE, where)
  const modulus = magnitude(cursor.take(0x02), where)
  const exponent = magnitude(cursor.take(0x02), where)
  cursor.end()
  const size_bits = modulus.length * 8 - Math.clz32(modulus[0] ?? 0) + 24
  refuseIf(size_bits < least_bits || size_bits > RSA_MOST_BITS, 'chip.weak-key', where)
  const last = exponent.at(-1) ?? 0
  refuseIf(
    exponent.length > 8 || last % 2 === 0 || (exponent.length === 1 && last < 3),
    'chip.weak-key',
    where,
  )
  return { kind: 'rsa', modulus, exponent, bits: size_bits, pssOnly }
}

const readEcKey = (algorithm: AlgorithmIdentifier, point: Uint8Array, where: string): EcKey => {
  const { parameters } = algorithm
  if (!parameters) {
    throw new ChipFault('chip.algorithm-parameters', where)
  }
  const curve =
    parameters.tag === OID ? curveOfOid(objectId(parameters, where)) : curveWrittenOut(parameters, where)
  if (!curve) {
    throw new ChipFault('chip.curve-unknown', where)
  }
  mustBeOn(curve, point, where)
  return { kind: 'ec', curve, point }
}

const toBig = (bytes: Uint8Array): bigint => BigInt(`0x${hex(bytes) || '0'}`)

/** Uncompressed, as ICAO Doc 9303 part 12 wants it, and a point of the curve. */
const mustBeOn = (curve: Curve, point: Uint8Array, where: string): void => {
  const size = Math.ceil(curve.bits / 8)
  refuseIf(point.length !== 1 + 2 * size || point[0] !== 4, 'chip.der-value', where)
  const [x, y] = [toBig(point.subarray(1, 1 + size)), toBig(point.subarray(1 + size))]
  refuseIf(
    x >= curve.p || y >= curve.p || (y * y - (x * x * x + curve.a * x + curve.b)) % curve.p !== 0n,
    'chip.der-value',
    where,
  )
}

/** ECParameters of X9.62: every value must be that of a curve we know, the base point and the order too. */
const curveWrittenOut = (parameters: Tlv, where: string): Curve | undefined => {
  const cursor = TlvCursor.of(parameters, SEQUENCE, where)
  refuseIf(smallInteger(cursor.take(0x02), where) !== 1, 'chip.curve-unknown', where)
  const field = TlvCursor.of(cursor.take(SEQUENCE), SEQUENCE, where)
  refuseIf(objectId(field.take(OID), where) !== oids.primeField, 'chip.curve-unknown', where)
  const p = toBig(magnitude(field.take(0x02), where))
  field.end()
  const shape = TlvCursor.of(cursor.take(SEQUENCE), SEQUENCE, where)
  const [a, b] = [toBig(shape.take(OCTET_STRING).value), toBig(shape.take(OCTET_STRING).value)]
  shape.takeIf(0x03)
  shape.end()
  const base = cursor.take(OCTET_STRING).value
  const n = toBig(magnitude(cursor.take(0x02), where))
  const cofactor = cursor.takeIf(0x02)
  cursor.end()
  refuseIf(cofactor !== undefined && smallInteger(cofactor, where) !== 1, 'chip.curve-unknown', where)
  return curves.find((one) => {
    const size = Math.ceil(one.bits / 8)
    return (
      one.p === p &&
      one.a === a &&
      one.b === b &&
      one.n === n &&
      base.length === 1 + 2 * size &&
      base[0] === 4 &&
      toBig(base.subarray(1, 1 + size)) === one.gx &&
      toBig(base.subarray(1 + size)) === one.gy
    )
  })
}
