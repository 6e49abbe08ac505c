// A report of a crime reaches the police of the place, under a name or without one; the name is shut away,
// the clock of the law runs, both sides write, and a ticket or a code that is not good opens nothing.
import assert from 'node:assert/strict'
import { after, afterEach, before, test } from 'node:test'
import sharp from 'sharp'
import { openFixture, type Fixture } from '../../../../testing/fixture.ts'
import { settleCitizen } from '../../../../testing/settle-citizen.ts'
import type { Visitor } from '../../../../testing/visitor.ts'
import { settleOfficer } from '../../../../testing/officer.ts'
import { viewOverview } from '../../../../testing/overview.ts'
import {
  addPolice,
  newReceiptCode,
  sendWithTicket,
  strangerWithTickets,
  theft,
} from '../../../../testing/crime-report-steps.ts'
import { clockOffset_ms, moveClock, now } from '../../../kernel/clock.ts'
import { dayInVietnam } from '../../../kernel/policy.ts'
import { viewAccessLog } from '../../platform/audit/access-log.ts'
import { dayOfReceipt } from '../../registry/territory/working-calendar.ts'
import { answerByReceipt, readByReceipt } from './by-receipt.ts'
import { tellLateReports } from './late-reports.ts'
import { answerAsOwner, sendNamedReport, viewOwnReports } from './own-reports.ts'
import { lastDay } from './rules.ts'
import { sendAnonymousReport } from './send-anonymous.ts'
import {
  askReporter,
  extendReport,
  forwardReport,
  listCrimeReports,
  revealReporter,
  settleReport,
  viewCrimePicture,
  viewCrimeReport,
} from './work-report.ts'

const DAY_MS = 86_400_000
const clockAtFirst = clockOffset_ms()
let fixture: Fixture
before(async () => {
  fixture = await openFixture()
  await addPolice(fixture)
})
afterEach(() => moveClock(clockAtFirst))
after(() => fixture.stop())

const tasks = ['crime-report.work'] as const
const policeOf = (officeCode: string, more: Parameters<typeof settleOfficer>[1] = {}): Promise<Visitor> =>
  settleOfficer(fixture, { tasks, officeCode, ...more })
const { text } = theft
const named = { ...theft, isNameShown: false }

const sendAnonymously = (changes: object = {}) => sendWithTicket(fixture, { ...theft, ...changes })
const idOf = async (officer: Visitor, reference: string): Promise<string> => {
  const { items } = await officer.do(listCrimeReports, {})
  return items.find((item) => item.reference === reference)?.id ?? ''
}

test('without a name it reaches the police of the place, who ask; whoever holds the receipt answers', async () => {
  const [here, elsewhere] = [await policeOf('CA-1'), await policeOf('CA-2')]
  const { receiptCode, reference, dueOn } = await sendAnonymously()
  const id = await idOf(here, reference)
  const seen = await here.do(viewCrimeReport, { id })
  assert.deepEqual(
    [seen.by, seen.name, seen.text, seen.office, seen.place],
    ['anonymous', null, text, 'Công an phường Thử Một', 'Phường Thử Một'],
  )
  assert.equal(dueOn, dayOfReceipt(lastDay(dayInVietnam(now()), false)))
  assert.equal((await elsewhere.refusal(viewCrimeReport, { id })).code, 'crime-report.no-such-report')
  await here.do(askReporter, { id, text: 'Biển số xe của ba người đó là gì?' })
  // Another browser, without any account.
  const other = fixture.visitor()
  const read = await other.do(readByReceipt, { receiptCode })
  assert.deepEqual([read.isAsked, read.messages.map(({ from }) => from)], [true, ['office']])
  await other.do(answerByReceipt, { receiptCode, text: 'Xe màu đỏ, biển 29.' })
  const again = await other.do(answerByReceipt, { receiptCode, text: 'Xe màu đỏ, biển 29.' })
  assert.equal(again.messages.length, 2, 'the same words again are an answer that was lost')
  const item = (await here.do(listCrimeReports, {})).items.find((one) => one.id === id)
  assert.equal(item?.isAnswered, true)
  const outcome = { id, outcome: 'prosecuted', reason: 'Đã khởi tố vụ án trộm cắp tài sản.' } as const
  await here.do(settleReport, outcome)
  assert.equal((await here.refusal(settleReport, outcome)).code, 'crime-report.closed')
  const settled = (await other.do(readByReceipt, { receiptCode })).settled
  assert.deepEqual([settled?.outcome, settled?.reason], ['prosecuted', outcome.reason])
  const late = { receiptCode, text: 'Còn một điều nữa.' }
  assert.equal((await other.refusal(answerByReceipt, late)).code, 'crime-report.closed')
  assert.equal(await idOf(here, reference), '', 'it waits no more')
})

