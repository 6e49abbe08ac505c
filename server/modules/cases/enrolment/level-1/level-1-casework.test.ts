// What an application for level 1 has from the one case: a history with sealed notes, another office when it
// is moved, pages read on from an older Sen's cursor.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openFixture, type Fixture } from '../../../../../testing/fixture.ts'
import { applyFor } from '../../../../../testing/settle-citizen.ts'
import { newPerson } from '../../../../../testing/test-person.ts'
import type { Visitor } from '../../../../../testing/visitor.ts'
import { settleOfficer } from '../../../../../testing/officer.ts'
import { viewOverview } from '../../../../../testing/overview.ts'
import { standsIn } from '../../../../../testing/stands-in.ts'
import { castPortrait } from '../../../../../world/settle-cast.ts'
import { now } from '../../../../kernel/clock.ts'
import { problem } from '../../../../kernel/problem.ts'
import { addOffice } from '../../../registry/organisations/add-officer.ts'
import { caseForUpdate, caseOfReference } from '../../casework/case-access.ts'
import { historyOf } from '../../casework/happenings.ts'
import { tellLateCases } from '../../casework/late-cases.ts'
import { moveToOffice } from '../../casework/move-case.ts'
import { sendOtherPortrait } from './answer-portrait.ts'
import { askForPortrait } from './ask-portrait.ts'
import { level1Kind } from './level-1-case.ts'
import { decideEnrolment, openApplication, viewQueue } from './review-enrolment.ts'

let fixture: Fixture
let officeId: string
before(async () => {
  fixture = await openFixture()
  await fixture.context.transact((work) => addOffice(work, { code: 'KH-02', name: 'Văn phòng khác' }))
  const { rows } = await fixture.pool.query<{ id: string }>(`select id from office where code = 'KH-02'`)
  officeId = rows[0]?.id ?? ''
})
after(() => fixture.stop())

const send = async () => {
  const person = newPerson()
  await fixture.register(person)
  const declared = { fullName: 'Lê Khác Tên' }
  const applicant = fixture.visitor()
  return { person, applicant, ...(await applyFor(fixture, applicant, person, { declared })).submit }
}
const inReview = async (): Promise<string> => (await send()).reference
const rowOf = async (reference: string) =>
  (await caseOfReference(fixture.context.tools.read, level1Kind, reference)) ?? assert.fail()
const historyAt = async (reference: string) => {
  const { tools } = fixture.context
  const course = await historyOf(tools.read, tools, await rowOf(reference))
  return course.map(({ what, by, note }) => [what, by, note])
}
const move = async (reference: string, to: string, at = now()): Promise<void> => {
  const { transact, tools } = fixture.context
  const { subject_id: subjectId, id } = await rowOf(reference)
  await transact(async (work) => {
    const row = (await caseForUpdate(work, level1Kind, subjectId, id)) ?? assert.fail()
    await moveToOffice(work, tools, level1Kind, row, { officeId: to, by: 'automatic' }, at)
  })
}
const listed = async (officer: Visitor): Promise<string[]> =>
  (await officer.do(viewQueue, {})).items.map(({ reference }) => reference)
const told = async (to: string, text: RegExp) =>
  (await fixture.letters(to, text)).filter((letter) => text.test(letter.text))
const sendAnother = async (applicant: Visitor): Promise<void> => {
  const picture = (await castPortrait({ id: 'hanh' })).toString('base64')
  await applicant.do(sendOtherPortrait, { picture })
}
/** As the list says it, and as the overview does. */
const waitingAt = async (officer: Visitor): Promise<number> => {
  const { waiting } = await officer.do(viewQueue, {})
  const figure = (await officer.do(viewOverview)).queues.find(({ key }) => key === 'level-1')
  assert.equal(figure?.waiting, waiting)
  return waiting
}

