// An officer asks for another portrait: the clock stands still, the applicant is told and answers, and the
// same review goes on; or nothing comes, and the application ends.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openFixture, type Fixture } from '../../../../../testing/fixture.ts'
import { applyFor } from '../../../../../testing/settle-citizen.ts'
import { newPerson } from '../../../../../testing/test-person.ts'
import type { Visitor } from '../../../../../testing/visitor.ts'
import { settleOfficer } from '../../../../../testing/officer.ts'
import { viewOverview } from '../../../../../testing/overview.ts'
import { dayText } from '../../../../letters/blanks.ts'
import { castPortrait } from '../../../../../world/settle-cast.ts'
import { dueAfterPause } from '../../casework/case-clock.ts'
import { caseOfReference } from '../../casework/case-access.ts'
import { historyOf } from '../../casework/happenings.ts'
import { tellLateCases } from '../../casework/late-cases.ts'
import { addOffice } from '../../../registry/organisations/add-officer.ts'
import { sendOtherPortrait } from './answer-portrait.ts'
import { askForPortrait } from './ask-portrait.ts'
import { level1ByReference } from './dossier-state.ts'
import { takePortrait } from './fill-draft.ts'
import { earlierPortraitOf, level1Kind, type Level1Facts } from './level-1-case.ts'
import { decideEnrolment, openApplication, viewQueue } from './review-enrolment.ts'
import { viewEnrolment } from './submit-enrolment.ts'
import type { EnrolmentState, PortraitFault } from './enrolment.ts'

let fixture: Fixture
let picture: string
before(async () => {
  fixture = await openFixture()
  await fixture.context.transact((work) => addOffice(work, { code: 'KH-02', name: 'Văn phòng khác' }))
  picture = (await castPortrait({ id: 'hanh' })).toString('base64')
})
after(() => fixture.stop())

const apply = async () => {
  const person = newPerson()
  await fixture.register(person)
  const applicant = fixture.visitor()
  const { submit } = await applyFor(fixture, applicant, person, { face: 'man' })
  return { person, applicant, reference: submit.reference }
}
const rowOf = async (reference: string) =>
  (await caseOfReference<EnrolmentState, Level1Facts>(fixture.context.tools.read, level1Kind, reference)) ??
  assert.fail()
const courseOf = async (reference: string) => {
  const { tools } = fixture.context
  return (await historyOf(tools.read, tools, await rowOf(reference))).map(({ what, by }) => `${what} ${by}`)
}
const ask = (officer: Visitor, reference: string, fault: PortraitFault = 'blurred') =>
  officer.do(askForPortrait, { reference, fault })
const listed = async (officer: Visitor): Promise<string[]> =>
  (await officer.do(viewQueue, {})).items.map((item) => item.reference)
const waiting = async (officer: Visitor) => {
  const { waiting: review, waitingForApplicant } = await officer.do(viewQueue, {})
  const figure = (await officer.do(viewOverview)).queues.find(({ key }) => key === 'level-1')
  assert.equal(figure?.waiting, review)
  return [review, waitingForApplicant]
}
const lineOf = async (reference: string, purpose: string) =>
  (
    await fixture.pool.query<{ outcome: string; actor: string; detail: unknown }>(
      `select outcome, actor, detail from audit_line where purpose = $1 and detail->>'reference' = $2`,
      [purpose, reference],
    )
  ).rows

test('she is asked: it waits for her and for no officer, with its clock standing still; she is told why and until when', async () => {
  const { person, applicant, reference } = await apply()
  const bao = await settleOfficer(fixture)
  const [review = 0, applicants = 0] = await waiting(bao)
  const { answerBy } = await ask(bao, reference)
  assert.deepEqual(await waiting(bao), [review - 1, applicants + 1])
  assert.ok(!(await listed(bao)).includes(reference))
  const row = await rowOf(reference)
  assert.ok(row.paused_at && row.state === 'waiting-citizen')
  const { transact, tools } = fixture.context
  const late = new Date((row.due_at ?? assert.fail()).getTime() + 1)
  await tellLateCases(transact, tools, level1Kind, late)
  assert.equal((await rowOf(reference)).late_told_at, null, 'a case that is paused is not late')
  const face = (await level1ByReference(tools.read, tools, reference, late))?.face
  assert.deepEqual([face?.state, face?.dueAt, face?.isOverdue], ['waiting-citizen', answerBy, false])
  const { state, asked, reason } = await applicant.do(viewEnrolment)
  assert.deepEqual(
    [state, asked, reason],
    ['in-review', { fault: 'blurred', answerBy, answeredAt: null }, null],
  )
  const letters = await fixture.letters(person.phone, /cần ảnh chân dung mới/)
  const day = dayText(answerBy)
  const sms = letters.find(({ text }) => text.includes('cần ảnh chân dung mới'))
  assert.ok(sms?.text.includes(reference) && sms.text.includes(day) && sms.text.includes('/app/enrol/return'))
  const mail = (await fixture.letters(person.email, /giữ yên máy/)).map(({ text }) => text).join()
  for (const word of [person.personalNumber, person.fullName, person.phone]) {
    assert.ok(!mail.includes(word) && !sms?.text.includes(word), word)
  }
  assert.deepEqual(await courseOf(reference), [
    'opened citizen',
    'in-review automatic',
    `waiting-citizen ${bao.number}`,
  ])
  assert.equal((await lineOf(reference, 'enrolment-portrait-asked'))[0]?.outcome, 'waiting-citizen')
})

