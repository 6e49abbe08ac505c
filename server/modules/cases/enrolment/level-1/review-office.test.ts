// Where a doubtful application waits, and how many do: at the office near the applicant, counted to the last.
import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { after, before, test } from 'node:test'
import {
  applyFor,
  newPerson,
  openFixture,
  type Fixture,
  type Visitor,
} from '../../../../../testing/fixture.ts'
import { settleOfficer } from '../../../../../testing/officer.ts'
import { viewOverview } from '../../../../../testing/overview.ts'
import { addOffice } from '../../../registry/organisations/add-officer.ts'
import { decideEnrolment, openApplication, viewQueue } from './review-enrolment.ts'

let fixture: Fixture
before(async () => {
  fixture = await openFixture()
})
after(() => fixture.stop())

const apply = async (unit: string | null): Promise<string> => {
  const person = newPerson()
  await fixture.register(person)
  await fixture.pool.query('update person set permanent_unit = $2 where personal_number = $1', [
    person.personalNumber,
    unit,
  ])
  const declared = { fullName: 'Lê Khác Tên' }
  return (await applyFor(fixture, fixture.visitor(), person, { declared })).submit.reference
}
/** As the list says it, and as the overview does. */
const waitingAt = async (officer: Visitor): Promise<number> => {
  const { waiting } = await officer.do(viewQueue, {})
  const figure = (await officer.do(viewOverview)).queues.find(({ key }) => key === 'level-1')
  assert.equal(figure?.waiting, waiting)
  return waiting
}
const rest = { verdict: 'refuse', reason: 'name-differs' } as const

test('an application waits at the office of her commune once somebody there decides, and nowhere else', async () => {
  const unit = '97101'
  await fixture.pool.query(
    `insert into territory_unit (code, valid_from, kind, name, parent_code, source)
     values ($1, '2025-07-01', 'commune', 'Xã Thử', '97', 'test')`,
    [unit],
  )
  await fixture.context.transact((work) => addOffice(work, { code: 'XA-01', name: 'Công an xã', unit }))
  const central = await settleOfficer(fixture)
  const early = await apply(unit)
  assert.equal((await central.do(openApplication, { reference: early })).reference, early)
  const near = await settleOfficer(fixture, { officeCode: 'XA-01', tasks: ['enrolment.decide'] })
  const reference = await apply(unit)
  assert.equal(await waitingAt(near), 1)
  assert.equal((await near.do(openApplication, { reference })).reference, reference)
  assert.equal((await central.refusal(openApplication, { reference })).code, 'enrolment.no-such-application')
  const elsewhere = await apply(null)
  assert.equal((await central.do(openApplication, { reference: elsewhere })).reference, elsewhere)
  await near.do(decideEnrolment, { reference, ...rest })
  assert.equal(await waitingAt(near), 0)
})

test('how many wait is true beyond any page, also for what an older Sen had waiting', async () => {
  const bao = await settleOfficer(fixture)
  const reference = await apply(null)
  const before = await waitingAt(bao)
  await fixture.pool.query('delete from case_count where kind = $1', ['level-1'])
  await fixture.pool.query(
    `insert into enrolment_queue (office_id, due_at, reference, subject_id, enrolment_id, submitted_at)
     select q.office_id, q.due_at, 'QUEUE-' || n, q.subject_id, q.enrolment_id, q.submitted_at
     from enrolment_queue q, generate_series(1, 3000) n where q.reference = $1`,
    [reference],
  )
  const migration = new URL('../../../../storage/migrations/176-casework-level-1.sql', import.meta.url)
  await fixture.pool.query(await readFile(migration, 'utf8'))
  assert.equal(await waitingAt(bao), before + 3000)
  await bao.do(decideEnrolment, { reference, ...rest })
  assert.equal(await waitingAt(bao), before + 2999)
})
