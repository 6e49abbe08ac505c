// Another portrait was asked for and none comes, or it comes too late, or at the very moment.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openFixture, type Fixture } from '../../../../../testing/fixture.ts'
import { applyFor } from '../../../../../testing/settle-citizen.ts'
import { newPerson } from '../../../../../testing/test-person.ts'
import { settleOfficer } from '../../../../../testing/officer.ts'
import { castPortrait } from '../../../../../world/settle-cast.ts'
import { now } from '../../../../kernel/clock.ts'
import { caseOfReference } from '../../casework/case-access.ts'
import { historyOf } from '../../casework/happenings.ts'
import { endUnanswered } from '../../casework/unanswered-cases.ts'
import { sendOtherPortrait } from './answer-portrait.ts'
import { askForPortrait } from './ask-portrait.ts'
import { level1ByReference } from './dossier-state.ts'
import { level1Kind } from './level-1-case.ts'
import { decideEnrolment, viewQueue } from './review-enrolment.ts'
import { viewEnrolment } from './submit-enrolment.ts'

let fixture: Fixture
let picture: string
before(async () => {
  fixture = await openFixture()
  picture = (await castPortrait({ id: 'hanh' })).toString('base64')
})
after(() => fixture.stop())

const asked = async () => {
  const person = newPerson()
  await fixture.register(person)
  const applicant = fixture.visitor()
  const { reference } = (await applyFor(fixture, applicant, person, { face: 'man' })).submit
  const bao = await settleOfficer(fixture)
  const { answerBy } = await bao.do(askForPortrait, { reference, fault: 'blurred' })
  return { person, applicant, reference, bao, answerBy: new Date(answerBy) }
}
const rowOf = async (reference: string) =>
  (await caseOfReference(fixture.context.tools.read, level1Kind, reference)) ?? assert.fail()
const courseOf = async (reference: string) => {
  const { tools } = fixture.context
  return (await historyOf(tools.read, tools, await rowOf(reference))).map(({ what, by }) => `${what} ${by}`)
}
const outcomesOf = async (reference: string, purpose: string): Promise<string[]> =>
  (
    await fixture.pool.query<{ outcome: string }>(
      `select outcome from audit_line where purpose = $1 and detail->>'reference' = $2`,
      [purpose, reference],
    )
  ).rows.map(({ outcome }) => outcome)
const endAll = (at: Date) => endUnanswered(fixture.context.transact, fixture.context.tools, level1Kind, at)

test('nothing comes: it ends after the days of the policy, once, and she is told and may apply anew', async () => {
  const { person, applicant, reference, bao, answerBy } = await asked()
  await endAll(answerBy)
  assert.equal((await rowOf(reference)).state, 'waiting-citizen', 'to the very moment it may be answered')
  assert.ok((await endAll(new Date(answerBy.getTime() + 1))) > 0)
  assert.equal(await endAll(new Date(answerBy.getTime() + 2)), 0)
  const row = await rowOf(reference)
  assert.deepEqual([row.state, row.reason, row.unfinished_key], ['refused', 'portrait-unusable', null])
  assert.deepEqual((await courseOf(reference)).slice(-2), ['unanswered automatic', 'refused automatic'])
  await fixture.letters(person.phone, /đã kết thúc vì chưa có ảnh mới/)
  assert.deepEqual(await outcomesOf(reference, 'enrolment-unanswered'), ['refused'])
  const status = await applicant.do(viewEnrolment)
  assert.deepEqual([status.state, status.asked?.answeredAt], ['refused', null])
  assert.equal((await applicant.refusal(sendOtherPortrait, { picture })).code, 'enrolment.answer-too-late')
  assert.deepEqual(await outcomesOf(reference, 'enrolment-portrait-sent'), [])
  const decision = await bao.refusal(decideEnrolment, { reference, verdict: 'accept' })
  assert.equal(decision.code, 'enrolment.already-decided')
  assert.equal((await bao.do(viewQueue, {})).waitingForApplicant, 0)
  const again = await applyFor(fixture, fixture.visitor(), person)
  assert.equal(again.status.state, 'accepted', 'her own application, with her own face')
})

test('the moment that she was told is the one that counts, also when the calendar says another one since', async () => {
  const { reference, answerBy } = await asked()
  const { tools } = fixture.context
  // As after a holiday that was announced meanwhile: counted anew, the days would end later.
  await fixture.pool.query(
    `update case_file set paused_at = paused_at + interval '10 days' where reference = $1`,
    [reference],
  )
  const face = (await level1ByReference(tools.read, tools, reference, answerBy))?.face
  assert.equal(face?.dueAt, answerBy.toISOString())
  assert.ok((await endAll(new Date(answerBy.getTime() + 1))) > 0)
  assert.equal((await rowOf(reference)).state, 'refused')
})

test('what was looked up and is settled by now is not counted: the clock rests', async () => {
  const { applicant, reference, answerBy } = await asked()
  const { tools, transact } = fixture.context
  const late = new Date(answerBy.getTime() + 1)
  await endAll(late)
  const { reference: answered, applicant: answering } = await asked()
  const answerFirst: typeof transact = async (command) => {
    if ((await rowOf(answered)).state === 'waiting-citizen') {
      await answering.do(sendOtherPortrait, { picture })
    }
    return transact(command)
  }
  assert.equal(await endUnanswered(answerFirst, tools, level1Kind, late), 0)
  assert.equal((await rowOf(answered)).state, 'in-review')
  assert.equal((await applicant.do(viewEnrolment)).state, 'refused', reference)
})

test('an answer between the last moment and the clock that ends it is too late as well', async () => {
  const { applicant, reference } = await asked()
  const past = new Date(now().getTime() - 1000).toISOString()
  await fixture.pool.query(
    `update case_file set facts = jsonb_set(facts, '{asks,0,answerBy}', to_jsonb($2::text)) where reference = $1`,
    [reference, past],
  )
  assert.equal((await applicant.refusal(sendOtherPortrait, { picture })).code, 'enrolment.answer-too-late')
})

test('an answer at the moment at which it ends: one of the two, and whole', async () => {
  for (let round = 0; round < 4; round++) {
    const { applicant, reference, answerBy } = await asked()
    const answering = applicant.do(sendOtherPortrait, { picture }).then(
      () => 'in-review',
      (error: { code: string }) => error.code,
    )
    const [answer] = await Promise.all([answering, endAll(new Date(answerBy.getTime() + 1))])
    const { state } = await rowOf(reference)
    assert.deepEqual(
      [state, (await courseOf(reference)).at(-1)],
      answer === 'in-review' ? ['in-review', 'answered citizen'] : ['refused', 'refused automatic'],
    )
    assert.ok(answer === 'in-review' || answer === 'enrolment.answer-too-late', answer)
    await fixture.settle()
  }
})
