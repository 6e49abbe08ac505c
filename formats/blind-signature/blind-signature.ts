/**
 * Blind signatures, the asker's half: RSABSSA-SHA384-PSS-Deterministic of RFC 9474 §4. Whoever signs sees
 * `blinded`, which is any number at all to whoever does not know the factor, so that the signature which
 * comes of it cannot be told from anybody else's. Signing is one RSA operation and verifying is PSS (RFC
 * 8017), both of which the server has from its own library.
 */
import { joined } from '../bytes.ts'

/** RFC 9474 §5: SHA-384, a salt of 48 bytes. */
const HASH = 'SHA-384'
const HASH_bytes = 48
export const SALT_bytes = 48
const EXPONENT = 65_537n

export interface Blinded {
  readonly blinded: Uint8Array<ArrayBuffer>
  /** Undoes the factor; it never leaves the asker. */
  readonly inverse: bigint
  /** What the signature must open to. */
  readonly encoded: bigint
}

const numberOf = (bytes: Uint8Array): bigint => {
  let number = 0n
  for (const byte of bytes) {
    number = (number << 8n) | BigInt(byte)
  }
  return number
}

const bytesOf = (number: bigint, size_bytes: number): Uint8Array<ArrayBuffer> => {
  const bytes = new Uint8Array(size_bytes)
  for (let at = size_bytes - 1, left = number; at >= 0; at--, left >>= 8n) {
    bytes[at] = Number(left & 0xffn)
  }
  return bytes
}

const power = (base: bigint, exponent: bigint, modulus: bigint): bigint => {
  let result = 1n
  for (let square = base % modulus, left = exponent; left > 0n; left >>= 1n) {
    if (left & 1n) {
      result = (result * square) % modulus
    }
    square = (square * square) % modulus
  }
  return result
}

/** Null where there is none: whoever finds such a number has found a factor of the key. */
const inverseOf = (number: bigint, modulus: bigint): bigint | null => {
  let [a, b, x, y] = [number % modulus, modulus, 1n, 0n]
  while (b !== 0n) {
    const quotient = a / b
    ;[a, b] = [b, a - quotient * b]
    ;[x, y] = [y, x - quotient * y]
  }
  return a === 1n ? ((x % modulus) + modulus) % modulus : null
}

const hash = async (...parts: Uint8Array<ArrayBuffer>[]): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(await crypto.subtle.digest(HASH, joined(parts)))

/** MGF1 (RFC 8017 §B.2.1). */
const mask = async (seed: Uint8Array<ArrayBuffer>, size_bytes: number): Promise<Uint8Array<ArrayBuffer>> => {
  const blocks: Uint8Array<ArrayBuffer>[] = []
  for (let counter = 0; counter * HASH_bytes < size_bytes; counter++) {
    blocks.push(await hash(seed, bytesOf(BigInt(counter), 4)))
  }
  return joined(blocks).slice(0, size_bytes)
}

/** EMSA-PSS-ENCODE (RFC 8017 §9.1.1), as a number. */
const encode = async (
  message: Uint8Array<ArrayBuffer>,
  salt: Uint8Array<ArrayBuffer>,
  bits: number,
): Promise<bigint> => {
  const size_bytes = Math.ceil(bits / 8)
  const digest = await hash(new Uint8Array(8), await hash(message), salt)
  const data = new Uint8Array(size_bytes - HASH_bytes - 1)
  data[data.length - salt.length - 1] = 1
  data.set(salt, data.length - salt.length)
  const over = await mask(digest, data.length)
  const masked = data.map((byte, at) => byte ^ (over[at] ?? 0))
  masked[0] = (masked[0] ?? 0) & (0xff >> (8 * size_bytes - bits))
  return numberOf(joined([masked, digest, Uint8Array.of(0xbc)]))
}

/**
 * `modulus`: of an RSA key with the exponent 65537. `salt`: 48 random bytes; `factor`: random bytes, eight
 * more than the modulus has, so that what is left of them modulo the key favours nothing. Throws RangeError
 * for others, and for one that has no inverse.
 */
export const blind = async (
  modulus: Uint8Array,
  message: Uint8Array<ArrayBuffer>,
  { salt, factor }: { readonly salt: Uint8Array<ArrayBuffer>; readonly factor: Uint8Array },
): Promise<Blinded> => {
  const n = numberOf(modulus)
  if (salt.length !== SALT_bytes || factor.length !== modulus.length + 8) {
    throw new RangeError('a salt of 48 bytes, and eight bytes more than the modulus')
  }
  const encoded = await encode(message, salt, n.toString(2).length - 1)
  const r = (numberOf(factor) % (n - 1n)) + 1n
  const inverse = inverseOf(r, n)
  if (inverse === null || inverseOf(encoded, n) === null) {
    throw new RangeError('this number has no inverse')
  }
  const blinded = bytesOf((encoded * power(r, EXPONENT, n)) % n, modulus.length)
  return { blinded, inverse, encoded }
}

/** The signature; null where what came back is none over what was blinded. */
export const unblind = (
  modulus: Uint8Array,
  { inverse, encoded }: Pick<Blinded, 'inverse' | 'encoded'>,
  signed: Uint8Array,
): Uint8Array<ArrayBuffer> | null => {
  const n = numberOf(modulus)
  const signature = (numberOf(signed) * inverse) % n
  return power(signature, EXPONENT, n) === encoded ? bytesOf(signature, modulus.length) : null
}
