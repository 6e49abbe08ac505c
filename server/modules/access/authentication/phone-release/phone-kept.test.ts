// A number that was to leave stays: kept by its holder, moved on meanwhile, or her account's only way home.
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
import { clockOffset_ms, moveClock, now } from '../../../../kernel/clock.ts'
import { inForce } from '../../../../kernel/policy.ts'
import { closeAccount } from '../../../people/accounts/close-account.ts'
import { accountForUpdate } from '../../../people/accounts/open-account.ts'
import { lockByDevice } from '../../../people/locks/lock-oneself.ts'
import { viewMe } from '../../../platform/home/view-me.ts'
import { giveUpPhoneByHotline } from '../../assistance/free-phone-by-hotline.ts'
import { changePhone, confirmPhone } from '../secrets/change-secrets.ts'
import { claimPhone } from './claim-phone.ts'
import { keepPhone, keepPhoneByCode } from './keep-phone.ts'
import { phoneRelease } from './phone-release-rules.ts'

let fixture: Fixture
const clockAtFirst = clockOffset_ms()
before(async () => {
  fixture = await openFixture()
})
afterEach(() => moveClock(clockAtFirst))
after(() => fixture.stop())

const DAY_MS = 86_400_000

test('"it is still mine", by one press in the app, keeps the number, and nobody may ask anew for a month', async () => {
  const holder = await settleCitizen(fixture)
  const person = await registered(fixture)
  assert.equal((await holder.visitor.refusal(keepPhone)).code, 'phone.not-leaving')
  const { bao } = await claimAtCounter(fixture, person, holder.person.phone)
  await holder.visitor.do(keepPhone)
  assert.equal((await holder.visitor.refusal(keepPhone)).code, 'phone.not-leaving')
  assert.deepEqual(await letters(fixture, 'phone-stays', holder), ['email', 'inbox', 'sms'])
  await claimAtCounter(fixture, person, holder.person.phone)
  assert.equal((await holder.visitor.do(viewMe)).phoneLeavesAt, null)
  await waitIsOver(fixture, holder)
  assert.equal(await boundTo(fixture, holder.person.phone), holder.person.personalNumber)
  const [kept, opened] = await logged(holder.visitor)
  assert.deepEqual([kept?.purpose, opened?.purpose], ['phone-kept', 'phone-release-opened'])
  assert.match(opened?.who ?? '', new RegExp(bao.number))
  passed(inForce(phoneRelease, now()).restAfterStay_days * DAY_MS)
  await waitIsOver(fixture, holder)
  await claimAtCounter(fixture, person, holder.person.phone)
  assert.notEqual((await holder.visitor.do(viewMe)).phoneLeavesAt, null)
})

test("the code of the notice keeps it too, without the app; a wrong one and another person's number do not", async () => {
  const holder = await withMailbox(fixture, 'khong.may@thu.example')
  const { personalNumber, phone } = holder.person
  await claimAtCounter(fixture, await registered(fixture), phone)
  const [letter] = await fixture.letters('khong.may@thu.example', /keep-number/)
  const code = /\d{4} \d{4}/.exec(letter?.text ?? '')?.[0] ?? assert.fail('no code in the notice')
  const stranger = fixture.visitor()
  const keep = (number: string, typed: string) =>
    stranger.refusal(keepPhoneByCode, { personalNumber: number, code: typed }).then((refused) => refused.code)
  assert.equal(await keep(personalNumber, '0000 0000'), 'phone.keep-wrong')
  assert.equal(await keep(newPerson().personalNumber, code), 'phone.keep-wrong')
  await stranger.do(keepPhoneByCode, { personalNumber, code })
  assert.equal(await keep(personalNumber, code), 'phone.keep-wrong', 'a code keeps it once')
  await waitIsOver(fixture)
  assert.equal(await boundTo(fixture, phone), personalNumber)
})

test('a number that somebody has shown to be his meanwhile, by a code and his identity, is not freed from him', async () => {
  const holder = await settleCitizen(fixture)
  const { phone } = holder.person
  const person = await registered(fixture)
  await claimAtCounter(fixture, person, phone)
  assert.equal((await applyFor(fixture, fixture.visitor(), person, { phone })).status.state, 'accepted')
  await fixture.settle()
  assert.equal((await holder.visitor.do(viewMe)).phoneLeavesAt, null)
  await waitIsOver(fixture, holder)
  assert.equal(await boundTo(fixture, phone), person.personalNumber)
  assert.deepEqual(await purposes(holder.visitor), ['phone-moved-away', 'phone-release-opened'])
})

