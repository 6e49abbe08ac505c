/** The one source of identifiers and secrets. */
import { randomFillSync, randomInt } from 'node:crypto'
import { now } from './clock.ts'

/**
 * Drawn from the system in blocks: a call for each sixteen bytes would cost more than sealing a value. What
 * was handed out is wiped.
 */
const block = Buffer.allocUnsafeSlow(8192)
let used = block.length
const DRAWN_MAX = 64

const draw = (size_bytes: number): Buffer => {
  if (size_bytes > DRAWN_MAX) {
    return randomFillSync(Buffer.allocUnsafe(size_bytes))
  }
  if (used + size_bytes > block.length) {
    randomFillSync(block)
    used = 0
  }
  const bytes = Buffer.from(block.subarray(used, used + size_bytes))
  block.fill(0, used, used + size_bytes)
  used += size_bytes
  return bytes
}

const COUNTER_MAX = 0xfff
let lastMs = -1
let counter = 0

/**
 * Counts within one millisecond from a random start in the lower half, so that ids of one process keep
 * their order (RFC 9562 §6.2, method 1).
 */
const counted = (ms: number, drawn: number): number => {
  counter = ms === lastMs ? Math.min(COUNTER_MAX, counter + 1) : drawn & 0x7ff
  lastMs = ms
  return counter
}

/**
 * A UUIDv7 (RFC 9562 §5.7): time-ordered, so that inserts stay at one end of an index, and what one process
 * writes later sorts later.
 */
export const newId = (): string => {
  const bytes = draw(16)
  const ms = now().getTime()
  bytes.writeUIntBE(ms, 0, 6)
  bytes.writeUInt16BE(0x7000 | counted(ms, bytes.readUInt16BE(6)), 6)
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f)
  return spelled(bytes)
}

/**
 * A UUIDv4 (RFC 9562 §5.4): nothing but chance, for what must not say when it was made, nor what was made
 * beside it.
 */
export const newTimelessId = (): string => {
  const bytes = draw(16)
  bytes[6] = 0x40 | ((bytes[6] ?? 0) & 0x0f)
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f)
  return spelled(bytes)
}

const spelled = (bytes: Buffer): string => {
  const hex = bytes.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

/** When an id was drawn, to the millisecond. */
export const momentOfId = (id: string): Date =>
  new Date(Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16))

/** Secret random bytes. */
export const newSecret = (size_bytes: number): Buffer => draw(size_bytes)

/** A decimal code of a fixed length, uniformly drawn. */
export const newCode = (digits: number): string => String(randomInt(0, 10 ** digits)).padStart(digits, '0')

/** A whole number from 0 on and below this, each as likely as any other; at most 2^48. */
export const newNumber = (below: number): number => randomInt(below)
