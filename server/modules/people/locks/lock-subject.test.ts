// Locks on a real database: an account is locked while any ground stands, two at once are one, and what was
// opened before stays dead.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openFixture, type Fixture } from '../../../../testing/fixture.ts'
import { settleCitizen } from '../../../../testing/settle-citizen.ts'
import { newPerson } from '../../../../testing/test-person.ts'
import { now } from '../../../kernel/clock.ts'
import { Problem } from '../../../kernel/problem.ts'
import { findAccount, findSubject, openAccount, reserveSubject } from '../accounts/open-account.ts'
import { viewDevices } from '../../access/authentication/sessions/sessions.ts'
import {
  lockStateOf,
  lockSubject,
  lockWhatStands,
  unlockSubject,
  type LockDeed,
  type UnlockDeed,
} from './lock-subject.ts'

let fixture: Fixture
before(async () => {
  fixture = await openFixture()
})
after(() => fixture.stop())

const subjectOf = async (personalNumber: string): Promise<string> =>
  (await findSubject(fixture.context.tools.read, fixture.context.tools, personalNumber)) ?? assert.fail()
const lock = (deed: LockDeed) =>
  fixture.context.transact((work) => lockSubject(work, fixture.context.tools, deed))
const unlock = (deed: UnlockDeed) =>
  fixture.context.transact((work) => unlockSubject(work, fixture.context.tools, deed))
const stateOf = async (subjectId: string) => (await findAccount(fixture.context.tools.read, subjectId))?.state
const codeOf = async (deed: Promise<unknown>): Promise<string> =>
  deed.then(
    () => 'done',
    (error: unknown) => (error instanceof Problem ? error.code : String(error)),
  )
const facts = async (subjectId: string): Promise<string[]> =>
  (
    await fixture.pool.query<{ kind: string }>('select kind from outbox where subject_id = $1 order by id', [
      subjectId,
    ])
  ).rows.map(({ kind }) => kind)

test('while one ground stands it is locked; the last one lifted makes it usable; the app is shut at once', async () => {
  const { person, visitor } = await settleCitizen(fixture)
  const subjectId = await subjectOf(person.personalNumber)
  await fixture.settle()
  await lock({ subjectId, ground: 'holder-request', by: 'holder' })
  assert.equal((await visitor.refusal(viewDevices)).code, 'session.required')
  await lock({ subjectId, ground: 'body-request', by: 'body', bodyKey: 'a' })
  await lock({ subjectId, ground: 'body-request', by: 'body', bodyKey: 'b' })
  assert.deepEqual(await unlock({ subjectId, by: 'officer-second' }), {
    lifted: ['holder-request'],
    remaining: ['body-request', 'body-request'],
  })
  assert.equal(await stateOf(subjectId), 'locked')
  assert.deepEqual(await unlock({ subjectId, by: 'body', bodyKey: 'a' }), {
    lifted: ['body-request'],
    remaining: ['body-request'],
  })
  assert.equal(await codeOf(unlock({ subjectId, by: 'officer-second' })), 'lock.not-yours-to-lift')
  assert.equal(await stateOf(subjectId), 'locked')
  await unlock({ subjectId, by: 'body', bodyKey: 'b' })
  assert.equal(await stateOf(subjectId), 'active')
  assert.equal(await codeOf(unlock({ subjectId, by: 'register' })), 'lock.not-locked')
  assert.deepEqual(await facts(subjectId), [
    'AccountLocked',
    'AccountLocked',
    'AccountLocked',
    'LockLifted',
    'LockLifted',
    'AccountUnlocked',
  ])
  await fixture.letters(person.phone, /Một lý do khoá .* đã được gỡ, nhưng tài khoản vẫn khoá/)
})

test('an authority sets only what the law lets it set', async () => {
  const { person } = await settleCitizen(fixture)
  const subjectId = await subjectOf(person.personalNumber)
  for (const deed of [
    { ground: 'death', by: 'officer' },
    { ground: 'body-request', by: 'hotline', bodyKey: 'x' },
    { ground: 'holder-request', by: 'body' },
    { ground: 'body-request', by: 'body' },
  ] as const) {
    assert.equal(await codeOf(lock({ subjectId, ...deed })), 'lock.not-yours-to-set', JSON.stringify(deed))
  }
  assert.equal(await stateOf(subjectId), 'active')
})

test('twenty at once are one ground; lock and unlock at once leave state and grounds agreeing', async () => {
  const { person } = await settleCitizen(fixture)
  const subjectId = await subjectOf(person.personalNumber)
  const news = await Promise.all(
    Array.from({ length: 20 }, () => lock({ subjectId, ground: 'holder-request', by: 'relative' })),
  )
  assert.equal(news.filter(({ isNew }) => isNew).length, 1)
  await Promise.all([
    unlock({ subjectId, by: 'recovery' }),
    ...Array.from({ length: 8 }, (_, i) =>
      lock({ subjectId, ground: 'body-request', by: 'body', bodyKey: String(i % 3) }),
    ),
  ])
  const { isLocked, grounds } = await lockStateOf(fixture.context.tools.read, subjectId)
  assert.deepEqual([isLocked, grounds.length, await stateOf(subjectId)], [true, 3, 'locked'])
})

test('a ground that was set before there is an account locks the account when it is opened', async () => {
  const person = newPerson()
  const { personalNumber, phone, email } = person
  const { transact, tools } = fixture.context
  const subjectId = await transact((work) => reserveSubject(work, tools, personalNumber))
  await lock({ subjectId, ground: 'body-request', by: 'body', bodyKey: 'a' })
  await transact((work) =>
    openAccount(work, tools, {
      subjectId,
      personalNumber,
      level: 1,
      language: 'vi',
      phone,
      email,
      proof: { channel: 'sms', at: now() },
    }),
  )
  await transact((work) => lockWhatStands(work, subjectId))
  assert.equal(await stateOf(subjectId), 'locked')
  await unlock({ subjectId, by: 'body', bodyKey: 'a' })
  assert.equal(await stateOf(subjectId), 'issued', 'it is to be activated still')
})
