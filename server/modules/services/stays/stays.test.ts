// A place tells who stays there: once, late or not, never refused for being late, and without learning
// whether anybody is in the register; the guest reads of it, the police sees it, nobody else does.
import assert from 'node:assert/strict'
import { after, afterEach, before, test } from 'node:test'
import { openFixture, type Fixture } from '../../../../testing/fixture.ts'
import { settleCitizen } from '../../../../testing/settle-citizen.ts'
import { newPerson } from '../../../../testing/test-person.ts'
import type { Visitor } from '../../../../testing/visitor.ts'
import { settleOfficer } from '../../../../testing/officer.ts'
import { settlePlace, stayOf } from '../../../../testing/stay-steps.ts'
import { clockOffset_ms, moveClock, now } from '../../../kernel/clock.ts'
import { newId } from '../../../kernel/id.ts'
import { dayInVietnam } from '../../../kernel/policy.ts'
import { addDays } from '../../../../formats/vietnam-day.ts'
import { viewAccessLog } from '../../platform/audit/access-log.ts'
import { changeStay } from './change-stay.ts'
import { closeStayDesk, openStayDesk } from './desk-session.ts'
import { renewKey, resumePlace, suspendPlace } from './facility.ts'
import { listStayGuests } from './police-view.ts'
import { reportStay } from './report-stay.ts'
import { reportStays } from './report-stays.ts'
import { listStays, viewStayDesk } from './view-desk.ts'

let fixture: Fixture
const clockAtFirst = clockOffset_ms()
before(async () => {
  fixture = await openFixture({ matcher: 'none' })
})
afterEach(() => moveClock(clockAtFirst))
after(() => fixture.stop())

const today = (): string => dayInVietnam(now())
const nights = (count = 2) => ({ from: today(), to: addDays(today(), count) })
/** To this time of the present day in Vietnam. */
const moveTo = (time: string): void =>
  moveClock(clockOffset_ms() + new Date(`${today()}T${time}:00+07:00`).getTime() - now().getTime())
const linesOf = async (citizen: Visitor) =>
  (await citizen.do(viewAccessLog, { topic: 'stay' })).items.map(({ purpose, who, whoKind }) => [
    purpose,
    whoKind,
    who,
  ])

test('a desk notifies a guest, and she reads in her log which hotel did', async () => {
  const { desk, code } = await settlePlace(fixture)
  const { person, visitor } = await settleCitizen(fixture)
  const { notice, isNew } = await desk.do(reportStay, stayOf(person, nights()))
  assert.deepEqual(
    [isNew, notice.fullName, notice.documentEnd, notice.room, notice.state],
    [true, person.fullName, person.personalNumber.slice(-4), '118', 'filed'],
  )
  const state = await desk.do(viewStayDesk)
  assert.deepEqual([state.facility.code, state.tonight, state.leavingTomorrow], [code, 1, 0])
  assert.deepEqual(await linesOf(visitor), [['stay-reported', 'party', 'Khách sạn Bờ Sông']])
})

test('the same guest for the same days is one notice, by whatever id, name and way it comes again', async () => {
  const { desk, program } = await settlePlace(fixture)
  const { person, visitor } = await settleCitizen(fixture)
  const sent = stayOf(person, nights())
  const first = await desk.do(reportStay, sent)
  assert.equal((await desk.do(reportStay, sent)).isNew, false)
  const again = await program.do(reportStay, {
    ...sent,
    id: newId(),
    guest: { ...sent.guest, fullName: 'X Y' },
  })
  assert.deepEqual([again.isNew, again.notice.id], [false, first.notice.id])
  assert.equal((await linesOf(visitor)).length, 1)
  const other = stayOf(newPerson(), nights(), { id: sent.id })
  assert.equal((await desk.refusal(reportStay, other)).code, 'stays.id-used')
  assert.equal(
    (await desk.refusal(reportStay, stayOf(person, nights(3)))).code,
    'stays.reported-otherwise',
    'a longer stay is a correction',
  )
})

test('twenty requests at the same moment leave one notice', async () => {
  const { desk } = await settlePlace(fixture)
  const person = newPerson()
  const told = await Promise.all(
    Array.from({ length: 20 }, () => desk.do(reportStay, stayOf(person, nights()))),
  )
  assert.equal(told.filter(({ isNew }) => isNew).length, 1)
  assert.equal(new Set(told.map(({ notice }) => notice.id)).size, 1)
})

test('a late notice is taken, and says by how much it is late', async () => {
  moveTo('22:59')
  const { desk } = await settlePlace(fixture)
  const [early, late] = [newPerson(), newPerson()]
  assert.equal((await desk.do(reportStay, stayOf(early, nights()))).notice.late_min, 0)
  const arrived = { from: `${today()}T20:00`, to: addDays(today(), 1) }
  moveTo('23:30')
  const { late_min } = (await desk.do(reportStay, stayOf(late, arrived))).notice
  assert.ok(late_min === 30 || late_min === 31, String(late_min))
  assert.equal((await desk.do(viewStayDesk)).lateToday, 1)
})

