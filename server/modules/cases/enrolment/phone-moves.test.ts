// A phone number has a new holder: who gets it, when, and what is left to whoever had it.
import assert from 'node:assert/strict'
import { after, afterEach, before, test } from 'node:test'
import { beginApplication } from '../../../../testing/begin-application.ts'
import { openFixture, type Fixture } from '../../../../testing/fixture.ts'
import { applyFor, PASSCODE, PASSWORD, settleCitizen } from '../../../../testing/settle-citizen.ts'
import { TestDevice } from '../../../../testing/test-device.ts'
import { newPerson, type TestPerson } from '../../../../testing/test-person.ts'
import { walkLevel2 } from '../../../../testing/level-2-steps.ts'
import { settleOfficer } from '../../../../testing/officer.ts'
import { beginRung, pictureOf, showCode } from '../../../../testing/recovery-steps.ts'
import { castPortrait } from '../../../../world/settle-cast.ts'
import { clockOffset_ms, moveClock } from '../../../kernel/clock.ts'
import { startNewDevice } from '../../access/authentication/activation/begin-journey.ts'
import {
  finishJourney,
  resendJourneyCode,
  verifyJourneyCode,
} from '../../access/authentication/activation/finish-journey.ts'
import {
  askClosing,
  confirmClosing,
  viewClosing,
} from '../../access/authentication/closing/close-account-deeds.ts'
import { proveCode, provePortrait } from '../../access/authentication/recovery/prove-recovery.ts'
import {
  changeEmail,
  changePhone,
  confirmEmail,
  confirmPhone,
} from '../../access/authentication/secrets/change-secrets.ts'
import { lockByDevice } from '../../people/locks/lock-oneself.ts'
import { viewAccessLog } from '../../platform/audit/access-log.ts'
import { viewMe } from '../../platform/home/view-me.ts'
import { sendEnrolmentCode, takePortrait, verifyEnrolmentCode } from './level-1/fill-draft.ts'
import { submitEnrolment, viewEnrolment } from './level-1/submit-enrolment.ts'
import { secondLevel2 } from './level-2/decide-level-2.ts'
import { viewLevel2 } from './level-2/open-level-2.ts'

let fixture: Fixture
const clockAtFirst = clockOffset_ms()
before(async () => {
  fixture = await openFixture()
})
afterEach(() => moveClock(clockAtFirst))
after(() => fixture.stop())

const DAY_MS = 86_400_000
const registered = async (changes: Partial<TestPerson> = {}): Promise<TestPerson> => {
  const person = newPerson(changes)
  await fixture.register(person)
  return person
}
const numberOfPhone = async (phone: string): Promise<string | undefined> =>
  (
    await fixture.pool.query<{ personal_number: string }>(
      `select personal_number from account join identifier using (subject_id)
       where kind = 'phone' and digest = $1`,
      [fixture.context.tools.digests.identifier('phone', phone)],
    )
  ).rows[0]?.personal_number
/** An application at home with somebody's phone, by the code that came to it. */
const applyWith = async (phone: string) => {
  const person = await registered()
  const { status } = await applyFor(fixture, fixture.visitor(), person, { phone })
  return { person, outcome: [status.state, status.reason] }
}
const ACCEPTED = ['accepted', null]
const STAYS = ['refused', 'phone-already-bound']

const MAILBOX = 'hop.thu.rieng@thu.example'

test('a phone that changed hands goes to who shows by its code and her own face that it is hers; who had it is told and keeps her account', async () => {
  const before = await settleCitizen(fixture)
  await before.visitor.do(changeEmail, { email: MAILBOX, passcode: PASSCODE })
  await before.visitor.do(confirmEmail, { code: await fixture.code(MAILBOX) })
  const person = await registered()
  const { status } = await applyFor(fixture, fixture.visitor(), person, { phone: before.person.phone })
  assert.equal(status.state, 'accepted')
  await fixture.settle()
  const told = await fixture.letters(MAILBOX, /vẫn là của bạn/)
  assert.equal(told.filter(({ text }) => text.includes('vẫn là của bạn')).length, 1)
  const { state, phone: hers } = await before.visitor.do(viewMe)
  assert.deepEqual([state, hers], ['active', ''])
  assert.ok(
    (await before.visitor.do(viewAccessLog, {})).items.some(({ purpose }) => purpose === 'phone-moved-away'),
  )
  // The mailbox that she has proven is where her codes go now.
  const { personalNumber, phone } = before.person
  const elsewhere = fixture.visitor()
  await elsewhere.do(startNewDevice, { personalNumber, password: PASSWORD })
  await elsewhere.do(resendJourneyCode, { channel: 'email' })
  await elsewhere.do(verifyJourneyCode, { code: await fixture.code(MAILBOX) })
  const fresh = newPerson().phone
  await before.visitor.do(changePhone, { phone: fresh, passcode: PASSCODE })
  await before.visitor.do(confirmPhone, { code: await fixture.code(fresh) })
  assert.equal(await numberOfPhone(phone), person.personalNumber)
})