test('a case that is moved is at the other office alone: file, name, queue and count; its history says so', async () => {
  const [here, there] = [await settleOfficer(fixture), await settleOfficer(fixture, { officeCode: 'KH-02' })]
  const [reference, other] = [await inReview(), await inReview()]
  const before = await waitingAt(here)
  await move(reference, officeId)
  assert.deepEqual([await waitingAt(here), await waitingAt(there)], [before - 1, 1])
  assert.deepEqual(await listed(there), [reference])
  assert.ok(!(await listed(here)).includes(reference) && (await listed(here)).includes(other))
  const refusal = await here.refusal(openApplication, { reference })
  assert.equal(refusal.code, 'enrolment.no-such-application')
  assert.equal((await there.do(openApplication, { reference })).reference, reference)
  await move(reference, officeId)
  assert.equal(await waitingAt(there), 1, 'moved to where it is: nothing happens')
  const course = [
    ['opened', 'citizen', null],
    ['in-review', 'automatic', null],
    ['moved', 'automatic', null],
  ]
  assert.deepEqual(await historyAt(reference), course)
  await there.do(decideEnrolment, { reference, verdict: 'refuse', reason: 'name-differs' })
  assert.deepEqual([await waitingAt(here), await waitingAt(there)], [before - 1, 0])
  assert.deepEqual(await historyAt(reference), [...course, ['refused', there.number, null]])
})

test('what waits for its applicant is moved with its count too, and comes back where it then is', async () => {
  const [here, there] = [await settleOfficer(fixture), await settleOfficer(fixture, { officeCode: 'KH-02' })]
  const { reference, applicant } = await send()
  const atApplicants = async (officer: Visitor) => (await officer.do(viewQueue, {})).waitingForApplicant
  const [before, elsewhere] = [await atApplicants(here), await atApplicants(there)]
  await here.do(askForPortrait, { reference, fault: 'blurred' })
  assert.deepEqual([await atApplicants(here), await atApplicants(there)], [before + 1, elsewhere])
  await move(reference, officeId)
  assert.deepEqual([await atApplicants(here), await atApplicants(there)], [before, elsewhere + 1])
  await sendAnother(applicant)
  assert.deepEqual([await atApplicants(here), await atApplicants(there)], [before, elsewhere])
  assert.ok((await listed(there)).includes(reference) && !(await listed(here)).includes(reference))
  await there.do(decideEnrolment, { reference, verdict: 'refuse', reason: 'name-differs' })
})

test('a move that is undone leaves everything where it was', async () => {
  const [here, there] = [await settleOfficer(fixture), await settleOfficer(fixture, { officeCode: 'KH-02' })]
  const reference = await inReview()
  const [before, elsewhere] = [await waitingAt(here), await waitingAt(there)]
  const { transact, tools } = fixture.context
  const row = await rowOf(reference)
  const undone = transact(async (work) => {
    await moveToOffice(work, tools, level1Kind, row, { officeId, by: 'automatic' }, now())
    throw problem('enrolment.cannot-accept')
  })
  await assert.rejects(undone)
  assert.deepEqual([await waitingAt(here), await waitingAt(there)], [before, elsewhere])
  assert.equal((await here.do(openApplication, { reference })).reference, reference)
})

test('what runs over its time is told to the applicant once, wherever it is moved, without the office; what is decided is not', async () => {
  const bao = await settleOfficer(fixture)
  const { person, reference } = await send()
  const done = await send()
  await bao.do(decideEnrolment, { reference: done.reference, verdict: 'refuse', reason: 'name-differs' })
  const { transact, tools } = fixture.context
  const { due_at } = await rowOf(reference)
  const dueAt = due_at ?? assert.fail()
  const tell = (ms: number) => tellLateCases(transact, tools, level1Kind, new Date(dueAt.getTime() + ms))
  await tell(0)
  assert.ok(!(await historyAt(reference)).some(([what]) => what === 'overdue'))
  assert.ok((await tell(1)) > 0)
  await move(reference, officeId, new Date(dueAt.getTime() + 2))
  assert.equal(await tell(86_400_000), 0)
  assert.deepEqual(
    (await historyAt(reference)).map(([what]) => what),
    ['opened', 'in-review', 'overdue', 'moved'],
  )
  await fixture.settle()
  const letters = [
    ...(await told(person.phone, /đã quá hạn/)),
    ...(await told(person.email, /lẽ ra phải có kết quả/)),
  ]
  assert.equal(letters.length, 2, 'one text message and one e-mail')
  assert.ok(letters.every(({ text }) => text.includes(reference)))
  const offices = await fixture.pool.query<{ name: string }>('select name from office')
  assert.ok(offices.rows.every(({ name }) => letters.every(({ text }) => !text.includes(name))))
  assert.ok(!(await historyAt(done.reference)).some(([what]) => what === 'overdue'))
})

