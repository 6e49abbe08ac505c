/** How an officer comes in: by a one-time ticket at first, by her passkey ever after. */
import {
  AddPasskey,
  EnterByTicket,
  OfficerSignIn,
  OfficerSignInOptions,
  OfficerSignOut,
  PasskeyOptions,
  ViewOfficer,
} from '../../../../contract/officer.ts'
import type { Actor, Officer } from '../../../kernel/actor.ts'
import { none, type LineOf } from '../../../kernel/audit-line.ts'
import { later, now as presentMoment } from '../../../kernel/clock.ts'
import { anyone, type Permit } from '../../../kernel/permit.ts'
import { problem } from '../../../kernel/problem.ts'
import type { Tools } from '../../../kernel/tools.ts'
import { useCase, type RequestContext } from '../../../kernel/use-case.ts'
import type { Work } from '../../../kernel/work.ts'
import { endScreensOf } from './desk-prompt.ts'
import { openOfficerSession, profileOfSession } from './officer-session.ts'
import {
  challengeIn,
  proofOptions,
  registrationOptions,
  signInOptions,
  verifyRegistration,
  verifySignIn,
  type PasskeyUsed,
} from './passkey.ts'
import * as store from './store.ts'

const anOfficer: Permit<Officer> = {
  says: 'an officer, for herself',
  session: 'counter',
  allows: (actor): actor is Officer => actor.kind === 'officer',
}
const perNetwork = (_: unknown, request: RequestContext) => [
  { scope: 'officer.sign-in', key: request.network, most: 60, per_s: 600 },
]
const signedIn = (officerNumber: string | undefined): LineOf<'officer-sign-in'> => ({
  about: null,
  purpose: 'officer-sign-in',
  ...(officerNumber === undefined ? {} : { detail: { officerNumber } }),
})

const useTicket = async (work: Work, { ticket }: { ticket: string }, _: Actor, tools: Tools) => {
  const digest = tools.digests.secret('officer-ticket', ticket)
  const used = await store.useTicket(work, digest, presentMoment())
  if (!used) {
    return null
  }
  const { number } = await store.lockOfficer(work, used.officer_id)
  return { ...used, digest, number, hasPasskey: (await store.passkeysOf(work, used.officer_id)).length > 0 }
}

/** What came before her new key opens nothing any more: sessions, their screens, tickets that lie around. */
const shutOut = async (work: Work, officerId: string, but: string | null, at: Date): Promise<void> => {
  for (const { id } of await store.endOtherSessions(work, officerId, but)) {
    await endScreensOf(work, id, at)
  }
  await store.voidTickets(work, officerId, at)
}

/**
 * A ticket stands for an officer who has no passkey yet. Whoever has one signs in by it: a second ticket is
 * no second key to her desk, unless it was drawn because she lost the first.
 */
export const enterByTicket = useCase({
  contract: EnterByTicket,
  limits: perNetwork,
  find: useTicket,
  permit: anyone, // the ticket is the proof
  async act(work, _, { found, tools, effects, now, refuse }) {
    if (!found) {
      throw problem('officer.ticket-spent')
    }
    if (found.hasPasskey) {
      if (!found.replaces_passkeys) {
        // Somebody holds a ticket to a desk that has its key: that stays on record, the ticket is not spent.
        await store.giveBackTicket(work, found.digest)
        return refuse(problem('officer.passkey-asked'))
      }
      await store.forgetPasskeys(work, found.officer_id)
      await shutOut(work, found.officer_id, null, now)
    }
    return profileOfSession(work, await openOfficerSession(work, tools, effects, found.officer_id))
  },
  audit: ({ found, refusal }) => {
    const line = signedIn(found?.number)
    if (refusal) {
      return { ...line, outcome: refusal }
    }
    return found?.hasPasskey ? [line, { ...line, purpose: 'officer-passkey-replaced' }] : line
  },
})

const CHALLENGE_S = 300

/** What she makes a key from and, once she has one, what that one answers first: the same challenge. */
export const passkeyOptions = useCase({
  contract: PasskeyOptions,
  permit: anOfficer,
  async act(work, _, { actor, tools, now }) {
    const session = await store.findSession(work, actor.sessionId, now)
    if (!session) {
      throw problem('session.required')
    }
    const known = await store.passkeysOf(work, actor.officerId)
    const ids = known.map((row) => row.credential_id)
    const options = await registrationOptions(tools.publicUrl, session, ids)
    await store.setChallenge(work, actor.sessionId, options.challenge, later(now, CHALLENGE_S))
    const proof = ids.length > 0 ? await proofOptions(tools.publicUrl, options.challenge, ids) : null
    return { ...options, ...(proof ? { proof: { ...proof } } : {}) }
  },
  audit: none('nothing is read of anybody and nothing kept but a challenge'),
})

