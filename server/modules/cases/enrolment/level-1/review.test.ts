// The officer's side of an application, in a house without a matcher: everything comes to her, and nothing is
// decided without her.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openFixture, type Fixture } from '../../../../../testing/fixture.ts'
import { applyFor, activateFor } from '../../../../../testing/settle-citizen.ts'
import { newPerson, type TestPerson } from '../../../../../testing/test-person.ts'
import type { Visitor } from '../../../../../testing/visitor.ts'
import { newId } from '../../../../kernel/id.ts'
import { viewAccessLog } from '../../../platform/audit/access-log.ts'
import { addOfficer, type NewOfficer } from '../../../registry/organisations/add-officer.ts'
import { enterByTicket } from '../../../registry/organisations/officer-sign-in.ts'
import { decideEnrolment, openApplication, viewQueue } from './review-enrolment.ts'
import { viewEnrolment } from './submit-enrolment.ts'

let fixture: Fixture
before(async () => {
  fixture = await openFixture({ matcher: 'none' })
  await fixture.pool.query(
    `insert into office (id, code, name, created_at) values ($1, 'KH-02', 'Văn phòng khác', now())`,
    [newId()],
  )
})
after(() => fixture.stop())

const officer = async (changes: Partial<NewOfficer> = {}): Promise<Visitor> => {
  const visitor = fixture.visitor()
  const { ticket, officerId } = await fixture.context.transact((work) =>
    addOfficer(work, fixture.context.tools, {
      number: `CB-${newId()}`,
      name: 'Trần Quốc Bảo',
      rank: 'Đại uý',
      tasks: ['enrolment.decide', 'enrolment.view'],
      ...changes,
    }),
  )
  await visitor.do(enterByTicket, { ticket })
  // She has made her passkey: a ticket alone gives no tasks.
  await fixture.pool.query(
    "insert into officer_passkey (credential_id, officer_id, public_key, counter, transports, created_at) values ($1, $2, '\\x00', 0, '{}', now())",
    [newId(), officerId],
  )
  return visitor
}
const applied = async (changes: Partial<TestPerson> = {}, isInRegister = true) => {
  const person = newPerson(changes)
  if (isInRegister) {
    await fixture.register(person)
  }
  const applicant = fixture.visitor()
  return { person, applicant, ...(await applyFor(fixture, applicant, person)) }
}
const queued = async (visitor: Visitor): Promise<string[]> => {
  const references: string[] = []
  for (let cursor: string | undefined; ;) {
    const page = await visitor.do(viewQueue, cursor ? { cursor } : {})
    references.push(...page.items.map((item) => item.reference))
    if (!page.next) {
      return references
    }
    cursor = page.next
  }
}

test('without a matcher nobody is accepted but by an officer, and the applicant hears until when', async () => {
  const { status, person, submit } = await applied()
  assert.equal(status.state, 'in-review')
  assert.ok(
    (await fixture.letters(person.phone, submit.reference)).some((m) =>
      m.text.includes('đang được cán bộ xem xét'),
    ),
  )
})

test('an officer sees what waits at her office, opens it beside the register, accepts it, and the citizen activates', async () => {
  const { person, applicant, submit } = await applied()
  const bao = await officer()
  assert.ok((await queued(bao)).includes(submit.reference))
  const opened = await bao.do(openApplication, { reference: submit.reference })
  assert.deepEqual(
    [opened.declared.personalNumber, opened.register?.fullName, opened.doubts],
    [person.personalNumber, person.fullName, ['no-automatic-matcher']],
  )
  assert.ok(
    opened.declared.portrait?.startsWith('data:image/jpeg;base64,') &&
      opened.register?.portrait?.startsWith('data:image/jpeg;base64,'),
  )
  assert.deepEqual(await bao.do(decideEnrolment, { reference: submit.reference, verdict: 'accept' }), {
    reference: submit.reference,
    state: 'accepted',
  })
  assert.ok(!(await queued(bao)).includes(submit.reference))
  await fixture.settle()
  assert.equal((await applicant.do(viewEnrolment)).state, 'accepted')
  await activateFor(fixture, applicant, person)
  const looks = (await applicant.do(viewAccessLog, {})).items
  const purposes = looks.map((look) => `${look.whoKind} ${look.purpose}`)
  assert.ok(
    purposes.includes('officer enrolment-review') &&
      purposes.includes('officer enrolment-decision') &&
      purposes.includes('automatic enrolment-check'),
    purposes.join(),
  )
  assert.ok(
    looks.every((look) => !look.who.includes('Bảo')),
    "an officer's name is nobody's business",
  )
})

