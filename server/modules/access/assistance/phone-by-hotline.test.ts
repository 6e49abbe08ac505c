// Whether a phone is somebody else's: the hotline for a caller who is known, and a counter, learn yes or no
// and since when; its holder reads that it was asked and hears of it, not at the phone;
// nothing changes by it.
import assert from 'node:assert/strict'
import { after, afterEach, before, test } from 'node:test'
import { openFixture, type Fixture } from '../../../../testing/fixture.ts'
import { settleCitizen } from '../../../../testing/settle-citizen.ts'
import { newPerson, type TestPerson } from '../../../../testing/test-person.ts'
import type { Visitor } from '../../../../testing/visitor.ts'
import { newOfficerNumber, settleOfficer } from '../../../../testing/officer.ts'
import { clockOffset_ms, moveClock } from '../../../kernel/clock.ts'
import { inForce } from '../../../kernel/policy.ts'
import { phoneLooks } from '../../people/accounts/rules.ts'
import { viewAccessLog } from '../../platform/audit/access-log.ts'
import { seePhone } from '../../platform/counter/see-phone.ts'
import { beginCall } from './hotline.ts'
import { identifyCaller } from './identify-caller.ts'
import { phoneByHotline } from './phone-by-hotline.ts'

let fixture: Fixture
const clockAtFirst = clockOffset_ms()
before(async () => {
  fixture = await openFixture()
})
afterEach(() => moveClock(clockAtFirst))
after(() => fixture.stop())

const knownCall = async (agent: Visitor, { personalNumber, fullName, birthDate, phone }: TestPerson) => {
  const { call } = await agent.do(beginCall)
  const answers = { fullName, birthDate, phoneEnd: phone.slice(-3) }
  assert.ok((await agent.do(identifyCaller, { callId: call.id, personalNumber, answers })).isEnough)
  return call.id
}
const thisMonth = (): string =>
  new Date(Date.now() + clockOffset_ms() + 7 * 3_600_000).toISOString().slice(0, 7)
const asked = async (holder: Visitor) =>
  (await holder.do(viewAccessLog, {})).items.filter(({ purpose }) => purpose === 'phone-asked-about')
/** Every letter about it, by where it went. */
const letters = async (): Promise<string[]> => {
  await fixture.settle()
  const { rows } = await fixture.pool.query<{ channel: string }>(
    "select channel from letter where template = 'phone-asked-about' order by channel",
  )
  return rows.map(({ channel }) => channel)
}
const boundTo = async (phone: string): Promise<string | undefined> =>
  (
    await fixture.pool.query<{ subject_id: string }>(
      "select subject_id from identifier where kind = 'phone' and digest = $1 and state = 'confirmed'",
      [fixture.context.tools.digests.identifier('phone', phone)],
    )
  ).rows[0]?.subject_id

test('the hotline tells a known caller that a phone is taken and since when; its holder reads and hears of it', async () => {
  const lan = await settleOfficer(fixture, { tasks: ['hotline'] })
  const [caller, holder] = [await settleCitizen(fixture), await settleCitizen(fixture)]
  const callId = await knownCall(lan, caller.person)
  const before = await boundTo(holder.person.phone)
  const told = await lan.do(phoneByHotline, { callId, phone: holder.person.phone })
  assert.deepEqual(Object.keys(told).toSorted(), ['call', 'isAnothers', 'shownIn'])
  assert.deepEqual([told.isAnothers, told.shownIn, told.call.deeds], [true, thisMonth(), ['phone']])
  for (const phone of [caller.person.phone, newPerson().phone]) {
    const { isAnothers, shownIn } = await lan.do(phoneByHotline, { callId, phone })
    assert.deepEqual([isAnothers, shownIn], [false, null])
  }
  const [line, ...more] = await asked(holder.visitor)
  assert.deepEqual(more, [])
  assert.match(line?.who ?? '', new RegExp(lan.number))
  assert.deepEqual(line?.fields, ['phone'])
  // Who wants it is nobody's business: nothing of the caller, also not the reference that she was read.
  assert.doesNotMatch(JSON.stringify(line), new RegExp(`${told.call.reference}|${caller.person.fullName}`))
  const hers = (await caller.visitor.do(viewAccessLog, {})).items.filter((l) => l.purpose === 'hotline-phone')
  assert.equal(hers.length, 3)
  // Never by the phone itself, and once a day however often it is asked.
  await lan.do(phoneByHotline, { callId, phone: holder.person.phone })
  const sent = await letters()
  assert.ok(!sent.includes('sms'))
  assert.equal(sent.filter((channel) => channel === 'inbox').length, 1)
  assert.equal(await boundTo(holder.person.phone), before)
})

