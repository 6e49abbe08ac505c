// Temporary residence with its term, its renewal and its end by the calendar; absence; the present place of
// who has neither.
import assert from 'node:assert/strict'
import { after, afterEach, before, test } from 'node:test'
import {
  AT,
  BA_DINH,
  HOAN_KIEM,
  openResidents,
  TODAY,
  VINH,
  type Residents,
} from '../../../../../testing/residents.ts'
import { clockOffset_ms, moveClock } from '../../../../kernel/clock.ts'
import { personHistory } from '../person-history.ts'
import { declareWithoutResidence } from './declare-current.ts'
import { endTerms } from './end-terms.ts'
import { householdHead, membersOfHousehold } from './find-residence.ts'
import { recordAbsence } from './record-absence.ts'
import { registerTemporary, renewTemporary } from './register-temporary.ts'

let residents: Residents
const clockAtFirst = clockOffset_ms()
before(async () => {
  residents = await openResidents()
})
afterEach(() => moveClock(clockAtFirst))
after(() => residents.stop())

const room = { address: 'Phòng 5, số 12 phố Hàng Bài', unit: HOAN_KIEM }
const noon = (day: string): Date => new Date(`${day}T05:00:00Z`)
const standAt = (day: string): void => moveClock(noon(day).getTime() - Date.now())

const register = async (number: string, changes: object = {}, at = AT) => {
  const { context, seen, by } = residents
  const movers = [await seen(number)]
  const input = { movers, to: room, from: TODAY, until: '2027-11-30', ...changes }
  return context.transact((work) => registerTemporary(work, context.tools, by(at), input))
}
const renew = async (number: string, askedOn: string, until: string, decidedOn = askedOn) => {
  const { context, seen, by } = residents
  const movers = [await seen(number)]
  return context.transact((work) =>
    renewTemporary(work, context.tools, by(noon(decidedOn)), { movers, askedOn, until }),
  )
}

test('a term runs from thirty days to two years, both to the day', async () => {
  const { bring, residence, refusal } = residents
  const [one = ''] = await bring({ permanent_address: 'a', permanent_unit: BA_DINH })
  const until = (last: string) => refusal(() => register(one, { until: last }))
  assert.equal(await until('2026-12-28'), 'residence.term-too-short')
  assert.equal(await until('2028-12-01'), 'residence.term-too-long')
  assert.equal(await until('2026-11-29'), 'residence.bad-day')
  assert.equal(await until('2027-02-29'), 'residence.bad-day')
  assert.equal(await refusal(() => register(one, { from: '2026-12-01' })), 'residence.day-not-come')
  assert.equal(
    await refusal(() => register(one, { from: '2026-01-01', until: '2026-11-29' })),
    'residence.bad-day',
    'a term that is over registers nothing',
  )
  await register(one, { until: '2026-12-29' })
  const [other = ''] = await bring({})
  await register(other, { until: '2028-11-30' })
  assert.deepEqual((await residence(other)).temporary, {
    ...room,
    since: TODAY,
    from: TODAY,
    until: '2028-11-30',
  })
})

test('two years from a leap day end on 28 February', async () => {
  const { bring, refusal } = residents
  const [one = ''] = await bring({})
  const leap = { from: '2028-02-29', until: '2030-03-01' }
  assert.equal(await refusal(() => register(one, leap, noon('2028-02-29'))), 'residence.term-too-long')
  await register(one, { ...leap, until: '2030-02-28' }, noon('2028-02-29'))
})

test('inside the commune of permanent residence none is registered, nor twice at one place', async () => {
  const { bring, residence, refusal } = residents
  const [one = ''] = await bring({ permanent_address: 'a', permanent_unit: HOAN_KIEM })
  assert.equal(await refusal(() => register(one)), 'residence.same-commune')
  const [other = ''] = await bring({ current_address: 'b', current_unit: VINH })
  await register(other)
  assert.equal((await residence(other)).current, null)
  const written = { ...room, address: 'phòng 5,  SỐ 12 phố Hàng Bài' }
  assert.equal(await refusal(() => register(other, { to: written })), 'residence.already-there')
  await register(other, { to: { address: 'Số 3', unit: VINH } })
  assert.equal((await residence(other)).temporary?.unit, VINH)
})

test('it is renewed in the fifteen days before its end, counted from the day it was asked for', async () => {
  const { bring, residence, refusal } = residents
  const [one = ''] = await bring({})
  await register(one, { until: '2027-03-20' })
  assert.equal(await refusal(() => renew(one, '2027-03-04', '2028-01-01')), 'residence.renewal-early')
  assert.equal(await refusal(() => renew(one, '2027-03-21', '2028-01-01')), 'residence.renewal-late')
  assert.equal(await refusal(() => renew(one, '2027-03-05', '2029-03-21')), 'residence.term-too-long')
  assert.equal(await refusal(() => renew(one, '2027-03-05', '2027-03-20')), 'residence.bad-day')
  assert.equal(
    await refusal(() => renew(one, '2027-03-06', '2028-01-01', '2027-03-05')),
    'residence.day-not-come',
  )
  await renew(one, '2027-03-05', '2029-03-20')
  assert.deepEqual((await residence(one, noon('2027-03-05'))).temporary, {
    ...room,
    since: TODAY,
    from: '2027-03-21',
    until: '2029-03-20',
  })
  const [none = ''] = await bring({})
  assert.equal(await refusal(() => renew(none, '2027-03-05', '2028-01-01')), 'residence.no-temporary')
})