test('neither answer nor notice tells the desk whether the register knows the guest; the police reads it', async () => {
  const { desk, id: placeId } = await settlePlace(fixture)
  const [known, unknown, misnamed] = [newPerson(), newPerson(), newPerson()]
  await fixture.register(known, misnamed)
  const told = []
  for (const [person, guest] of [
    [known, {}],
    [unknown, {}],
    [misnamed, { fullName: 'Trần Văn Khác' }],
  ] as const) {
    const { notice } = await desk.do(reportStay, stayOf(person, nights(), { guest }))
    const hers = { fullName: '', documentEnd: '', id: '', filedAt: '' }
    told.push(JSON.stringify({ ...notice, ...hers }))
  }
  assert.equal(new Set(told).size, 1)
  await fixture.settle()
  const officer = await settleOfficer(fixture, { tasks: ['stay.view'] })
  const { items } = await officer.do(listStayGuests, { day: today(), placeId })
  const says = (number: string) =>
    items.find(({ documentEnd }) => documentEnd === number.slice(-4))?.registerSays
  assert.deepEqual(
    [says(known.personalNumber), says(unknown.personalNumber), says(misnamed.personalNumber)],
    ['agrees', 'unknown', 'differs'],
  )
})

test('a guest with a passport is notified by it; no paper at all, or two, are refused', async () => {
  const { desk, id: placeId } = await settlePlace(fixture)
  const emma = {
    fullName: 'Emma Laurent',
    birthDate: '1997-02-03',
    passport: '12ab34567',
    nationality: 'FRA',
  }
  const sent = { id: newId(), guest: emma, stay: { ...nights(), reason: 'tourism' } }
  assert.equal((await desk.do(reportStay, sent)).notice.documentEnd, '4567')
  const other = { ...sent, id: newId() }
  for (const guest of [
    { ...emma, nationality: undefined },
    { ...emma, passport: undefined },
    { ...emma, personalNumber: newPerson().personalNumber },
  ]) {
    assert.equal((await desk.refusal(reportStay, { ...other, guest })).code, 'request.invalid')
  }
  const officer = await settleOfficer(fixture, { tasks: ['stay.view'] })
  const { items } = await officer.do(listStayGuests, { day: today(), placeId })
  assert.deepEqual(
    items.map(({ registerSays, nationality }) => [registerSays, nationality]),
    [['foreign', 'FRA']],
  )
})

test('a mistake is corrected: whoever was meant by mistake and whoever is right both read it', async () => {
  const { desk } = await settlePlace(fixture)
  const [wrong, right] = [await settleCitizen(fixture), await settleCitizen(fixture)]
  const { notice } = await desk.do(reportStay, stayOf(wrong.person, nights()))
  const { guest, stay } = stayOf(right.person, nights())
  const corrected = await desk.do(changeStay, { id: notice.id, to: { change: 'correct', guest, stay } })
  assert.equal(corrected.documentEnd, right.person.personalNumber.slice(-4))
  assert.deepEqual(
    (await linesOf(wrong.visitor)).map(([purpose]) => purpose),
    ['stay-cancelled', 'stay-reported'],
  )
  assert.deepEqual(
    (await linesOf(right.visitor)).map(([purpose]) => purpose),
    ['stay-reported'],
  )
  await desk.do(changeStay, { id: notice.id, to: { change: 'correct', guest, stay: { ...stay, room: '9' } } })
  assert.equal((await linesOf(right.visitor))[0]?.[0], 'stay-corrected')
})

test('she leaves early, or did not come at all; what was taken back is not changed any more', async () => {
  const { desk } = await settlePlace(fixture)
  const { person, visitor } = await settleCitizen(fixture)
  const { notice } = await desk.do(reportStay, stayOf(person, nights()))
  const to = (change: object) => ({ id: notice.id, to: change })
  const tomorrow = addDays(today(), 1)
  assert.equal(
    (await desk.refusal(changeStay, to({ change: 'leave', at: tomorrow }))).code,
    'stays.not-in-stay',
  )
  const left = await desk.do(changeStay, to({ change: 'leave', at: today() }))
  assert.deepEqual([left.to, left.state], [today(), 'filed'])
  const cancelled = await desk.do(changeStay, to({ change: 'cancel', why: 'did-not-come' }))
  assert.deepEqual([cancelled.state, cancelled.cancelledWhy], ['cancelled', 'did-not-come'])
  assert.equal(
    (await desk.do(changeStay, to({ change: 'cancel', why: 'other' }))).cancelledWhy,
    'did-not-come',
    'once',
  )
  assert.equal((await desk.refusal(changeStay, to({ change: 'leave', at: today() }))).code, 'stays.cancelled')
  assert.deepEqual(
    (await linesOf(visitor)).map(([purpose]) => purpose),
    ['stay-cancelled', 'stay-ended', 'stay-reported'],
  )
  assert.equal((await desk.do(viewStayDesk)).tonight, 0)
})

