// Looking a person up: for a purpose, within limits, and seen by her at once, whether she has an account
// already or not.
import assert from 'node:assert/strict'
import { after, afterEach, before, test } from 'node:test'
import { openFixture, type Fixture } from '../../../../testing/fixture.ts'
import { activateFor, applyFor, settleCitizen } from '../../../../testing/settle-citizen.ts'
import { newPerson } from '../../../../testing/test-person.ts'
import { newOfficerNumber, settleOfficer } from '../../../../testing/officer.ts'
import { newId } from '../../../kernel/id.ts'
import { clockOffset_ms, moveClock } from '../../../kernel/clock.ts'
import { viewAccessLog } from '../audit/access-log.ts'
import { viewOverview } from '../../../../testing/overview.ts'
import { standsIn } from '../../../../testing/stands-in.ts'
import { searchPerson, viewMyLooks } from './search-person.ts'

let fixture: Fixture
const clockAtFirst = clockOffset_ms()
before(async () => {
  fixture = await openFixture()
})
afterEach(() => moveClock(clockAtFirst))
after(() => fixture.stop())

test("every look-up stands in the person's log within five seconds, with office, purpose and fields, and without the officer's name", async () => {
  const { person, visitor: citizen } = await settleCitizen(fixture)
  const bao = await settleOfficer(fixture)
  const began = performance.now()
  const { person: seen } = await bao.do(searchPerson, {
    personalNumber: person.personalNumber,
    purpose: 'counter-service',
  })
  assert.deepEqual([seen?.fullName, seen?.account], [person.fullName, { level: 1, state: 'active' }])
  const look = (await citizen.do(viewAccessLog, {})).items.find(
    ({ purpose }) => purpose === 'search-counter-service',
  )
  assert.ok(performance.now() - began < 5000)
  assert.equal(look?.who, `Trung tâm thẩm định tài khoản · số hiệu ${bao.number}`)
  assert.deepEqual(look.fields, [
    'personalNumber',
    'fullName',
    'birthDate',
    'sex',
    'residence',
    'card',
    'account',
  ])
  assert.equal(seen?.portrait, null)
})

test('her picture is shown to whoever asks for it by itself, and her log says so', async () => {
  const { person, visitor: citizen } = await settleCitizen(fixture)
  const bao = await settleOfficer(fixture)
  const { person: seen } = await bao.do(searchPerson, {
    personalNumber: person.personalNumber,
    purpose: 'identity-check',
    withPortrait: true,
  })
  assert.match(seen?.portrait ?? '', /^data:image/)
  const look = (await citizen.do(viewAccessLog, {})).items.find(
    ({ purpose }) => purpose === 'search-identity-check',
  )
  assert.ok(look?.fields.includes('portrait'))
})

test('whoever has no account yet finds the earlier look-ups in her log once she has one, also when long has passed', async () => {
  const person = newPerson()
  await fixture.register(person)
  const bao = await settleOfficer(fixture)
  await bao.do(searchPerson, { personalNumber: person.personalNumber, purpose: 'identity-check' })
  moveClock(clockAtFirst + 45 * 86_400_000)
  const later = await settleOfficer(fixture)
  await later.do(searchPerson, { personalNumber: person.personalNumber, purpose: 'data-correction' })
  const citizen = fixture.visitor()
  await applyFor(fixture, citizen, person)
  await activateFor(fixture, citizen, person)
  const purposes = (await citizen.do(viewAccessLog, {})).items.map(({ purpose }) => purpose)
  assert.ok(
    purposes.includes('search-identity-check') && purposes.includes('search-data-correction'),
    purposes.join(),
  )
})

test('nobody is looked up without the task, without a purpose, or for others without their paper', async () => {
  const { person } = await settleCitizen(fixture)
  const ask = { personalNumber: person.personalNumber, purpose: 'counter-service' }
  assert.equal(
    (
      await (
        await settleOfficer(fixture, { tasks: ['level-2.take', 'hotline', 'assist'] })
      ).refusal(searchPerson, ask)
    ).code,
    'permit.refused',
  )
  assert.equal((await fixture.visitor().refusal(searchPerson, ask)).code, 'session.required')
  const bao = await settleOfficer(fixture)
  assert.equal(
    (await bao.refusal(searchPerson, { personalNumber: person.personalNumber })).code,
    'request.invalid',
  )
  assert.equal((await bao.refusal(searchPerson, { ...ask, purpose: 'curiosity' })).code, 'request.invalid')
  for (const purpose of ['lock-request', 'missing-person', 'court-or-investigation']) {
    assert.equal((await bao.refusal(searchPerson, { ...ask, purpose })).code, 'counter.reference-required')
    assert.equal(
      (await bao.refusal(searchPerson, { ...ask, purpose, reference: '  ' })).code,
      'counter.reference-required',
    )
  }
  await bao.do(searchPerson, { ...ask, purpose: 'court-or-investigation', reference: '12/QĐ-TA' })
})

test('a refused look-up leaves nothing but the refusal: no reserved number, no line about anybody', async () => {
  const person = newPerson()
  await (
    await settleOfficer(fixture, { tasks: [] })
  ).refusal(searchPerson, { personalNumber: person.personalNumber, purpose: 'counter-service' })
  const digest = fixture.context.tools.digests.identifier('number', person.personalNumber)
  assert.equal((await fixture.pool.query('select 1 from identifier where digest = $1', [digest])).rowCount, 0)
})