test('a refusal needs a reason, and the applicant is told which', async () => {
  const { applicant, submit, person } = await applied()
  const bao = await officer()
  assert.equal(
    (await bao.refusal(decideEnrolment, { reference: submit.reference, verdict: 'refuse' })).code,
    'enrolment.reason-required',
  )
  await bao.do(decideEnrolment, {
    reference: submit.reference,
    verdict: 'refuse',
    reason: 'portrait-unusable',
    note: 'Ảnh mờ',
  })
  await fixture.letters(person.phone, /chưa được chấp nhận/)
  const status = await applicant.do(viewEnrolment)
  assert.deepEqual([status.state, status.reason], ['refused', 'portrait-unusable'])
  assert.ok(!JSON.stringify(status).includes('Ảnh mờ'))
})

test('what was decided stays decided, also when two officers decide at once', async () => {
  const { submit } = await applied()
  const [one, two] = [await officer(), await officer()]
  const decide = (visitor: Visitor, verdict: 'accept' | 'refuse') =>
    visitor.do(decideEnrolment, { reference: submit.reference, verdict, reason: 'suspected-fraud' }).then(
      ({ state }) => state,
      (error: { code: string }) => error.code,
    )
  const ends = await Promise.all([decide(one, 'accept'), decide(two, 'refuse')])
  assert.equal(ends.filter((end) => end === 'enrolment.already-decided').length, 1, ends.join())
  assert.equal(
    (await one.refusal(decideEnrolment, { reference: submit.reference, verdict: 'accept' })).code,
    'enrolment.already-decided',
  )
})

test("another office's application does not exist for an officer", async () => {
  const { submit } = await applied()
  const other = await officer({ officeCode: 'KH-02' })
  assert.deepEqual(await queued(other), [])
  assert.equal((await other.do(viewQueue, {})).waiting, 0)
  assert.equal(
    (await other.refusal(openApplication, { reference: submit.reference })).code,
    'enrolment.no-such-application',
  )
  assert.equal(
    (await other.refusal(decideEnrolment, { reference: submit.reference, verdict: 'accept' })).code,
    'enrolment.no-such-application',
  )
})

test("an officer without the task, a citizen and a stranger may neither look nor decide, and the officer's refusal is on record", async () => {
  const { submit, applicant } = await applied()
  const clerk = await officer({ tasks: ['enrolment.view'] })
  assert.equal((await clerk.refusal(openApplication, { reference: submit.reference })).code, 'permit.refused')
  assert.equal(
    (await clerk.refusal(decideEnrolment, { reference: submit.reference, verdict: 'accept' })).code,
    'permit.refused',
  )
  assert.equal((await clerk.refusal(viewQueue, {})).code, 'permit.refused')
  for (const visitor of [applicant, fixture.visitor()]) {
    assert.equal((await visitor.refusal(viewQueue, {})).code, 'session.required')
    assert.equal(
      (await visitor.refusal(decideEnrolment, { reference: submit.reference, verdict: 'accept' })).code,
      'session.required',
    )
  }
  const { rows } = await fixture.pool.query(
    `select 1 from audit_line where actor like 'officer:%' and outcome = 'permit.refused'`,
  )
  assert.equal(rows.length, 3)
})

