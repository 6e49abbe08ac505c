// A question about a look reaches somebody else than whoever looked, has a clock, and its answer stands
// below the line; another's line cannot be asked about.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openFixture, type Fixture } from '../../../../testing/fixture.ts'
import { settleCitizen } from '../../../../testing/settle-citizen.ts'
import type { Visitor } from '../../../../testing/visitor.ts'
import { newOfficerNumber, settleOfficer } from '../../../../testing/officer.ts'
import { viewOverview } from '../../../../testing/overview.ts'
import { tellLateCases } from '../../cases/casework/late-cases.ts'
import { addOffice } from '../../registry/organisations/add-officer.ts'
import { CENTRAL_OFFICE } from '../../registry/organisations/mandate.ts'
import { viewAccessLog } from '../audit/access-log.ts'
import { system } from '../../../kernel/actor.ts'
import { leaveLine } from '../../../kernel/leave-line.ts'
import { reserveSubject } from '../../people/accounts/open-account.ts'
import { searchPerson } from '../counter/search-person.ts'
import { askAboutLook, viewOwnLookQuestions } from './ask-about-look.ts'
import { answerLookQuestion, listLookQuestions, viewLookQuestion } from './answer-look.ts'
import { lookQuestionKind } from './look-question-case.ts'

let fixture: Fixture
before(async () => {
  fixture = await openFixture()
  for (const code of ['KH-02', 'KH-03', 'KH-04']) {
    await fixture.context.transact((work) => addOffice(work, { code, name: `Văn phòng ${code}` }))
  }
})
after(() => fixture.stop())

const question = 'Hôm đó tôi không đến phường, vì sao có lần xem này?'
const answer = 'Đơn vị mở hồ sơ theo yêu cầu của bạn qua tổng đài ngày hôm đó.'
const tasks = ['person.search', 'look-question.answer'] as const

const lookAt = async (officer: Visitor, personalNumber: string): Promise<void> => {
  await officer.do(searchPerson, { personalNumber, purpose: 'counter-service' })
}
const lookOf = async (citizen: Visitor): Promise<string> => {
  const { items } = await citizen.do(viewAccessLog)
  return items.find(({ whoKind }) => whoKind === 'officer')?.id ?? ''
}
const waitingAt = async (officer: Visitor): Promise<number> =>
  (await officer.do(viewOverview)).queues.find(({ key }) => key === 'look-questions')?.waiting ?? -1

test('she asks about a look; a colleague of whoever looked answers; she is told and reads it below the line', async () => {
  const [bao, thu] = [await settleOfficer(fixture, { tasks }), await settleOfficer(fixture, { tasks })]
  const { person, visitor } = await settleCitizen(fixture)
  await lookAt(bao, person.personalNumber)
  const line = await lookOf(visitor)
  const before = await waitingAt(thu)
  const asked = await visitor.do(askAboutLook, { line, asks: 'report', question })
  assert.deepEqual(
    [asked.line, asked.asks, asked.state, asked.office, asked.answer],
    [line, 'report', 'open', CENTRAL_OFFICE.name, null],
  )
  assert.equal(await waitingAt(thu), before + 1)
  await fixture.letters(person.phone, /Đã nhận câu hỏi .* Trả lời trước ngày/)
  const caseId = asked.id
  assert.ok((await thu.do(listLookQuestions, {})).items.some(({ id }) => id === caseId))
  const seen = await thu.do(viewLookQuestion, { caseId })
  assert.deepEqual(
    [seen.question, seen.name, seen.look?.fields.length !== 0],
    [question, person.fullName, true],
  )
  assert.match(seen.look?.who ?? '', new RegExp(bao.number))
  const done = await thu.do(answerLookQuestion, { caseId, finding: 'in-order', answer })
  assert.deepEqual([done.state, done.finding, done.answer], ['explained', 'in-order', answer])
  assert.equal(await waitingAt(thu), before)
  await fixture.letters(person.phone, /đã có trả lời\. Lần xem đúng quy định/)
  const [own] = (await visitor.do(viewOwnLookQuestions)).items
  assert.deepEqual([own?.line, own?.finding, own?.answer, own?.isOverdue], [line, 'in-order', answer, false])
  const purposes = (await visitor.do(viewAccessLog)).items.map(({ purpose }) => purpose)
  assert.ok(
    ['look-question-asked', 'look-question-view', 'look-question-answered'].every((purpose) =>
      purposes.includes(purpose),
    ),
  )
  assert.equal(
    (await thu.refusal(answerLookQuestion, { caseId, finding: 'unclear', answer })).code,
    'look-question.closed',
  )
})

