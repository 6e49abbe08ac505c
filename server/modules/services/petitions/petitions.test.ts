// A petition reaches the office that is competent for its topic and place, has the clock of the law, goes to
// another office once at most, and is answered by letter and on paper; numbers are public, people are not.
import assert from 'node:assert/strict'
import { after, afterEach, before, test } from 'node:test'
import { vietnamDay } from '../../../../formats/vietnam-day.ts'
import { openFixture, type Fixture } from '../../../../testing/fixture.ts'
import { settleCitizen } from '../../../../testing/settle-citizen.ts'
import type { Visitor } from '../../../../testing/visitor.ts'
import { settleOfficer } from '../../../../testing/officer.ts'
import { viewOverview } from '../../../../testing/overview.ts'
import { readPaper } from '../../../../testing/read-paper.ts'
import { clockOffset_ms, moveClock } from '../../../kernel/clock.ts'
import { tellLateCases } from '../../cases/casework/late-cases.ts'
import { viewAccessLog } from '../../platform/audit/access-log.ts'
import { addOffice } from '../../registry/organisations/add-officer.ts'
import { CENTRAL_OFFICE } from '../../registry/organisations/mandate.ts'
import { dayOfReceipt, workingDaysFromTo } from '../../registry/territory/working-calendar.ts'
import {
  listUnits,
  printPetitionAnswer,
  ratePetition,
  sendPetition,
  viewOwnPetitions,
} from './own-petitions.ts'
import { petitionKind } from './petition-case.ts'
import { viewPetitionStatistics } from './statistics.ts'
import { answerPetition, forwardPetition, listPetitions, viewPetition } from './work-petition.ts'

const clockAtFirst = clockOffset_ms()
let fixture: Fixture
before(async () => {
  fixture = await openFixture()
  await fixture.pool.query(
    `insert into territory_unit (code, valid_from, valid_until, kind, name, parent_code, successor_code,
       source)
     values ('97', '2025-07-01', null, 'province', 'Tỉnh Thử', null, null, 'test'),
       ('97001', '2025-07-01', null, 'ward', 'Phường Thử Một', '97', null, 'test'),
       ('97002', '2025-07-01', null, 'commune', 'Xã Thử Hai', '97', null, 'test')`,
  )
  await fixture.context.transact(async (work) => {
    await addOffice(work, { code: 'PT-97', name: 'Uỷ ban nhân dân tỉnh Thử', unit: '97' })
    await addOffice(work, { code: 'PT-1', name: 'Uỷ ban nhân dân phường Thử Một', unit: '97001' })
    await addOffice(work, { code: 'PT-2', name: 'Uỷ ban nhân dân xã Thử Hai', unit: '97002' })
  })
})
afterEach(() => moveClock(clockAtFirst))
after(() => fixture.stop())

const tasks = ['petition.answer'] as const
const text = 'Đèn đường ở ngõ 15 hỏng đã hai tuần, buổi tối trẻ em đi học về rất tối.'
const answer = 'Đội điện chiếu sáng đã thay 3 bóng đèn ở ngõ 15 vào ngày hôm nay.\nCảm ơn bạn đã báo.'
const officerOf = (officeCode: string): Promise<Visitor> => settleOfficer(fixture, { tasks, officeCode })
const lamp = { topic: 'roads', unitCode: '97001', text } as const

test('a commune’s petition comes to its office, is answered there, and she has letter, text and paper', async () => {
  const [here, elsewhere] = [await officerOf('PT-1'), await officerOf('PT-2')]
  const { person, visitor } = await settleCitizen(fixture)
  const sent = await visitor.do(sendPetition, lamp)
  assert.deepEqual(
    [sent.office, sent.place, sent.state, sent.answer, sent.forwarded],
    ['Uỷ ban nhân dân phường Thử Một', 'Phường Thử Một', 'open', null, null],
  )
  const received = dayOfReceipt(new Date(sent.openedAt))
  assert.equal(workingDaysFromTo(received, vietnamDay(sent.dueAt)), 10)
  await fixture.letters(person.phone, /Đã nhận phản ánh SEN-/)
  const caseId = sent.id
  assert.equal((await elsewhere.refusal(viewPetition, { caseId })).code, 'petition.no-such-case')
  const { items } = await here.do(listPetitions, {})
  assert.deepEqual(items.find(({ id }) => id === caseId)?.name, person.fullName)
  assert.equal((await here.do(viewPetition, { caseId })).text, text)
  assert.equal((await visitor.refusal(printPetitionAnswer, { id: caseId })).code, 'petition.not-answered')
  const done = await here.do(answerPetition, { caseId, answer, article: 'Điều 12 Luật Đường bộ 2024' })
  assert.equal(done.state, 'settled')
  assert.equal((await here.refusal(answerPetition, { caseId, answer })).code, 'petition.closed')
  await fixture.letters(person.phone, /đã có trả lời của Uỷ ban nhân dân phường Thử Một/)
  const [own] = (await visitor.do(viewOwnPetitions)).items
  assert.deepEqual([own?.answer, own?.article, own?.isOverdue], [answer, 'Điều 12 Luật Đường bộ 2024', false])
  const { pdf, name } = await visitor.do(printPetitionAnswer, { id: caseId })
  assert.equal(name, `${sent.reference}.pdf`)
  const lines = readPaper(Buffer.from(pdf, 'base64')).pieces.map((piece) => piece.text)
  for (const said of [`Mã phản ánh: ${sent.reference}`, `“${text}”`, 'Cảm ơn bạn đã báo.']) {
    assert.ok(lines.includes(said), said)
  }
  const purposes = (await visitor.do(viewAccessLog)).items.map(({ purpose }) => purpose)
  assert.deepEqual(
    purposes.filter((purpose) => purpose.startsWith('petition')),
    ['petition-answered', 'petition-view', 'petition-sent'],
  )
})

