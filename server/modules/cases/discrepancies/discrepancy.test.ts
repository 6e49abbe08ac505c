// Cases of differing data with real Postgres: opened once, settled by two persons, the register corrected
// with its history; each refusal on the way.
import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { openFixture, type Fixture } from '../../../../testing/fixture.ts'
import { settleCitizen } from '../../../../testing/settle-citizen.ts'
import type { TestPerson } from '../../../../testing/test-person.ts'
import { settleOfficer } from '../../../../testing/officer.ts'
import { moveClock } from '../../../kernel/clock.ts'
import { viewAccessLog } from '../../platform/audit/access-log.ts'
import { viewOverview } from '../../../../testing/overview.ts'
import { standsIn } from '../../../../testing/stands-in.ts'
import { tellLateCases } from '../casework/late-cases.ts'
import { addOffice } from '../../registry/organisations/add-officer.ts'
import { CENTRAL_OFFICE } from '../../registry/organisations/mandate.ts'
import { findPerson } from '../../registry/population/find-person.ts'
import { personHistory } from '../../registry/population/person-history.ts'
import { discrepancyKind } from './discrepancy-case.ts'
import { openDiscrepancy } from './open-discrepancy.ts'
import { reportDiscrepancy, viewOwnDiscrepancies, withdrawDiscrepancy } from './own-discrepancies.ts'
import { confirmDiscrepancy, proposeDiscrepancy } from './settle-discrepancy.ts'
import {
  askDiscrepancy,
  listDiscrepancies,
  noteDiscrepancy,
  refuseDiscrepancy,
  viewDiscrepancy,
} from './work-discrepancy.ts'

let fixture: Fixture
/**
 * The whole file stands on one Friday morning in Vietnam: a case opened on today's real date would run over
 * among those that a test counts.
 */
const atTheDesk = (): void => moveClock(Date.parse('2026-11-27T03:00:00Z') - Date.now())
before(async () => {
  atTheDesk()
  fixture = await openFixture()
  await fixture.context.transact((work) => addOffice(work, { code: 'KH-02', name: 'Văn phòng khác' }))
})
beforeEach(atTheDesk)
after(() => fixture.stop())

const note = 'Đã xem giấy khai sinh gốc'
const registerOf = ({ personalNumber }: TestPerson) =>
  findPerson(fixture.context.tools.read, fixture.context.tools, personalNumber)

test('a report becomes a case that two officers settle: the register is corrected, its history kept, and the citizen sees it all', async () => {
  const [bao, thu, { person, visitor }] = [
    await settleOfficer(fixture),
    await settleOfficer(fixture),
    await settleCitizen(fixture),
  ]
  const own = await visitor.do(reportDiscrepancy, { field: 'fullName', value: 'Nguyễn  Thị Hạnh Dung' })
  await fixture.settle()
  await fixture.letters(person.phone, new RegExp(own.reference))
  assert.ok(
    (await bao.do(listDiscrepancies, {})).items.some(
      ({ id, sources }) => id === own.id && sources.join() === 'holder,register',
    ),
  )
  assert.ok(
    ((await bao.do(viewOverview)).queues.find(({ key }) => key === 'discrepancies')?.waiting ?? 0) >= 1,
  )
  const seen = await bao.do(viewDiscrepancy, { id: own.id })
  assert.deepEqual(seen.values, [
    { source: 'register', value: 'Nguyễn Thị Hạnh' },
    { source: 'holder', value: 'Nguyễn Thị Hạnh Dung' },
  ])
  await bao.do(noteDiscrepancy, { id: own.id, note })
  assert.equal((await bao.do(askDiscrepancy, { id: own.id, source: 'civil-status', note })).state, 'waiting')
  await bao.do(proposeDiscrepancy, {
    id: own.id,
    outcome: 'register-corrected',
    value: 'Nguyễn Thị Hạnh Dung',
    note,
  })
  assert.equal((await registerOf(person))?.fullName, 'Nguyễn Thị Hạnh', 'a proposal changes nothing')
  assert.equal(
    (await bao.refusal(confirmDiscrepancy, { id: own.id, verdict: 'confirm', note })).code,
    'discrepancy.same-eyes',
  )
  assert.equal((await thu.do(confirmDiscrepancy, { id: own.id, verdict: 'confirm', note })).state, 'settled')
  assert.equal((await registerOf(person))?.fullName, 'Nguyễn Thị Hạnh Dung')
  const [earlier] = await personHistory(
    fixture.context.tools.read,
    fixture.context.tools,
    person.personalNumber,
  )
  assert.deepEqual(
    [earlier?.before, earlier?.source],
    [{ full_name: 'Nguyễn Thị Hạnh' }, `discrepancy ${own.reference}`],
  )
  await fixture.settle()
  await fixture.letters(person.phone, /đã được sửa/)
  const mine = (await visitor.do(viewOwnDiscrepancies)).items.find(({ id }) => id === own.id)
  assert.deepEqual(
    [mine?.state, mine?.outcome, mine?.needsExchange, mine?.course.map(({ what }) => what)],
    ['settled', 'register-corrected', true, ['opened', 'noted', 'asked', 'proposed', 'settled']],
  )
  assert.ok(!JSON.stringify(mine).includes(note), "officers' notes stay theirs")
  const purposes = (await visitor.do(viewAccessLog, {})).items.map(({ purpose }) => purpose)
  for (const wanted of ['discrepancy-view', 'discrepancy-proposed', 'discrepancy-confirmed']) {
    assert.ok(purposes.includes(wanted), wanted)
  }
})

