/** A lock seen from outside: how the account stands, whether the app opens; the unlocking at a counter. */
import assert from 'node:assert/strict'
import { beginCall, lockByHotline } from '../server/modules/access/assistance/hotline.ts'
import { identifyCaller } from '../server/modules/access/assistance/identify-caller.ts'
import { openApp } from '../server/modules/access/authentication/sessions/open-app.ts'
import { askUnlock } from '../server/modules/cases/lock-requests/ask-unlock.ts'
import { decideLockRequest } from '../server/modules/cases/lock-requests/decide-lock-request.ts'
import type { Fixture } from './fixture.ts'
import { PASSCODE, type settleCitizen } from './settle-citizen.ts'
import { settleOfficer } from './officer.ts'

type Citizen = Awaited<ReturnType<typeof settleCitizen>>

/** Answers that are enough for the identity script. */
export const SCRIPT = ['card-shown', 'face-seen', 'birth-date']

export const accountState = async (
  fixture: Fixture,
  { person }: Pick<Citizen, 'person'>,
): Promise<string | undefined> =>
  (
    await fixture.pool.query<{ state: string }>('select state from account where personal_number = $1', [
      person.personalNumber,
    ])
  ).rows[0]?.state
/** She calls the hotline, is known by what she says, and asks for the lock. */
export const lockByCall = async (
  fixture: Fixture,
  { person: { fullName, birthDate, phone, personalNumber } }: Pick<Citizen, 'person'>,
  note = 'mất điện thoại',
): Promise<void> => {
  const lan = await settleOfficer(fixture, { tasks: ['hotline'] })
  const { id: callId } = (await lan.do(beginCall)).call
  const answers = { fullName, birthDate, phoneEnd: phone.slice(-3) }
  await lan.do(identifyCaller, { callId, personalNumber, answers })
  await lan.do(lockByHotline, { callId, note })
}
export const opens = async ({ visitor, device }: Citizen) =>
  visitor.do(openApp, { ...(await device.proof(visitor)), passcode: PASSCODE })
export const refusedToOpen = async ({ visitor, device }: Citizen) =>
  (await visitor.refusal(openApp, { ...(await device.proof(visitor)), passcode: PASSCODE })).code
export const unlockAtCounter = async (fixture: Fixture, citizen: Citizen): Promise<void> => {
  const [one, other] = [await settleOfficer(fixture), await settleOfficer(fixture)]
  const { reference } = await one.do(askUnlock, {
    personalNumber: citizen.person.personalNumber,
    script: SCRIPT,
    note: 'người dân có mặt',
  })
  assert.deepEqual(
    await other.do(decideLockRequest, { reference, verdict: 'grant', reason: 'đã xác minh' }),
    { reference, state: 'granted', isUsable: true },
  )
}
