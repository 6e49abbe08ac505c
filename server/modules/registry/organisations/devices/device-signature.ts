/** ES256 signatures of desk devices (RFC 7518 §3.4), and the nonces they sign. */
import { createPublicKey, timingSafeEqual, verify } from 'node:crypto'
import { inForce } from '../../../../kernel/policy.ts'
import type { Digests } from '../../../../kernel/tools.ts'
import { captureNonce_s } from '../rules.ts'

/** r|s in 64 bytes, base64url, over the text; a key that is none signs nothing. */
export const isDeviceSignature = (
  { x, y }: { readonly x: string; readonly y: string },
  text: string,
  signature: string,
): boolean => {
  try {
    const key = createPublicKey({ format: 'jwk', key: { kty: 'EC', crv: 'P-256', x, y } })
    const bytes = Buffer.from(signature, 'base64url')
    return verify('sha256', Buffer.from(text), { key, dsaEncoding: 'ieee-p1363' }, bytes)
  } catch {
    return false
  }
}

const nonceOfSlot = (digests: Digests, what: string, slot: number): string =>
  `${slot}.${digests.secret('capture-nonce', `${what} ${slot}`).subarray(0, 16).toString('base64url')}`
const slotOf = (at: Date): number => Math.floor(at.getTime() / (inForce(captureNonce_s, at) * 1000))

/**
 * Made from the moment and kept nowhere: good for its slot of time and the one after it. What is signed with
 * it a second time is the same capture, and no new try.
 */
export const drawNonce = (digests: Digests, what: string, at: Date): string =>
  nonceOfSlot(digests, what, slotOf(at))

export const isFreshNonce = (digests: Digests, what: string, nonce: string, at: Date): boolean => {
  const given = Buffer.from(nonce)
  return [slotOf(at), slotOf(at) - 1].some((slot) => {
    const wanted = Buffer.from(nonceOfSlot(digests, what, slot))
    return wanted.length === given.length && timingSafeEqual(wanted, given)
  })
}