test('who looks at the conduct of an officer is the office above hers; without a place it is where she resides', async () => {
  await officerOf('PT-97')
  await officerOf('PT-1')
  const { visitor } = await settleCitizen(fixture)
  const conduct = await visitor.do(sendPetition, { ...lamp, topic: 'officer-conduct' })
  assert.equal(conduct.office, 'Uỷ ban nhân dân tỉnh Thử')
  const atHome = await visitor.do(sendPetition, { topic: 'roads', text })
  assert.equal(atHome.office, CENTRAL_OFFICE.name, 'the register names no place of hers')
  for (const unitCode of ['99999', '979']) {
    const { code } = await visitor.refusal(sendPetition, { ...lamp, unitCode })
    assert.ok(['petition.no-such-unit', 'request.invalid'].includes(code), unitCode)
  }
})

test('it is forwarded once, with a reason that she reads, and the day of its answer stays', async () => {
  const [one, two] = [await officerOf('PT-1'), await officerOf('PT-2')]
  const { person, visitor } = await settleCitizen(fixture)
  const { id: caseId, dueAt } = await visitor.do(sendPetition, lamp)
  const reason = 'Đoạn đường này thuộc xã Thử Hai quản lý.'
  const toOwn = await one.refusal(forwardPetition, { caseId, unitCode: '97001', reason })
  assert.equal(toOwn.code, 'petition.same-office')
  const strange = await one.refusal(forwardPetition, { caseId, unitCode: '99999', reason })
  assert.equal(strange.code, 'petition.no-such-unit')
  const { office } = await one.do(forwardPetition, { caseId, unitCode: '97002', reason })
  assert.equal(office, 'Uỷ ban nhân dân xã Thử Hai')
  assert.equal((await one.refusal(viewPetition, { caseId })).code, 'petition.no-such-case')
  const seen = await two.do(viewPetition, { caseId })
  assert.deepEqual([seen.forwarded?.reason, seen.dueAt], [reason, dueAt])
  const again = await two.refusal(forwardPetition, { caseId, unitCode: '97001', reason })
  assert.equal(again.code, 'petition.forwarded-before')
  await fixture.letters(person.phone, /đã chuyển đến Uỷ ban nhân dân xã Thử Hai/)
  const [own] = (await visitor.do(viewOwnPetitions)).items
  assert.deepEqual([own?.office, own?.forwarded?.reason], ['Uỷ ban nhân dân xã Thử Hai', reason])
  const waits = (await two.do(viewOverview)).queues.find(({ key }) => key === 'petitions')
  assert.ok((waits?.waiting ?? 0) >= 1)
})

test('nobody answers her own petition, nor does who has not the task; a stranger has none', async () => {
  const { person, visitor } = await settleCitizen(fixture)
  const { id: caseId } = await visitor.do(sendPetition, lamp)
  const herself = await settleOfficer(fixture, {
    tasks,
    officeCode: 'PT-1',
    personNumber: person.personalNumber,
  })
  assert.equal((await herself.refusal(viewPetition, { caseId })).code, 'petition.about-yourself')
  assert.equal((await herself.refusal(answerPetition, { caseId, answer })).code, 'petition.about-yourself')
  const other = await settleOfficer(fixture, { tasks: ['person.search'], officeCode: 'PT-1' })
  assert.equal((await other.refusal(answerPetition, { caseId, answer })).code, 'permit.refused')
  const neighbour = (await settleCitizen(fixture)).visitor
  for (const deed of [ratePetition, printPetitionAnswer]) {
    const input = { id: caseId, rating: 'satisfied' as const }
    assert.equal((await neighbour.refusal(deed as typeof ratePetition, input)).code, 'petition.no-such-case')
  }
  assert.equal((await fixture.visitor().refusal(sendPetition, lamp)).code, 'session.required')
})

