/**
 * The key that an answer is encrypted to (RFC 7517; OpenID4VP 1.0 §8.3): ECDH-ES on P-256, the one pair that
 * the High Assurance profile asks of everybody.
 */
import { decodeBase64url, type Bytes } from '../jws/base64url.ts'
import { isJsonObject, type Json } from '../jws/strict-json.ts'

export const KEY_AGREEMENT = 'ECDH-ES'
export const CURVE = 'P-256'
const COORDINATE_bytes = 32

export interface EncryptionKey {
  readonly kid: string
  readonly x: string
  readonly y: string
}

/** The point of a key of this curve; null for another's, and for one whose private half travels with it. */
export const readPoint = (key: Json | undefined): Pick<EncryptionKey, 'x' | 'y'> | null => {
  if (!isJsonObject(key) || key['kty'] !== 'EC' || key['crv'] !== CURVE || 'd' in key) {
    return null
  }
  const { x, y } = key
  const isCoordinate = (value: Json | undefined): value is string =>
    typeof value === 'string' && decodeBase64url(value)?.length === COORDINATE_bytes
  return isCoordinate(x) && isCoordinate(y) ? { x, y } : null
}

/** Null where the point is not on the curve. */
export const importPoint = async ({ x, y }: Pick<EncryptionKey, 'x' | 'y'>): Promise<CryptoKey | null> => {
  try {
    const jwk = { kty: 'EC', crv: CURVE, x, y }
    return await crypto.subtle.importKey('jwk', jwk, { name: 'ECDH', namedCurve: CURVE }, true, [])
  } catch {
    return null
  }
}

/** RFC 7638, SHA-256: what binds a session transcript to the key. */
export const thumbprintOf = async ({ x, y }: Pick<EncryptionKey, 'x' | 'y'>): Promise<Bytes> => {
  const members = JSON.stringify({ crv: CURVE, kty: 'EC', x, y })
  return new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(members)))
}
