// Cards at their office: queues with their counts, references, what is late, and what the database holds.
import assert from 'node:assert/strict'
import { after, afterEach, before, test } from 'node:test'
import { openCardFor, printAndReceive, walkCard } from '../../../../testing/card-steps.ts'
import { openFixture, type Fixture } from '../../../../testing/fixture.ts'
import { newPerson, type TestPerson } from '../../../../testing/test-person.ts'
import { settleOfficer } from '../../../../testing/officer.ts'
import { clockOffset_ms, moveClock } from '../../../kernel/clock.ts'
import { viewOverview } from '../../../../testing/overview.ts'
import { standsIn } from '../../../../testing/stands-in.ts'
import { addOffice } from '../../registry/organisations/add-officer.ts'
import { findPerson } from '../../registry/population/find-person.ts'
import { tellLateCases } from '../casework/late-cases.ts'
import { cardKind } from './card-case.ts'
import { submitCard } from './decide-card.ts'
import { findCardByReference, listCards, openCard, viewCard } from './open-card.ts'
import { printCard } from './print-card.ts'
import { trackCard } from './track-card.ts'

let fixture: Fixture
const clockAtFirst = clockOffset_ms()
before(async () => {
  fixture = await openFixture()
})
afterEach(() => moveClock(clockAtFirst))
after(() => fixture.stop())

const registered = async (changes: Partial<TestPerson> = {}): Promise<TestPerson> => {
  const person = newPerson(changes)
  await fixture.register(person)
  return person
}
const expired = { cardExpiresOn: '2025-09-30' }

test('the counter sees its queues; whoever holds the reference sees states and dates, and nothing that names anybody', async () => {
  const person = await registered(expired)
  moveClock(Date.parse('2026-11-27T03:00:00Z') - Date.now())
  const [bao, thu] = [await settleOfficer(fixture), await settleOfficer(fixture)]
  const seen = await walkCard(fixture, bao, person, { kind: 'exchange', reason: 'age-reached' })
  assert.equal(seen.dueAt, '2026-12-08T10:00:00.000Z', 'seven working days after a Friday')
  const figures = async () =>
    Object.fromEntries(
      (await thu.do(viewOverview)).queues
        .filter(({ key }) => key.startsWith('card-'))
        .map(({ key, waiting }) => [key, waiting]),
    )
  const before = await figures()
  await printAndReceive(fixture, thu, bao, seen.caseId)
  const later = await figures()
  assert.deepEqual(
    [later['card-print'], later['card-hand-over']],
    [(before['card-print'] ?? 0) - 1, (before['card-hand-over'] ?? 0) + 1],
  )
  const tracked = await fixture.visitor().do(trackCard, { reference: seen.reference })
  assert.deepEqual(
    [tracked.state, tracked.dueAt, tracked.office],
    ['ready', seen.dueAt, 'Trung tâm thẩm định tài khoản'],
  )
  const said = JSON.stringify(tracked)
  for (const secret of [person.personalNumber, 'Hạnh', person.phone.slice(3)]) {
    assert.ok(!said.includes(secret), secret)
  }
  assert.equal(
    (await fixture.visitor().refusal(trackCard, { reference: 'SEN-0000-0000-0' })).code,
    'card.no-such-reference',
  )
})

test('a late card is told once, with an apology; what lies ready is late no more', async () => {
  const [bao, person] = [await settleOfficer(fixture), await registered(expired)]
  const { caseId, dueAt } = await walkCard(fixture, bao, person, {
    kind: 'exchange',
    reason: 'age-reached',
  })
  const late = () => tellLateCases(fixture.context.transact, fixture.context.tools, cardKind)
  await late()
  moveClock(Date.parse(dueAt) - Date.now() + 1000)
  assert.ok((await late()) >= 1)
  await fixture.letters(person.phone, /đã quá hạn/)
  assert.equal(await late(), 0)
  const [baoThen, thuThen] = [await settleOfficer(fixture), await settleOfficer(fixture)]
  await thuThen.do(printCard, { caseId })
  await late()
  await fixture.settle()
  assert.equal(fixture.post.messages(person.phone).filter(({ text }) => /đã quá hạn/.test(text)).length, 1)
  assert.equal(
    (
      await baoThen.do(findCardByReference, {
        reference: (await baoThen.do(viewCard, { caseId })).reference,
      })
    ).caseId,
    caseId,
  )
})

