/**
 * The key of a device's MAC (ISO/IEC 18013-5 §9.1.3.5): both sides agree on it, the device by its own key and
 * the reader by the one it made for this session.
 */
import { digest, importPublicKey, isEcCurve, owned, type EcPublicKey } from './ec-key.ts'
import { MdocRefusal } from './mdoc-refusal.ts'
import { encodedCbor, writeCbor } from './write-cbor.ts'

/** `own` is a private ECDH key that may derive bits. */
export const deviceMacKey = async (
  own: CryptoKey,
  other: EcPublicKey,
  transcript: Uint8Array,
): Promise<CryptoKey> => {
  const { algorithm } = own
  const curve = 'namedCurve' in algorithm ? String(algorithm.namedCurve) : ''
  if (!isEcCurve(curve) || curve !== other.curve) {
    throw new MdocRefusal('mdoc.algorithm-mismatch', 'session key')
  }
  const there = await importPublicKey(other, 'ECDH', 'session key')
  const agreed = await crypto.subtle.deriveBits({ name: 'ECDH', public: there }, own, null)
  const base = await crypto.subtle.importKey('raw', agreed, 'HKDF', false, ['deriveKey'])
  const salt = owned(await digest('SHA-256', writeCbor(encodedCbor(transcript))))
  return crypto.subtle.deriveKey(
    { name: 'HKDF', hash: 'SHA-256', salt, info: new TextEncoder().encode('EMacKey') },
    base,
    { name: 'HMAC', hash: 'SHA-256', length: 256 },
    false,
    ['sign', 'verify'],
  )
}
