// One budget over every command in which an officer names somebody by her number, whoever wrote the command;
// what is unusual is told to whoever supervises the office, once.
import assert from 'node:assert/strict'
import { after, afterEach, before, test } from 'node:test'
import { z } from 'zod'
import { openFixture, type Fixture } from '../../../../testing/fixture.ts'
import { newPerson } from '../../../../testing/test-person.ts'
import type { Visitor } from '../../../../testing/visitor.ts'
import { numberPlacesIn } from '../../../../testing/number-places.ts'
import { step } from '../../../../testing/older-applications.ts'
import { newOfficerNumber, settleOfficer } from '../../../../testing/officer.ts'
import { clockOffset_ms, moveClock } from '../../../kernel/clock.ts'
import { newId } from '../../../kernel/id.ts'
import { useCasesOf } from '../../../kernel/module.ts'
import { numbersIn } from '../../../kernel/parse-input.ts'
import { inForce } from '../../../kernel/policy.ts'
import { askUnlock } from '../../cases/lock-requests/ask-unlock.ts'
import { allModules } from '../../all.ts'
import { searchPerson } from '../../platform/counter/search-person.ts'
import { addOffice } from './add-officer.ts'
import { personsPerHour } from './rules.ts'
import { settleUnusualVolume, unusualFigures, viewUnusualVolumes } from './supervise.ts'

let fixture: Fixture
const clockAtFirst = clockOffset_ms()
before(async () => {
  fixture = await openFixture({ matcher: 'none' })
})
afterEach(() => moveClock(clockAtFirst))
after(() => fixture.stop())

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
let reached = 0
/**
 * The beginning of the next hour that is this one in Vietnam: always later than before, so that what a test
 * left to be done does not fall due in the middle of the next.
 */
const moveToHour = (hour: number) => {
  const at = Math.max(reached, Date.now() + clockOffset_ms())
  const ofDay = ((hour + 17) % 24) * HOUR_MS + 1000
  const day = Math.floor(at / DAY_MS) * DAY_MS
  reached = (day + ofDay > at ? day : day + DAY_MS) + ofDay
  moveClock(reached - Date.now())
}
const rule = () => inForce(personsPerHour, new Date(Date.now() + clockOffset_ms()))
const look = (personalNumber = newPerson().personalNumber) => ({
  personalNumber,
  purpose: 'counter-service' as const,
})

/** What a request may hold by these names, however deep. */
const namesIn = (schema: unknown): string[] =>
  typeof schema !== 'object' || schema === null
    ? []
    : Object.entries(schema).flatMap(([key, inner]) => [
        ...(key === 'properties' && typeof inner === 'object' && inner !== null ? Object.keys(inner) : []),
        ...namesIn(inner),
      ])

const isCounted = (field: string): boolean => numbersIn({ [field]: '1' }).length === 1
const once = (lines: readonly string[]): readonly string[] => [...new Set(lines)].toSorted()

test("every command of the counter that takes a person's number is counted", () => {
  const contracts = allModules
    .flatMap(useCasesOf)
    .filter(({ permit }) => permit.session === 'counter')
    .map(({ contract }) => contract)
  const called = contracts.flatMap(({ name, input }) =>
    namesIn(z.toJSONSchema(input, { io: 'input', unrepresentable: 'any' }))
      .filter((field) => /number/i.test(field))
      .map((field) => ({ line: `${name} ${field}`, field })),
  )
  const linesOf = (isSo: boolean) =>
    once(called.filter(({ field }) => isCounted(field) === isSo).map(({ line }) => line))
  // Numbers of papers, and an answer of the caller about herself.
  assert.deepEqual(linesOf(false), [
    'hotline.identify oldNumber',
    'lock.receive-tk03 documentNumber',
    'representation.end number',
    'representation.papers number',
  ])
  // Which these are stands in docs/permissions.md, and a command that is one no more changes that page.
  const read = once(
    contracts.flatMap(({ name, input }) =>
      numberPlacesIn(input).map(
        (path) => `${name} ${path.findLast((part) => part !== '0' && part !== '*') ?? ''}`,
      ),
    ),
  )
  assert.ok(read.length > 15, `${read.length} places name a person`)
  assert.deepEqual(linesOf(true), read)
})