test('a number that nobody has is a look-up as well, and tells the officer only that', async () => {
  const bao = await settleOfficer(fixture)
  const person = newPerson()
  assert.equal(
    (await bao.do(searchPerson, { personalNumber: person.personalNumber, purpose: 'counter-service' }))
      .person,
    null,
  )
  const [look] = (await bao.do(viewMyLooks, {})).items
  assert.deepEqual(
    [look?.isFound, look?.numberEnd, look?.purpose],
    [false, person.personalNumber.slice(-3), 'counter-service'],
  )
})

test("an officer sees her own look-ups, page by page, and nobody else's; what they were about is sealed", async () => {
  const [bao, thu] = [await settleOfficer(fixture), await settleOfficer(fixture)]
  const { person } = await settleCitizen(fixture)
  for (let i = 0; i < 35; i++) {
    await bao.do(searchPerson, {
      personalNumber: person.personalNumber,
      purpose: 'lock-request',
      reference: `Công văn số ${i}`,
    })
  }
  const first = await bao.do(viewMyLooks, {})
  const rest = await bao.do(viewMyLooks, { cursor: first.next ?? '' })
  assert.deepEqual([first.items.length, rest.items.length, rest.next], [30, 5, null])
  assert.deepEqual([first.items[0]?.reference, rest.items[4]?.reference], ['Công văn số 34', 'Công văn số 0'])
  assert.deepEqual((await thu.do(viewMyLooks, {})).items, [])
  const { rows } = await fixture.pool.query<{ text: string }>(
    'select counter_look::text as text from counter_look',
  )
  assert.ok(rows.every(({ text }) => !standsIn(text, 'Công văn') && !standsIn(text, person.personalNumber)))
  assert.equal((await bao.refusal(viewMyLooks, { cursor: 'x' })).code, 'request.invalid')
})

test("a sentence for a reference stays in the officer's log; a document's number is told to the person", async () => {
  const { person } = await settleCitizen(fixture)
  const bao = await settleOfficer(fixture)
  const ask = (reference: string) =>
    bao.do(searchPerson, { personalNumber: person.personalNumber, purpose: 'lock-request', reference })
  await ask('Theo đơn của ông Nguyễn Văn A')
  await ask('45/2026/QĐ-CA')
  const { rows } = await fixture.pool.query<{ reference: string | null }>(
    `select detail->>'reference' as reference from audit_line where purpose = 'search-lock-request' and detail->>'officerNumber' = $1 order by id`,
    [bao.number],
  )
  assert.deepEqual(
    rows.map(({ reference }) => reference),
    [null, '45/2026/QĐ-CA'],
  )
})

test('an officer cannot look up without end, and who looks up unusually many, also by two numbers, is put on record once', async () => {
  const personNumber = newOfficerNumber()
  const [bao, alias] = [
    await settleOfficer(fixture, { personNumber }),
    await settleOfficer(fixture, { personNumber }),
  ]
  const { person } = await settleCitizen(fixture)
  const ask = { personalNumber: person.personalNumber, purpose: 'counter-service' }
  let done = 0
  for (let hour = 0; done < 121; hour++) {
    moveClock(clockAtFirst + hour * 3_600_000)
    for (let i = 0; i < 60 && done < 121; i++, done++) {
      await (hour === 0 ? bao : alias).do(searchPerson, ask)
    }
    if (hour === 0) {
      assert.equal((await bao.refusal(searchPerson, ask)).code, 'limit.reached')
    }
  }
  await fixture.settle()
  const { rows } = await fixture.pool.query<{
    detail: { officerNumber: string; count: number; kind: string }
  }>(`select detail from audit_line where purpose = 'search-volume-unusual'`)
  assert.deepEqual(
    rows.map(({ detail }) => [detail.officerNumber, detail.count, detail.kind]),
    [[alias.number, 120, 'looks-per-day']],
  )
})

test("the overview shows the queues of an officer's tasks at her office, with the earliest due moment", async () => {
  const bao = await settleOfficer(fixture, { tasks: ['enrolment.decide'] })
  const person = newPerson({ hasRegisterPortrait: false })
  await fixture.register(person)
  const { submit } = await applyFor(fixture, fixture.visitor(), person)
  const { queues } = await bao.do(viewOverview)
  assert.deepEqual(queues, [{ key: 'level-1', waiting: 1, overdue: 0, nextDueAt: submit.dueAt }])
  assert.deepEqual((await (await settleOfficer(fixture, { tasks: ['assist'] })).do(viewOverview)).queues, [])
  moveClock(new Date(submit.dueAt).getTime() + 1000 - Date.now())
  const late = await settleOfficer(fixture, { tasks: ['enrolment.decide'] })
  assert.equal((await late.do(viewOverview)).queues[0]?.overdue, 1)
})

test('a look that is sent again is another look, with a line of its own, and its answer is kept nowhere', async () => {
  const { person } = await settleCitizen(fixture)
  const bao = await settleOfficer(fixture)
  const ask = { personalNumber: person.personalNumber, purpose: 'identity-check', withPortrait: true }
  const kept = async () =>
    (await fixture.pool.query<{ n: number }>('select count(*)::int as n from idempotency_key')).rows[0]?.n
  const before = await kept()
  const key = newId()
  const [first, again] = [await bao.do(searchPerson, ask, key), await bao.do(searchPerson, ask, key)]
  assert.equal(first.person?.portrait, again.person?.portrait)
  assert.equal(await kept(), before)
  assert.equal((await bao.do(viewMyLooks, {})).items.length, 2)
})