/** Whose key it is; its use is counted. Throws `officer.passkey-refused`. */
const usePasskey = async (
  work: Work,
  tools: Tools,
  { response, challenge, at }: { response: PasskeyUsed; challenge: string; at: Date },
): Promise<string> => {
  const row = await store.passkey(work, response.id)
  if (!row) {
    throw problem('officer.passkey-refused')
  }
  const { public_key: publicKey, counter, transports } = row
  const key = { id: response.id, publicKey, counter, transports }
  const counted = await verifySignIn(tools.publicUrl, response, challenge, key)
  await store.countPasskeyUse(work, key.id, counted, at)
  return row.officer_id
}

/**
 * A session is hours old and may have been left open: whoever has a key makes a further one only with an
 * answer of hers to the very challenge that the new one signs.
 */
const mustHoldKey = async (
  work: Work,
  tools: Tools,
  officerId: string,
  { proof, challenge, at }: { proof: PasskeyUsed | undefined; challenge: string; at: Date },
): Promise<void> => {
  if (!proof) {
    throw problem('officer.passkey-first')
  }
  if ((await usePasskey(work, tools, { response: proof, challenge, at })) !== officerId) {
    throw problem('officer.passkey-refused')
  }
}

export const addPasskey = useCase({
  contract: AddPasskey,
  permit: anOfficer,
  async act(work, { response, proof }, { actor, tools, now }) {
    await store.lockOfficer(work, actor.officerId)
    // Asked under the lock: another's first key may have ended it a moment ago.
    const session = await store.findSession(work, actor.sessionId, now)
    if (!session?.challenge) {
      throw problem('officer.passkey-refused')
    }
    const { challenge } = session
    if (session.passkeys > 0) {
      await mustHoldKey(work, tools, actor.officerId, { proof, challenge, at: now })
    }
    const key = await verifyRegistration(tools.publicUrl, response, challenge)
    // An authenticator in software may give a number that another key has.
    if ((await store.savePasskey(work, actor.officerId, key, now)) !== 1) {
      throw problem('officer.passkey-refused')
    }
    // Until her first key a ticket is all there is; whoever else came in by one does not stay.
    if (session.passkeys === 0) {
      await shutOut(work, actor.officerId, actor.sessionId, now)
    }
    await store.setChallenge(work, actor.sessionId, null, null)
    return profileOfSession(work, actor.sessionId)
  },
  audit: () => ({ about: null, purpose: 'officer-passkey-added' }),
})

export const officerSignInOptions = useCase({
  contract: OfficerSignInOptions,
  limits: perNetwork,
  permit: anyone, // a challenge tells nothing
  async act(work, _, { tools, now }) {
    const options = await signInOptions(tools.publicUrl)
    await store.saveOpenChallenge(work, options.challenge, later(now, CHALLENGE_S))
    return { ...options }
  },
  audit: none('a challenge is about nobody'),
})

export const officerSignIn = useCase({
  contract: OfficerSignIn,
  limits: perNetwork,
  permit: anyone, // the passkey is the proof
  async act(work, { response }, { tools, now, effects }) {
    const challenge = challengeIn(response)
    if ((await store.useOpenChallenge(work, challenge, now)) !== 1) {
      throw problem('officer.passkey-refused')
    }
    const officerId = await usePasskey(work, tools, { response, challenge, at: now })
    return profileOfSession(work, await openOfficerSession(work, tools, effects, officerId))
  },
  audit: ({ result }) => signedIn(result?.number),
})

export const viewOfficer = useCase({
  contract: ViewOfficer,
  permit: anOfficer,
  act: (work, _, { actor }) => profileOfSession(work, actor.sessionId),
  audit: none("an officer's own name and office"),
})

export const officerSignOut = useCase({
  contract: OfficerSignOut,
  permit: anOfficer,
  async act(work, _, { actor, effects, now }) {
    await endScreensOf(work, actor.sessionId, now)
    await store.endSession(work, actor.sessionId)
    effects.endSession('counter')
    return {}
  },
  audit: () => ({ about: null, purpose: 'officer-sign-out' }),
})