test('at the end of her budget nobody new is named on any page, and those of this hour go on', async () => {
  moveToHour(9)
  const personNumber = newOfficerNumber()
  const bao = await settleOfficer(fixture, { personNumber })
  // What one and the same look costs beside it is another limit (counter.search).
  const first = look()
  for (let i = 0; i < rule().most - 1; i++) {
    await bao.do(searchPerson, i === 0 ? first : look())
  }
  const last = newPerson()
  const ask = { personalNumber: last.personalNumber, script: [], note: 'Đến quầy trực tiếp' }
  assert.notEqual((await bao.refusal(askUnlock, ask)).code, 'officer.persons-spent')
  const refused = await bao.refusal(askUnlock, { ...ask, personalNumber: newPerson().personalNumber })
  assert.equal(refused.code, 'officer.persons-spent')
  assert.equal(refused.details.params?.['most'], rule().most)
  assert.ok((refused.details.retryAfter_s ?? 0) > 3500)
  await bao.do(searchPerson, first)
  // Her other officer number is she as well.
  const alias = await settleOfficer(fixture, { personNumber })
  assert.equal((await alias.refusal(searchPerson, look())).code, 'officer.persons-spent')
  await (await settleOfficer(fixture)).do(searchPerson, look())
  moveToHour(10)
  await (await settleOfficer(fixture, { personNumber })).do(searchPerson, look())
})

test('unusually many are told to whoever supervises the office once in the hour, who says what came of it', async () => {
  moveToHour(9)
  const [bao, thu] = [await settleOfficer(fixture), await settleOfficer(fixture, { name: 'Hoàng Thị Thu' })]
  const told = async () => {
    await fixture.settle()
    return (await thu.do(viewUnusualVolumes, {})).items.filter(({ officer }) => officer.number === bao.number)
  }
  const one = look()
  for (let i = 0; i < rule().unusual - 1; i++) {
    await bao.do(searchPerson, i === 0 ? one : look())
  }
  await bao.do(searchPerson, one)
  assert.deepEqual(await told(), [])
  await bao.do(searchPerson, look())
  await bao.do(searchPerson, look())
  const [notice, ...more] = await told()
  assert.deepEqual(more, [])
  assert.deepEqual(
    [notice?.kind, notice?.count, notice?.officer.isMe, notice?.settled],
    ['persons-per-hour', rule().unusual, false, null],
  )
  const { rows } = await fixture.pool.query<{ office_id: string }>(
    `select n.office_id from officer_notice n join officer o on o.id = n.officer_id where o.number = $1`,
    [bao.number],
  )
  const waiting = async () =>
    (await unusualFigures(fixture.context.tools.read, rows[0]?.office_id ?? '')).waiting
  const before = await waiting()
  const noticeId = notice?.id ?? ''
  const verdict = { noticeId, verdict: 'explained' as const }
  assert.equal((await bao.refusal(settleUnusualVolume, verdict)).code, 'supervision.about-yourself')
  const clerk = await settleOfficer(fixture, { tasks: ['person.search'] })
  assert.equal((await clerk.refusal(settleUnusualVolume, verdict)).code, 'permit.refused')
  assert.equal((await clerk.refusal(viewUnusualVolumes, {})).code, 'permit.refused')
  const none = { ...verdict, noticeId: newId() }
  assert.equal((await thu.refusal(settleUnusualVolume, none)).code, 'supervision.no-such-notice')
  await thu.do(settleUnusualVolume, verdict)
  assert.equal((await thu.refusal(settleUnusualVolume, verdict)).code, 'supervision.notice-settled')
  assert.equal((await told())[0]?.settled?.verdict, 'explained')
  assert.equal(await waiting(), before - 1)
  const lines = await fixture.pool.query<{ purpose: string; outcome: string }>(
    `select purpose, outcome from audit_line
     where detail ->> 'officerNumber' = $1 and purpose = 'search-volume-unusual'
     union all
     select purpose, outcome from audit_line
     where detail ->> 'aboutOfficer' = $1 and outcome = 'explained'`,
    [bao.number],
  )
  assert.deepEqual(lines.rows, [
    { purpose: 'search-volume-unusual', outcome: 'done' },
    { purpose: 'unusual-volume-settled', outcome: 'explained' },
  ])
})

