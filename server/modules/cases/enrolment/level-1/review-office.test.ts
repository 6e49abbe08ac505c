// Where a doubtful application waits, and how many do: at the office near the applicant, counted to the last.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openFixture, type Fixture } from '../../../../../testing/fixture.ts'
import { applyFor } from '../../../../../testing/settle-citizen.ts'
import { newPerson } from '../../../../../testing/test-person.ts'
import type { Visitor } from '../../../../../testing/visitor.ts'
import { settleOfficer } from '../../../../../testing/officer.ts'
import { makeOlder, step } from '../../../../../testing/older-applications.ts'
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
  await makeOlder(fixture)
  await fixture.pool.query('delete from case_count where kind = $1', ['level-1'])
  await fixture.pool.query(
    `insert into enrolment (subject_id, id, reference, office_id, state, personal_number, language,
       sealed_declared, sealed_phone, submitted_at, due_at, proven_channel)
     select subject_id, gen_random_uuid(), 'QUEUE-' || n, office_id, state, personal_number, language,
       sealed_declared, sealed_phone, submitted_at, due_at, proven_channel
     from enrolment, generate_series(1, 3000) n where reference = $1`,
    [reference],
  )
  await fixture.pool.query(
    `insert into enrolment_reference select reference, subject_id, id, office_id from enrolment
     where reference like 'QUEUE-%';
     insert into enrolment_queue select office_id, due_at, reference, subject_id, id, submitted_at
     from enrolment where reference like 'QUEUE-%'`,
  )
  await step(fixture, '176-casework-level-1')
  await step(fixture, '180-casework-level-1')
  assert.equal(await waitingAt(bao), before + 3000)
  await bao.do(decideEnrolment, { reference, ...rest })
  assert.equal(await waitingAt(bao), before + 2999)
})