test('what runs over is told once, with an apology', async () => {
  await officerOf('PT-1')
  const { person, visitor } = await settleCitizen(fixture)
  const { dueAt } = await visitor.do(sendPetition, lamp)
  const { transact, tools } = fixture.context
  const due = new Date(dueAt)
  assert.equal(await tellLateCases(transact, tools, petitionKind, due), 0)
  const late = new Date(due.getTime() + 1000)
  assert.ok((await tellLateCases(transact, tools, petitionKind, late)) > 0)
  assert.equal(await tellLateCases(transact, tools, petitionKind, late), 0)
  await fixture.letters(person.phone, /Xin lỗi, phản ánh .* đã quá hạn/)
})

test('whether an answer helped is said once, and stands with no petition', async () => {
  const officer = await officerOf('PT-1')
  const { visitor } = await settleCitizen(fixture)
  const { id } = await visitor.do(sendPetition, { ...lamp, topic: 'schools' })
  assert.equal((await visitor.refusal(ratePetition, { id, rating: 'partly' })).code, 'petition.not-answered')
  await officer.do(answerPetition, { caseId: id, answer })
  assert.equal((await visitor.do(ratePetition, { id, rating: 'unsatisfied' })).isRated, true)
  assert.equal(
    (await visitor.refusal(ratePetition, { id, rating: 'satisfied' })).code,
    'petition.rated-before',
  )
  const { rows } = await fixture.pool.query<{ all: string }>(
    `select (select string_agg(c::text, '|') from case_file c where id = $1) ||
       (select string_agg(h::text, '|') from case_history h where case_id = $1) as all`,
    [id],
  )
  assert.doesNotMatch(rows[0]?.all ?? 'satisfied', /satisfied/)
})

test('the public statistics show no number below five, and count late answers as late', async () => {
  const officer = await officerOf('PT-2')
  const { visitor } = await settleCitizen(fixture)
  const rowOf = async (province?: string) =>
    (
      await fixture.visitor().do(viewPetitionStatistics, province === undefined ? {} : { province })
    ).rows.find(({ topic }) => topic === 'environment')
  const noise = { ...lamp, topic: 'environment', unitCode: '97002' } as const
  const ids: string[] = []
  const send = async (): Promise<void> => void ids.push((await visitor.do(sendPetition, noise)).id)
  for (let sent = 1; sent <= 4; sent++) {
    await send()
  }
  assert.deepEqual([(await rowOf('97'))?.received, (await rowOf('97'))?.answered], [null, 0])
  await send()
  const [first = '', second = '', ...rest] = ids
  for (const caseId of [first, second, ...rest.slice(0, 2)]) {
    await officer.do(answerPetition, { caseId, answer })
  }
  const four = await rowOf('97')
  assert.deepEqual([four?.received, four?.answered, four?.inTime_percent], [5, null, null])
  await fixture.pool.query(`update case_file set due_at = opened_at - interval '1 day' where id = $1`, [
    rest[2],
  ])
  await officer.do(answerPetition, { caseId: rest[2] ?? '', answer })
  const five = await rowOf()
  assert.deepEqual([five?.received, five?.answered, five?.inTime_percent], [5, 5, 80])
  assert.equal(five?.satisfied_percent, null)
})

test('every commune of a province can be chosen by who has no account', async () => {
  const stranger = fixture.visitor()
  const { units } = await stranger.do(listUnits, {})
  assert.ok(units.some(({ name }) => name === 'Tỉnh Thử'))
  const communes = (await stranger.do(listUnits, { province: '97' })).units.map(({ name }) => name)
  assert.deepEqual(communes, ['Phường Thử Một', 'Xã Thử Hai'])
})

test('neither petition nor answer is readable in the database', async () => {
  const officer = await officerOf('PT-1')
  const { person, visitor } = await settleCitizen(fixture)
  const { id: caseId } = await visitor.do(sendPetition, lamp)
  await officer.do(answerPetition, { caseId, answer })
  const { rows } = await fixture.pool.query<{ text: string }>(
    'select case_file::text as text from case_file where id = $1',
    [caseId],
  )
  for (const secret of ['Đèn đường', 'bóng đèn', person.personalNumber, person.fullName]) {
    assert.ok(!(rows[0]?.text ?? secret).includes(secret), secret)
  }
})
