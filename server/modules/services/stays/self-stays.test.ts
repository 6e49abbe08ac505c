// A guest scans the code of a place and notifies herself: nobody types her number, the desk reads her name
// and the end of her number, and she takes back only what she told.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { addDays } from '../../../../formats/vietnam-day.ts'
import { openFixture, type Fixture } from '../../../../testing/fixture.ts'
import { settleCitizen } from '../../../../testing/settle-citizen.ts'
import type { Visitor } from '../../../../testing/visitor.ts'
import { settlePlace, stayOf } from '../../../../testing/stay-steps.ts'
import { now } from '../../../kernel/clock.ts'
import { newId } from '../../../kernel/id.ts'
import { dayInVietnam } from '../../../kernel/policy.ts'
import { viewAccessLog } from '../../platform/audit/access-log.ts'
import { suspendPlace } from './facility.ts'
import { viewOwnStays } from './own-stays.ts'
import { changeStay } from './change-stay.ts'
import { reportStay } from './report-stay.ts'
import { cancelOwnStay, reportOwnStay, viewStayPlace } from './self-stays.ts'
import { listStays } from './view-desk.ts'

let fixture: Fixture
before(async () => {
  fixture = await openFixture({ matcher: 'none' })
})
after(() => fixture.stop())

const today = (): string => dayInVietnam(now())
const nights = (count = 2) => ({ from: today(), to: addDays(today(), count), reason: 'tourism' as const })
const purposesOf = async (citizen: Visitor) =>
  (await citizen.do(viewAccessLog, { topic: 'stay' })).items.map(({ purpose }) => purpose)
const guestsOf = async (desk: Visitor) => (await desk.do(listStays, { show: 'all' })).items

test('she sees which place it is and what it would read of her, before anything is shared', async () => {
  const { visitor, person } = await settleCitizen(fixture)
  const { code, name, address, desk } = await settlePlace(fixture)
  const seen = await visitor.do(viewStayPlace, { code })
  assert.deepEqual(
    [seen.name, seen.address, seen.shows.fullName, seen.shows.documentEnd],
    [name, address, person.fullName, person.personalNumber.slice(-4)],
  )
  assert.deepEqual([await guestsOf(desk), await purposesOf(visitor)], [[], []])
  assert.equal(
    (await visitor.refusal(viewStayPlace, { code: 'khong-co-noi-nay' })).code,
    'stays.code-unknown',
  )
})

test('what she agrees to reaches the desk and her own log once, also when it is pressed twice', async () => {
  const { visitor, person } = await settleCitizen(fixture)
  const { code, desk, name } = await settlePlace(fixture)
  const sent = { code, id: newId(), stay: nights() }
  const { notice, isNew } = await visitor.do(reportOwnStay, sent)
  assert.deepEqual([isNew, notice.way, notice.late_min], [true, 'self', 0])
  assert.equal((await visitor.do(reportOwnStay, sent)).isNew, false)
  assert.equal((await visitor.do(reportOwnStay, { ...sent, id: newId() })).isNew, false)
  const [guest, ...others] = await guestsOf(desk)
  assert.deepEqual(
    [guest?.fullName, guest?.documentEnd, guest?.way, others.length],
    [person.fullName, person.personalNumber.slice(-4), 'self', 0],
  )
  assert.ok(!JSON.stringify(guest).includes(person.personalNumber))
  const [line] = (await visitor.do(viewAccessLog, { topic: 'stay' })).items
  assert.deepEqual([line?.purpose, await purposesOf(visitor)], ['stay-self-told', ['stay-self-told']])
  assert.equal((await visitor.do(viewOwnStays, {})).items[0]?.place, name)
})

test('the desk that tells of her too, for the same days, tells nothing twice', async () => {
  const { visitor, person } = await settleCitizen(fixture)
  const { code, desk } = await settlePlace(fixture)
  await visitor.do(reportOwnStay, { code, id: newId(), stay: nights() })
  const { isNew } = await desk.do(reportStay, stayOf(person, nights(), { stay: { reason: 'tourism' } }))
  assert.deepEqual([isNew, (await guestsOf(desk)).length], [false, 1])
})

