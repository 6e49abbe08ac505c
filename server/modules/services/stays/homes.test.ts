// A host tells of guests in her own home and her rooms; a guest reads where she was told of; neither home nor
// notice is anybody else's.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { addDays } from '../../../../formats/vietnam-day.ts'
import { openFixture, type Fixture } from '../../../../testing/fixture.ts'
import { settleCitizen } from '../../../../testing/settle-citizen.ts'
import { newPerson, type TestPerson } from '../../../../testing/test-person.ts'
import type { Visitor } from '../../../../testing/visitor.ts'
import { settleOfficer } from '../../../../testing/officer.ts'
import { settlePlace, stayOf } from '../../../../testing/stay-steps.ts'
import { now } from '../../../kernel/clock.ts'
import { newId } from '../../../kernel/id.ts'
import { dayInVietnam } from '../../../kernel/policy.ts'
import { viewAccessLog } from '../../platform/audit/access-log.ts'
import { changeAtHome, listAtHome, reportAtHome } from './home-stays.ts'
import { addHome, viewHomes } from './homes.ts'
import { viewOwnStays } from './own-stays.ts'
import { viewStayOverview } from './police-view.ts'
import { reportStay } from './report-stay.ts'

let fixture: Fixture
before(async () => {
  fixture = await openFixture({ matcher: 'none' })
})
after(() => fixture.stop())

const today = (): string => dayInVietnam(now())
const visit = (changes: object = {}) => ({
  from: today(),
  to: addDays(today(), 3),
  ...changes,
})
const atHome = (homeId: string, person: Parameters<typeof stayOf>[0], id = newId()) => ({
  ...stayOf(person, visit(), { id, stay: { reason: 'visit' } }),
  homeId,
})
const purposesOf = async (citizen: Visitor) =>
  (await citizen.do(viewAccessLog, { topic: 'stay' })).items.map(({ purpose }) => purpose)

/** As the counter's decision leaves it. */
const settleHost = async () => {
  const host = await settleCitizen(fixture)
  await fixture.pool.query('update account set level = 2 where personal_number = $1', [
    host.person.personalNumber,
  ])
  return host
}
const rooms = { kind: 'rented-rooms', name: 'Nhà trọ bà Sáu', address: '44 ngõ 5', unit: '40' } as const
const home = { kind: 'household' } as const

const moveTo = (person: TestPerson, address: string | null) =>
  fixture.pool.query(
    'update person set permanent_address = $2, permanent_unit = $3 where personal_number = $1',
    [person.personalNumber, address, address === null ? null : '40'],
  )

test('a name, an address or a room that is invisible or turns its neighbours round is told at its field', async () => {
  const { visitor } = await settleHost()
  for (const [field, text] of [
    ['name', '\u200b\u200b'],
    ['name', 'Nhà trọ\u0000'],
    ['address', 'đường\u202e dài'],
    ['address', '\u200b\u200b\u200b\u200b\u200b'],
  ] as const) {
    const refused = await visitor.refusal(addHome, { ...rooms, [field]: text })
    assert.deepEqual(
      [refused.code, refused.details.fields],
      ['request.invalid', [{ field, code: 'invisible' }]],
    )
  }
  const { id: homeId } = await visitor.do(addHome, rooms)
  const told = atHome(homeId, newPerson())
  const stay = { ...told.stay, room: '\u202e204' }
  const refused = await visitor.refusal(reportAtHome, { ...told, stay })
  assert.deepEqual(refused.details.fields, [{ field: 'stay.room', code: 'invisible' }])
  assert.equal((await visitor.do(viewHomes)).items.length, 1)
})

test('level 1 adds no home, and says so; level 2 adds rooms once, however often it is pressed', async () => {
  const { visitor: low } = await settleCitizen(fixture)
  assert.equal((await low.refusal(addHome, rooms)).code, 'stays.level-2-needed')
  assert.equal((await low.do(viewHomes)).mayAdd, false)
  const { visitor } = await settleHost()
  assert.equal((await visitor.do(viewHomes)).mayAdd, true)
  const added = await visitor.do(addHome, rooms)
  assert.equal((await visitor.do(addHome, rooms)).id, added.id)
  assert.equal((await visitor.do(viewHomes)).items.length, 1)
  assert.equal((await visitor.refusal(addHome, { ...rooms, address: undefined })).code, 'request.invalid')
  assert.equal((await visitor.refusal(addHome, { ...rooms, unit: '99' })).code, 'stays.no-such-unit')
  for (let more = 1; more < 10; more++) {
    await visitor.do(addHome, { ...rooms, address: `${more} ngõ 7, phường Sông Lam` })
  }
  assert.equal(
    (await visitor.refusal(addHome, { ...rooms, address: 'nơi thứ mười một' })).code,
    'stays.homes-full',
  )
})