test('a phone that is only declared beside a proven mailbox takes the place of no other', async () => {
  const { person: holder } = await settleCitizen(fixture)
  const person = await registered()
  const visitor = await beginApplication(fixture, { ...person, phone: newPerson().phone })
  await visitor.do(sendEnrolmentCode, { phone: holder.phone, email: person.email, channel: 'email' })
  await visitor.do(verifyEnrolmentCode, { code: await fixture.code(person.email) })
  await visitor.do(takePortrait, { picture: (await castPortrait({ id: person.face })).toString('base64') })
  await visitor.do(submitEnrolment)
  await fixture.settle()
  const { state, reason } = await visitor.do(viewEnrolment)
  assert.deepEqual([state, reason], ['refused', 'phone-already-bound'])
})

test('the phone of an account that was never used opens no second one, and the refused one may try again with her own', async () => {
  const holder = await registered()
  assert.equal((await applyFor(fixture, fixture.visitor(), holder)).status.state, 'accepted')
  const person = await registered()
  const { status } = await applyFor(fixture, fixture.visitor(), person, { phone: holder.phone })
  assert.deepEqual([status.state, status.reason], ['refused', 'phone-already-bound'])
  assert.equal((await applyFor(fixture, fixture.visitor(), person)).status.state, 'accepted')
})

test('an account that nobody activated in its days keeps no phone from its holder of today', async () => {
  const never = await registered()
  await applyFor(fixture, fixture.visitor(), never)
  moveClock(clockAtFirst + 30 * DAY_MS)
  assert.deepEqual((await applyWith(never.phone)).outcome, ACCEPTED)
})

test('at home a phone is not taken from an account that is locked, nor from one that has neither a device nor a proven mailbox', async () => {
  const locked = await settleCitizen(fixture)
  const phone = fixture.visitor()
  await phone.do(lockByDevice, await locked.device.proof(phone, 'lock'))
  assert.deepEqual((await applyWith(locked.person.phone)).outcome, STAYS)
  const bare = await settleCitizen(fixture)
  await fixture.pool.query(
    `update device set removed_at = now() where subject_id =
       (select subject_id from account where personal_number = $1)`,
    [bare.person.personalNumber],
  )
  assert.deepEqual((await applyWith(bare.person.phone)).outcome, STAYS)
  // At a counter two officers see who asks for it; its former holder is told.
  const person = await registered()
  const seen = await walkLevel2(fixture, await settleOfficer(fixture), person, { phone: bare.person.phone })
  assert.deepEqual(
    [seen.state, seen.exceptions.map(({ kind }) => kind)],
    ['waiting-second', ['phone-of-another']],
  )
  assert.equal(await numberOfPhone(bare.person.phone), bare.person.personalNumber)
  const thu = await settleOfficer(fixture)
  const { caseId } = seen
  assert.equal(
    (await thu.do(secondLevel2, { caseId, verdict: 'confirm', note: 'Máy trong tay bác' })).state,
    'accepted',
  )
  assert.equal(await numberOfPhone(bare.person.phone), person.personalNumber)
  await fixture.settle()
  await fixture.letters(bare.person.email ?? '', /vẫn là của bạn/)
})

test('an exception that came after the second pair of eyes had opened the case is not confirmed unseen', async () => {
  const [holder, { person }] = [await settleCitizen(fixture), await settleCitizen(fixture)]
  const seen = await walkLevel2(fixture, await settleOfficer(fixture), person, { phone: holder.person.phone })
  assert.deepEqual(
    [seen.state, seen.exceptions.map(({ kind }) => kind)],
    ['waiting-second', ['displacement']],
  )
  const thu = await settleOfficer(fixture)
  const { caseId } = seen
  const { exceptions: first } = await thu.do(viewLevel2, { caseId })
  const atHome = fixture.visitor()
  await atHome.do(lockByDevice, await holder.device.proof(atHome, 'lock'))
  const confirmed = { caseId, verdict: 'confirm', note: 'Máy trong tay bác' } as const
  assert.equal((await thu.refusal(secondLevel2, { ...confirmed, seen: first })).code, 'evidence.more-to-see')
  assert.equal(await numberOfPhone(holder.person.phone), holder.person.personalNumber)
  const { exceptions: now } = await thu.do(viewLevel2, { caseId })
  assert.deepEqual(
    now.map(({ kind }) => kind),
    ['displacement', 'phone-of-another'],
  )
  assert.equal((await thu.do(secondLevel2, { ...confirmed, seen: now })).state, 'accepted')
  assert.equal(await numberOfPhone(holder.person.phone), person.personalNumber)
})

test('the later code counts: an application that lay for a day takes no phone from who has shown it since', async () => {
  const phone = newPerson().phone
  const early = await registered()
  const draft = await beginApplication(fixture, { ...early, phone })
  await draft.do(verifyEnrolmentCode, { code: await fixture.code(phone) })
  await draft.do(takePortrait, { picture: (await castPortrait({ id: early.face })).toString('base64') })
  moveClock(clockAtFirst + DAY_MS / 2)
  const holder = await settleCitizen(fixture, { phone })
  await draft.do(submitEnrolment)
  await fixture.settle()
  const { state, reason } = await draft.do(viewEnrolment)
  assert.deepEqual([state, reason], STAYS)
  assert.equal(await numberOfPhone(phone), holder.person.personalNumber)
})

