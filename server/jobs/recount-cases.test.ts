// A holiday that is announced while cases are open: by two persons, each open time is counted anew once, and
// whoever was told a day is told the new one.
import assert from 'node:assert/strict'
import { after, afterEach, before, test } from 'node:test'
import { openFixture, type Fixture } from '../../testing/fixture.ts'
import { settleCitizen } from '../../testing/settle-citizen.ts'
import type { Visitor } from '../../testing/visitor.ts'
import { settleOfficer } from '../../testing/officer.ts'
import { clockOffset_ms, moveClock, now } from '../kernel/clock.ts'
import { newId } from '../kernel/id.ts'
import { allModules } from '../modules/all.ts'
import { tellLateCases } from '../modules/cases/casework/late-cases.ts'
import {
  CalendarChangeNotTaken,
  confirmChange,
  dropChange,
  proposeChange,
  refreshCalendar,
} from '../modules/registry/territory/change-calendar.ts'
import { adoptCalendar, calendarRevision } from '../modules/registry/territory/working-calendar.ts'
import { addOffice } from '../modules/registry/organisations/add-officer.ts'
import { dossierKind } from '../modules/services/dossiers/dossier-case.ts'
import { fileService } from '../modules/services/dossiers/file-dossier.ts'
import { answerSupplement, viewOwnDossier } from '../modules/services/dossiers/own-dossiers.ts'
import {
  askSupplement,
  openOfficeDossier,
  receiveDossier,
} from '../modules/services/dossiers/work-dossier.ts'
import { sendPetition, viewOwnPetitions } from '../modules/services/petitions/own-petitions.ts'
import { findSubject } from '../modules/people/accounts/open-account.ts'
import { recountOpenCases } from './recount-cases.ts'

const clockAtFirst = clockOffset_ms()
let fixture: Fixture
before(async () => {
  fixture = await openFixture()
  await fixture.pool.query(
    `insert into territory_unit (code, valid_from, valid_until, kind, name, parent_code, successor_code,
       source)
     values ('97', '2025-07-01', null, 'province', 'Tỉnh Thử', null, null, 'test'),
       ('97001', '2025-07-01', null, 'ward', 'Phường Thử Một', '97', null, 'test')`,
  )
  await fixture.context.transact((work) =>
    addOffice(work, { code: 'PT-1', name: 'Phường Thử', unit: '97001' }),
  )
})
afterEach(async () => {
  moveClock(clockAtFirst)
  adoptCalendar([])
  await fixture.pool.query('delete from calendar_change')
  await fixture.pool.query('delete from proposed_calendar_change')
  await fixture.pool.query('update case_file set calendar_revision = 0')
  await fixture.pool.query('update case_queue set calendar_revision = 0')
})
after(() => fixture.stop())

/** By the clock of Vietnam. */
const isNow = (day: string, time: string): void =>
  moveClock(Date.parse(`${day}T${time}:00+07:00`) - Date.now())
const shown = (iso: string | null | undefined): string =>
  iso ? new Date(Date.parse(iso) + 7 * 3_600_000).toISOString().slice(0, 16) : 'none'

const why = { vi: 'nghỉ bù thử', en: 'a day in lieu' }
type Days = readonly (readonly [day: string, offices: 'closed' | 'open'])[]
const propose = (days: Days, by = 'Trần Thị An') =>
  fixture.context.transact((work) =>
    proposeChange(
      work,
      { source: 'Thông báo thử 1/TB-THU', days: days.map(([day, offices]) => ({ day, offices, why })) },
      by,
      now(),
    ),
  )
const confirm = (sha256: string, by = 'Lê Văn Bình') =>
  fixture.context.transact((work) => confirmChange(work, { sha256, by }, now()))
const announce = async (...days: Days): Promise<void> => {
  await confirm(await propose(days))
  await refreshCalendar(fixture.context.tools.read)
}
const kinds = allModules.flatMap((module) => module.cases)
const recount = (): Promise<boolean> => recountOpenCases(fixture.context, kinds)
const later = (seconds: number): void => moveClock(clockOffset_ms() + seconds * 1000)
const recountAll = async (): Promise<void> => {
  later(30)
  while (await recount()) {
    continue
  }
}