test('under her name the officer reads no name unless she allowed it; she reads who looked', async () => {
  const officer = await policeOf('CA-1')
  const { person, visitor } = await settleCitizen(fixture)
  const { id, reference } = await visitor.do(sendNamedReport, named)
  const hidden = await officer.do(viewCrimeReport, { id })
  assert.deepEqual([hidden.by, hidden.name], ['named', null])
  assert.ok(!JSON.stringify(hidden).includes(person.personalNumber))
  const { id: open } = await visitor.do(sendNamedReport, { ...named, isNameShown: true })
  assert.equal((await officer.do(viewCrimeReport, { id: open })).name, person.fullName)
  await officer.do(askReporter, { id, text: 'Mời bạn cho biết thêm màu xe.' })
  await fixture.letters(person.phone, `${reference} có tin mới`)
  const answered = await visitor.do(answerAsOwner, { id, text: 'Xe màu đỏ.' })
  assert.deepEqual(
    answered.messages.map(({ from }) => from),
    ['office', 'reporter'],
  )
  const purposes = (await visitor.do(viewAccessLog)).items.map(({ purpose }) => purpose)
  assert.deepEqual(
    purposes.filter((purpose) => purpose.startsWith('crime')),
    [
      'crime-report-said',
      'crime-report-asked',
      'crime-report-view',
      'crime-report-sent',
      'crime-report-view',
      'crime-report-sent',
    ],
  )
})

test('who sent it is told to a task of its own only, for a purpose that she reads', async () => {
  const officer = await policeOf('CA-1')
  const head = await policeOf('CA-1', { tasks: ['crime-report.name'] })
  const { person, visitor } = await settleCitizen(fixture)
  const { id } = await visitor.do(sendNamedReport, named)
  const asked = { id, purpose: 'protect' } as const
  assert.equal((await officer.refusal(revealReporter, asked)).code, 'permit.refused')
  const told = await head.do(revealReporter, asked)
  assert.deepEqual(told, {
    personalNumber: person.personalNumber,
    name: person.fullName,
    phone: person.phone,
  })
  const [line] = (await visitor.do(viewAccessLog)).items
  assert.equal(line?.purpose, 'crime-report-name-protect')
  const { reference } = await sendAnonymously()
  const nobody = { id: await idOf(officer, reference), purpose: 'protect' } as const
  assert.equal((await head.refusal(revealReporter, nobody)).code, 'crime-report.is-anonymous')
})

test('letters say nothing of a crime, whoever looks over her shoulder', async () => {
  const officer = await policeOf('CA-1')
  const { person, visitor } = await settleCitizen(fixture)
  const { id } = await visitor.do(sendNamedReport, named)
  await officer.do(askReporter, { id, text: 'Mời bạn cho biết thêm màu xe.' })
  for (const { text: said } of await fixture.letters(person.phone, /có tin mới/)) {
    assert.doesNotMatch(said, /tội|tố giác|công an|113|xe máy/i)
  }
})

test('nobody works on her own named report, and no neighbour reads it', async () => {
  const { person, visitor } = await settleCitizen(fixture)
  const { id } = await visitor.do(sendNamedReport, named)
  const herself = await policeOf('CA-1', { personNumber: person.personalNumber })
  assert.equal((await herself.refusal(viewCrimeReport, { id })).code, 'crime-report.about-yourself')
  const neighbour = (await settleCitizen(fixture)).visitor
  const { code } = await neighbour.refusal(answerAsOwner, { id, text: 'Tôi cũng thấy.' })
  assert.equal(code, 'crime-report.no-such-report')
  assert.deepEqual((await neighbour.do(viewOwnReports)).items, [])
  assert.equal((await fixture.visitor().refusal(sendNamedReport, named)).code, 'session.required')
  const other = await settleOfficer(fixture, { tasks: ['petition.answer'], officeCode: 'CA-1' })
  assert.equal((await other.refusal(viewCrimeReport, { id })).code, 'permit.refused')
})

test('it is forwarded once, extended once, and what runs over is told once with an apology', async () => {
  const [here, there] = [await policeOf('CA-1'), await policeOf('CA-2')]
  const { person, visitor } = await settleCitizen(fixture)
  const { id, receivedOn, dueOn } = await visitor.do(sendNamedReport, named)
  const reason = 'Việc xảy ra ở địa bàn xã Thử Hai.'
  const own = await here.refusal(forwardReport, { id, unitCode: '97001', reason })
  assert.equal(own.code, 'crime-report.same-office')
  const strange = await here.refusal(forwardReport, { id, unitCode: '99999', reason })
  assert.equal(strange.code, 'crime-report.no-such-place')
  const { office } = await here.do(forwardReport, { id, unitCode: '97002', reason })
  assert.equal(office, 'Công an xã Thử Hai')
  const back = await there.refusal(forwardReport, { id, unitCode: '97001', reason })
  assert.equal(back.code, 'crime-report.forwarded-before')
  assert.equal((await there.do(viewCrimeReport, { id })).dueOn, dueOn)
  const { transact, tools } = fixture.context
  const soon = new Date(`${dueOn}T20:00:00+07:00`)
  await tellLateReports(transact, tools, soon)
  const longer = await there.do(extendReport, { id, reason: 'Có nhiều tình tiết phải kiểm tra, xác minh.' })
  assert.equal(longer.dueOn, dayOfReceipt(lastDay(receivedOn, true)))
  assert.ok(longer.dueOn > dueOn)
  const more = await there.refusal(extendReport, {
    id,
    reason: 'Có nhiều tình tiết phải kiểm tra, xác minh.',
  })
  assert.equal(more.code, 'crime-report.extended-before')
  const late = new Date(Date.parse(`${longer.dueOn}T12:00:00+07:00`) + DAY_MS)
  assert.ok((await tellLateReports(transact, tools, late)) > 0)
  assert.equal(await tellLateReports(transact, tools, late), 0)
  await fixture.letters(person.phone, /Xin lỗi, SEN-.* đã quá hạn/)
  const { receiptCode, visitor: holder } = await sendAnonymously()
  moveClock(clockAtFirst + late.getTime() - now().getTime())
  assert.equal((await holder.do(readByReceipt, { receiptCode })).isOverdue, true)
})

