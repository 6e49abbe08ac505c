/** Signatures of keys that never leave a browser: ES256 (RFC 7518 section 3.4). */
import { createPublicKey, verify } from 'node:crypto'

/** A point of P-256, both coordinates in base64url. */
export interface PublicKey {
  readonly x: string
  readonly y: string
}

/** `signature`: r|s in 64 bytes, base64url, over the text. A key that is none has signed nothing. */
export const isSignedBy = ({ x, y }: PublicKey, text: string, signature: string): boolean => {
  try {
    const key = createPublicKey({ format: 'jwk', key: { kty: 'EC', crv: 'P-256', x, y } })
    const bytes = Buffer.from(signature, 'base64url')
    return verify('sha256', Buffer.from(text), { key, dsaEncoding: 'ieee-p1363' }, bytes)
  } catch {
    return false
  }
}