test('what was taken back is told again by hand, and not by a program that comes again', async () => {
  const { desk, program } = await settlePlace(fixture)
  const sent = stayOf(newPerson(), nights())
  const { notice } = await desk.do(reportStay, sent)
  await desk.do(changeStay, { id: notice.id, to: { change: 'cancel', why: 'did-not-come' } })
  const { results } = await program.do(reportStays, { notices: [{ ...sent, id: newId() }] })
  assert.deepEqual(results, [{ state: 'rejected', fault: 'stays.cancelled-before' }])
  assert.equal((await desk.do(reportStay, { ...sent, id: newId() })).isNew, true)
})

test("another hotel's desk neither sees nor changes a notice, and its key opens no other's list", async () => {
  const [mine, theirs] = [await settlePlace(fixture), await settlePlace(fixture)]
  const { notice } = await mine.desk.do(reportStay, stayOf(newPerson(), nights()))
  assert.deepEqual((await theirs.desk.do(listStays, { show: 'all' })).items, [])
  const cancel = { id: notice.id, to: { change: 'cancel', why: 'other' } }
  assert.equal((await theirs.desk.refusal(changeStay, cancel)).code, 'stays.no-such-notice')
  const nobody = fixture.visitor()
  assert.equal((await nobody.refusal(listStays, { show: 'all' })).code, 'session.required')
  assert.equal((await nobody.refusal(openStayDesk, { key: mine.programKey })).code, 'stays.key-unknown')
  nobody.sessions.set('stay', `Bearer ${mine.deskKey}`)
  assert.equal((await nobody.refusal(listStays, { show: 'all' })).code, 'session.required')
})

test('a new key ends what the earlier one opened, a closed desk is closed, a suspended place sends nothing', async () => {
  const place = await settlePlace(fixture)
  const { desk, program } = place
  const sent = stayOf(newPerson(), nights())
  await fixture.context.transact((work) => suspendPlace(work, place.code, 'đã đóng cửa'))
  for (const one of [desk, program]) {
    assert.equal((await one.refusal(reportStay, sent)).code, 'stays.facility-suspended')
  }
  const fresh = fixture.visitor()
  assert.equal((await fresh.refusal(openStayDesk, { key: place.deskKey })).code, 'stays.facility-suspended')
  await fixture.context.transact((work) => resumePlace(work, place.code))
  assert.equal((await desk.do(reportStay, sent)).isNew, true)
  const key = await fixture.context.transact((work) => renewKey(work, fixture.context.tools, place, false))
  assert.equal((await desk.refusal(viewStayDesk)).code, 'session.required')
  assert.equal((await program.do(viewStayDesk)).tonight, 1, "the program's key is another one")
  await fresh.do(openStayDesk, { key: key.toLowerCase().replaceAll('-', ' ') })
  const kept = fresh.sessions.get('stay') ?? ''
  await fresh.do(closeStayDesk)
  fresh.sessions.set('stay', kept)
  assert.equal((await fresh.refusal(viewStayDesk)).code, 'session.required')
})

test('a message of a program answers each notice by its place; a broken one harms no other', async () => {
  const { program, desk } = await settlePlace(fixture)
  const good = stayOf(newPerson(), nights())
  const { results } = await program.do(reportStays, {
    notices: [
      good,
      'x',
      stayOf(newPerson(), nights(), { guest: { personalNumber: '95118500412' } }),
      stayOf(newPerson(), nights(31)),
      good,
      stayOf(newPerson(), nights(), { stay: { reason: 'rent' } }),
    ],
  })
  assert.deepEqual(
    results.map(({ state, fault }) => fault ?? state),
    ['taken', 'columns', 'number-length', 'stays.too-long', 'there', 'stays.reason-not-here'],
  )
  const { items } = await desk.do(listStays, { show: 'tonight' })
  assert.deepEqual(
    items.map(({ way, id }) => [way, id]),
    [['program', good.id]],
  )
})

test('the list of a place is read page by page and names each guest once', async () => {
  const { desk, program } = await settlePlace(fixture)
  const notices = Array.from({ length: 60 }, () => stayOf(newPerson(), nights()))
  await program.do(reportStays, { notices })
  const first = await desk.do(listStays, { show: 'tonight' })
  const second = await desk.do(listStays, { show: 'tonight', cursor: first.next ?? '' })
  assert.deepEqual([first.items.length, second.items.length, second.next], [30, 30, null])
  assert.equal(new Set([...first.items, ...second.items].map(({ id }) => id)).size, 60)
  assert.equal((await desk.refusal(listStays, { show: 'all', cursor: 'x' })).code, 'request.invalid')
})
