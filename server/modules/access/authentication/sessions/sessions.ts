/**
 * Devices and sessions as the citizen sees them, and how she ends them. Ending a sign-in at a portal is told
 * to the provider by a fact.
 */
import { EndSession, RemoveDevice, SignOutEverywhere, ViewDevices } from '../../../../../contract/account.ts'
import type { InputOf } from '../../../../../contract/operation.ts'
import type { Citizen } from '../../../../kernel/actor.ts'
import { none } from '../../../../kernel/audit-line.ts'
import { newId } from '../../../../kernel/id.ts'
import { citizenHerself } from '../../../../kernel/permit.ts'
import { problem, type Problem } from '../../../../kernel/problem.ts'
import type { Tools } from '../../../../kernel/tools.ts'
import { useCase } from '../../../../kernel/use-case.ts'
import type { Reading, Work } from '../../../../kernel/work.ts'
import { listDevices, tryPasscodeInHand, unbindDevice } from '../../../people/accounts/device.ts'
import * as store from '../store.ts'
import type { SignInRow } from '../store.ts'
import { DeviceRemoved, SignInEnded, SignedOutEverywhere } from '../events.ts'

export interface NewSignIn {
  readonly subjectId: string
  readonly clientId: string
  readonly clientName: string
  readonly clientDomain: string
  readonly providerSession: string
  readonly grantId: string
  readonly acr: string
  readonly userAgent: string
  readonly at: Date
}

/** Keeps a sign-in at a relying party, so that the person sees it. */
export const keepSignIn = (work: Work, s: NewSignIn): void =>
  store.insertSignIn(work, s.subjectId, {
    id: newId(),
    client_id: s.clientId,
    client_name: s.clientName,
    client_domain: s.clientDomain,
    provider_session: s.providerSession,
    grant_id: s.grantId,
    acr: s.acr,
    user_agent: s.userAgent,
    opened_at: s.at,
  })

/** The provider ended a session by itself (the person signed out at a portal). */
export const closeSignInsOfProviderSession = async (
  work: Work,
  subjectId: string,
  providerSession: string,
  at: Date,
): Promise<number> => (await store.endSignInsOfProviderSession(work, subjectId, providerSession, at)).length

/** Where she signed in within a time, also where that has ended since. */
export const signInsBetween = async (read: Reading, subjectId: string, from: Date, to: Date) =>
  (await store.signInsBetween(read, subjectId, from, to)).map((row) => ({
    subjectId,
    providerSession: row.provider_session,
    clientId: row.client_id,
    grantId: row.grant_id,
  }))

/** Her account is closed: of her sign-ins nothing is listed any more. They have ended before. */
export const forgetSignInsBefore = (work: Work, subjectId: string, at: Date): Promise<number> =>
  store.forgetSignInsBefore(work, subjectId, at)

/** Closes her sign-ins at one party; answers all that there were, ended ones too. */
export const closeSignInsAt = async (work: Work, subjectId: string, clientId: string, at: Date) => {
  const all = await store.signInsAt(work, subjectId, clientId)
  await store.endSignInsAt(work, subjectId, clientId, at)
  return all.map((row) => ({ providerSession: row.provider_session, grantId: row.grant_id }))
}

export const viewDevices = useCase({
  contract: ViewDevices,
  permit: citizenHerself,
  async act(work, _, { actor, now }) {
    const devices = await listDevices(work, actor.subjectId)
    const nameOf = new Map(devices.map((d) => [d.id, d.name]))
    const apps = await store.sessions(work, actor.subjectId, now)
    const portals = await store.signIns(work, actor.subjectId)
    return {
      devices: devices.map((d) => ({
        id: d.id,
        name: d.name,
        boundAt: d.bound_at.toISOString(),
        lastSeenAt: d.last_seen_at.toISOString(),
        isThis: d.id === actor.deviceId,
      })),
      sessions: [
        ...apps.map((s) => ({
          id: s.id,
          kind: 'app' as const,
          name: nameOf.get(s.device_id) ?? '',
          domain: null,
          openedAt: s.opened_at.toISOString(),
          device: s.user_agent,
          isThis: s.id === actor.sessionId,
        })),
        ...portals.map((s) => ({
          id: s.id,
          kind: 'portal' as const,
          name: s.client_name,
          domain: s.client_domain,
          openedAt: s.opened_at.toISOString(),
          device: s.user_agent,
          isThis: false,
        })),
      ],
    }
  },
  audit: none("one's own devices and sessions"),
})

