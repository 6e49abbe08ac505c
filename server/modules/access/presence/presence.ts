/**
 * Presence by proof of work (ALTCHA, version 2; `docs/decisions/0020-presence.md`): drawn without being kept,
 * signed by a key of the house's digests, for one deed, at the price of the moment. Judged before anything
 * else is; the walk spends it (`kernel/presence.ts`).
 */
import { createChallenge, verifySolution } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2'
import type { z } from 'zod'
import { presenceChallenge, presenceProof } from '../../../../contract/presence.ts'
import { later, now } from '../../../kernel/clock.ts'
import { newSecret } from '../../../kernel/id.ts'
import { inForce } from '../../../kernel/policy.ts'
import type { Presence } from '../../../kernel/presence.ts'
import { problem } from '../../../kernel/problem.ts'
import type { Tools } from '../../../kernel/tools.ts'
import { fullnessFor } from '../../people/accounts/sms-ceilings.ts'
import { presencePrice, triesAt, type PresencePrice } from './rules.ts'

/** No process takes it for good whose clock is behind that of the one that forgets it. */
const CLOCKS_APART_S = 300

type Proof = z.output<typeof presenceProof>

/** Null for what is no proof: cut off, of another release, garbage. */
const readProof = (text: string): Proof | null => {
  try {
    const read = presenceProof.safeParse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8')))
    return read.success ? read.data : null
  } catch {
    return null
  }
}

/** `priceAt`: the dated policy, but for a world of tests, which pays less and never nothing. */
export const openPresence = (
  tools: Pick<Tools, 'read' | 'digests'>,
  priceAt: (at: Date) => PresencePrice = (at) => inForce(presencePrice, at),
): Presence => {
  const key = (of: string): string => tools.digests.secret('presence-key', of).toString('hex')
  const secrets = { hmacSignatureSecret: key('work'), hmacKeySignatureSecret: key('answer') }
  const askedNow = async (network: string, at: Date) => {
    const price = priceAt(at)
    return { ...price, tries: triesAt(price, await fullnessFor(tools, network, at)) }
  }
  return {
    async draw({ purpose, network }) {
      const at = now()
      const { cost, tries, lifetime_s } = await askedNow(network, at)
      const expiresAt = later(at, lifetime_s)
      const challenge = await createChallenge({
        algorithm: 'PBKDF2/SHA-256',
        cost,
        counter: newSecret(6).readUIntBE(0, 6) % tries,
        deriveKey,
        data: { purpose, tries, ends: expiresAt.getTime() },
        ...secrets,
      })
      return { challenge: presenceChallenge.parse(challenge), expiresAt: expiresAt.toISOString() }
    },
    async judge(text, { purpose, network }) {
      if (text === undefined) {
        throw problem('presence.missing')
      }
      const proof = readProof(text)
      // The house's clock decides when it ends, not the library's: `ends` is signed with the rest.
      if (!proof || !(await verifySolution({ ...proof, deriveKey, ...secrets })).verified) {
        throw problem('presence.wrong')
      }
      const { parameters, signature } = proof.challenge
      if (parameters.data.purpose !== purpose) {
        throw problem('presence.wrong')
      }
      const at = now()
      const endsAt = new Date(parameters.data.ends)
      const asked = await askedNow(network, at)
      // Drawn where or when it was cheaper: what is asked now is asked of everybody.
      const isPaid = parameters.cost * parameters.data.tries >= asked.cost * asked.tries
      if (endsAt <= at || !isPaid) {
        throw problem('presence.expired')
      }
      const keptUntil = later(endsAt, CLOCKS_APART_S)
      return { digest: tools.digests.secret('presence-spent', signature), keptUntil }
    },
  }
}