const settle = async () => {
  const settled = await settleCitizen(fixture)
  await fixture.pool.query('update account set level = 2 where personal_number = $1', [
    settled.person.personalNumber,
  ])
  return settled
}
const file = async (visitor: Visitor) =>
  visitor.do(fileService, {
    procedure: 'residence-confirmation',
    draft: newId(),
    version: 1,
    answers: { what: 'present', purpose: 'nộp cho trường học' },
  })
const petition = {
  topic: 'roads',
  unitCode: '97001',
  text: 'Đèn đường ở ngõ 15 hỏng đã hai tuần, buổi tối rất tối.',
} as const
const dueOf = async (visitor: Visitor, reference: string): Promise<string> =>
  shown((await visitor.do(viewOwnDossier, { reference })).dueAt)
const petitionDue = async (visitor: Visitor): Promise<string> =>
  shown((await visitor.do(viewOwnPetitions)).items[0]?.dueAt)
/** How many letters say to her that a day moved. */
const told = async (personalNumber: string): Promise<number> => {
  await fixture.settle()
  const { tools } = fixture.context
  const { rows } = await fixture.pool.query(
    `select count(*)::int as count from letter
     where template = 'case-due-moved' and channel = 'inbox' and subject_id = $1`,
    [await findSubject(tools.read, tools, personalNumber)],
  )
  return Number(rows[0]?.count)
}

test('a holiday moves what is open, in hours and in days, and tells each person once', async () => {
  isNow('2027-03-01', '16:00')
  const { person, visitor } = await settle()
  const { reference } = await file(visitor)
  await visitor.do(sendPetition, petition)
  assert.deepEqual(
    [await dueOf(visitor, reference), await petitionDue(visitor)],
    ['2027-03-02T10:30', '2027-03-15T17:00'],
  )
  await announce(['2027-03-02', 'closed'], ['2027-03-10', 'closed'])
  assert.equal(await recount(), false, 'some process may not know of it yet')
  await recountAll()
  assert.deepEqual(
    [await dueOf(visitor, reference), await petitionDue(visitor)],
    ['2027-03-03T10:30', '2027-03-17T17:00'],
  )
  assert.equal(await told(person.personalNumber), 2)
  const [text] = await fixture.letters(person.phone, new RegExp(`${reference} đổi sang 03/03/2027`))
  assert.ok(text)
  const { rows } = await fixture.pool.query('select settled_at from calendar_change')
  assert.equal(rows[0]?.settled_at === null, false)
  assert.equal(await recount(), false)
  await recountAll()
  assert.equal(await told(person.personalNumber), 2)
})

test('a Saturday that is worked brings a day nearer; a holiday taken back brings it back', async () => {
  isNow('2027-03-01', '09:00')
  const { person, visitor } = await settle()
  await visitor.do(sendPetition, petition)
  await announce(['2027-03-06', 'open'])
  await recountAll()
  assert.equal(await petitionDue(visitor), '2027-03-12T17:00')
  await announce(['2027-03-06', 'closed'])
  await recountAll()
  assert.equal(await petitionDue(visitor), '2027-03-15T17:00')
  assert.equal(await told(person.personalNumber), 2)
})

test('what an officer does before the count is done by the new calendar, and tells her once all the same', async () => {
  isNow('2027-03-01', '16:00')
  const officer = await settleOfficer(fixture, {
    tasks: ['dossier.receive', 'dossier.work', 'dossier.decide'],
  })
  const { person, visitor } = await settle()
  const { reference } = await file(visitor)
  await announce(['2027-03-02', 'closed'])
  await officer.do(receiveDossier, { reference, verdict: 'receive' })
  assert.equal(await dueOf(visitor, reference), '2027-03-03T10:30')
  await recountAll()
  assert.equal(await told(person.personalNumber), 1)
})

