// Somebody who was in a case and never had an account is erased as well: when the last of her cases is kept
// no longer, and never while something of hers goes on or an account is there or on its way.
import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, afterEach, before, test } from 'node:test'
import { setTimeout } from 'node:timers/promises'
import { TEST_LINE_KEY } from '../../testing/database.ts'
import { openFixture, type Fixture } from '../../testing/fixture.ts'
import { activateFor, applyFor, settleCitizen } from '../../testing/settle-citizen.ts'
import { newPerson, type TestPerson } from '../../testing/test-person.ts'
import { settleOfficer } from '../../testing/officer.ts'
import { tk03For } from '../../testing/tk03.ts'
import { clockOffset_ms, moveClock, now } from '../kernel/clock.ts'
import { newId } from '../kernel/id.ts'
import { decideEnrolment } from '../modules/cases/enrolment/level-1/review-enrolment.ts'
import { decideLockRequest } from '../modules/cases/lock-requests/decide-lock-request.ts'
import { openLockRequest } from '../modules/cases/lock-requests/look-at-lock-request.ts'
import { forwardTk03, receiveTk03 } from '../modules/cases/lock-requests/receive-tk03.ts'
import {
  findSubject,
  openRepresentedAccount,
  reserveSubject,
} from '../modules/people/accounts/open-account.ts'
import { openCheckpointSigner } from '../modules/platform/audit/checkpoint.ts'
import { publishCheckpoints, sequenceLines } from '../modules/platform/audit/sequence-lines.ts'
import { verifyAudit } from '../modules/platform/audit/verify-audit.ts'
import { viewMe } from '../modules/platform/home/view-me.ts'
import { allKeeps } from './all-keeps.ts'
import { eraseClosed } from './erase-closed.ts'
import { eraseWithoutAccount } from './erase-without-account.ts'

const clockAtFirst = clockOffset_ms()
const DAY_MS = 86_400_000
let fixture: Fixture
before(async () => {
  fixture = await openFixture()
})
// The clock goes back for the next test, and the job comes to its cases anew.
afterEach(async () => {
  moveClock(clockAtFirst)
  await rows("update ended_case_cursor set ended_at = '-infinity'")
})
after(() => fixture.stop())

const rows = async (sql: string, params: unknown[] = []): Promise<Record<string, unknown>[]> =>
  (await fixture.pool.query<Record<string, unknown>>(sql, params)).rows
const goTo = (at: Date): void => moveClock(clockOffset_ms() + at.getTime() - now().getTime())
/** The whole house's clock is there: lines that the erasing leaves are of that day. */
const eraseOnce = (at: Date): Promise<boolean> => {
  goTo(at)
  return eraseWithoutAccount(fixture.context.transact, fixture.context.tools, allKeeps, at)
}
const eraseAll = async (at: Date): Promise<void> => {
  for (let runs = 0; await eraseOnce(at); runs++) {
    assert.ok(runs < 50, 'it comes to an end')
  }
}
const registered = async (): Promise<TestPerson> => {
  const person = newPerson()
  await fixture.register(person)
  return person
}
const subjectOf = async ({ personalNumber }: TestPerson): Promise<string> =>
  (await findSubject(fixture.context.tools.read, fixture.context.tools, personalNumber)) ?? assert.fail()
const hasKey = async (subjectId: string): Promise<boolean> =>
  (await rows('select 1 from subject_key where subject_id = $1', [subjectId])).length === 1
const casesOf = async (subjectId: string): Promise<number> =>
  (await rows('select 1 from case_file where subject_id = $1', [subjectId])).length
/** Ten years after the last of her cases, to the millisecond. */
const edgeOf = async (subjectId: string): Promise<Date> => {
  const [row] = await rows('select max(decided_at) as at from case_file where subject_id = $1', [subjectId])
  const edge = new Date((row as { at: Date }).at)
  edge.setUTCFullYear(edge.getUTCFullYear() + 10)
  return edge
}
const justBefore = (edge: Date): Date => new Date(edge.getTime() - 1)

/** A body wants her account locked, of which there is none; it is refused, or lies open. */
const lockAsked = async (person: TestPerson, isDecided = true): Promise<string> => {
  const [bao, thu] = [await settleOfficer(fixture), await settleOfficer(fixture)]
  const { reference } = await bao.do(receiveTk03, tk03For(person))
  await bao.do(forwardTk03, { reference })
  if (isDecided) {
    await thu.do(decideLockRequest, { reference, verdict: 'refuse', reason: 'không đủ căn cứ' })
  }
  await fixture.settle()
  return reference
}
const ended = async () => {
  const person = await registered()
  await lockAsked(person)
  const subjectId = await subjectOf(person)
  return { person, subjectId, edge: await edgeOf(subjectId) }
}
const standsThen = async (subjectId: string, at: Date, why: string): Promise<void> => {
  await eraseAll(at)
  assert.deepEqual([await hasKey(subjectId), (await casesOf(subjectId)) > 0], [true, true], why)
}
const goneThen = async (subjectId: string, at: Date): Promise<void> => {
  await eraseAll(at)
  assert.deepEqual([await hasKey(subjectId), await casesOf(subjectId)], [false, 0])
}

