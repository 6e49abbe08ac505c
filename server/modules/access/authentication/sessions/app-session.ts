/**
 * The app's session on a bound device: a sealed cookie that leads to one row under its subject; it slides
 * with use, up to an end that no use moves.
 */
import { timingSafeEqual } from 'node:crypto'
import type { Citizen } from '../../../../kernel/actor.ts'
import { later, now } from '../../../../kernel/clock.ts'
import { newId, newSecret } from '../../../../kernel/id.ts'
import { inForce } from '../../../../kernel/policy.ts'
import type { AppContext } from '../../../../kernel/app-context.ts'
import type { Tools } from '../../../../kernel/tools.ts'
import type { RequestContext, Effects } from '../../../../kernel/use-case.ts'
import type { Reading, Work } from '../../../../kernel/work.ts'
import type { DeviceReference } from '../../../people/accounts/device.ts'
import { standingTie } from '../../../cases/representation/tie.ts'
import { appSession_s, appSessionMost_s } from '../rules.ts'
import * as store from '../store.ts'

/** The cookie outlives the session: the server decides. */
const COOKIE_S = 30 * 86_400
const SLIDE_AFTER_MS = 60_000

/** Slides with use, but never beyond what it may last in all. */
const endOf = (openedAt: Date, at: Date): Date => {
  const slid = later(at, inForce(appSession_s, at))
  const most = later(openedAt, inForce(appSessionMost_s, at))
  return slid < most ? slid : most
}

export const openAppSession = async (
  work: Work,
  tools: Tools,
  effects: Effects,
  request: RequestContext,
  device: DeviceReference,
): Promise<Date> => {
  const at = now()
  const id = newId()
  const secret = newSecret(16).toString('base64url')
  const endsAt = endOf(at, at)
  await store.insertSession(work, device.subjectId, {
    id,
    device_id: device.deviceId,
    secret_digest: tools.digests.secret('app-session', secret),
    opened_at: at,
    ends_at: endsAt,
    user_agent: request.device,
  })
  const token = tools.sealer
    .sealWithPlatformKey('app-session', JSON.stringify([device.subjectId, id, secret]))
    .toString('base64url')
  effects.setSession('app', token, COOKIE_S)
  return endsAt
}

const readToken = (tools: Tools, token: string): [string, string, string] | null => {
  try {
    return JSON.parse(
      tools.sealer.unsealWithPlatformKey('app-session', Buffer.from(token, 'base64url')).toString('utf8'),
    ) as [string, string, string]
  } catch {
    return null
  }
}

/**
 * The citizen behind a session cookie; null when the session has ended, its device is unbound or its
 * account may not be used.
 */
export const citizenOfSession = async (context: AppContext, token: string): Promise<Citizen | null> => {
  const parts = readToken(context.tools, token)
  if (!parts) {
    return null
  }
  const [subjectId, id, secret] = parts
  const at = now()
  const row = await store.findSession(context.tools.read, subjectId, id, at)
  if (!row || !timingSafeEqual(row.secret_digest, context.tools.digests.secret('app-session', secret))) {
    return null
  }
  if (at.getTime() - row.last_seen_at.getTime() > SLIDE_AFTER_MS) {
    await context.transact((work) => store.slideSession(work, subjectId, id, at, endOf(row.opened_at, at)))
  }
  const herself: Citizen = {
    kind: 'citizen',
    subjectId,
    sessionId: id,
    deviceId: row.device_id,
    isHeldStill: row.held_still ?? false,
  }
  if (row.acting_id === null || row.acting_tie === null) {
    return herself
  }
  // Asked at every request: a tie that ends takes the open profile with it.
  const tie = await standingTie(context.tools.read, context.tools, {
    wardId: row.acting_id,
    tieId: row.acting_tie,
    representativeId: subjectId,
  })
  return tie
    ? { ...herself, subjectId: row.acting_id, by: { subjectId, tieId: row.acting_tie } }
    : { ...herself, hasLostProfile: true }
}

/**
 * Whoever opened this session, as herself, while it, its device and her account stand; null when one of
 * them does not. For what she began in it and a program goes on with: nothing is slid, and no cookie is
 * asked for.
 */
export const citizenInSession = async (
  read: Reading,
  { subjectId, sessionId }: Pick<Citizen, 'subjectId' | 'sessionId'>,
): Promise<Citizen | null> => {
  const row = await store.findSession(read, subjectId, sessionId, now())
  return row
    ? {
        kind: 'citizen',
        subjectId,
        sessionId,
        deviceId: row.device_id,
        isHeldStill: row.held_still ?? false,
      }
    : null
}