test('a term ends with its last day, and one that was to be renewed in time is renewed after it all the same', async () => {
  const { context, bring, residence } = residents
  const [one = '', still = ''] = await bring({}, {})
  await register(one, { until: '2027-02-10' })
  await register(still, { until: '2027-02-11' })
  assert.ok((await residence(one, noon('2027-02-10'))).temporary)
  assert.equal((await residence(one, noon('2027-02-11'))).temporary, null)
  standAt('2027-02-11')
  assert.equal(await endTerms(context.transact, context.tools), true)
  assert.equal(await endTerms(context.transact, context.tools), false)
  assert.ok((await residence(still, noon('2027-02-11'))).temporary)
  const ended = await residence(one, noon('2027-02-10'))
  assert.deepEqual([ended.temporary, ended.version], [null, 3])
  const history = await personHistory(context.tools.read, context.tools, one)
  assert.deepEqual(
    history.map(({ before }) => before['temporary_until']),
    [null, '2027-02-10'],
  )
  await renew(one, '2027-02-09', '2028-02-10', '2027-02-12')
  assert.deepEqual((await residence(one, noon('2027-02-12'))).temporary, {
    ...room,
    since: TODAY,
    from: '2027-02-11',
    until: '2028-02-10',
  })
})

test('an absence says why, where to and how long, from a place that is registered', async () => {
  const { context, bring, residence, seen, refusal, by } = residents
  const [one = '', none = ''] = await bring({ permanent_address: 'a', permanent_unit: BA_DINH }, {})
  const absence = { reason: 'đi công tác', place: 'Nhật Bản', from: '2026-12-05', until: '2027-12-04' }
  const record = async (number: string, changes: object = {}) => {
    const person = await seen(number)
    return context.transact((work) =>
      recordAbsence(work, context.tools, by(), { person, ...absence, ...changes }),
    )
  }
  assert.equal(await refusal(() => record(none)), 'residence.nothing-to-leave')
  assert.equal(await refusal(() => record(one, { until: '2026-12-04' })), 'residence.bad-day')
  assert.equal(
    await refusal(() => record(one, { from: '2026-01-01', until: '2026-11-29' })),
    'residence.bad-day',
  )
  assert.equal(await refusal(() => record(one, { place: '' })), 'residence.bad-reason')
  assert.equal(await refusal(() => record(one, { reason: 'a\u202eb' })), 'residence.bad-reason')
  await record(one)
  assert.deepEqual((await residence(one)).absence, absence)
  assert.equal((await residence(one, noon('2027-12-05'))).absence, null)
})

test('who has no residence declares where she is, be it only the commune', async () => {
  const { context, bring, residence, seen, refusal, by } = residents
  const [one = '', settled = ''] = await bring({}, { permanent_address: 'a', permanent_unit: BA_DINH })
  const declare = async (number: string, place: { address: string | null; unit: string }) => {
    const person = await seen(number)
    return context.transact((work) =>
      declareWithoutResidence(work, context.tools, by(), { person, place, from: TODAY }),
    )
  }
  const place = { address: null, unit: VINH }
  assert.equal(await refusal(() => declare(settled, place)), 'residence.has-residence')
  assert.equal(await refusal(() => declare(one, { address: null, unit: '01' })), 'residence.no-such-unit')
  assert.equal(await refusal(() => declare(one, { address: '\t', unit: VINH })), 'residence.bad-place')
  await declare(one, place)
  assert.deepEqual((await residence(one)).current, { ...place, since: TODAY })
  await declare(one, { address: 'Dưới chân cầu Bến Thuỷ', unit: VINH })
  assert.equal((await residence(one)).current?.address, 'Dưới chân cầu Bến Thuỷ')
})

test('a household is read head first and by its index, and never more than a page of it', async () => {
  const { context, family, pool } = residents
  const { read } = context.tools
  const numbers = await family(
    'TT-1',
    'child',
    ...Array.from({ length: 101 }, () => 'relative' as const),
    'head',
  )
  const { members, areAll } = await membersOfHousehold(read, 'TT-1', AT)
  assert.deepEqual([members.length, areAll, members[0]?.relation], [100, false, 'head'])
  assert.equal((await householdHead(read, 'TT-1'))?.personalNumber, numbers.at(-1))
  assert.equal(await householdHead(read, 'TT-none'), null)
  const client = await pool.connect()
  try {
    await client.query('set enable_seqscan = off')
    const { rows } = await client.query<{ 'QUERY PLAN': string }>(
      "explain select 1 from person where household_number = 'TT-1' limit 101",
    )
    assert.match(rows.map((row) => row['QUERY PLAN']).join('\n'), /person_household/)
  } finally {
    client.release(true)
  }
})
