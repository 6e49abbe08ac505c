/** The nonces that the devices of a desk sign (`kernel/es256.ts`). */
import { timingSafeEqual } from 'node:crypto'
import { inForce } from '../../../../kernel/policy.ts'
import type { Digests } from '../../../../kernel/tools.ts'
import { captureNonce_s } from '../rules.ts'

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
