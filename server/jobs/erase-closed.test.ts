// The erasing job at its edges: an account that is opened again, one that an older release has closed, an
// application that goes on, an event that nobody could read; and what each table loses when.
import assert from 'node:assert/strict'
import { after, afterEach, before, test } from 'node:test'
import { openFixture, type Fixture } from '../../testing/fixture.ts'
import { activateFor, applyFor, settleCitizen } from '../../testing/settle-citizen.ts'
import { newPerson, type TestPerson } from '../../testing/test-person.ts'
import { clockOffset_ms, moveClock, now } from '../kernel/clock.ts'
import { newId } from '../kernel/id.ts'
import { closeAccount } from '../modules/people/accounts/close-account.ts'
import { accountForUpdate, findSubject } from '../modules/people/accounts/open-account.ts'
import { viewMe } from '../modules/platform/home/view-me.ts'
import { allKeeps } from './all-keeps.ts'
import { eraseClosed } from './erase-closed.ts'

const clockAtFirst = clockOffset_ms()
let fixture: Fixture
before(async () => {
  fixture = await openFixture()
})
afterEach(() => moveClock(clockAtFirst))
after(() => fixture.stop())

const rows = async (sql: string, params: unknown[] = []): Promise<Record<string, unknown>[]> =>
  (await fixture.pool.query<Record<string, unknown>>(sql, params)).rows
const passed = (days: number): void => moveClock(clockOffset_ms() + days * 86_400_000)
const eraseAll = async (): Promise<void> => {
  await fixture.settle()
  while (await eraseClosed(fixture.context.transact, fixture.context.tools, allKeeps)) {
    continue
  }
}
const subjectOf = async ({ personalNumber }: TestPerson): Promise<string> =>
  (await findSubject(fixture.context.tools.read, fixture.context.tools, personalNumber)) ?? ''
const close = async (person: TestPerson): Promise<string> => {
  const subjectId = await subjectOf(person)
  const { transact, tools } = fixture.context
  await transact(async (work) => {
    const account = await accountForUpdate(work, subjectId)
    assert.ok(account)
    await closeAccount(work, tools, account)
  })
  await fixture.settle()
  return subjectId
}
const hasKey = async (subjectId: string): Promise<boolean> =>
  (await rows('select 1 from subject_key where subject_id = $1', [subjectId])).length === 1
const YEARS_11 = 11 * 366

test('somebody with nothing that law keeps long has no key any more after the letters and the log', async () => {
  const { person } = await settleCitizen(fixture)
  const subjectId = await close(person)
  assert.deepEqual(await rows('select personal_number from account where subject_id = $1', [subjectId]), [
    { personal_number: null },
  ])
  await eraseAll()
  assert.equal((await rows('select 1 from erasure where subject_id = $1', [subjectId])).length, 1)
  passed(3 * 366)
  await eraseAll()
  assert.deepEqual(await rows('select 1 from letter where subject_id = $1', [subjectId]), [])
  assert.ok(await hasKey(subjectId), 'the log is kept for five years')
  passed(3 * 366)
  await eraseAll()
  assert.equal(await hasKey(subjectId), false)
  assert.deepEqual(await rows('select 1 from erasure where subject_id = $1', [subjectId]), [])
  const before = await rows('select id from audit_line where subject_id = $1', [subjectId])
  passed(10)
  await eraseAll()
  assert.deepEqual(
    await rows('select id from audit_line where subject_id = $1', [subjectId]),
    before,
    'done once',
  )
})

test('whoever opens an account again keeps what is kept, under the key that she has', async () => {
  const { person } = await settleCitizen(fixture)
  const subjectId = await close(person)
  const inbox = () => rows(`select id from letter where subject_id = $1 and channel = 'inbox'`, [subjectId])
  const letters = (await inbox()).length
  passed(40)
  const visitor = fixture.visitor()
  assert.equal((await applyFor(fixture, visitor, person)).status.state, 'accepted')
  await activateFor(fixture, visitor, person)
  passed(YEARS_11)
  await eraseAll()
  assert.deepEqual(await rows('select 1 from erasure where subject_id = $1', [subjectId]), [])
  assert.ok(await hasKey(subjectId))
  assert.ok((await inbox()).length >= letters)
  assert.equal((await rows('select 1 from device where subject_id = $1', [subjectId])).length, 1)
  moveClock(clockAtFirst)
  assert.equal((await visitor.do(viewMe)).state, 'active')
})