test('whoever looked, and whoever the data are about, neither opens nor answers; nor does who has not the task', async () => {
  const bao = await settleOfficer(fixture, { tasks })
  const { person, visitor } = await settleCitizen(fixture)
  await lookAt(bao, person.personalNumber)
  const { id: caseId } = await visitor.do(askAboutLook, {
    line: await lookOf(visitor),
    asks: 'question',
    question,
  })
  const herself = await settleOfficer(fixture, { tasks, personNumber: person.personalNumber })
  const given = { caseId, finding: 'in-order', answer }
  for (const officer of [bao, herself]) {
    assert.equal((await officer.refusal(viewLookQuestion, { caseId })).code, 'look-question.about-yourself')
    assert.equal((await officer.refusal(answerLookQuestion, given)).code, 'look-question.about-yourself')
  }
  const another = await settleOfficer(fixture, { tasks: ['person.search'] })
  assert.equal((await another.refusal(answerLookQuestion, given)).code, 'permit.refused')
  const elsewhere = await settleOfficer(fixture, { tasks, officeCode: 'KH-02' })
  assert.equal((await elsewhere.refusal(viewLookQuestion, { caseId })).code, 'look-question.no-such-case')
  assert.equal((await visitor.do(viewOwnLookQuestions)).items[0]?.state, 'open')
})

test('two numbers of one person are one pair of eyes: the second one does not answer for the first', async () => {
  const personNumber = newOfficerNumber()
  const bao = await settleOfficer(fixture, { tasks, personNumber })
  const again = await settleOfficer(fixture, { tasks, personNumber })
  const { person, visitor } = await settleCitizen(fixture)
  await lookAt(bao, person.personalNumber)
  const line = await lookOf(visitor)
  const { id: caseId } = await visitor.do(askAboutLook, { line, asks: 'question', question })
  assert.equal((await again.refusal(viewLookQuestion, { caseId })).code, 'look-question.about-yourself')
})

test('what the product does at an officer’s word is not answered for by that officer either', async () => {
  const [bao, thu] = [await settleOfficer(fixture, { tasks }), await settleOfficer(fixture, { tasks })]
  const { person, visitor } = await settleCitizen(fixture)
  await fixture.context.transact(async (work) => {
    const about = await reserveSubject(work, fixture.context.tools, person.personalNumber)
    leaveLine(work, {
      useCase: 'phone.release',
      actor: system('phone-release'),
      line: {
        about,
        purpose: 'phone-release-opened',
        outcome: 'done',
        detail: { office: CENTRAL_OFFICE.name, officerNumber: bao.number },
      },
    })
  })
  const line = await lookOf(visitor)
  const { id: caseId } = await visitor.do(askAboutLook, { line, asks: 'report', question })
  assert.equal((await bao.refusal(viewLookQuestion, { caseId })).code, 'look-question.about-yourself')
  assert.equal((await thu.do(viewLookQuestion, { caseId })).id, caseId)
})

