// Applications of an older Sen, in tables of their own, go on as cases like any other: what was sent, who may
// see it, who is told, and what an officer noted in the clear.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openFixture, type Fixture } from '../../../../../testing/fixture.ts'
import { activateFor, applyFor } from '../../../../../testing/settle-citizen.ts'
import { newPerson, type TestPerson } from '../../../../../testing/test-person.ts'
import type { Visitor } from '../../../../../testing/visitor.ts'
import { settleOfficer } from '../../../../../testing/officer.ts'
import { makeOlder, step } from '../../../../../testing/older-applications.ts'
import { caseOfReference } from '../../casework/case-access.ts'
import { historyOf } from '../../casework/happenings.ts'
import { sealOldNotes } from '../../casework/seal-old-notes.ts'
import { dossierOfSubject, level1ByReference } from './dossier-state.ts'
import { level1Kind, type Level1Facts } from './level-1-case.ts'
import { decideEnrolment, openApplication, viewQueue } from './review-enrolment.ts'
import { settleEnrolment } from './settle-enrolment.ts'
import { submitEnrolment, viewEnrolment } from './submit-enrolment.ts'

const STEP = '180-casework-level-1'
let fixture: Fixture
before(async () => {
  fixture = await openFixture()
})
after(() => fixture.stop())

interface Sent {
  readonly person: TestPerson
  readonly applicant: Visitor
  readonly reference: string
}
const send = async (declared: object = { fullName: 'Lê Khác Tên' }): Promise<Sent> => {
  const person = newPerson()
  await fixture.register(person)
  const applicant = fixture.visitor()
  const { submit } = await applyFor(fixture, applicant, person, { declared })
  return { person, applicant, reference: submit.reference }
}
const rowOf = async (reference: string) =>
  (await caseOfReference(fixture.context.tools.read, level1Kind, reference)) ?? assert.fail()
const notesOf = async (reference: string): Promise<(string | null)[]> => {
  const { tools } = fixture.context
  return (await historyOf(tools.read, tools, await rowOf(reference))).map(({ note }) => note)
}
const waiting = async (): Promise<{ note: string; by: string }[]> =>
  (await fixture.pool.query<{ note: string; by: string }>('select note, by from case_old_note')).rows
const seal = (): Promise<number> => sealOldNotes(fixture.context.transact, fixture.context.tools)

test('one that waits is shown and listed as before, counted as before, never to herself, and is decided', async () => {
  const { person, applicant, reference } = await send()
  const bao = await settleOfficer(fixture)
  const herself = await settleOfficer(fixture, { personNumber: person.personalNumber })
  const [shown, listed] = [await bao.do(openApplication, { reference }), await bao.do(viewQueue, {})]
  const [row, status] = [await rowOf(reference), await applicant.do(viewEnrolment)]
  await makeOlder(fixture)
  await step(fixture, STEP)
  assert.deepEqual(
    await bao.do(openApplication, { reference }),
    { ...shown, history: [] },
    'an older Sen kept none',
  )
  assert.deepEqual(await bao.do(viewQueue, {}), listed)
  assert.deepEqual(await applicant.do(viewEnrolment), status)
  assert.ok(shown.declared.portrait && shown.portraitScore !== null && shown.doubts.length > 0)
  const { sealed_content: _, changed_at: __, ...same } = await rowOf(reference)
  const { sealed_content: ___, changed_at: ____, ...before } = row
  // An older Sen did not write down when the code was right.
  const { provenAt: _____, ...facts } = before.facts as Level1Facts
  assert.deepEqual(same, { ...before, facts })
  const refusal = await herself.refusal(openApplication, { reference })
  assert.equal(refusal.code, 'level-2.about-yourself')
  assert.equal((await bao.do(decideEnrolment, { reference, verdict: 'accept' })).state, 'accepted')
  assert.equal((await bao.do(viewQueue, {})).waiting, listed.waiting - 1)
  await fixture.letters(person.phone, /kích hoạt trước ngày/i)
  assert.equal((await fixture.letters(person.email, reference)).length > 0, true)
  await activateFor(fixture, applicant, person)
})

test('without the digest of its number it is still not hers to look at', async () => {
  const { person, reference } = await send()
  const herself = await settleOfficer(fixture, { personNumber: person.personalNumber })
  await makeOlder(fixture)
  await fixture.pool.query(
    'delete from identifier where subject_id = (select subject_id from enrolment where reference = $1)',
    [reference],
  )
  await step(fixture, STEP)
  assert.equal((await rowOf(reference)).about_key, '')
  const refusal = await herself.refusal(openApplication, { reference })
  assert.equal(refusal.code, 'level-2.about-yourself')
})

test('one that was sent and not yet settled is settled, once, under the same receipt', async () => {
  const { person, applicant, reference } = await send({})
  const { context, pool } = fixture
  const receipt = await applicant.do(submitEnrolment)
  await makeOlder(fixture)
  await pool.query('delete from account where personal_number = $1', [person.personalNumber])
  await pool.query(
    `update enrolment set state = 'submitted', decided_at = null, decided_by = null, portrait_score = null
     where reference = $1`,
    [reference],
  )
  await step(fixture, STEP)
  assert.deepEqual(await applicant.do(submitEnrolment), receipt)
  const { subject_id: subjectId, id, unfinished_key: key } = await rowOf(reference)
  assert.equal(key, id)
  await context.transact((work) => settleEnrolment(work, context.tools, subjectId, id))
  assert.equal((await applicant.do(viewEnrolment)).state, 'accepted')
})

test('whoever helps finds it by its reference, and asks for the phone that was given in it', async () => {
  const { person, reference } = await send()
  const { tools } = fixture.context
  const at = new Date('2030-01-01')
  const { read } = tools
  const { subject_id: subjectId } = await rowOf(reference)
  const known = await level1ByReference(read, tools, reference, at)
  await makeOlder(fixture)
  await step(fixture, STEP)
  assert.deepEqual(await level1ByReference(read, tools, reference, at), known)
  assert.deepEqual([known?.phone, known?.face.isOverdue], [person.phone, true])
  assert.deepEqual(await dossierOfSubject(read, subjectId, reference, at), known?.face)
})

test("a note that stood in the clear is sealed into its case's history by the first worker, once; an erased person's is gone", async () => {
  const bao = await settleOfficer(fixture)
  const [kept, erased] = [await send(), await send()]
  for (const { reference } of [kept, erased]) {
    await bao.do(decideEnrolment, { reference, verdict: 'refuse', reason: 'name-differs' })
  }
  const { subject_id: gone } = await rowOf(erased.reference)
  await makeOlder(fixture)
  await fixture.pool.query(
    `update enrolment set note = 'Tên khác: ' || reference where reference = any($1)`,
    [[kept.reference, erased.reference]],
  )
  await fixture.pool.query('delete from subject_key where subject_id = $1', [gone])
  await step(fixture, STEP)
  const note = `Tên khác: ${kept.reference}`
  assert.deepEqual(await waiting(), [{ note, by: bao.number }])
  assert.deepEqual((await Promise.all([seal(), seal()])).sort().at(-1), 1)
  assert.deepEqual(await waiting(), [])
  assert.deepEqual(await notesOf(kept.reference), [note])
  assert.deepEqual(await notesOf(erased.reference), [])
  assert.equal(await seal(), 0)
})
