// A number that changed hands is freed at the word of an officer: after a code that came to it, after its
// holder was told everywhere and could keep it; nobody who asks learns whether anybody's account holds it.
import assert from 'node:assert/strict'
import { after, afterEach, before, test } from 'node:test'
import { openFixture, type Fixture } from '../../../../../testing/fixture.ts'
import { applyFor, PASSCODE, settleCitizen } from '../../../../../testing/settle-citizen.ts'
import { newPerson } from '../../../../../testing/test-person.ts'
import {
  agent,
  askAtCounter,
  boundTo,
  claimAtCounter,
  knownCall,
  letters,
  logged,
  passed,
  purposes,
  registered,
  waitIsOver,
  withMailbox,
} from '../../../../../testing/phone-release-steps.ts'
import { settleOfficer } from '../../../../../testing/officer.ts'
import { clockOffset_ms, moveClock, now } from '../../../../kernel/clock.ts'
import { inForce } from '../../../../kernel/policy.ts'
import { phoneLooks, phoneProof_s } from '../../../people/accounts/rules.ts'
import { viewAccessLog } from '../../../platform/audit/access-log.ts'
import { sendPhoneCode } from '../../../platform/counter/send-phone-code.ts'
import { viewMe } from '../../../platform/home/view-me.ts'
import { giveUpPhoneByHotline, phoneCodeByHotline } from '../../assistance/free-phone-by-hotline.ts'
import { beginCall } from '../../assistance/hotline.ts'
import { changePhone, confirmPhone } from '../secrets/change-secrets.ts'
import { claimPhone } from './claim-phone.ts'
import { phoneRelease } from './phone-release-rules.ts'
import { freeDue } from './phone-release.ts'

let fixture: Fixture
const clockAtFirst = clockOffset_ms()
before(async () => {
  fixture = await openFixture()
})
afterEach(() => moveClock(clockAtFirst))
after(() => fixture.stop())

test('whoever shows by a code that the number is in her hand frees it after the waiting time; its holder is told everywhere, keeps her account, and reads each step with the office', async () => {
  const MAILBOX = 'giu.so@thu.example'
  const holder = await withMailbox(fixture, MAILBOX)
  const { phone, personalNumber } = holder.person
  const person = await registered(fixture)
  const { bao, told } = await claimAtCounter(fixture, person, phone)
  assert.equal(told.waitDays, inForce(phoneRelease, now()).wait_days)
  assert.deepEqual(await letters(fixture, 'phone-leaves', holder), ['email', 'inbox', 'sms'])
  assert.equal(await boundTo(fixture, phone), personalNumber, 'nothing is taken on the first day')
  assert.ok((await holder.visitor.do(viewMe)).phoneLeavesAt)
  await waitIsOver(fixture, holder)
  assert.equal(await boundTo(fixture, phone), null)
  const { state, phone: hers, phoneLeavesAt } = await holder.visitor.do(viewMe)
  assert.deepEqual([state, hers, phoneLeavesAt], ['active', '', null])
  assert.deepEqual(await letters(fixture, 'phone-freed', holder), ['email', 'inbox'])
  const lines = await logged(holder.visitor)
  assert.deepEqual(
    lines.map(({ purpose }) => purpose),
    ['phone-freed', 'phone-release-opened'],
  )
  for (const { who } of lines) {
    assert.match(who, new RegExp(`${bao.number}`))
  }
  // She adds another by herself; the number is whoever's shows it at a registration.
  const fresh = newPerson().phone
  await holder.visitor.do(changePhone, { phone: fresh, passcode: PASSCODE })
  await holder.visitor.do(confirmPhone, { code: await fixture.code(fresh) })
  assert.equal((await applyFor(fixture, fixture.visitor(), person, { phone })).status.state, 'accepted')
  assert.equal(await boundTo(fixture, phone), person.personalNumber)
})

test('the hotline does the same for a caller who is known, and for nobody else', async () => {
  const [holder, caller] = [await settleCitizen(fixture), await settleCitizen(fixture)]
  const { phone } = holder.person
  const lan = await agent(fixture)
  const { call } = await lan.do(beginCall)
  const unknown = { callId: call.id, phone }
  assert.equal((await lan.refusal(phoneCodeByHotline, unknown)).code, 'hotline.not-known')
  assert.equal((await lan.refusal(giveUpPhoneByHotline, { callId: call.id })).code, 'hotline.not-known')
  const callId = await knownCall(lan, caller.person)
  const clerk = await settleOfficer(fixture, { tasks: ['assist'] })
  const { personalNumber } = caller.person
  assert.equal((await clerk.refusal(sendPhoneCode, { personalNumber, phone })).code, 'permit.refused')
  const asked = await lan.do(phoneCodeByHotline, { callId, phone })
  assert.deepEqual(asked.call.deeds, ['phone-code'])
  const code = await fixture.code(phone)
  await fixture.visitor().do(claimPhone, { reference: asked.reference.toLowerCase(), code })
  await fixture.settle()
  const own = (await caller.visitor.do(viewAccessLog, {})).items.map(({ purpose }) => purpose)
  assert.ok(own.includes('hotline-phone-code') && own.includes('phone-claimed'))
  await waitIsOver(fixture, holder)
  assert.equal(await boundTo(fixture, phone), null)
  assert.deepEqual(await purposes(holder.visitor), ['phone-freed', 'phone-release-opened'])
})

