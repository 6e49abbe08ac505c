/** A phone number that changed hands: asked at an office, typed by whoever has it, waited for. */
import assert from 'node:assert/strict'
import { beginCall } from '../server/modules/access/assistance/hotline.ts'
import { identifyCaller } from '../server/modules/access/assistance/identify-caller.ts'
import { claimPhone } from '../server/modules/access/authentication/phone-release/claim-phone.ts'
import { phoneRelease } from '../server/modules/access/authentication/phone-release/phone-release-rules.ts'
import { freeDue } from '../server/modules/access/authentication/phone-release/phone-release.ts'
import { changeEmail, confirmEmail } from '../server/modules/access/authentication/secrets/change-secrets.ts'
import { openApp } from '../server/modules/access/authentication/sessions/open-app.ts'
import { clockOffset_ms, moveClock, now } from '../server/kernel/clock.ts'
import { inForce } from '../server/kernel/policy.ts'
import { viewAccessLog } from '../server/modules/platform/audit/access-log.ts'
import { sendPhoneCode } from '../server/modules/platform/counter/send-phone-code.ts'
import type { Fixture } from './fixture.ts'
import { PASSCODE, settleCitizen } from './settle-citizen.ts'
import { newPerson, type TestPerson } from './test-person.ts'
import type { Visitor } from './visitor.ts'
import { settleOfficer } from './officer.ts'

const DAY_MS = 86_400_000
export const passed = (ms: number): void => moveClock(clockOffset_ms() + ms)
type Citizen = Awaited<ReturnType<typeof settleCitizen>>
export const registered = async (fixture: Fixture): Promise<TestPerson> => {
  const person = newPerson()
  await fixture.register(person)
  return person
}
export const boundTo = async (fixture: Fixture, phone: string): Promise<string | null> =>
  (
    await fixture.pool.query<{ personal_number: string }>(
      `select personal_number from identifier join account using (subject_id)
       where kind = 'phone' and digest = $1 and identifier.state = 'confirmed'`,
      [fixture.context.tools.digests.identifier('phone', phone)],
    )
  ).rows[0]?.personal_number ?? null
/** What the log says of the number, the newest first. */
export const logged = async (holder: Visitor): Promise<{ purpose: string; who: string }[]> =>
  (await holder.do(viewAccessLog, {})).items
    .filter(({ purpose }) => /^phone-(release|kept|stays|freed|moved)/.test(purpose))
    .map(({ purpose, who }) => ({ purpose, who }))
export const purposes = async (holder: Visitor) => (await logged(holder)).map(({ purpose }) => purpose)
export const letters = async (fixture: Fixture, template: string, { person }: Citizen): Promise<string[]> => {
  await fixture.settle()
  const { rows } = await fixture.pool.query<{ channel: string }>(
    `select channel from letter join account using (subject_id)
     where template = $1 and personal_number = $2 order by channel`,
    [template, person.personalNumber],
  )
  return rows.map(({ channel }) => channel)
}
/** The app that was open is closed by then. */
export const waitIsOver = async (fixture: Fixture, ...holders: readonly Citizen[]): Promise<void> => {
  passed(inForce(phoneRelease, now()).wait_days * DAY_MS + 60_000)
  await freeDue(fixture.context.transact, fixture.context.tools)
  await fixture.settle()
  for (const { visitor, device } of holders) {
    await visitor.do(openApp, { ...(await device.proof(visitor)), passcode: PASSCODE })
  }
}
export const withMailbox = async (fixture: Fixture, mailbox: string): Promise<Citizen> => {
  const citizen = await settleCitizen(fixture)
  await citizen.visitor.do(changeEmail, { email: mailbox, passcode: PASSCODE })
  await citizen.visitor.do(confirmEmail, { code: await fixture.code(mailbox) })
  return citizen
}

export const agent = (fixture: Fixture) => settleOfficer(fixture, { tasks: ['hotline'] })
export const knownCall = async (lan: Visitor, { personalNumber, fullName, birthDate, phone }: TestPerson) => {
  const { call } = await lan.do(beginCall)
  const answers = { fullName, birthDate, phoneEnd: phone.slice(-3) }
  assert.ok((await lan.do(identifyCaller, { callId: call.id, personalNumber, answers })).isEnough)
  return call.id
}
/** At a counter: the reference, and the code as it came to the number. */
export const askAtCounter = async (fixture: Fixture, person: TestPerson, phone: string) => {
  const bao = await settleOfficer(fixture, { tasks: ['person.search'] })
  const asked = await bao.do(sendPhoneCode, { personalNumber: person.personalNumber, phone })
  return { bao, asked, code: await fixture.code(phone) }
}
export const claimAtCounter = async (fixture: Fixture, person: TestPerson, phone: string) => {
  const { bao, asked, code } = await askAtCounter(fixture, person, phone)
  const told = await fixture.visitor().do(claimPhone, { reference: asked.reference, code })
  await fixture.settle()
  return { bao, asked, told }
}