test('her own change to another number ends the waiting', async () => {
  const holder = await settleCitizen(fixture)
  await claimAtCounter(fixture, await registered(fixture), holder.person.phone)
  const fresh = newPerson().phone
  await holder.visitor.do(changePhone, { phone: fresh, passcode: PASSCODE })
  await holder.visitor.do(confirmPhone, { code: await fixture.code(fresh) })
  await fixture.settle()
  assert.equal((await holder.visitor.do(viewMe)).phoneLeavesAt, null)
  await waitIsOver(fixture, holder)
  assert.equal(await boundTo(fixture, fresh), holder.person.personalNumber)
})

test('it stays with a locked account, with one that would have nothing but a counter left, and with whoever has shown it since', async () => {
  const [locked, bare, shown] = [
    await settleCitizen(fixture),
    await settleCitizen(fixture),
    await settleCitizen(fixture),
  ]
  for (const { person } of [locked, bare, shown]) {
    await claimAtCounter(fixture, await registered(fixture), person.phone)
  }
  const phone = fixture.visitor()
  await phone.do(lockByDevice, await locked.device.proof(phone, 'lock'))
  await fixture.pool.query(
    `update device set removed_at = now() where subject_id =
       (select subject_id from account where personal_number = $1)`,
    [bare.person.personalNumber],
  )
  passed(60_000)
  const { visitor, person } = shown
  await visitor.do(changePhone, { phone: person.phone, passcode: PASSCODE })
  await visitor.do(confirmPhone, { code: await fixture.code(person.phone) })
  await waitIsOver(fixture, shown)
  for (const { person: holder } of [locked, bare, shown]) {
    assert.equal(await boundTo(fixture, holder.phone), holder.personalNumber)
  }
  assert.deepEqual(await purposes(visitor), ['phone-stays', 'phone-release-opened'])
  await claimAtCounter(fixture, await registered(fixture), person.phone)
  assert.equal(
    (await visitor.do(viewMe)).phoneLeavesAt,
    null,
    'nobody frightens her with it every three days',
  )
})

test('what was said of a number is not held against the one that she has shown since, however late it is heard', async () => {
  const [holder, shown] = [await settleCitizen(fixture), await settleCitizen(fixture)]
  const fresh = newPerson().phone
  const begin = async ({ visitor }: typeof holder, phone: string) => {
    await visitor.do(changePhone, { phone, passcode: PASSCODE })
    return fixture.code(phone)
  }
  const codes = [await begin(holder, fresh), await begin(shown, shown.person.phone)] as const
  const lan = await agent(fixture)
  const callId = await knownCall(lan, holder.person)
  const claim = await askAtCounter(fixture, await registered(fixture), shown.person.phone)
  passed(1000)
  // Neither has been heard when they show their numbers.
  await lan.do(giveUpPhoneByHotline, { callId })
  await fixture.visitor().do(claimPhone, { reference: claim.asked.reference, code: claim.code })
  passed(1000)
  await holder.visitor.do(confirmPhone, { code: codes[0] })
  await shown.visitor.do(confirmPhone, { code: codes[1] })
  await fixture.settle()
  for (const one of [holder, shown]) {
    assert.equal((await one.visitor.do(viewMe)).phoneLeavesAt, null)
    assert.deepEqual(await letters(fixture, 'phone-leaves', one), [])
    assert.deepEqual(await purposes(one.visitor), [])
  }
  assert.equal(await boundTo(fixture, fresh), holder.person.personalNumber)
})

test('an account that is closed while it waits is not touched again', async () => {
  const holder = await settleCitizen(fixture)
  const { phone, personalNumber } = holder.person
  await claimAtCounter(fixture, await registered(fixture), phone)
  const { tools, transact } = fixture.context
  const { rows } = await fixture.pool.query<{ subject_id: string }>(
    'select subject_id from account where personal_number = $1',
    [personalNumber],
  )
  const subjectId = rows[0]?.subject_id ?? assert.fail()
  await transact(async (work) => {
    await closeAccount(work, tools, (await accountForUpdate(work, subjectId)) ?? assert.fail())
  })
  await waitIsOver(fixture)
  const { rows: sent } = await fixture.pool.query(
    "select 1 from letter where subject_id = $1 and template in ('phone-freed', 'phone-stays')",
    [subjectId],
  )
  assert.deepEqual(sent, [])
})
