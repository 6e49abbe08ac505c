/**
 * The journeys that prove a phone by a code and then set what is missing: activation, a new device, a
 * forgotten password. One state machine:
 * code, then secrets, then done; no step can be skipped. For a number without an account the same rows are
 * written and nothing is sent.
 */
import { problem } from '../../../../kernel/problem.ts'
import type { Actor } from '../../../../kernel/actor.ts'
import { later, now } from '../../../../kernel/clock.ts'
import { newId } from '../../../../kernel/id.ts'
import { inForce } from '../../../../kernel/policy.ts'
import type { ShownPresence } from '../../../../kernel/presence.ts'
import type { Tools } from '../../../../kernel/tools.ts'
import type { Effects, RequestContext } from '../../../../kernel/use-case.ts'
import type { Reading, Work } from '../../../../kernel/work.ts'
import type { CodeAsker } from '../../../people/accounts/code-budget.ts'
import { isReachable } from '../../../people/accounts/account-of-pair.ts'
import {
  addressOfAccount,
  deliveryOf,
  drawProof,
  type Delivery,
  type ProofPurpose,
} from '../../../people/accounts/contact-proof.ts'
import { codeAddress, contactsOf, noContacts } from '../../../people/accounts/contacts.ts'
import { findAccount } from '../../../people/accounts/open-account.ts'
import { journeyLifetime_s, passwordShape } from '../rules.ts'
import * as store from '../store.ts'
import type { JourneyRow } from '../store.ts'

export type PublicJourney = 'activation' | 'new-device' | 'new-password'

export const journeyForUpdate = async (work: Work, _: unknown, actor: Actor): Promise<JourneyRow> => {
  const row =
    actor.kind === 'applicant' ? await store.journeyForUpdate(work, actor.draftId, now()) : undefined
  if (!row || row.kind === 'change-phone' || row.kind === 'change-email') {
    throw problem('journey.gone')
  }
  return row
}

/** What was typed, kept so that a journey of nobody answers the same after a code was asked for again. */
export interface TypedPair {
  readonly personalNumber: string
  readonly phone: string
}
const TYPED = 'journey.typed-phone'
const typedPairOf = (tools: Tools, row: JourneyRow): TypedPair | null => {
  if (!row.sealed_target) {
    return null
  }
  const text = tools.sealer.unsealWithPlatformKey(TYPED, row.sealed_target).toString('utf8')
  // One of before this release has the phone alone.
  const [phone = '', personalNumber = ''] = text.split(' ')
  return { phone, personalNumber }
}

/** From where, in which language, and with what to show whoever rests on nothing else. */
export interface Asking extends Pick<RequestContext, 'network' | 'language'> {
  readonly presence: ShownPresence | null
}

/** A journey of typed numbers is anybody's; one of a session, a password or a bound device is hers. */
const askerOf = (
  typed: TypedPair | null,
  subjectId: string | null,
  { network, presence }: Asking,
): CodeAsker => {
  if (typed === null && subjectId !== null) {
    return { kind: 'proven', id: subjectId }
  }
  if (presence === null) {
    throw problem('presence.missing')
  }
  return {
    kind: 'blind',
    network,
    presence,
    named: typed ? `${typed.personalNumber} ${typed.phone}` : '',
    // Nobody has signed in to an account that is not yet active.
    isHerNetwork: false,
  }
}

const phoneOf = async (read: Reading, tools: Tools, subjectId: string | null): Promise<string | null> =>
  subjectId === null ? null : (await contactsOf(read, tools, subjectId)).phone

/**
 * Begins a journey and has its code sent, when there is somebody to send it to. `subjectId` null: nobody, and
 * nobody can tell.
 */
