/** Opening, finding and closing an officer's session at the counter. */
import { timingSafeEqual } from 'node:crypto'
import type { Officer } from '../../../kernel/actor.ts'
import { later, now } from '../../../kernel/clock.ts'
import { newId, newSecret } from '../../../kernel/id.ts'
import { problem } from '../../../kernel/problem.ts'
import type { Tools } from '../../../kernel/tools.ts'
import type { Effects } from '../../../kernel/use-case.ts'
import type { Reading, Work } from '../../../kernel/work.ts'
import { SHIFT_S } from './mandate.ts'
import * as store from './store.ts'

export const openOfficerSession = async (
  work: Work,
  tools: Tools,
  effects: Effects,
  officerId: string,
): Promise<string> => {
  const at = now()
  const offices = await store.officesOf(work, officerId, at)
  const [office] = offices
  if (!office || (!tools.allowsTestPeople && (await store.isTestOfficer(work, officerId)))) {
    throw problem('permit.refused')
  }
  const id = newId()
  const secret = newSecret(24).toString('base64url')
  await store.saveSession(work, {
    id,
    officerId,
    officeId: office.id,
    isShiftChosen: offices.length === 1,
    secret: tools.digests.secret('officer-session', secret),
    at,
    endsAt: later(at, SHIFT_S),
  })
  effects.setSession('counter', `${id}.${secret}`, SHIFT_S)
  return id
}

/**
 * The officer behind a session token, with the tasks her mandate gives her at this moment; null when there is
 * none.
 */
export const officerOfSession = async (
  read: Reading,
  tools: Tools,
  token: string,
): Promise<Officer | null> => {
  const [id = '', secret = ''] = token.split('.')
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) {
    return null
  }
  const row = await store.findSession(read, id, now())
  if (!row || (row.is_test && !tools.allowsTestPeople)) {
    return null
  }
  if (!timingSafeEqual(row.secret_digest, tools.digests.secret('officer-session', secret))) {
    return null
  }
  return {
    kind: 'officer',
    officerId: row.id,
    number: row.number,
    officeId: row.office_id,
    officeName: row.office,
    sessionId: id,
    desk: row.desk,
    tasks: mayWork(row, tools) ? (row.tasks ?? []) : [],
    personKey: row.person_digest?.toString('hex') ?? null,
  }
}

/**
 * A ticket lets an officer in to make her passkey and no further (the demo world lets its guests look
 * around); with mandates at several offices she
 * first says where she works.
 */
const mayWork = (
  { passkeys, is_shift_chosen }: Pick<store.SessionRow, 'passkeys' | 'is_shift_chosen'>,
  tools: Tools,
): boolean => is_shift_chosen && (passkeys > 0 || tools.isWorldOn)

export const profileOfSession = async (read: Reading, sessionId: string) => {
  const row = await store.findSession(read, sessionId, now())
  if (!row) {
    throw problem('session.required')
  }
  return {
    number: row.number,
    name: row.name,
    rank: row.rank,
    office: row.office,
    desk: row.desk,
    needsShift: !row.is_shift_chosen,
    tasks: row.is_shift_chosen ? (row.tasks ?? []) : [],
    hasPasskey: row.passkeys > 0,
  }
}
