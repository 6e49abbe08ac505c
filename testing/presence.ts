/**
 * Presence as the browsers of tests show it: the work is done, at a price that costs a test nothing. It is
 * never off.
 */
import { solveChallenge } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2'
import type { z } from 'zod'
import { SendEnrolmentCode } from '../contract/enrolment.ts'
import type { Operation } from '../contract/operation.ts'
import { asksPresence, type presenceChallenge, type PresencePurpose } from '../contract/presence.ts'
import type { PresencePrice } from '../server/modules/access/presence/rules.ts'
import { later, now } from '../server/kernel/clock.ts'
import { newSecret } from '../server/kernel/id.ts'
import { showPresence, type ShownPresence } from '../server/kernel/presence.ts'
import type { Tools } from '../server/kernel/tools.ts'

export const TEST_PRICE: PresencePrice = {
  lifetime_s: 600,
  cost: 10,
  tries: 4,
  dearer: [
    { from_percent: 50, times: 2 },
    { from_percent: 95, times: 8 },
  ],
}

type Challenge = z.output<typeof presenceChallenge>
export const headerOf = (proof: object): string => Buffer.from(JSON.stringify(proof)).toString('base64url')

/** What the header of a deed holds. */
export const solvePresence = async (challenge: Challenge): Promise<string> => {
  const found = await solveChallenge({ challenge, deriveKey })
  if (!found) {
    throw new Error('the work was not done')
  }
  const { counter, derivedKey } = found
  return headerOf({ challenge, solution: { counter, derivedKey } })
}

/** Over HTTP, as a page gets its work. */
export const presenceAt = async (origin: string, purpose: PresencePurpose): Promise<string> => {
  const answer = await fetch(`${origin}/api/presence/challenge?purpose=${purpose}`)
  const { challenge } = (await answer.json()) as { challenge: Challenge }
  return solvePresence(challenge)
}

/** Undefined where the deed asks for none. */
export const presenceFor = async (
  { presence }: Pick<Tools, 'presence'>,
  contract: Operation,
  input: unknown,
  network: string,
): Promise<string | undefined> => {
  if (!asksPresence(contract, input)) {
    return undefined
  }
  const { challenge } = await presence.draw({ purpose: contract.name as PresencePurpose, network })
  return solvePresence(challenge)
}

/** For a test of what comes after it. */
export const shownPresence = async (): Promise<ShownPresence> => {
  const work = { digest: newSecret(32), keptUntil: later(now(), 60) }
  const presence = { draw: () => Promise.reject(new Error('none')), judge: () => Promise.resolve(work) }
  const read = { maybe: () => Promise.resolve(undefined) }
  const shown = await showPresence({ presence, read }, SendEnrolmentCode, {
    input: {},
    request: { network: '10.0.0.1' },
    isAnswered: () => Promise.resolve(false),
  })
  if (!shown) {
    throw new Error('the contract asks for none')
  }
  return shown
}

/** What a browser shows, taken apart. */
type Proof = {
  challenge: { parameters: Record<string, unknown> & { data: Record<string, unknown> }; signature: string }
  solution: { counter: number; derivedKey: string }
}
export const proofIn = (header: string): Proof =>
  JSON.parse(Buffer.from(header, 'base64url').toString('utf8')) as Proof