export const beginJourney = async (
  work: Work,
  tools: Tools,
  effects: Effects,
  journey: {
    kind: PublicJourney
    subjectId: string | null
    deviceId: string | null
    typed: TypedPair | null
  },
  asking: Asking,
): Promise<JourneyRow> => {
  const at = now()
  const id = newId()
  const lifetime_s = inForce(journeyLifetime_s, at)
  // What was typed is not looked up again: whether it is hers, the time must not tell.
  const to = journey.typed?.phone ?? (await phoneOf(work, tools, journey.subjectId)) ?? ''
  const proofId = await drawProof(work, tools, {
    ownerId: id,
    channel: 'sms',
    to,
    purpose: journey.kind,
    language: asking.language,
    mayBeSent: journey.subjectId !== null && to !== '',
    asker: askerOf(journey.typed, journey.subjectId, asking),
  })
  await store.insertJourney(work, {
    id,
    kind: journey.kind,
    subject_id: journey.subjectId,
    device_id: journey.deviceId,
    proof_id: proofId,
    sealed_target:
      journey.typed &&
      tools.sealer.sealWithPlatformKey(TYPED, `${journey.typed.phone} ${journey.typed.personalNumber}`),
    ends_at: later(at, lifetime_s),
  })
  effects.setSession('enrol', id, lifetime_s)
  const row = await store.journeyForUpdate(work, id, at)
  if (!row) {
    throw new Error('a journey vanished inside its own transaction')
  }
  return row
}

interface Address {
  readonly shown: string
  readonly isHers: boolean
}
const addressOfHers = async (
  read: Reading,
  tools: Tools,
  row: JourneyRow,
  channel: 'sms' | 'email',
): Promise<Address> => {
  const contacts = row.subject_id ? await contactsOf(read, tools, row.subject_id) : noContacts
  const to = codeAddress(contacts, channel)
  return { shown: to ?? '', isHers: to !== null }
}
/** Where a stranger typed number and phone: whether they are anybody's, the time must not tell. */
const sameForAll = async (
  read: Reading,
  row: JourneyRow,
  typed: TypedPair,
  channel: 'sms' | 'email',
): Promise<Address> => {
  const isHers = await isReachable(read, row.subject_id, channel)
  return { shown: channel === 'sms' ? typed.phone : addressOfAccount(row.subject_id ?? row.id), isHers }
}

/** A new code for the same journey, by the phone or by the verified e-mail. */
export const resendCode = async (
  work: Work,
  tools: Tools,
  row: JourneyRow,
  channel: 'sms' | 'email',
  asking: Asking,
): Promise<void> => {
  const typed = typedPairOf(tools, row)
  const { shown, isHers } = typed
    ? await sameForAll(work, row, typed, channel)
    : await addressOfHers(work, tools, row, channel)
  const proofId = await drawProof(work, tools, {
    ownerId: row.id,
    channel,
    to: shown,
    purpose: row.kind as ProofPurpose,
    language: asking.language,
    mayBeSent: isHers,
    asker: askerOf(typed, row.subject_id, asking),
  })
  await store.setProof(work, row.id, proofId)
}

export interface Needs {
  readonly password: boolean
  readonly passcode: boolean
  readonly device: boolean
}

export const needsOf = async (read: Reading, row: JourneyRow): Promise<Needs> => {
  if (row.kind === 'new-password') {
    return { password: true, passcode: false, device: false }
  }
  const isActive = row.subject_id !== null && (await findAccount(read, row.subject_id))?.state === 'active'
  return { password: row.kind === 'activation' && !isActive, passcode: true, device: true }
}

/**
 * Anybody may begin an activation by a number and a phone: an account's e-mail, or that it has one, is not
 * shown to her.
 */
const blind = (row: JourneyRow, code: Delivery | null): Delivery | null =>
  code && row.kind === 'activation' && code.channel === 'email' ? { ...code, to: '•••' } : code

export const journeyState = async (read: Reading, tools: Tools, row: JourneyRow) => ({
  journey: row.kind as PublicJourney,
  step: row.is_proven ? ('secrets' as const) : ('code' as const),
  // Blind: whoever began it may not learn whether a code went out at all.
  code:
    row.proof_id && !row.is_proven
      ? blind(row, await deliveryOf(read, tools, row.id, row.proof_id, { isBlind: true }))
      : null,
  // Only whoever proved the phone learns what the account lacks.
  needs: row.is_proven
    ? await needsOf(read, row)
    : {
        password: row.kind !== 'new-device',
        passcode: row.kind !== 'new-password',
        device: row.kind !== 'new-password',
      },
  passwordRules: inForce(passwordShape, now()),
})