test('an account that an older release closed loses its number and is looked after', async () => {
  const { person } = await settleCitizen(fixture)
  const subjectId = await close(person)
  await rows('delete from erasure where subject_id = $1', [subjectId])
  await rows('update account set personal_number = $2 where subject_id = $1', [
    subjectId,
    person.personalNumber,
  ])
  await eraseAll()
  const [account] = await rows('select personal_number, locked_at from account where subject_id = $1', [
    subjectId,
  ])
  const [erasure] = await rows('select closed_at from erasure where subject_id = $1', [subjectId])
  assert.equal(account?.['personal_number'], null)
  assert.deepEqual(erasure?.['closed_at'], account?.['locked_at'])
})

test('what a slow deed left behind after the closing goes at the first look', async () => {
  const { person } = await settleCitizen(fixture)
  const subjectId = await close(person)
  await rows("insert into password (subject_id, phc, set_at) values ($1, 'late', now())", [subjectId])
  passed(1)
  await eraseAll()
  assert.deepEqual(await rows('select 1 from password where subject_id = $1', [subjectId]), [])
})

test('while an application of hers goes on, or an event waits, her key stays', async () => {
  const [one, other] = [(await settleCitizen(fixture)).person, (await settleCitizen(fixture)).person]
  const applying = await close(one)
  const waiting = await close(other)
  passed(YEARS_11)
  const doubtful = fixture.visitor()
  const { status } = await applyFor(fixture, doubtful, one, { face: 'khoa' })
  assert.notEqual(status.state, 'accepted')
  await rows(
    "insert into outbox (subject_id, id, kind, data, due_at, kept_because) values ($1, $2, 'Unheard', '{}', $3, 'unknown')",
    [waiting, newId(), new Date(now().getTime() + 86_400_000 * 365)],
  )
  await eraseAll()
  passed(30)
  await eraseAll()
  assert.ok(await hasKey(applying), 'her application is sealed with it')
  assert.ok(await hasKey(waiting), 'the event may need it')
  await rows('delete from outbox where subject_id = $1', [waiting])
  passed(8)
  await eraseAll()
  assert.equal(await hasKey(waiting), false)
  assert.ok(await hasKey(applying))
})

test('more than a bite goes in several looks, and nobody else loses anything', async () => {
  const [gone, stays] = [(await settleCitizen(fixture)).person, (await settleCitizen(fixture)).person]
  const subjectId = await close(gone)
  const others = await subjectOf(stays)
  for (const whose of [subjectId, others]) {
    await rows(
      `insert into letter (subject_id, id, channel, kind, template, language, is_secret, state, attempts,
         next_attempt_at, expires_at, created_at)
       select $1, gen_random_uuid(), 'inbox', 'news', 'account-closed', 'vi', false, 'delivered', 0, $2, $2,
         $2 from generate_series(1, 2500)`,
      [whose, now()],
    )
  }
  passed(3 * 366)
  await eraseAll()
  assert.deepEqual(await rows('select 1 from letter where subject_id = $1', [subjectId]), [])
  assert.ok((await rows('select 1 from letter where subject_id = $1', [others])).length >= 2500)
})

test('one whose erasure fails holds up nobody else', async () => {
  const [broken, other] = [(await settleCitizen(fixture)).person, newPerson()]
  const subjectId = await close(broken)
  const fine = await close((await settleCitizen(fixture, other)).person)
  await rows(
    'create table holds_on (subject_id uuid, id uuid, foreign key (subject_id, id) references letter)',
  )
  await rows('insert into holds_on select subject_id, id from letter where subject_id = $1', [subjectId])
  passed(YEARS_11)
  await assert.rejects(eraseAll(), 'its fault is not hidden')
  assert.equal(await hasKey(fine), false)
  assert.ok(await hasKey(subjectId))
  await rows('drop table holds_on')
  await eraseAll()
  assert.equal(await hasKey(subjectId), false)
})