test('officer and asker are answered alike, whether an account holds the number, nobody does, or it is her own', async () => {
  const [holder, asker] = [await settleCitizen(fixture), await settleCitizen(fixture)]
  const answers: unknown[] = []
  for (const phone of [holder.person.phone, newPerson().phone, asker.person.phone]) {
    const { asked, told } = await claimAtCounter(fixture, asker.person, phone)
    assert.match(asked.reference, /^SEN-/)
    answers.push([{ ...asked, reference: '' }, told])
  }
  assert.deepEqual(answers[1], answers[0])
  assert.deepEqual(answers[2], answers[0])
  assert.equal((await asker.visitor.do(viewMe)).phoneLeavesAt, null)
  await waitIsOver(fixture)
  assert.equal(await boundTo(fixture, asker.person.phone), asker.person.personalNumber)
})

test('a wrong code, another reference, and a code that was used open nothing', async () => {
  const [holder, other] = [await settleCitizen(fixture), await registered(fixture)]
  const { asked, code } = await askAtCounter(fixture, other, holder.person.phone)
  const wrong = code === '000000' ? '000001' : '000000'
  const visitor = fixture.visitor()
  const claim = async (reference: string, typed: string) =>
    (await visitor.refusal(claimPhone, { reference, code: typed })).code
  assert.equal(await claim(asked.reference, wrong), 'code.wrong')
  assert.equal(await claim('SEN-0000-0000-0', code), 'phone.no-such-claim')
  assert.equal(await claim('không phải mã', code), 'phone.no-such-claim')
  await fixture.settle()
  assert.deepEqual(await purposes(holder.visitor), [])
  await visitor.do(claimPhone, { reference: asked.reference, code })
  assert.equal(await claim(asked.reference, code), 'code.spent')
  const late = await askAtCounter(fixture, other, newPerson().phone)
  passed(10 * 60_000)
  assert.equal(await claim(late.asked.reference, late.code), 'code.expired')
})

test('asked again while it waits, its holder is told once and the day stays', async () => {
  const holder = await settleCitizen(fixture)
  const person = await registered(fixture)
  await claimAtCounter(fixture, person, holder.person.phone)
  const { phoneLeavesAt } = await holder.visitor.do(viewMe)
  passed(60_000)
  await claimAtCounter(fixture, person, holder.person.phone)
  assert.equal((await holder.visitor.do(viewMe)).phoneLeavesAt, phoneLeavesAt)
  assert.deepEqual(await purposes(holder.visitor), ['phone-release-opened'])
  assert.equal(
    (await letters(fixture, 'phone-leaves', holder)).filter((channel) => channel === 'inbox').length,
    1,
  )
  await waitIsOver(fixture, holder)
  assert.equal(await freeDue(fixture.context.transact, fixture.context.tools), 0)
  assert.equal(
    (await letters(fixture, 'phone-freed', holder)).filter((channel) => channel === 'inbox').length,
    1,
  )
})

test('a caller who says that her number is no longer hers gives up her own and nobody else’s', async () => {
  const holder = await settleCitizen(fixture)
  const none = await registered(fixture)
  const lan = await agent(fixture)
  const callId = await knownCall(lan, holder.person)
  const given = await lan.do(giveUpPhoneByHotline, { callId })
  const nobody = await lan.do(giveUpPhoneByHotline, { callId: await knownCall(lan, none) })
  assert.equal(given.waitDays, nobody.waitDays)
  await fixture.settle()
  assert.deepEqual(await letters(fixture, 'phone-leaves', holder), ['email', 'inbox', 'sms'])
  await waitIsOver(fixture, holder)
  assert.equal(await boundTo(fixture, holder.person.phone), null)
  assert.deepEqual(await purposes(holder.visitor), ['phone-freed', 'phone-release-opened'])
})

test('no officer asks at the counter for herself', async () => {
  const [holder, own] = [await settleCitizen(fixture), await registered(fixture)]
  const { personalNumber } = own
  const bao = await settleOfficer(fixture, { tasks: ['person.search'], personNumber: personalNumber })
  const { phone } = holder.person
  assert.equal((await bao.refusal(sendPhoneCode, { personalNumber, phone })).code, 'counter.about-yourself')
  await claimAtCounter(fixture, own, phone)
  assert.notEqual((await holder.visitor.do(viewMe)).phoneLeavesAt, null, 'a colleague does it for her')
})

test('looks and codes for numbers are one budget of an officer', async () => {
  const bao = await settleOfficer(fixture, { tasks: ['person.search'] })
  const { personalNumber } = await registered(fixture)
  const { perOfficerPerHour } = inForce(phoneLooks, now())
  for (let n = 0; n < perOfficerPerHour; n++) {
    await bao.do(sendPhoneCode, { personalNumber, phone: newPerson().phone })
  }
  const refused = await bao.refusal(sendPhoneCode, { personalNumber, phone: newPerson().phone })
  assert.equal(refused.code, 'limit.reached')
})

test('the waiting is over before what was shown counts no more', () => {
  assert.ok(inForce(phoneRelease, now()).wait_days * 86_400 < inForce(phoneProof_s, now()))
})