test('while an answer is awaited no day is promised; the clock goes on by the new calendar', async () => {
  isNow('2027-03-01', '15:00')
  const officer = await settleOfficer(fixture, {
    tasks: ['dossier.receive', 'dossier.work', 'dossier.decide'],
  })
  const { person, visitor } = await settle()
  const { reference } = await file(visitor)
  await officer.do(receiveDossier, { reference, verdict: 'receive' })
  await officer.do(askSupplement, {
    reference,
    items: [{ what: 'ghi rõ tên trường nhận giấy', answer: 'text' }],
  })
  await announce(['2027-03-02', 'closed'])
  await recountAll()
  assert.equal(await told(person.personalNumber), 0)
  const { supplement } = await visitor.do(viewOwnDossier, { reference })
  await visitor.do(answerSupplement, {
    reference,
    items: (supplement?.items ?? []).map(({ id }) => ({ id, text: 'Trường Thử' })),
  })
  assert.equal(await dueOf(visitor, reference), '2027-03-03T09:30')
  const { history } = await officer.do(openOfficeDossier, { reference })
  assert.equal(history.filter(({ what }) => what.en.startsWith('Counted anew')).length, 0)
})

test('what was late before a holiday stays late', async () => {
  isNow('2027-03-01', '09:00')
  const { person, visitor } = await settle()
  const { reference } = await file(visitor)
  isNow('2027-03-01', '16:30')
  assert.equal(await tellLateCases(fixture.context.transact, fixture.context.tools, dossierKind), 1)
  await announce(['2027-03-02', 'closed'])
  await recountAll()
  const { rows } = await fixture.pool.query('select due_at from case_file where reference = $1', [reference])
  assert.equal(shown((rows[0]?.due_at as Date | undefined)?.toISOString()), '2027-03-01T14:30')
  assert.equal(await told(person.personalNumber), 0)
})

test('a process that has not heard of it yet counts by the calendar before, and is put right', async () => {
  isNow('2027-03-01', '16:00')
  const { person, visitor } = await settle()
  await announce(['2027-03-02', 'closed'])
  adoptCalendar([])
  const { reference } = await file(visitor)
  assert.equal(await dueOf(visitor, reference), '2027-03-02T10:30')
  await recountAll()
  assert.deepEqual([await dueOf(visitor, reference), calendarRevision()], ['2027-03-03T10:30', 1])
  assert.equal(await told(person.personalNumber), 1)
})

test('one person alone changes no calendar, and nobody changes what is over', async () => {
  isNow('2027-03-01', '16:00')
  const is = (text: RegExp) => (error: unknown) =>
    error instanceof CalendarChangeNotTaken && text.test(error.message)
  const sha256 = await propose([['2027-03-02', 'closed']])
  await assert.rejects(propose([['2027-03-02', 'closed']]), is(/proposed already/))
  await assert.rejects(confirm(sha256, 'TRẦN  THỊ an'), is(/somebody else/))
  await assert.rejects(confirm('0'.repeat(64)), is(/Nobody has proposed/))
  await assert.rejects(propose([['2027-03-01', 'closed']]), is(/not to come/))
  isNow('2027-03-02', '00:30')
  await assert.rejects(confirm(sha256), is(/not to come/))
  await fixture.context.transact((work) => dropChange(work, sha256))
  await assert.rejects(
    fixture.context.transact((work) => dropChange(work, sha256)),
    is(/Nobody has proposed/),
  )
})

test('of two persons who confirm at once one does, and the calendar changes once', async () => {
  isNow('2027-03-01', '16:00')
  const sha256 = await propose([['2027-03-02', 'closed']])
  const both = await Promise.allSettled([confirm(sha256, 'Lê Văn Bình'), confirm(sha256, 'Phạm Thị Chi')])
  assert.deepEqual(both.map(({ status }) => status).sort(), ['fulfilled', 'rejected'])
  await refreshCalendar(fixture.context.tools.read)
  assert.equal(calendarRevision(), 1)
})
