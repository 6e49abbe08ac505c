/**
 * The arithmetic that these formats need from outside: they hold none of their own.
 * `server/modules/evidence/chips/node-crypto.ts` gives it.
 */
import type { Curve } from './curves.ts'

/** `sha1` only where ICAO still has it in use: the chip's own answer, never a signature of the state. */
export type HashName = 'sha1' | 'sha224' | 'sha256' | 'sha384' | 'sha512'

export interface RsaKey {
  readonly kind: 'rsa'
  /** Big-endian, no leading zero. */
  readonly modulus: Uint8Array
  readonly exponent: Uint8Array
  readonly bits: number
  /** A key that its certificate binds to RSA-PSS, and to what of it. */
  readonly pssOnly: { readonly hash: HashName; readonly saltLength: number } | 'any' | null
}
export interface EcKey {
  readonly kind: 'ec'
  readonly curve: Curve
  /** Uncompressed: 04 X Y. */
  readonly point: Uint8Array
}
export type PublicKey = RsaKey | EcKey

export type SignatureScheme =
  | { readonly kind: 'rsa'; readonly hash: HashName }
  | { readonly kind: 'rsa-pss'; readonly hash: HashName; readonly saltLength: number }
  | { readonly kind: 'ecdsa'; readonly hash: HashName; readonly encoding: 'der' | 'plain' }

export interface ChipCrypto {
  digest(hash: HashName, bytes: Uint8Array): Uint8Array
  /**
   * False for whatever does not verify, a malformed signature too. The scheme's kind fits the key's: that was
   * checked before.
   */
  verify(key: PublicKey, scheme: SignatureScheme, data: Uint8Array, signature: Uint8Array): boolean
  /**
   * signature ^ exponent mod modulus, as long as the modulus; null when the signature is no number below it.
   */
  recover(key: RsaKey, signature: Uint8Array): Uint8Array | null
}