test('at night few are unusual already, but not for whose work goes on at night', async () => {
  moveToHour(23)
  const [clerk, hotline] = [
    await settleOfficer(fixture, { tasks: ['person.search'] }),
    await settleOfficer(fixture, { tasks: ['person.search', 'hotline'] }),
  ]
  for (let i = 0; i < rule().unusualAtNight; i++) {
    await clerk.do(searchPerson, look())
    await hotline.do(searchPerson, look())
  }
  await fixture.settle()
  const { rows } = await fixture.pool.query<{ number: string; kind: string; count: number }>(
    `select o.number, n.kind, n.count from officer_notice n join officer o on o.id = n.officer_id
     where o.number = any($1)`,
    [[clerk.number, hotline.number]],
  )
  assert.deepEqual(rows, [{ number: clerk.number, kind: 'persons-at-night', count: rule().unusualAtNight }])
})

test('who has no task yet spends nothing of hers, and a budget that is spent is on record', async () => {
  moveToHour(10)
  const personNumber = newOfficerNumber()
  const [ticket, bao] = [
    await settleOfficer(fixture, { personNumber, tasks: [] }),
    await settleOfficer(fixture, { personNumber }),
  ]
  for (let i = 0; i < rule().most; i++) {
    assert.equal((await ticket.refusal(searchPerson, look())).code, 'permit.refused')
  }
  for (let i = 0; i < rule().most; i++) {
    await bao.do(searchPerson, look())
  }
  assert.equal(
    (
      await bao.refusal(askUnlock, {
        personalNumber: newPerson().personalNumber,
        script: [],
        note: 'Đến quầy trực tiếp',
      })
    ).code,
    'officer.persons-spent',
  )
  const { rows } = await fixture.pool.query<{ use_case: string }>(
    "select use_case from audit_line where outcome = 'officer.persons-spent' and detail->>'by' = 'officer'",
  )
  assert.ok(rows.some(({ use_case: name }) => name === askUnlock.contract.name))
})

test('where nobody supervises an office but she herself, the central office is told', async () => {
  moveToHour(23)
  await fixture.context.transact((work) => addOffice(work, { code: 'SL-09', name: 'Văn phòng nhỏ' }))
  const there = { officeCode: 'SL-09', tasks: ['person.search', 'officer.supervise'] } as const
  const chief = await settleOfficer(fixture)
  const unusual = async (officer: Visitor) => {
    for (let i = 0; i < rule().unusualAtNight; i++) {
      await officer.do(searchPerson, look())
    }
    await fixture.settle()
  }
  const seenBy = async (visitor: Visitor, { number }: { number: string }) =>
    (await visitor.do(viewUnusualVolumes, {})).items.some(({ officer }) => officer.number === number)
  const personNumber = newOfficerNumber()
  const first = await settleOfficer(fixture, { ...there, personNumber })
  // Her other officer number supervises there too, and is nobody else.
  await settleOfficer(fixture, { ...there, personNumber })
  await unusual(first)
  assert.deepEqual([await seenBy(chief, first), await seenBy(first, first)], [true, false])
  const second = await settleOfficer(fixture, there)
  await unusual(second)
  assert.deepEqual([await seenBy(chief, second), await seenBy(first, second)], [false, true])
})

test('what an older Sen announced and had no time to tell is told after the update, once', async () => {
  const [bao, thu] = [await settleOfficer(fixture), await settleOfficer(fixture)]
  const data = { officerNumber: bao.number, office: 'Trung tâm', count: 120 }
  await fixture.pool.query(
    `insert into outbox (subject_id, id, kind, data, due_at, kept_because)
     values ($1, $2, 'UnusualSearchVolume', $3, 'infinity', 'unknown')`,
    [bao.officerId, newId(), data],
  )
  await step(fixture, '206-organisations-one-volume')
  await step(fixture, '206-organisations-one-volume')
  moveClock(clockOffset_ms() + 1000)
  await fixture.settle()
  const told = (await thu.do(viewUnusualVolumes, {})).items.filter(
    ({ officer }) => officer.number === bao.number,
  )
  assert.deepEqual(
    told.map(({ kind, count }) => [kind, count]),
    [['looks-per-day', 120]],
  )
})