test('her guest reads of a home without its name, she of what she did, and the police has the notice', async () => {
  const [host, guest] = [await settleHost(), await settleCitizen(fixture)]
  const { id: homeId } = await host.visitor.do(addHome, rooms)
  const sent = atHome(homeId, guest.person)
  const { notice, isNew } = await host.visitor.do(reportAtHome, sent)
  assert.deepEqual([isNew, notice.way], [true, 'host'])
  assert.equal((await host.visitor.do(reportAtHome, { ...sent, id: newId() })).isNew, false)
  const [line] = (await guest.visitor.do(viewAccessLog, { topic: 'stay' })).items
  assert.deepEqual([line?.purpose, line?.who], ['stay-reported', 'Một nhà có phòng cho thuê'])
  assert.deepEqual(await purposesOf(host.visitor), ['stay-host-told', 'stay-home-added'])
  const [own] = (await guest.visitor.do(viewOwnStays)).items
  assert.deepEqual([own?.place, own?.address, own?.kind, own?.state], [null, null, 'rented-rooms', 'filed'])
  const officer = await settleOfficer(fixture, { tasks: ['stay.view'] })
  const { places } = await officer.do(viewStayOverview)
  assert.ok(places.items.some(({ id, tonight }) => id === homeId && tonight === 1))
  await host.visitor.do(changeAtHome, { homeId, id: sent.id, to: { change: 'cancel', why: 'wrong-person' } })
  assert.equal((await guest.visitor.do(viewOwnStays)).items[0]?.state, 'cancelled')
})

test("another person's home takes no notice of hers and shows none, and a hotel's place is no home", async () => {
  const [host, other] = [await settleHost(), await settleHost()]
  const { id: homeId } = await host.visitor.do(addHome, rooms)
  const sent = atHome(homeId, newPerson())
  await host.visitor.do(reportAtHome, sent)
  const { id: hotel, desk } = await settlePlace(fixture)
  await desk.do(reportStay, stayOf(other.person, visit()))
  for (const place of [homeId, hotel]) {
    assert.equal((await other.visitor.refusal(listAtHome, { homeId: place })).code, 'stays.no-such-home')
    assert.equal(
      (await other.visitor.refusal(reportAtHome, atHome(place, newPerson()))).code,
      'stays.no-such-home',
    )
  }
  const cancel = { homeId, id: sent.id, to: { change: 'cancel', why: 'other' } }
  assert.equal((await other.visitor.refusal(changeAtHome, cancel)).code, 'stays.no-such-home')
  assert.equal((await host.visitor.do(listAtHome, { homeId })).items.length, 1)
  assert.equal((await other.visitor.do(viewOwnStays)).items.length, 1, 'her own stay is hers to read')
})

test('a hotel is named to its guest, with its address and the police that has the notice', async () => {
  const guest = await settleCitizen(fixture)
  const { desk, name, address } = await settlePlace(fixture)
  await desk.do(reportStay, stayOf(guest.person, visit()))
  const [own] = (await guest.visitor.do(viewOwnStays)).items
  assert.deepEqual([own?.place, own?.address, own?.kind], [name, address, 'lodging'])
})

test('her own home is where the register has her live; when she has moved nobody is notified there any more', async () => {
  const { visitor, person } = await settleHost()
  await moveTo(person, null)
  assert.equal((await visitor.refusal(addHome, home)).code, 'stays.no-residence')
  await moveTo(person, 'Số 12, đường Bờ Sông')
  const first = await visitor.do(addHome, home)
  assert.ok(first.address.startsWith('Số 12, đường Bờ Sông'))
  const guest = newPerson()
  const sent = atHome(first.id, guest)
  await visitor.do(reportAtHome, sent)
  await moveTo(person, 'Số 3, đường Tôn Đản')
  assert.equal((await visitor.refusal(reportAtHome, atHome(first.id, newPerson()))).code, 'stays.home-left')
  assert.equal((await visitor.do(viewHomes)).items[0]?.isLeft, true)
  const cancel = { homeId: first.id, id: sent.id, to: { change: 'cancel', why: 'did-not-come' } } as const
  assert.equal((await visitor.do(changeAtHome, cancel)).state, 'cancelled', 'a mistake is hers to mend')
  const second = await visitor.do(addHome, home)
  assert.notEqual(second.id, first.id)
  assert.equal(second.isLeft, false)
})