test('she answers: the same review goes on with the working time that was left, and first before who asked', async () => {
  const { applicant, reference, person } = await apply()
  const [bao, lan] = [await settleOfficer(fixture), await settleOfficer(fixture)]
  const others = [(await apply()).reference, (await apply()).reference]
  const before = await bao.do(openApplication, { reference })
  await ask(bao, reference)
  await fixture.pool.query(
    `update case_file set paused_at = paused_at - interval '20 days' where reference = $1`,
    [reference],
  )
  const asked = await rowOf(reference)
  const answer = await applicant.do(sendOtherPortrait, { picture })
  assert.deepEqual(answer.hints, ['ok'])
  const row = await rowOf(reference)
  const [due, paused] = [asked.due_at ?? assert.fail(), asked.paused_at ?? assert.fail()]
  assert.deepEqual([row.state, row.paused_at], ['in-review', null])
  assert.deepEqual(row.due_at, dueAfterPause(due, paused, row.changed_at))
  assert.ok(row.due_at && row.due_at > due, 'working days have passed, whatever day it is today')
  assert.equal(answer.status.dueAt, row.due_at?.toISOString())
  const uncompared = await lan.do(openApplication, { reference })
  assert.deepEqual([uncompared.isPortraitCompared, uncompared.doubts], [false, ['portrait-unsure']])
  const early = await lan.refusal(decideEnrolment, { reference, verdict: 'accept' })
  assert.equal(early.code, 'enrolment.portrait-not-compared', 'nobody has seen whose face it is')
  await fixture.settle()
  const first = (await bao.do(viewQueue, {})).items
  assert.deepEqual([first[0]?.reference, first[0]?.isYours, first[0]?.isAnswered], [reference, true, true])
  assert.equal(first.filter((item) => item.reference === reference).length, 1)
  assert.ok(others.every((other) => first.some((item) => item.reference === other && !item.isAnswered)))
  const hers = (await lan.do(viewQueue, {})).items.find((item) => item.reference === reference)
  assert.deepEqual([hers?.isYours, hers?.isAnswered], [false, true])
  const opened = await lan.do(openApplication, { reference })
  assert.deepEqual(
    [opened.earlierPortrait, opened.asked?.officerNumber],
    [before.declared.portrait, bao.number],
  )
  assert.notEqual(opened.declared.portrait, before.declared.portrait)
  assert.ok(before.doubts.some((doubt) => doubt.startsWith('portrait')))
  assert.deepEqual(opened.doubts, [], 'compared anew: it is her own face now')
  assert.equal(opened.isPortraitCompared, true)
  assert.notEqual(opened.portraitScore, before.portraitScore)
  assert.deepEqual(await courseOf(reference), [
    'opened citizen',
    'in-review automatic',
    `waiting-citizen ${bao.number}`,
    'answered citizen',
  ])
  assert.equal((await lineOf(reference, 'enrolment-portrait-sent')).length, 1)
  const dueDay = dayText(answer.status.dueAt)
  await fixture.letters(person.phone, new RegExp(`đang được cán bộ xem xét.*${dueDay}`))
  await lan.do(decideEnrolment, { reference, verdict: 'accept' })
  const { tools } = fixture.context
  assert.equal(
    await earlierPortraitOf(tools.read, tools, await rowOf(reference)),
    null,
    'gone with the decision',
  )
  assert.ok((await lan.do(openApplication, { reference })).declared.portrait, 'the other one stays as before')
})

test('a picture that cannot be used is said so, and nothing has changed', async () => {
  const { applicant, reference } = await apply()
  const bao = await settleOfficer(fixture)
  await ask(bao, reference)
  assert.equal(
    (await applicant.refusal(sendOtherPortrait, { picture: 'AAAA' })).code,
    'portrait.not-a-picture',
  )
  assert.equal((await rowOf(reference)).state, 'waiting-citizen')
  const { hints, status } = await applicant.do(sendOtherPortrait, {
    picture: (await darkPicture()).toString('base64'),
  })
  assert.ok(hints.length > 0 && !hints.includes('ok'), hints.join())
  assert.equal(status.asked?.answeredAt, null)
  assert.equal((await rowOf(reference)).state, 'waiting-citizen')
  assert.equal((await lineOf(reference, 'enrolment-portrait-sent')).length, 0)
})