test('one difference is one case, until it ends', async () => {
  const { visitor } = await settleCitizen(fixture)
  const first = await visitor.do(reportDiscrepancy, { field: 'hometown', value: 'Xã Thử' })
  assert.equal((await visitor.do(reportDiscrepancy, { field: 'hometown', value: 'Xã Khác' })).id, first.id)
  assert.equal((await visitor.do(withdrawDiscrepancy, { id: first.id })).state, 'withdrawn')
  assert.notEqual((await visitor.do(reportDiscrepancy, { field: 'hometown', value: 'Xã Khác' })).id, first.id)
  assert.equal((await visitor.refusal(withdrawDiscrepancy, { id: first.id })).code, 'discrepancy.closed')
  assert.equal(
    (await (await settleCitizen(fixture)).visitor.refusal(withdrawDiscrepancy, { id: first.id })).code,
    'discrepancy.no-such-case',
  )
})

test('sealed fields are corrected too, and what stood there is kept sealed', async () => {
  const [bao, thu, { person, visitor }] = [
    await settleOfficer(fixture),
    await settleOfficer(fixture),
    await settleCitizen(fixture),
  ]
  const { id } = await visitor.do(reportDiscrepancy, { field: 'religion', value: 'Không' })
  await bao.do(proposeDiscrepancy, { id, outcome: 'register-corrected', value: 'Không', note })
  await thu.do(confirmDiscrepancy, { id, verdict: 'confirm', note })
  const entry = await registerOf(person)
  assert.deepEqual([entry?.private.religion, entry?.private.phone], ['Không', person.phone])
  const [earlier] = await personHistory(
    fixture.context.tools.read,
    fixture.context.tools,
    person.personalNumber,
  )
  assert.deepEqual([earlier?.before, earlier?.privateBefore?.religion], [{ private: 'sealed' }, null])
})

test('what a case may not do is refused, each with its reason', async () => {
  const [bao, thu, { person, visitor }] = [
    await settleOfficer(fixture),
    await settleOfficer(fixture),
    await settleCitizen(fixture),
  ]
  assert.equal(
    (await visitor.refusal(reportDiscrepancy, { field: 'birthDate', value: '1991-02-30' })).code,
    'discrepancy.bad-value',
  )
  const { id } = await visitor.do(reportDiscrepancy, { field: 'birthDate', value: '1991-04-13' })
  assert.equal(
    (await thu.refusal(confirmDiscrepancy, { id, verdict: 'confirm', note })).code,
    'discrepancy.not-proposed',
  )
  assert.equal(
    (await bao.refusal(proposeDiscrepancy, { id, outcome: 'register-corrected', value: '31/04/1991', note }))
      .code,
    'discrepancy.bad-value',
  )
  assert.equal(
    (await bao.refusal(proposeDiscrepancy, { id, outcome: 'register-corrected', note })).code,
    'discrepancy.bad-value',
  )
  assert.equal(
    (await (await settleOfficer(fixture, { tasks: ['level-2.take'] })).refusal(viewDiscrepancy, { id })).code,
    'permit.refused',
  )
  assert.equal(
    (await (await settleOfficer(fixture, { officeCode: 'KH-02' })).refusal(viewDiscrepancy, { id })).code,
    'discrepancy.no-such-case',
  )
  const herself = await settleOfficer(fixture, { personNumber: person.personalNumber })
  assert.equal(
    (await herself.refusal(proposeDiscrepancy, { id, outcome: 'agrees-now', note })).code,
    'discrepancy.about-yourself',
  )
  const other = await visitor.do(reportDiscrepancy, { field: 'relation', value: 'Con của bà Mẫu' })
  assert.equal(
    (await bao.refusal(proposeDiscrepancy, { id: other.id, outcome: 'register-corrected', value: 'x', note }))
      .code,
    'discrepancy.not-correctable',
  )
  await bao.do(proposeDiscrepancy, { id, outcome: 'register-corrected', value: '1991-04-13', note })
  assert.equal((await visitor.refusal(withdrawDiscrepancy, { id })).code, 'discrepancy.not-yours-to-withdraw')
  assert.equal(
    (await herself.refusal(confirmDiscrepancy, { id, verdict: 'confirm', note })).code,
    'discrepancy.about-yourself',
  )
  await fixture.pool.query('update person set version = version + 1 where personal_number = $1', [
    person.personalNumber,
  ])
  assert.equal(
    (await thu.refusal(confirmDiscrepancy, { id, verdict: 'confirm', note })).code,
    'discrepancy.register-moved',
  )
  assert.equal((await registerOf(person))?.birthDate, person.birthDate)
  assert.equal((await thu.do(confirmDiscrepancy, { id, verdict: 'send-back', note })).state, 'open')
  assert.equal((await bao.do(refuseDiscrepancy, { id, reason: 'register-is-right', note })).state, 'refused')
  assert.equal(
    (await bao.refusal(proposeDiscrepancy, { id, outcome: 'agrees-now', note })).code,
    'discrepancy.closed',
  )
  await fixture.settle()
  await fixture.letters(person.phone, /cơ sở dữ liệu đúng/)
})