/** Ending a sign-in is told to the provider by a fact. */
export const tellProviderOfEnd = (work: Work, subjectId: string, row: SignInRow): void =>
  work.publish(SignInEnded, subjectId, {
    providerSession: row.provider_session,
    clientId: row.client_id,
    grantId: row.grant_id,
  })

export const endSession = useCase({
  contract: EndSession,
  permit: citizenHerself,
  isForHeldStill: true,
  async act(work, { id }, { actor, now, effects }) {
    if ((await store.endSession(work, actor.subjectId, id)) === 1) {
      if (id === actor.sessionId) {
        effects.endSession('app')
      }
      return {}
    }
    const row = await store.endSignIn(work, actor.subjectId, id, now)
    if (!row) {
      throw problem('session.gone')
    }
    tellProviderOfEnd(work, actor.subjectId, row)
    return {}
  },
  audit: ({ actor }) => ({
    about: actor.subjectId,
    purpose: 'session-ended',
    outcome: 'done',
  }),
})

/**
 * Whoever only found the app open takes none of her other devices from her: on them she would read what is
 * going on, and end it.
 */
const refusalToRemove = async (
  work: Work,
  tools: Tools,
  { subjectId, deviceId }: Citizen,
  { id, passcode }: InputOf<typeof RemoveDevice>,
): Promise<Problem | null> => {
  if (id === deviceId) {
    return null
  }
  if (passcode === undefined) {
    throw problem('device.passcode-needed')
  }
  return tryPasscodeInHand(work, tools, { subjectId, deviceId }, passcode)
}

export const removeDevice = useCase({
  contract: RemoveDevice,
  permit: citizenHerself,
  isForHeldStill: true,
  async act(work, { id, passcode }, { actor, now, effects, tools, refuse }) {
    const device = (await listDevices(work, actor.subjectId)).find((one) => one.id === id)
    const refusal = device && (await refusalToRemove(work, tools, actor, { id, passcode }))
    if (refusal) {
      return refuse(refusal)
    }
    if (!device || (await unbindDevice(work, { subjectId: actor.subjectId, deviceId: id }, now)) !== 1) {
      throw problem('session.gone')
    }
    await store.endSessionsOfDevice(work, actor.subjectId, id)
    if (id === actor.deviceId) {
      effects.endSession('app')
    }
    work.publish(DeviceRemoved, actor.subjectId, {
      deviceName: device.name,
      at: now.toISOString(),
    })
    return {}
  },
  audit: ({ actor, refusal }) => ({
    about: actor.subjectId,
    purpose: 'device-removed',
    outcome: refusal ?? 'done',
  }),
})

/** Ends every sign-in at a portal and has each told. Answers how many. */
export const endEverySignIn = async (work: Work, subjectId: string, at: Date): Promise<number> => {
  const ended = await store.endAllSignIns(work, subjectId, at)
  for (const row of ended) {
    tellProviderOfEnd(work, subjectId, row)
  }
  return ended.length
}

export const signOutEverywhere = useCase({
  contract: SignOutEverywhere,
  permit: citizenHerself,
  isForHeldStill: true,
  async act(work, _, { actor, now }) {
    const portals = await endEverySignIn(work, actor.subjectId, now)
    const ended = portals + (await store.endSessionsBut(work, actor.subjectId, actor.sessionId))
    work.publish(SignedOutEverywhere, actor.subjectId, { count: ended })
    return { ended }
  },
  audit: ({ actor, result }) => ({
    about: actor.subjectId,
    purpose: 'signed-out-everywhere',
    detail: { ended: result?.ended ?? 0 },
  }),
})
