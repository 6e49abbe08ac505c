/**
 * The signatures that these formats know (RFC 7518 §3.4), the keys that make them (RFC 7517) and both by
 * WebCrypto. Which of them is believed is said by the caller, never by a token.
 */
import { decodeBase64url, type Bytes } from './base64url.ts'
import { isJsonObject, type Json } from './strict-json.ts'

const KINDS = {
  ES256: { curve: 'P-256', hash: 'SHA-256', coordinate_bytes: 32 },
  ES384: { curve: 'P-384', hash: 'SHA-384', coordinate_bytes: 48 },
  ES512: { curve: 'P-521', hash: 'SHA-512', coordinate_bytes: 66 },
} as const
export type Algorithm = keyof typeof KINDS

export interface PublicJwk {
  readonly kty: 'EC'
  readonly crv: string
  readonly x: string
  readonly y: string
}

/**
 * The public key for this algorithm; null where it is another's, is meant for something else (`use`,
 * `key_ops`, `alg`), holds its private half, or is not written canonically. Whether its point lies on the
 * curve is asked when it is used.
 */
export const readPublicKey = (key: Json | undefined, algorithm: Algorithm): PublicJwk | null => {
  const { curve, coordinate_bytes } = KINDS[algorithm]
  if (!isJsonObject(key) || key['kty'] !== 'EC' || key['crv'] !== curve || 'd' in key) {
    return null
  }
  const { x, y, use, key_ops: deeds, alg } = key
  const isMeantForThis =
    (use === undefined || use === 'sig') &&
    (deeds === undefined || (Array.isArray(deeds) && deeds.includes('verify'))) &&
    (alg === undefined || alg === algorithm)
  const isPoint = (value: Json | undefined): value is string =>
    typeof value === 'string' && decodeBase64url(value)?.length === coordinate_bytes
  return isMeantForThis && isPoint(x) && isPoint(y) ? { kty: 'EC', crv: curve, x, y } : null
}

/**
 * `key` where it is no point of the curve. `signature`: r|s, both as long as the curve's coordinates. To
 * bring a key into WebCrypto costs as much as to use it: the same `keptFor` (what the caller holds the key
 * as) spares that.
 */
export const judgeSignature = async (
  key: PublicJwk,
  algorithm: Algorithm,
  signature: Bytes,
  signed: Bytes,
  keptFor: object = key,
): Promise<'good' | 'key' | 'signature'> => {
  const { hash, coordinate_bytes } = KINDS[algorithm]
  let imported: CryptoKey
  try {
    imported = await importedKey(key, keptFor)
  } catch {
    return 'key'
  }
  if (signature.length !== 2 * coordinate_bytes) {
    return 'signature'
  }
  const isGood = await crypto.subtle.verify({ name: 'ECDSA', hash }, imported, signature, signed)
  return isGood ? 'good' : 'signature'
}

const kept = new WeakMap<object, { readonly point: string; readonly imported: Promise<CryptoKey> }>()

/** A key that was changed in place is another key. */
const importedKey = ({ kty, crv, x, y }: PublicJwk, keptFor: object): Promise<CryptoKey> => {
  const point = `${crv}.${x}.${y}`
  const known = kept.get(keptFor)
  if (known?.point === point) {
    return known.imported
  }
  const use = { name: 'ECDSA', namedCurve: crv }
  const imported = crypto.subtle.importKey('jwk', { kty, crv, x, y }, use, false, ['verify'])
  kept.set(keptFor, { point, imported })
  return imported
}

/** Who signs: a key here, a hardware module or a phone's key elsewhere. */
export interface JwsSigner {
  readonly algorithm: Algorithm
  /** What the header says of the key beside the algorithm, such as `kid` or `x5c`. */
  readonly header?: Readonly<Record<string, Json>>
  /** r|s over these bytes. */
  readonly sign: (bytes: Bytes) => Promise<Uint8Array>
}

/** With a private key of WebCrypto. */
export const signerWith = (
  key: CryptoKey,
  algorithm: Algorithm,
  header: Readonly<Record<string, Json>> = {},
): JwsSigner => ({
  algorithm,
  header,
  sign: async (bytes) =>
    new Uint8Array(await crypto.subtle.sign({ name: 'ECDSA', hash: KINDS[algorithm].hash }, key, bytes)),
})
