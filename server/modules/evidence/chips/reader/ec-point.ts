/**
 * Points of elliptic curves, for the one thing that OpenSSL's interface in Node does not give: a base point
 * that reader and chip agree on (PACE's generic
 * mapping). Short-lived keys only; it does not hide how long it takes, so nothing lasting is ever multiplied
 * here.
 */
import type { Curve } from '../../../../../formats/emrtd/curves.ts'
import { ReaderFault } from './reader-fault.ts'

/** null is the point at infinity. */
export type Point = { readonly x: bigint; readonly y: bigint } | null
interface Jacobian {
  readonly x: bigint
  readonly y: bigint
  readonly z: bigint
}

const modulo = (value: bigint, p: bigint): bigint => {
  const rest = value % p
  return rest < 0n ? rest + p : rest
}

const inverse = (value: bigint, p: bigint): bigint => {
  let [low, high, a, b] = [modulo(value, p), p, 1n, 0n]
  while (low > 1n) {
    const times = high / low
    ;[low, high] = [high - low * times, low]
    ;[a, b] = [b - a * times, a]
  }
  return modulo(a, p)
}

const INFINITY: Jacobian = { x: 1n, y: 1n, z: 0n }

const double = ({ p, a }: Curve, { x, y, z }: Jacobian): Jacobian => {
  if (z === 0n || y === 0n) {
    return INFINITY
  }
  const yy = modulo(y * y, p)
  const s = modulo(4n * x * yy, p)
  const m = modulo(3n * x * x + a * z ** 4n, p)
  const x3 = modulo(m * m - 2n * s, p)
  return { x: x3, y: modulo(m * (s - x3) - 8n * yy * yy, p), z: modulo(2n * y * z, p) }
}

const sum = (curve: Curve, one: Jacobian, other: Jacobian): Jacobian => {
  if (one.z === 0n) {
    return other
  }
  if (other.z === 0n) {
    return one
  }
  const { p } = curve
  const [z1, z2] = [modulo(one.z * one.z, p), modulo(other.z * other.z, p)]
  const [u1, u2] = [modulo(one.x * z2, p), modulo(other.x * z1, p)]
  const [s1, s2] = [modulo(one.y * z2 * other.z, p), modulo(other.y * z1 * one.z, p)]
  if (u1 === u2) {
    return s1 === s2 ? double(curve, one) : INFINITY
  }
  const [h, r] = [modulo(u2 - u1, p), modulo(s2 - s1, p)]
  const hh = modulo(h * h, p)
  const [hhh, v] = [modulo(h * hh, p), modulo(u1 * hh, p)]
  const x = modulo(r * r - hhh - 2n * v, p)
  return { x, y: modulo(r * (v - x) - s1 * hhh, p), z: modulo(h * one.z * other.z, p) }
}

const lifted = (point: Point): Jacobian => (point === null ? INFINITY : { ...point, z: 1n })
const flat = ({ p }: Curve, { x, y, z }: Jacobian): Point => {
  if (z === 0n) {
    return null
  }
  const one = inverse(z, p)
  const two = modulo(one * one, p)
  return { x: modulo(x * two, p), y: modulo(y * two * one, p) }
}

export const add = (curve: Curve, one: Point, other: Point): Point =>
  flat(curve, sum(curve, lifted(one), lifted(other)))

export const multiply = (curve: Curve, scalar: bigint, point: Point): Point => {
  let [result, base] = [INFINITY, lifted(point)]
  for (let rest = scalar; rest > 0n; rest >>= 1n) {
    if (rest & 1n) {
      result = sum(curve, result, base)
    }
    base = double(curve, base)
  }
  return flat(curve, result)
}

export const basePoint = ({ gx, gy }: Curve): Point => ({ x: gx, y: gy })

const size = ({ bits }: Curve): number => Math.ceil(bits / 8)
const bytesOf = (curve: Curve, value: bigint): Buffer =>
  Buffer.from(value.toString(16).padStart(size(curve) * 2, '0'), 'hex')

/** Uncompressed. */
export const encodePoint = (curve: Curve, point: Point): Buffer => {
  if (point === null) {
    throw new ReaderFault('odd-chip')
  }
  return Buffer.concat([Uint8Array.of(4), bytesOf(curve, point.x), bytesOf(curve, point.y)])
}

export const abscissa = (curve: Curve, point: Point): Buffer => {
  if (point === null) {
    throw new ReaderFault('odd-chip')
  }
  return bytesOf(curve, point.x)
}

/** A point that is none of the curve would give the other side's secret away. */
export const decodePoint = (curve: Curve, bytes: Uint8Array): Point => {
  const length = size(curve)
  if (bytes.length !== 1 + 2 * length || bytes[0] !== 4) {
    throw new ReaderFault('odd-chip')
  }
  const number = (from: number): bigint =>
    BigInt(`0x${Buffer.from(bytes.subarray(from, from + length)).toString('hex')}`)
  const [x, y] = [number(1), number(1 + length)]
  if (x >= curve.p || y >= curve.p || modulo(y * y - (x ** 3n + curve.a * x + curve.b), curve.p) !== 0n) {
    throw new ReaderFault('odd-chip')
  }
  return { x, y }
}