test('the days of the law: 20 from the receipt, two months at most, and no closed day is the last', () => {
  assert.equal(lastDay('2026-12-01', false), '2026-12-21')
  assert.equal(lastDay('2026-12-31', true), '2027-02-28')
  assert.equal(lastDay('2026-11-30', true), '2027-01-30')
})

test('where only the province is known, the police of the province has it; the overview counts', async () => {
  const province = await policeOf('CA-97')
  const { visitor } = await settleCitizen(fixture)
  const { office } = await visitor.do(sendNamedReport, { ...named, unitCode: '97' })
  assert.equal(office, 'Công an tỉnh Thử')
  const queue = (await province.do(viewOverview)).queues.find(({ key }) => key === 'crime-reports')
  assert.equal(queue?.waiting, 1)
  const gone = await visitor.refusal(sendNamedReport, { ...named, unitCode: '98' })
  assert.equal(gone.code, 'crime-report.no-such-place')
})

test('of a picture nothing stays but its pixels', async () => {
  const officer = await policeOf('CA-1')
  const picture = await sharp({ create: { width: 1000, height: 700, channels: 3, background: '#888' } })
    .withExif({ IFD0: { Make: 'CanaryPhone' }, IFD3: { GPSLatitude: '21/1 1/1 1/1' } })
    .jpeg()
    .toBuffer()
  assert.ok(picture.includes('CanaryPhone'))
  const { reference } = await sendAnonymously({ pictures: [picture.toString('base64')] })
  const id = await idOf(officer, reference)
  const { picture: url } = await officer.do(viewCrimePicture, { id, no: 1 })
  const jpeg = Buffer.from(url.slice(url.indexOf(',') + 1), 'base64')
  assert.ok(!jpeg.includes('CanaryPhone') && !jpeg.includes('Exif'))
  assert.equal((await officer.refusal(viewCrimePicture, { id, no: 2 })).code, 'crime-report.no-such-report')
  const { visitor, tickets } = await strangerWithTickets(fixture)
  const garbage = { ...theft, ticket: tickets[0], receiptCode: newReceiptCode(), pictures: ['AAAA'] }
  assert.equal((await visitor.refusal(sendAnonymousReport, garbage)).code, 'evidence.page-unreadable')
  await visitor.do(sendAnonymousReport, { ...garbage, pictures: [] })
})

test('neither what was reported nor who did it is readable in the database', async () => {
  const { person, visitor } = await settleCitizen(fixture)
  const { id } = await visitor.do(sendNamedReport, named)
  const { rows } = await fixture.pool.query<{ all: string }>(
    `select (select r::text from crime_report r where id = $1) ||
       (select r::text from crime_report_reporter r where report_id = $1) as all`,
    [id],
  )
  for (const secret of ['ngõ 15', person.personalNumber, person.fullName]) {
    assert.ok(!(rows[0]?.all ?? secret).includes(secret), secret)
  }
})

test('an office with two thousand reports is told that two thousand wait, and how many are late', async () => {
  const officer = await policeOf('CA-2')
  const figures = async () => {
    const { queues } = await officer.do(viewOverview)
    return queues.find(({ key }) => key === 'crime-reports') ?? assert.fail()
  }
  const before = await figures()
  const { rows } = await fixture.pool.query<{ id: string }>("select id from office where code = 'CA-2'")
  await fixture.pool.query(
    `insert into crime_report_queue (office_id, due_on, id)
     select $1, case when n <= 70 then date '2026-01-05' else date '2099-01-05' + n % 9 end, gen_random_uuid()
     from generate_series(1, 2000) n`,
    [rows[0]?.id],
  )
  const after = await figures()
  assert.deepEqual([after.waiting - before.waiting, after.overdue - before.overdue], [2000, 70])
  await fixture.pool.query('delete from crime_report_queue where office_id = $1', [rows[0]?.id])
})