test('due in two working days; what runs over is told once, with an apology, and still stands on the list', async () => {
  const [bao, { person, visitor }] = [await settleOfficer(fixture), await settleCitizen(fixture)]
  const own = await visitor.do(reportDiscrepancy, { field: 'sex', value: 'male' })
  assert.equal(own.dueAt, '2026-12-01T10:00:00.000Z')
  const { transact, tools } = fixture.context
  await tellLateCases(transact, tools, discrepancyKind, new Date('2026-12-01T10:00:00.000Z'))
  assert.ok(!(await visitor.do(viewOwnDiscrepancies)).items[0]?.course.some(({ what }) => what === 'overdue'))
  assert.ok((await tellLateCases(transact, tools, discrepancyKind, new Date('2026-12-01T10:00:01.000Z'))) > 0)
  assert.equal(await tellLateCases(transact, tools, discrepancyKind, new Date('2026-12-02T10:00:01.000Z')), 0)
  assert.deepEqual(
    (await visitor.do(viewOwnDiscrepancies)).items[0]?.course.map(({ what }) => what),
    ['opened', 'overdue'],
  )
  assert.ok((await bao.do(listDiscrepancies, {})).items.some(({ id }) => id === own.id))
  await fixture.settle()
  await fixture.letters(person.phone, /đã quá hạn/)
})

test("a card that is wrong and a register that is right ends with the card's exchange; nothing of the case is readable in the database", async () => {
  const [bao, thu, { person, visitor }] = [
    await settleOfficer(fixture),
    await settleOfficer(fixture),
    await settleCitizen(fixture),
  ]
  const {
    rows: [account],
  } = await fixture.pool.query<{ subject_id: string }>(
    'select subject_id from account where personal_number = $1',
    [person.personalNumber],
  )
  const row = await fixture.context.transact((work) =>
    openDiscrepancy(work, fixture.context.tools, {
      subjectId: account?.subject_id ?? '',
      personalNumber: person.personalNumber,
      field: 'hometown',
      officeId: CENTRAL_OFFICE.id,
      origin: 'counter',
      by: 'automatic',
      values: [
        { source: 'card', value: 'Xã Bí Mật' },
        { source: 'register', value: 'Xã Thật' },
      ],
    }),
  )
  const {
    rows: [raw],
  } = await fixture.pool.query<{ text: string }>(
    'select case_file::text as text from case_file where id = $1',
    [row.id],
  )
  for (const secret of [person.personalNumber, 'Bí Mật', 'Hạnh']) {
    assert.ok(!standsIn(raw?.text ?? '', secret), secret)
  }
  assert.equal(
    (await visitor.refusal(withdrawDiscrepancy, { id: row.id })).code,
    'discrepancy.not-yours-to-withdraw',
  )
  await bao.do(proposeDiscrepancy, { id: row.id, outcome: 'card-to-exchange', note })
  await thu.do(confirmDiscrepancy, { id: row.id, verdict: 'confirm', note })
  const [mine] = (await visitor.do(viewOwnDiscrepancies)).items
  assert.deepEqual([mine?.outcome, mine?.needsExchange], ['card-to-exchange', true])
  assert.deepEqual(
    await personHistory(fixture.context.tools.read, fixture.context.tools, person.personalNumber),
    [],
  )
})