test('what was late before another portrait was asked for stays late and is told once; what was in time, when its new time is over', async () => {
  const bao = await settleOfficer(fixture)
  const { transact, tools } = fixture.context
  const tell = (at: Date) => tellLateCases(transact, tools, level1Kind, at)
  const [late, inTime] = [await send(), await send()]
  const past = new Date(now().getTime() - 3_600_000)
  await fixture.pool.query('update case_file set due_at = $2 where reference = $1', [late.reference, past])
  await fixture.pool.query(
    'update case_queue q set due_at = $2, sort_at = $2 from case_file c where c.id = q.id and c.reference = $1',
    [late.reference, past],
  )
  await tell(now())
  const isTold = async (reference: string) => (await rowOf(reference)).late_told_at !== null
  assert.deepEqual([await isTold(late.reference), await isTold(inTime.reference)], [true, false])
  for (const { reference, applicant } of [late, inTime]) {
    await bao.do(askForPortrait, { reference, fault: 'blurred' })
    await sendAnother(applicant)
  }
  assert.deepEqual((await rowOf(late.reference)).due_at, past)
  assert.ok(await isTold(late.reference), 'and the time that passed meanwhile makes it no less late')
  const due = (await rowOf(inTime.reference)).due_at ?? assert.fail()
  await tell(new Date(due.getTime() + 1))
  const times = async (reference: string) =>
    (await historyAt(reference)).filter(([what]) => what === 'overdue').length
  assert.deepEqual([await times(late.reference), await times(inTime.reference)], [1, 1])
})

test("an officer's note is in the history, and nowhere in the clear", async () => {
  const bao = await settleOfficer(fixture)
  const reference = await inReview()
  const note = 'Ảnh mờ, đã gọi điện'
  const verdict = { verdict: 'refuse', reason: 'portrait-unusable', note } as const
  await bao.do(decideEnrolment, { reference, ...verdict })
  assert.deepEqual((await historyAt(reference)).at(-1), ['refused', bao.number, note])
  const { rows } = await fixture.pool.query<{ text: string }>(
    `select c::text || h::text as text from case_file c
     join case_history h on h.subject_id = c.subject_id and h.case_id = c.id where c.reference = $1`,
    [reference],
  )
  assert.ok(rows.length > 0 && rows.every(({ text }) => !standsIn(text, 'gọi điện')))
})

test('neither number, name nor contact of an application stands in the clear', async () => {
  const { person, reference } = await send()
  const { rows } = await fixture.pool.query<{ text: string }>(
    `select concat_ws(' ', c::text, n::text, q::text) as text from case_file c
     join case_name n on n.id = c.id join case_queue q on q.id = c.id where c.reference = $1`,
    [reference],
  )
  const { text } = rows[0] ?? assert.fail()
  for (const word of [person.personalNumber, person.phone, person.email, 'Khác Tên']) {
    assert.ok(!standsIn(text, word), word)
  }
})

test("an older Sen's cursor is read on from its moment, and nobody who is due then is left out", async () => {
  const bao = await settleOfficer(fixture)
  const references = [await inReview(), await inReview(), await inReview()]
  const { items } = await bao.do(viewQueue, {})
  const dueAt = items.find(({ reference }) => reference === references[0])?.dueAt ?? assert.fail()
  const after = await bao.do(viewQueue, { cursor: `${dueAt}|SEN-0000-0000` })
  const shown = after.items.map(({ reference }) => reference)
  assert.ok(references.every((reference) => shown.includes(reference)))
  const later = new Date(Date.parse(dueAt) + 1).toISOString()
  const rest = await bao.do(viewQueue, { cursor: `${later}|SEN-0000-0000` })
  assert.ok(!rest.items.some(({ reference }) => references.includes(reference)), 'nor shown twice')
})
