// A file of guests is read strictly: a line is whole or told with what is wrong, and the same file again
// changes nothing.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openFixture, type Fixture } from '../../../../testing/fixture.ts'
import { newPerson } from '../../../../testing/test-person.ts'
import { settlePlace } from '../../../../testing/stay-steps.ts'
import { addDays } from '../../../../formats/vietnam-day.ts'
import { now } from '../../../kernel/clock.ts'
import { dayInVietnam } from '../../../kernel/policy.ts'
import { changeStay } from './change-stay.ts'
import { GUEST_COLUMNS, readGuestFile } from './guest-file.ts'
import { reportStayFile } from './report-stays.ts'
import { listStays } from './view-desk.ts'

let fixture: Fixture
before(async () => {
  fixture = await openFixture({ matcher: 'none' })
})
after(() => fixture.stop())

const HEAD = GUEST_COLUMNS.join(',')
const today = dayInVietnam(now())
const numbers = Array.from({ length: 3 }, () => newPerson().personalNumber)
const [FIRST = '', SECOND = ''] = numbers
const line = (changes: Partial<Record<(typeof GUEST_COLUMNS)[number], string>> = {}): string => {
  const fields = {
    ho_ten: 'Trần Văn Dũng',
    ngay_sinh: '08/03/1985',
    so_dinh_danh: FIRST,
    ho_chieu: '',
    quoc_tich: '',
    phong: '305',
    den: today,
    di: addDays(today, 2),
    ly_do: 'du lịch',
    ...changes,
  }
  return GUEST_COLUMNS.map((column) => fields[column]).join(',')
}
const faultOf = (text: string) => {
  const [row] = readGuestFile(`${HEAD}\n${text}`) ?? []
  return typeof row?.read === 'string' ? row.read : 'read'
}

test('a line is read with days as they are written here or on the wire, and reasons in words or codes', () => {
  assert.equal(faultOf(line()), 'read')
  assert.equal(faultOf(line({ ngay_sinh: '1985-03-08', den: '26/11/2026 20:55', di: '28/11/2026' })), 'read')
  assert.equal(faultOf(line({ ly_do: 'Du lịch' })), 'read')
  assert.equal(faultOf(line({ ly_do: 'tourism' })), 'read')
  assert.equal(faultOf(line({ so_dinh_danh: '', ho_chieu: 'b1234567', quoc_tich: 'FRA' })), 'read')
  const [row] = readGuestFile(`${HEAD}\r\n${line({ den: '26/11/2026 20:55' })}\r\n`) ?? []
  assert.ok(row && typeof row.read !== 'string')
  assert.equal(row.read.stay.from, '2026-11-26T20:55')
})

test('each thing that is wrong is told by its own word, and no number is guessed', () => {
  const faults = {
    'a,b,c': 'columns',
    [`${line()},x`]: 'columns',
    [line({ ho_ten: '"Trần' })]: 'quotes',
    [line({ ho_ten: '' })]: 'name',
    [line({ ngay_sinh: '31/02/1985' })]: 'birth-date',
    [line({ so_dinh_danh: '95118500412' })]: 'number-length',
    [line({ so_dinh_danh: '95118500412O' })]: 'number',
    [line({ so_dinh_danh: '' })]: 'one-document',
    [line({ ho_chieu: 'B1234567', quoc_tich: 'FRA' })]: 'one-document',
    [line({ so_dinh_danh: '', ho_chieu: 'B1', quoc_tich: 'FRA' })]: 'passport',
    [line({ so_dinh_danh: '', ho_chieu: 'B1234567' })]: 'nationality',
    [line({ so_dinh_danh: '', ho_chieu: 'B1234567', quoc_tich: 'Pháp' })]: 'nationality',
    [line({ phong: 'x'.repeat(21) })]: 'room',
    [line({ den: '26/11' })]: 'from',
    [line({ den: '2026-11-26T24:00' })]: 'from',
    [line({ di: '' })]: 'to',
    [line({ ly_do: 'chơi' })]: 'reason',
  }
  for (const [text, fault] of Object.entries(faults)) {
    assert.equal(faultOf(text), fault, text)
  }
})

test('only a file with the columns of the sample is read: with commas, or with semicolons and no quotes', () => {
  const semicolons = `\uFEFF${HEAD}\n${line()}`.replaceAll(',', ';')
  assert.equal(readGuestFile(semicolons)?.length, 1)
  assert.equal(readGuestFile(semicolons)?.[0]?.line, 2)
  assert.equal(readGuestFile(`${HEAD}\n\n${line()}\n`)?.[0]?.line, 3, 'as an editor counts')
  assert.equal(readGuestFile(line()), null)
  assert.equal(readGuestFile(`${HEAD},x\n${line()}`), null)
  assert.equal(readGuestFile(''), null)
})

test('good lines are kept once, the others told; the same file again, also after a cancellation, changes nothing', async () => {
  const { desk } = await settlePlace(fixture)
  const text = [
    HEAD,
    line(),
    line({ so_dinh_danh: '95118500412' }),
    line({ so_dinh_danh: SECOND }),
    line({ di: addDays(today, 31) }),
    line(),
  ].join('\n')
  const rejected = [
    { line: 3, fault: 'number-length' },
    { line: 5, fault: 'stays.too-long' },
  ]
  assert.deepEqual(await desk.do(reportStayFile, { text }), { rows: 5, taken: 2, there: 1, rejected })
  assert.deepEqual(await desk.do(reportStayFile, { text }), { rows: 5, taken: 0, there: 3, rejected })
  const { items } = await desk.do(listStays, { show: 'all' })
  assert.deepEqual(
    items.map(({ way }) => way),
    ['file', 'file'],
  )
  const [one] = items
  await desk.do(changeStay, { id: one?.id, to: { change: 'cancel', why: 'did-not-come' } })
  const again = await desk.do(reportStayFile, { text })
  assert.deepEqual([again.taken, again.there], [0, one?.documentEnd === FIRST.slice(-4) ? 1 : 2])
  assert.ok(again.rejected.some(({ fault }) => fault === 'stays.cancelled-before'))
  assert.equal((await desk.do(listStays, { show: 'all' })).items.length, 2)
})

test('five hundred lines are taken, one more and a file of another form are refused whole', async () => {
  const { desk } = await settlePlace(fixture)
  const many = (count: number) =>
    [HEAD, ...Array.from({ length: count }, () => line({ so_dinh_danh: newPerson().personalNumber }))].join(
      '\n',
    )
  const { rows, taken } = await desk.do(reportStayFile, { text: many(500) })
  assert.deepEqual([rows, taken], [500, 500])
  const refused = async (text: string) => (await desk.refusal(reportStayFile, { text })).code
  assert.equal(await refused(many(501)), 'stays.file-too-long')
  assert.equal(await refused(line()), 'stays.file-unreadable')
})