test('a refused application goes at the moment its ten years are over, with history, letters and key, and not a moment before; the log says so, once, and is whole', async () => {
  const person = await registered()
  const { status, submit } = await applyFor(fixture, fixture.visitor(), person, { face: 'man' })
  assert.equal(status.state, 'in-review')
  const { reference } = submit
  const refusal = { reference, verdict: 'refuse', reason: 'name-differs' } as const
  await (await settleOfficer(fixture)).do(decideEnrolment, refusal)
  await fixture.settle()
  const subjectId = await subjectOf(person)
  const holds = async () => {
    const found: string[] = []
    for (const { table, fate } of allKeeps) {
      const where = table === 'audit_line' ? "and salt is not null and use_case not like 'eras%'" : ''
      if (fate.is === 'kept' || fate.is === 'with' || fate.is === 'last') {
        const sql = `select 1 from ${table} where subject_id = $1 ${where}`
        found.push(...((await rows(sql, [subjectId])).length > 0 ? [table] : []))
      }
    }
    return found.sort()
  }
  const before = await holds()
  for (const table of ['audit_line', 'case_file', 'case_history', 'letter', 'subject_key']) {
    assert.ok(before.includes(table), table)
  }
  const edge = await edgeOf(subjectId)
  await eraseAll(justBefore(edge))
  assert.deepEqual(await holds(), before)
  await eraseAll(edge)
  assert.deepEqual(
    (await holds()).filter((table) => table !== 'audit_line'),
    [],
  )
  const lines = () =>
    rows('select purpose from audit_line where subject_id = $1 and salt is not null order by id', [subjectId])
  assert.deepEqual(
    (await lines()).map(({ purpose }) => purpose),
    ['erasure', 'key-destroyed'],
  )
  assert.equal(await eraseOnce(new Date(edge.getTime() + DAY_MS)), false)
  assert.equal((await lines()).length, 2, 'once')
  assert.deepEqual(await rows('select 1 from erasure_without_account where subject_id = $1', [subjectId]), [])

  const folder = await mkdtemp(join(tmpdir(), 'sen-erased-'))
  const signer = openCheckpointSigner(randomBytes(32))
  const checkpointsFile = join(folder, 'checkpoints.log')
  const sequencing = { signer, lineKey: TEST_LINE_KEY, checkpointsFile }
  await fixture.context.transact((work) => sequenceLines(work, sequencing))
  await fixture.context.transact((work) => publishCheckpoints(work, sequencing))
  const { faults } = await verifyAudit({
    pool: fixture.pool,
    checkpointsFile,
    publicKey: signer.verifierKey,
    lineKey: TEST_LINE_KEY,
    writersFolder: null,
  })
  assert.deepEqual(faults, [])
  await rm(folder, { recursive: true })
})

test('nothing is erased while another case of hers is open, or ended later: ten years count from the last', async () => {
  const { person, subjectId, edge } = await ended()
  moveClock(clockAtFirst + 400 * DAY_MS)
  const reference = await lockAsked(person, false)
  await standsThen(subjectId, edge, 'a case of hers is open')
  const later = await settleOfficer(fixture)
  await later.do(decideLockRequest, { reference, verdict: 'refuse', reason: 'không đủ căn cứ' })
  await fixture.settle()
  const second = await edgeOf(subjectId)
  assert.ok(second > new Date(edge.getTime() + 3000 * DAY_MS))
  await standsThen(subjectId, justBefore(second), 'the later one is kept')
  assert.equal(await casesOf(subjectId), 2)
  await goneThen(subjectId, second)
})

test('nothing is erased while she acts for somebody; a week after that has ended it is looked at again', async () => {
  const { subjectId, edge } = await ended()
  await rows(
    `insert into represents (subject_id, id, ward_id, kind, state, begun_at)
     values ($1, $2, $3, 'guardian', 'standing', $4)`,
    [subjectId, newId(), newId(), now()],
  )
  await standsThen(subjectId, edge, 'she acts for somebody')
  await rows("update represents set state = 'ended', ended_at = begun_at where subject_id = $1", [subjectId])
  await standsThen(subjectId, edge, 'its look is over')
  await goneThen(subjectId, new Date(edge.getTime() + 7 * DAY_MS))
})