test('nothing of an application is readable in the database; picture and templates go with the decision, the chip when it is received', async () => {
  const [bao, thu, person] = [
    await settleOfficer(fixture),
    await settleOfficer(fixture),
    await registered(expired),
  ]
  const rowOf = async (id: string) =>
    (
      await fixture.pool.query<{ text: string; portrait: boolean; prints: boolean; chip: boolean }>(
        `select c::text as text, a.names @> '{portrait}' as portrait, a.names @> '{prints}' as prints,
           a.names @> '{chip}' as chip
         from case_file c cross join lateral (select coalesce(array_agg(name), '{}') as names
           from case_attachment where subject_id = c.subject_id and case_id = c.id) as a where id = $1`,
        [id],
      )
    ).rows[0]
  const { caseId } = await walkCard(fixture, bao, person, { kind: 'exchange', reason: 'age-reached' })
  const row = await rowOf(caseId)
  assert.deepEqual([row?.portrait, row?.prints], [false, false])
  for (const secret of [person.personalNumber, person.phone.slice(3), 'Hạnh']) {
    assert.ok(!standsIn(row?.text ?? '', secret), secret)
  }
  await thu.do(printCard, { caseId })
  assert.equal((await rowOf(caseId))?.chip, true)
  const open = await openCardFor(bao, await registered(), { kind: 'exchange', reason: 'holder-asks' })
  await bao.do(viewCard, { caseId: open.caseId })
  assert.equal(
    (
      await bao.do(openCard, {
        caseId: open.caseId,
        personalNumber: open.personalNumber,
        kind: 'exchange',
        reason: 'holder-asks',
        withAccount: false,
      })
    ).caseId,
    open.caseId,
    'opened twice is once',
  )
  assert.equal(
    (await findPerson(fixture.context.tools.read, fixture.context.tools, person.personalNumber))?.card?.state,
    'valid',
  )
})

test('what lies ready past its day is counted as waiting and not as late, and is on the list', async () => {
  const officeCode = 'KH-03'
  await fixture.context.transact((work) => addOffice(work, { code: officeCode, name: 'Văn phòng mới' }))
  const here = () => settleOfficer(fixture, { officeCode })
  const [bao, thu, person] = [await here(), await here(), await registered(expired)]
  const { caseId, dueAt } = await walkCard(fixture, bao, person, { kind: 'exchange', reason: 'age-reached' })
  const figures = async (officer: typeof bao) => {
    const { queues } = await officer.do(viewOverview)
    return queues
      .filter(({ key }) => key === 'card-print' || key === 'card-hand-over')
      .map(({ waiting, overdue }) => [waiting, overdue])
  }
  const lateFrom = Date.parse(dueAt) - Date.now() + 3_600_000
  moveClock(lateFrom)
  assert.deepEqual(await figures(await here()), [
    [1, 1],
    [0, 0],
  ])
  moveClock(clockAtFirst)
  await printAndReceive(fixture, thu, bao, caseId)
  moveClock(lateFrom)
  const later = await here()
  assert.deepEqual(await figures(later), [
    [0, 0],
    [1, 0],
  ])
  assert.deepEqual(
    (await later.do(listCards, { which: 'ready' })).items.map((item) => item.caseId),
    [caseId],
  )
  await tellLateCases(fixture.context.transact, fixture.context.tools, cardKind)
  await fixture.settle()
  assert.ok(!fixture.post.messages(person.phone).some(({ text }) => /đã quá hạn/.test(text)))
})

test("a colleague's application is gone on with by any officer of the task, and both have acted on it", async () => {
  const [bao, lan, person] = [
    await settleOfficer(fixture),
    await settleOfficer(fixture),
    await registered(expired),
  ]
  const { caseId } = await walkCard(fixture, bao, person, {
    kind: 'exchange',
    reason: 'age-reached',
    submit: false,
  })
  assert.equal((await lan.do(viewCard, { caseId })).isTakenByMe, false)
  assert.equal((await lan.do(submitCard, { caseId })).isTakenByMe, true)
  assert.equal((await lan.refusal(printCard, { caseId })).code, 'card.same-eyes')
  assert.equal((await bao.refusal(printCard, { caseId })).code, 'card.same-eyes')
})