test('a look that is sent again is a look more: counted and on record', async () => {
  const lan = await settleOfficer(fixture, { tasks: ['hotline'] })
  const [caller, holder] = [await settleCitizen(fixture), await settleCitizen(fixture)]
  const callId = await knownCall(lan, caller.person)
  for (const looks of [1, 2]) {
    const again = { callId, phone: holder.person.phone }
    await lan.do(phoneByHotline, again, 'the-same-key-of-one-look')
    assert.equal((await asked(holder.visitor)).length, looks)
  }
})

test('nobody is told of a phone before the caller is known, by a counter without the task, or beyond the budget', async () => {
  moveClock(clockOffset_ms() + 24 * 3_600_000)
  const herself = { tasks: ['hotline'], personNumber: newOfficerNumber() } as const
  const [lan, alsoLan] = [await settleOfficer(fixture, herself), await settleOfficer(fixture, herself)]
  const [caller, holder] = [await settleCitizen(fixture), await settleCitizen(fixture)]
  const { phone } = holder.person
  const { call } = await lan.do(beginCall)
  assert.equal((await lan.refusal(phoneByHotline, { callId: call.id, phone })).code, 'hotline.not-known')
  const clerk = await settleOfficer(fixture, { tasks: ['assist'] })
  const atDesk = { personalNumber: caller.person.personalNumber, phone }
  assert.equal((await clerk.refusal(seePhone, atDesk)).code, 'permit.refused')
  assert.deepEqual(await asked(holder.visitor), [])
  const callId = await knownCall(lan, caller.person)
  const other = await settleOfficer(fixture, { tasks: ['hotline'] })
  assert.equal((await other.refusal(phoneByHotline, { callId, phone })).code, 'hotline.no-such-call')
  const { perOfficerPerHour, perPhonePerDay } = inForce(phoneLooks, new Date(Date.now() + clockOffset_ms()))
  // Hers in vain above was counted for this phone; what a clerk without the task tried was not.
  for (let n = 2; n < perPhonePerDay; n++) {
    await lan.do(phoneByHotline, { callId, phone })
  }
  const refused = await lan.refusal(phoneByHotline, { callId, phone })
  assert.equal(refused.code, 'limit.reached')
  await fixture.settle()
  const lines = (await holder.visitor.do(viewAccessLog, {})).items
  assert.equal(lines.filter(({ purpose }) => purpose === 'phone-asked-about').length, perPhonePerDay - 2)
  assert.equal(lines.filter(({ purpose }) => purpose === 'officer-refusal').length, 1)
  const codes: (string | null)[] = []
  for (let n = 0; n <= perOfficerPerHour; n++) {
    codes.push(
      await lan.do(phoneByHotline, { callId, phone: newPerson().phone }).then(
        () => null,
        () => 'refused',
      ),
    )
  }
  assert.ok(codes.includes('refused'))
  const here = { callId: await knownCall(alsoLan, caller.person), phone: newPerson().phone }
  assert.equal(
    (await alsoLan.refusal(phoneByHotline, here)).code,
    'limit.reached',
    'by another number of hers',
  )
})

test('a counter with the task of looking people up is told the same, and both read it', async () => {
  moveClock(clockOffset_ms() + 48 * 3_600_000)
  const bao = await settleOfficer(fixture, { tasks: ['person.search'] })
  const [citizen, holder] = [await settleCitizen(fixture), await settleCitizen(fixture)]
  const { personalNumber } = citizen.person
  assert.deepEqual(await bao.do(seePhone, { personalNumber, phone: citizen.person.phone }), {
    isAnothers: false,
    shownIn: null,
  })
  const told = await bao.do(seePhone, { personalNumber, phone: holder.person.phone })
  assert.equal(told.isAnothers, true)
  assert.match(told.shownIn ?? '', /^\d{4}-\d{2}$/)
  assert.equal((await asked(holder.visitor)).length, 1)
  const own = (await citizen.visitor.do(viewAccessLog, {})).items.filter((l) => l.purpose === 'counter-phone')
  assert.equal(own.length, 2)
})