test('pressed on two phones at once her home is added once', async () => {
  const { visitor, person } = await settleHost()
  await moveTo(person, 'Số 7, đường Bờ Sông')
  const [one, two] = await Promise.all([visitor.do(addHome, home), visitor.do(addHome, home)])
  assert.equal(one.id, two.id)
  assert.equal((await visitor.do(viewHomes)).items.length, 1)
})

test('a guest is corrected or leaves early, and reads each of it; who was named wrongly reads that too', async () => {
  const [host, wrong, right] = [
    await settleHost(),
    await settleCitizen(fixture),
    await settleCitizen(fixture),
  ]
  const { id: homeId } = await host.visitor.do(addHome, rooms)
  const sent = atHome(homeId, wrong.person)
  await host.visitor.do(reportAtHome, sent)
  const { guest, stay } = atHome(homeId, right.person)
  await host.visitor.do(changeAtHome, { homeId, id: sent.id, to: { change: 'correct', guest, stay } })
  assert.deepEqual(await purposesOf(wrong.visitor), ['stay-cancelled', 'stay-reported'])
  assert.deepEqual(await purposesOf(right.visitor), ['stay-reported'])
  await host.visitor.do(changeAtHome, { homeId, id: sent.id, to: { change: 'leave', at: today() } })
  assert.deepEqual(await purposesOf(right.visitor), ['stay-ended', 'stay-reported'])
})

test('a home that she has left takes nobody new by a correction, and corrections are bounded as notices are', async () => {
  const { visitor, person } = await settleHost()
  await moveTo(person, 'Số 15, đường Bờ Sông')
  const { id: homeId } = await visitor.do(addHome, home)
  const guest = newPerson()
  const sent = atHome(homeId, guest)
  await visitor.do(reportAtHome, sent)
  await moveTo(person, 'Số 4, đường Tôn Đản')
  const correct = (to: Parameters<typeof stayOf>[0], changes: object = {}) => {
    const { guest: named, stay } = atHome(homeId, to)
    const right = { ...stay, ...changes }
    return { homeId, id: sent.id, to: { change: 'correct', guest: named, stay: right } }
  }
  assert.equal((await visitor.refusal(changeAtHome, correct(newPerson()))).code, 'stays.home-left')
  const sooner = { to: addDays(today(), 1) }
  assert.equal((await visitor.do(changeAtHome, correct(guest, sooner))).to, sooner.to)
  const codes = new Set<string>()
  for (let tried = 2; tried <= 60; tried++) {
    codes.add((await visitor.refusal(changeAtHome, correct(newPerson()))).code)
  }
  assert.deepEqual([...codes], ['stays.home-left', 'limit.reached'])
})

test('nobody lays a trail of days long past by a home: not by a notice, and not by correcting one', async () => {
  const { visitor } = await settleHost()
  const { id: homeId } = await visitor.do(addHome, rooms)
  const guest = newPerson()
  const days = (from: number, to: number) => ({
    from: addDays(today(), from),
    to: addDays(today(), to),
    reason: 'visit',
  })
  const long = { ...atHome(homeId, guest), stay: days(-200, -190) }
  const refused = await visitor.refusal(reportAtHome, long)
  assert.deepEqual([refused.code, refused.details.params], ['stays.tell-the-police', { days: 7 }])
  const late = { ...atHome(homeId, guest), stay: days(-9, -6) }
  assert.equal((await visitor.do(reportAtHome, late)).isNew, true)
  const to = { change: 'correct', guest: late.guest, stay: days(-200, -190) } as const
  const moved = await visitor.refusal(changeAtHome, { homeId, id: late.id, to })
  assert.equal(moved.code, 'stays.tell-the-police')
  const right = { ...to, stay: days(-8, -6) }
  assert.equal(
    (await visitor.do(changeAtHome, { homeId, id: late.id, to: right })).from,
    addDays(today(), -8),
  )
})