test('an officer neither looks at nor decides her own application', async () => {
  const { person, submit } = await applied()
  const herself = await officer({ personNumber: person.personalNumber })
  assert.equal(
    (await herself.refusal(openApplication, { reference: submit.reference })).code,
    'level-2.about-yourself',
  )
  assert.equal(
    (await herself.refusal(decideEnrolment, { reference: submit.reference, verdict: 'accept' })).code,
    'level-2.about-yourself',
  )
  assert.equal(
    (await (await officer()).do(decideEnrolment, { reference: submit.reference, verdict: 'accept' })).state,
    'accepted',
  )
})

test('no officer can open an account for a number that the register does not have, for the dead, for a child, or without a valid card', async () => {
  const bao = await officer()
  const cases: [Partial<TestPerson>, boolean][] = [
    [{}, false],
    [{ lifeStatus: 'dead' }, true],
    [{ birthDate: '2017-05-09' }, true],
    [{ cardExpiresOn: '2025-09-30' }, true],
  ]
  for (const [changes, isInRegister] of cases) {
    const { submit } = await applied(changes, isInRegister)
    assert.equal(
      (await bao.refusal(decideEnrolment, { reference: submit.reference, verdict: 'accept' })).code,
      'enrolment.cannot-accept',
      JSON.stringify(changes),
    )
    await bao.do(decideEnrolment, {
      reference: submit.reference,
      verdict: 'refuse',
      reason: 'identity-not-confirmed',
    })
  }
})

test('a cursor that is none is a fault of the request, never an error of ours', async () => {
  const bao = await officer()
  for (const cursor of [
    '1|x',
    'x',
    '|',
    '2026-01-01',
    '2026-13-01T00:00:00Z|A',
    '0|',
    'infinity|',
    '+275760-09-13|',
    '2026-01-01T00:00:00.000Z|A|B',
  ]) {
    assert.equal((await bao.refusal(viewQueue, { cursor })).code, 'request.invalid', cursor)
  }
  await bao.do(viewQueue, { cursor: '2026-01-01T00:00:00.000Z|000-ABC' })
})

test('a long queue comes whole, page by page, those due first on top', async () => {
  const bao = await officer()
  const before = await queued(bao)
  await fixture.pool.query(
    `insert into case_file (subject_id, id, kind, reference, office_id, state, about_key, taken_by, opened_by,
       opened_at, received_at, changed_at, due_at, facts, sealed_content)
     select c.subject_id, gen_random_uuid(), c.kind, 'QUEUE-' || lpad(n::text, 4, '0'), c.office_id, c.state,
       c.about_key, '{}', c.opened_by, now(), now(), now(), date_trunc('hour', now()) + (n % 7) * interval
       '1 hour', c.facts, c.sealed_content
     from (select * from case_file where kind = 'level-1' and state = 'in-review' limit 1) c,
       generate_series(1, 120) n`,
  )
  await fixture.pool.query(
    `insert into case_queue (office_id, kind, stage, sort_at, id, subject_id, due_at)
     select office_id, kind, 'review', due_at, id, subject_id, due_at from case_file
     where reference like 'QUEUE-%'`,
  )
  const all = await queued(bao)
  assert.equal(new Set(all).size, before.length + 120)
  assert.equal(all.length, before.length + 120)
  const dues = (await bao.do(viewQueue, {})).items.map((item) => item.dueAt)
  assert.deepEqual(dues, [...dues].sort())
})

test('a ticket lets an officer in to make her passkey, and no further', async () => {
  const visitor = fixture.visitor()
  const { ticket } = await fixture.context.transact((work) =>
    addOfficer(work, fixture.context.tools, {
      number: `CB-${newId()}`,
      name: 'Trần Quốc Bảo',
      rank: 'Đại uý',
      tasks: ['enrolment.decide'],
    }),
  )
  await visitor.do(enterByTicket, { ticket })
  assert.equal((await visitor.refusal(viewQueue, {})).code, 'permit.refused')
})
