// The police of an office sees who stays in its area, the late first, and each guest reads of the look.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { addDays } from '../../../../formats/vietnam-day.ts'
import { openFixture, type Fixture } from '../../../../testing/fixture.ts'
import { settleCitizen } from '../../../../testing/settle-citizen.ts'
import { newPerson } from '../../../../testing/test-person.ts'
import type { Visitor } from '../../../../testing/visitor.ts'
import { settleOfficer } from '../../../../testing/officer.ts'
import { settlePlace, stayOf } from '../../../../testing/stay-steps.ts'
import { now } from '../../../kernel/clock.ts'
import { dayInVietnam } from '../../../kernel/policy.ts'
import { viewAccessLog } from '../../platform/audit/access-log.ts'
import { addOffice } from '../../registry/organisations/add-officer.ts'
import { listStayGuests, viewStayOverview } from './police-view.ts'
import { reportStay } from './report-stay.ts'
import { searchStays } from './search-stays.ts'

let fixture: Fixture
before(async () => {
  fixture = await openFixture({ matcher: 'none' })
})
after(() => fixture.stop())

const today = (): string => dayInVietnam(now())
const nights = (count = 2) => ({ from: today(), to: addDays(today(), count) })
const linesOf = async (citizen: Visitor) =>
  (await citizen.do(viewAccessLog, { topic: 'stay' })).items.map(({ purpose, who }) => [purpose, who])

test('the police sees the places of its office, the late first, and each guest reads of the look', async () => {
  const officeId = await fixture.context.transact((work) =>
    addOffice(work, { code: 'CA-SL', name: 'Công an phường Sông Lam' }),
  )
  const [calm, late] = [
    await settlePlace(fixture, { officeId, name: 'Nhà nghỉ Hương Sen' }),
    await settlePlace(fixture, { officeId }),
  ]
  const { person, visitor } = await settleCitizen(fixture)
  await calm.desk.do(reportStay, stayOf(newPerson(), nights()))
  await calm.desk.do(reportStay, stayOf(newPerson(), nights()))
  const yesterday = { from: `${addDays(today(), -1)}T10:00`, to: addDays(today(), 1) }
  await late.desk.do(reportStay, stayOf(person, yesterday))
  const officer = await settleOfficer(fixture, { tasks: ['stay.view'], officeCode: 'CA-SL' })
  const seen = await officer.do(viewStayOverview)
  assert.deepEqual([seen.tonight, seen.late, seen.foreign], [3, 1, 0])
  assert.deepEqual(
    seen.places.items.map(({ id, tonight, late: lates }) => [id, tonight, lates]),
    [
      [late.id, 1, 1],
      [calm.id, 2, 0],
    ],
  )
  const lates = await officer.do(listStayGuests, { day: today() })
  assert.deepEqual(
    lates.items.map(({ fullName }) => fullName),
    [person.fullName],
  )
  assert.equal((await linesOf(visitor))[0]?.[0], 'stay-seen')
  assert.match((await linesOf(visitor))[0]?.[1] ?? '', /Công an phường Sông Lam/)
  const elsewhere = await settleOfficer(fixture, { tasks: ['stay.view'] })
  assert.equal(
    (await elsewhere.refusal(listStayGuests, { day: today(), placeId: calm.id })).code,
    'stays.no-such-place',
  )
  const without = await settleOfficer(fixture, { tasks: ['person.search'], officeCode: 'CA-SL' })
  assert.equal((await without.refusal(viewStayOverview)).code, 'permit.refused')
  assert.equal((await visitor.refusal(viewStayOverview)).code, 'session.required')
})

test('a search wants a whole number and a purpose, tells the person, and finds what the office has', async () => {
  const { desk } = await settlePlace(fixture)
  const { person, visitor } = await settleCitizen(fixture)
  await desk.do(reportStay, stayOf(person, nights()))
  const officer = await settleOfficer(fixture, { tasks: ['stay.view'] })
  const { personalNumber } = person
  const found = await officer.do(searchStays, { purpose: 'residence-check', personalNumber })
  assert.deepEqual(
    found.items.map(({ place, room }) => [place, room]),
    [['Khách sạn Bờ Sông', '118']],
  )
  assert.equal((await linesOf(visitor))[0]?.[0], 'stay-search-residence-check')
  const { personalNumber: nobody } = newPerson()
  const none = await officer.do(searchStays, { purpose: 'residence-check', personalNumber: nobody })
  assert.deepEqual(none, { items: [], areAll: true })
  const refused = async (input: object) => (await officer.refusal(searchStays, input)).code
  assert.equal(await refused({ purpose: 'missing-person', personalNumber }), 'counter.reference-required')
  assert.equal(await refused({ purpose: 'residence-check' }), 'stays.one-number')
  assert.equal(await refused({ purpose: 'residence-check', passport: 'B1234567' }), 'stays.one-number')
})