const darkPicture = async (): Promise<Buffer> => {
  const { default: sharp } = await import('sharp')
  return sharp(await castPortrait({ id: 'hanh' }))
    .linear(0.05, 0)
    .jpeg()
    .toBuffer()
}

test('neither before it is asked, nor twice, nor by another session; a retry is one answer', async () => {
  const { applicant, reference } = await apply()
  const other = await apply()
  const bao = await settleOfficer(fixture)
  assert.equal((await applicant.refusal(sendOtherPortrait, { picture })).code, 'enrolment.not-asked')
  await ask(bao, reference)
  assert.equal((await other.applicant.refusal(sendOtherPortrait, { picture })).code, 'enrolment.not-asked')
  assert.equal((await fixture.visitor().refusal(sendOtherPortrait, { picture })).code, 'enrolment.draft-gone')
  // Nobody's picture is opened for a stranger: this one is none, and she does not hear of it.
  const stranger = await fixture.visitor().refusal(sendOtherPortrait, { picture: 'AAAA' })
  assert.equal(stranger.code, 'enrolment.draft-gone')
  assert.equal(
    (await fixture.visitor().refusal(takePortrait, { picture: 'AAAA' })).code,
    'enrolment.draft-gone',
  )
  const key = 'retry-of-a-portrait-0001'
  const first = await applicant.do(sendOtherPortrait, { picture }, key)
  assert.deepEqual(await applicant.do(sendOtherPortrait, { picture }, key), first)
  assert.equal((await applicant.refusal(sendOtherPortrait, { picture })).code, 'enrolment.not-asked')
  assert.equal((await courseOf(reference)).filter((one) => one === 'answered citizen').length, 1)
})

test('two portraits at once are one answer', async () => {
  const { applicant, reference } = await apply()
  await ask(await settleOfficer(fixture), reference)
  const send = () =>
    applicant.do(sendOtherPortrait, { picture }).then(
      () => 'ok',
      (error: { code: string }) => error.code,
    )
  assert.deepEqual((await Promise.all([send(), send()])).toSorted(), ['enrolment.not-asked', 'ok'])
})

test('while it waits nobody decides or asks again; what is decided is not asked for; twice is enough', async () => {
  const { applicant, reference } = await apply()
  const [bao, lan] = [await settleOfficer(fixture), await settleOfficer(fixture)]
  const tries = await Promise.all(
    [bao, lan].map((officer) =>
      ask(officer, reference).then(
        () => 'ok',
        (error: { code: string }) => error.code,
      ),
    ),
  )
  assert.deepEqual(tries.toSorted(), ['enrolment.waits-for-portrait', 'ok'])
  for (const verdict of ['accept', 'refuse'] as const) {
    const refusal = await lan.refusal(decideEnrolment, { reference, verdict, reason: 'name-differs' })
    assert.equal(refusal.code, 'enrolment.waits-for-portrait')
    assert.match(String(refusal.details.params?.['by']), /^\d\d\/\d\d\/\d{4}$/)
  }
  assert.equal((await lan.do(openApplication, { reference })).mayAsk, false)
  await applicant.do(sendOtherPortrait, { picture })
  assert.equal((await lan.do(openApplication, { reference })).mayAsk, true)
  await ask(lan, reference, 'face-covered')
  await applicant.do(sendOtherPortrait, { picture })
  assert.equal((await lan.do(openApplication, { reference })).mayAsk, false)
  const again = await bao.refusal(askForPortrait, { reference, fault: 'blurred' })
  assert.equal(again.code, 'enrolment.asked-enough')
  await bao.do(decideEnrolment, { reference, verdict: 'refuse', reason: 'portrait-unusable' })
  const decided = await bao.refusal(askForPortrait, { reference, fault: 'blurred' })
  assert.equal(decided.code, 'enrolment.already-decided')
  assert.equal((await applicant.refusal(sendOtherPortrait, { picture })).code, 'enrolment.not-asked')
})

test('another office, an officer without the task and the person herself do not ask', async () => {
  const { person, applicant, reference } = await apply()
  const input = { reference, fault: 'blurred' }
  const codeFor = async (officer: Visitor) => (await officer.refusal(askForPortrait, input)).code
  assert.equal(
    await codeFor(await settleOfficer(fixture, { officeCode: 'KH-02' })),
    'enrolment.no-such-application',
  )
  assert.equal(await codeFor(await settleOfficer(fixture, { tasks: ['enrolment.view'] })), 'permit.refused')
  const herself = await settleOfficer(fixture, { personNumber: person.personalNumber })
  assert.equal(await codeFor(herself), 'level-2.about-yourself')
  assert.equal(await codeFor(applicant), 'session.required')
  const free = { ...input, fault: 'Ảnh xấu quá' }
  assert.equal((await (await settleOfficer(fixture)).refusal(askForPortrait, free)).code, 'request.invalid')
  assert.equal((await rowOf(reference)).state, 'in-review')
})