test('a code that was sent before the phone moved begins neither a recovery nor a closing whose notices would go to nobody', async () => {
  const holder = await settleCitizen(fixture)
  const { phone } = holder.person
  const thief = fixture.visitor()
  await beginRung(thief, holder.person, 'face')
  const code = await fixture.code(phone)
  await holder.visitor.do(askClosing, { passcode: PASSCODE })
  const closing = await fixture.code(phone)
  assert.deepEqual((await applyWith(phone)).outcome, ACCEPTED)
  await fixture.settle()
  assert.equal((await thief.refusal(proveCode, { code })).code, 'code.spent')
  assert.equal((await holder.visitor.refusal(confirmClosing, { code: closing })).code, 'closing.no-phone')
  assert.equal((await holder.visitor.do(viewClosing)).closing, null)
})

test('what a code has shown long ago takes no phone, though its holder has shown nothing since', async () => {
  const holder = await settleCitizen(fixture)
  const { phone } = holder.person
  const early = await registered()
  const draft = await beginApplication(fixture, { ...early, phone })
  await draft.do(verifyEnrolmentCode, { code: await fixture.code(phone) })
  await draft.do(takePortrait, { picture: (await castPortrait({ id: early.face })).toString('base64') })
  await draft.do(submitEnrolment)
  moveClock(clockAtFirst + 7 * DAY_MS + 60_000)
  await fixture.settle()
  const { rows } = await fixture.pool.query<{ state: string; reason: string }>(
    `select state, reason from case_file where kind = 'level-1' and subject_id =
       (select subject_id from identifier where kind = 'number' and digest = $1)`,
    [fixture.context.tools.digests.identifier('number', early.personalNumber)],
  )
  assert.deepEqual(
    rows.map(({ state, reason }) => [state, reason]),
    [STAYS],
  )
  assert.equal(await numberOfPhone(phone), holder.person.personalNumber)
})

test('a right code for something else shows anew that she has her phone: what another showed before takes it no more', async () => {
  const holder = await settleCitizen(fixture)
  const { phone, personalNumber } = holder.person
  const early = await registered()
  const draft = await beginApplication(fixture, { ...early, phone })
  await draft.do(verifyEnrolmentCode, { code: await fixture.code(phone) })
  await draft.do(takePortrait, { picture: (await castPortrait({ id: early.face })).toString('base64') })
  moveClock(clockAtFirst + 60_000)
  const elsewhere = fixture.visitor()
  await elsewhere.do(startNewDevice, { personalNumber, password: PASSWORD })
  await elsewhere.do(verifyJourneyCode, { code: await fixture.code(phone) })
  await elsewhere.do(finishJourney, { passcode: PASSCODE, device: new TestDevice().binding() })
  await draft.do(submitEnrolment)
  await fixture.settle()
  const { state, reason } = await draft.do(viewEnrolment)
  assert.deepEqual([state, reason], STAYS)
})

test("a recovery at home and a closing end when the phone that hears of them becomes another person's", async () => {
  const holder = await settleCitizen(fixture)
  const { phone } = holder.person
  await holder.visitor.do(askClosing, { passcode: PASSCODE })
  await holder.visitor.do(confirmClosing, { code: await fixture.code(phone) })
  const thief = fixture.visitor()
  await beginRung(thief, holder.person, 'face')
  await showCode(fixture, thief, phone)
  assert.deepEqual((await applyWith(phone)).outcome, ACCEPTED)
  await fixture.settle()
  const refused = await thief.refusal(provePortrait, await pictureOf(holder.person.face))
  assert.equal(refused.code, 'recovery.gone')
  assert.equal((await holder.visitor.do(viewClosing)).closing, null)
  assert.equal((await holder.visitor.do(viewMe)).state, 'active')
})

test('whose phone moved away is still its holder: a counter that gives the account to another needs two, and ends what was hers', async () => {
  const holder = await settleCitizen(fixture)
  const { outcome } = await applyWith(holder.person.phone)
  assert.deepEqual(outcome, ACCEPTED)
  const seen = await walkLevel2(fixture, await settleOfficer(fixture), {
    ...holder.person,
    phone: newPerson().phone,
  })
  assert.deepEqual(
    [seen.state, seen.exceptions.map(({ kind }) => kind)],
    ['waiting-second', ['displacement']],
  )
  const thu = await settleOfficer(fixture)
  const { caseId } = seen
  await thu.do(secondLevel2, { caseId, verdict: 'confirm', note: 'Đúng người, đúng thẻ' })
  await fixture.settle()
  assert.equal((await holder.visitor.refusal(viewMe)).code, 'session.required')
  const { rows } = await fixture.pool.query(
    'select 1 from password join account using (subject_id) where personal_number = $1',
    [holder.person.personalNumber],
  )
  assert.equal(rows.length, 0)
})