test('she takes back what she told herself, and neither what the desk told nor what another one did', async () => {
  const [one, other] = [await settleCitizen(fixture), await settleCitizen(fixture)]
  const { code, desk } = await settlePlace(fixture)
  const id = newId()
  await one.visitor.do(reportOwnStay, { code, id, stay: nights() })
  assert.equal((await other.visitor.refusal(cancelOwnStay, { code, id })).code, 'stays.no-such-notice')
  assert.equal((await one.visitor.do(cancelOwnStay, { code, id })).state, 'cancelled')
  assert.deepEqual(await purposesOf(one.visitor), ['stay-self-cancelled', 'stay-self-told'])
  const byDesk = stayOf(other.person, nights())
  await desk.do(reportStay, byDesk)
  const taken = await other.visitor.refusal(cancelOwnStay, { code, id: byDesk.id })
  assert.equal(taken.code, 'stays.no-such-notice')
})

test('whoever was typed by mistake reads nothing of the right guest when she tells of herself', async () => {
  const [typed, right] = [await settleCitizen(fixture), await settleCitizen(fixture)]
  const { code, desk } = await settlePlace(fixture)
  const mistaken = stayOf(typed.person, nights())
  await desk.do(reportStay, mistaken)
  const { guest, stay } = stayOf(right.person, nights())
  await desk.do(changeStay, { id: mistaken.id, to: { change: 'correct', guest, stay } })
  const { notice, isNew } = await typed.visitor.do(reportOwnStay, { code, id: newId(), stay: nights() })
  assert.deepEqual(
    [notice.documentEnd, notice.room, isNew],
    [typed.person.personalNumber.slice(-4), null, true],
  )
  assert.deepEqual(
    (await guestsOf(desk)).map(({ documentEnd }) => documentEnd).toSorted(),
    [typed, right].map(({ person }) => person.personalNumber.slice(-4)).toSorted(),
  )
})

test('what she told herself and the desk made a notice of somebody else is the word of the desk', async () => {
  const [teller, named] = [await settleCitizen(fixture), await settleCitizen(fixture)]
  const { code, desk } = await settlePlace(fixture)
  const sent = { code, id: newId(), stay: nights() }
  await teller.visitor.do(reportOwnStay, sent)
  const { guest, stay } = stayOf(named.person, nights())
  const corrected = await desk.do(changeStay, { id: sent.id, to: { change: 'correct', guest, stay } })
  assert.equal(corrected.way, 'typed')
  assert.equal(
    (await named.visitor.refusal(cancelOwnStay, { code, id: sent.id })).code,
    'stays.no-such-notice',
  )
  assert.equal((await teller.visitor.refusal(reportOwnStay, sent)).code, 'stays.id-used')
})

test('a place that is suspended takes nothing, a stay that cannot be is refused, and nobody goes on for ever', async () => {
  const { visitor } = await settleCitizen(fixture)
  const { code } = await settlePlace(fixture)
  const send = (stay: object) =>
    visitor.refusal(reportOwnStay, { code, id: newId(), stay: { ...nights(), ...stay } })
  assert.equal((await send({ to: addDays(today(), -1) })).code, 'stays.to-before-from')
  assert.equal((await send({ reason: 'care' })).code, 'stays.reason-not-here')
  assert.equal((await send({ from: addDays(today(), 2), to: addDays(today(), 3) })).code, 'stays.not-yet')
  await fixture.context.transact((work) => suspendPlace(work, code, 'kiểm tra'))
  assert.equal((await visitor.do(viewStayPlace, { code })).isSuspended, true)
  const codes = new Set<string>()
  for (let tried = 0; tried < 10; tried++) {
    codes.add((await send({})).code)
  }
  assert.deepEqual([...codes], ['stays.facility-suspended', 'limit.reached'])
})
