// The answer that her phone makes for one party and one request: what she chose, signed by the keys of this
// phone, closed for that party's key alone (OpenID4VP 1.0 §8.3).
import type { Match } from '../../../../formats/dcql/match-candidate.ts'
import { audienceOf } from '../../../../formats/openid4vp/binding.ts'
import { composeAnswer } from '../../../../formats/openid4vp/compose-answer.ts'
import type { Chance } from '../../../../formats/openid4vp/jwe.ts'
import type { PresentationRequest } from '../../../../formats/openid4vp/read-request.ts'
import { presentCredential } from '../../../../formats/sd-jwt-vc/present-credential.ts'
import { strangeAnswer } from '../../../client/problem.ts'
import { now } from '../../../ui/clock.ts'
import { takeCredential, type Taken } from '../vault/credentials.ts'
import type { Holding } from './asked.ts'

const chance: Chance = {
  random: (size_bytes) => crypto.getRandomValues(new Uint8Array(size_bytes)),
  ephemeralKey: () => crypto.subtle.generateKey({ name: 'ECDH', namedCurve: 'P-256' }, false, ['deriveBits']),
}

const takenFor = async ({ of }: Holding): Promise<Taken> => {
  const taken = await takeCredential(of)
  if (taken === null || 'overSince_s' in taken) {
    throw strangeAnswer(200)
  }
  return taken
}

const present = async (
  request: PresentationRequest<unknown>,
  { credential, signer }: Taken,
  { show }: Match<Holding>,
): Promise<string> => {
  const keyBinding = {
    signer,
    nonce: request.nonce,
    audience: audienceOf(request),
    issuedAt_s: Math.floor(now() / 1000),
  }
  const made = await presentCredential({ credential, show, keyBinding })
  if (!made.ok) {
    throw strangeAnswer(200)
  }
  return made.value
}

/**
 * A copy of its own for each answer, so that two parties cannot compare; and one for all that it shows of a
 * document, so that the party sees that it is one person's. Throws Problem where what lies here has run out
 * meanwhile.
 */
export const makeAnswer = async (
  request: PresentationRequest<unknown>,
  showing: ReadonlyMap<string, readonly Match<Holding>[]>,
): Promise<string> => {
  const copies = new Map<Holding, Taken>()
  const presentations = new Map<string, readonly string[]>()
  for (const [id, matches] of showing) {
    const made: string[] = []
    for (const match of matches) {
      const copy = copies.get(match.candidate) ?? (await takenFor(match.candidate))
      copies.set(match.candidate, copy)
      made.push(await present(request, copy, match))
    }
    presentations.set(id, made)
  }
  const { response } = await composeAnswer(request, presentations, chance)
  if (response === undefined) {
    throw strangeAnswer(200)
  }
  return response
}