test('it goes to the office that looked where somebody else has the task, and to the central one where nobody has', async () => {
  const [here, alone] = ['KH-03', 'KH-04']
  const bao = await settleOfficer(fixture, { tasks, officeCode: here })
  await settleOfficer(fixture, { tasks, officeCode: here })
  const lan = await settleOfficer(fixture, { tasks, officeCode: alone })
  await settleOfficer(fixture, { tasks: ['person.search'], officeCode: alone })
  const officeAsked = async (officer: Visitor): Promise<string> => {
    const { person, visitor } = await settleCitizen(fixture)
    await lookAt(officer, person.personalNumber)
    const line = await lookOf(visitor)
    return (await visitor.do(askAboutLook, { line, asks: 'question', question })).office
  }
  const { rows } = await fixture.pool.query<{ name: string }>('select name from office where code = $1', [
    here,
  ])
  assert.equal(await officeAsked(bao), rows[0]?.name)
  assert.equal(await officeAsked(lan), CENTRAL_OFFICE.name)
})

test('asked twice it is one question; of another’s line, or of one that nobody has, there is nothing to ask', async () => {
  const { visitor } = await settleCitizen(fixture)
  const other = await settleCitizen(fixture)
  const [line, others] = [
    (await visitor.do(viewAccessLog)).items[0]?.id ?? '',
    (await other.visitor.do(viewAccessLog)).items[0]?.id ?? '',
  ]
  const asked = await visitor.do(askAboutLook, { line, asks: 'question', question })
  assert.equal(asked.office, CENTRAL_OFFICE.name, 'no officer looked')
  assert.equal((await visitor.do(askAboutLook, { line, asks: 'report', question })).id, asked.id)
  const { rows: told } = await fixture.pool.query(
    "select 1 from audit_line where purpose = 'look-question-asked' and detail->>'reference' = $1",
    [asked.reference],
  )
  assert.equal(told.length, 1, 'her log says once that she asked')
  const nobodys = '01900000-0000-7000-8000-000000000999'
  for (const strange of [others, nobodys]) {
    const refusal = await visitor.refusal(askAboutLook, { line: strange, asks: 'question', question })
    assert.equal(refusal.code, 'audit.no-such-line')
  }
  assert.equal((await other.visitor.do(viewOwnLookQuestions)).items.length, 0)
  for (const wrong of [{ question: 'hả' }, { asks: 'complaint' }, { line: 'x' }]) {
    const refusal = await visitor.refusal(askAboutLook, { line, asks: 'question', question, ...wrong })
    assert.equal(refusal.code, 'request.invalid')
  }
})

test('due in two working days; what runs over is told once, with an apology, and is still on the list', async () => {
  const thu = await settleOfficer(fixture, { tasks })
  const { person, visitor } = await settleCitizen(fixture)
  const line = (await visitor.do(viewAccessLog)).items[0]?.id ?? ''
  const { dueAt, id } = await visitor.do(askAboutLook, { line, asks: 'question', question })
  const { transact, tools } = fixture.context
  const due = new Date(dueAt)
  assert.match(dueAt, /T10:00:00\.000Z$/, 'the closing of the office')
  assert.equal(await tellLateCases(transact, tools, lookQuestionKind, due), 0)
  const late = new Date(due.getTime() + 1000)
  assert.ok((await tellLateCases(transact, tools, lookQuestionKind, late)) > 0)
  assert.equal(await tellLateCases(transact, tools, lookQuestionKind, late), 0)
  await fixture.letters(person.phone, /Xin lỗi, câu hỏi .* đã quá hạn/)
  assert.ok((await thu.do(listLookQuestions, {})).items.some((one) => one.id === id))
})

test('nothing of the question or of the answer is readable in the database', async () => {
  const [bao, thu] = [await settleOfficer(fixture, { tasks }), await settleOfficer(fixture, { tasks })]
  const { person, visitor } = await settleCitizen(fixture)
  await lookAt(bao, person.personalNumber)
  const line = await lookOf(visitor)
  const { id: caseId } = await visitor.do(askAboutLook, { line, asks: 'question', question })
  await thu.do(answerLookQuestion, { caseId, finding: 'not-in-order', answer })
  const { rows } = await fixture.pool.query<{ text: string }>(
    'select case_file::text as text from case_file where id = $1',
    [caseId],
  )
  for (const secret of [question, answer, person.personalNumber, person.fullName]) {
    assert.ok(!(rows[0]?.text ?? secret).includes(secret), secret)
  }
})