test('whoever has an account, locked or closed, or closes one later, loses nothing by this', async () => {
  const held = await ended()
  const closed = await ended()
  for (const [{ person, subjectId }, state] of [
    [held, 'locked'],
    [closed, 'closed'],
  ] as const) {
    const account = { subjectId, personalNumber: person.personalNumber, level: 1, language: 'vi' } as const
    await fixture.context.transact((work) => openRepresentedAccount(work, fixture.context.tools, account))
    await rows('update account set state = $2 where subject_id = $1', [subjectId, state])
  }
  await standsThen(held.subjectId, closed.edge, 'she has an account')
  await standsThen(closed.subjectId, closed.edge, 'she had one')
})

test('whose account was closed and wholly erased is a person without one: what came later goes as well, and not before', async () => {
  const { person, subjectId, edge } = await ended()
  const account = { subjectId, personalNumber: person.personalNumber, level: 1, language: 'vi' } as const
  await fixture.context.transact((work) => openRepresentedAccount(work, fixture.context.tools, account))
  await rows("update account set state = 'closed', personal_number = null where subject_id = $1", [subjectId])
  await rows(
    "insert into erasure (subject_id, number_digest, closed_at, look_at) values ($1, '', now(), 'infinity')",
    [subjectId],
  )
  await standsThen(subjectId, edge, 'it is still being erased')
  await rows('delete from erasure where subject_id = $1', [subjectId])
  await rows("update ended_case_cursor set ended_at = '-infinity'")
  await standsThen(subjectId, justBefore(edge), 'her ten years are not over')
  await goneThen(subjectId, edge)
})

test('an account that is opened in the very moment of the erasure wins', async () => {
  const { person, subjectId, edge } = await ended()
  const { context } = fixture
  let erasing: Promise<void> | undefined
  await context.transact(async (work) => {
    const { personalNumber } = person
    assert.equal(await reserveSubject(work, context.tools, personalNumber), subjectId)
    erasing = eraseAll(edge)
    for (let looks = 0; ; looks++) {
      const waiting = await rows(
        `select 1 from pg_stat_activity where wait_event_type = 'Lock' and query like '%identifier%'
           and datname = current_database()`,
      )
      if (waiting.length > 0) {
        break
      }
      assert.ok(looks < 500 && (await hasKey(subjectId)), 'it does not wait for whoever opens her account')
      await setTimeout(10)
    }
    await openRepresentedAccount(work, context.tools, { subjectId, personalNumber, level: 1, language: 'vi' })
  })
  await erasing
  assert.deepEqual([await hasKey(subjectId), await casesOf(subjectId)], [true, 1])
})

test('her number is registered anew afterwards, and a new case of hers is read as any', async () => {
  const { person, subjectId, edge } = await ended()
  await goneThen(subjectId, edge)
  // A process forgets a key within a minute.
  moveClock(clockAtFirst + 120_000)
  const reference = await lockAsked(person, false)
  assert.equal((await (await settleOfficer(fixture)).do(openLockRequest, { reference })).reference, reference)
  const visitor = fixture.visitor()
  assert.equal((await applyFor(fixture, visitor, person)).status.state, 'accepted')
  await activateFor(fixture, visitor, person)
  assert.equal((await visitor.do(viewMe)).state, 'active')
  await eraseAll(edge)
  assert.ok(await hasKey(await subjectOf(person)))
})

test('a run looks at a page of ended cases and goes on where it stopped; a release that runs beside takes none of hers up', async () => {
  const { subjectId: other } = await ended()
  const { person } = await settleCitizen(fixture)
  const { subjectId, edge } = await ended()
  const cursor = async () => (await rows('select ended_at, id from ended_case_cursor'))[0]
  await rows(
    `insert into case_file (subject_id, id, kind, reference, office_id, state, about_key, taken_by, opened_by,
       opened_at, received_at, changed_at, decided_at, facts, sealed_content)
     select $1, gen_random_uuid(), kind, gen_random_uuid()::text, office_id, state, about_key, taken_by,
       opened_by, opened_at, received_at, changed_at, decided_at - interval '1 second' * n, facts,
       sealed_content
     from case_file, generate_series(1, 1100) as n where subject_id = $2`,
    [await subjectOf(person), other],
  )
  const from = await cursor()
  await rows(
    'create table holds_on (subject_id uuid, id uuid, foreign key (subject_id, id) references case_file)',
  )
  await rows('insert into holds_on select subject_id, id from case_file where subject_id = $1', [other])
  assert.equal(await eraseOnce(edge), true)
  assert.ok(await hasKey(subjectId), 'a page is not all of them')
  const then = await cursor()
  assert.notDeepEqual(then, from)
  await assert.rejects(eraseAll(edge), 'a fault is not hidden')
  await assert.rejects(eraseAll(edge))
  assert.equal(await hasKey(subjectId), false, 'one whose erasure fails holds up nobody else')
  await eraseClosed(fixture.context.transact, fixture.context.tools, allKeeps, edge)
  await rows('drop table holds_on')
  await goneThen(other, edge)
})
