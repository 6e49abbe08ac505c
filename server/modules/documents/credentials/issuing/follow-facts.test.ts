// What was issued follows what happens: to the account, its devices, the register, the law's locks.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import {
  fetchCards,
  openIssuerFixture,
  openWay,
  settleHolder,
  type Holder,
  type IssuerFixture,
} from '../../../../../testing/issuer-fixture.ts'
import { openSdJwt } from '../../../../../testing/wallet.ts'
import { clockOffset_ms, moveClock, now } from '../../../../kernel/clock.ts'
import { viewDevices, removeDevice } from '../../../access/authentication/sessions/sessions.ts'
import { dayInVietnam } from '../../../../kernel/policy.ts'
import { WardTakenOver } from '../../../cases/representation/events.ts'
import { closeAccount } from '../../../people/accounts/close-account.ts'
import { unbindEveryDevice } from '../../../people/accounts/device.ts'
import { accountForUpdate } from '../../../people/accounts/open-account.ts'
import { lockSubject, unlockSubject } from '../../../people/locks/lock-subject.ts'
import { lookAtRegister } from '../../../people/locks/follow-register.ts'
import { publishedKeys } from '../signing/document-signer.ts'
import { followWatched } from './follow-facts.ts'

const meanings = ['valid', 'invalid', 'suspended'] as const

let fixture: IssuerFixture
const clockAtFirst = clockOffset_ms()
before(async () => {
  fixture = await openIssuerFixture()
})
// Forward only: a list that was built later than now is nobody's.
after(async () => {
  moveClock(clockAtFirst)
  await fixture.stop()
})

/** By a verifier that fetches the list as it is published once the reactions are done. */
const meaningOf = async (credential: string): Promise<string> => {
  await fixture.settle()
  moveClock(clockOffset_ms() + 300_000)
  await fixture.publish()
  const { tools } = fixture.context
  const { jwks } = await publishedKeys(tools.read, tools.documentSigner)
  const { status } = await openSdJwt(credential, jwks, {
    fetch: fixture.fetchAs(null),
    at: now(),
  })
  return meanings[status] ?? assert.fail(`status ${status}`)
}
const cardOf = async (holder: Holder): Promise<string> => (await fetchCards(holder, 1)).credentials[0] ?? ''

const lock = ({ subjectId }: Holder) =>
  fixture.context.transact((work) =>
    lockSubject(work, fixture.context.tools, { subjectId, ground: 'holder-request', by: 'holder' }),
  )
const unlock = ({ subjectId }: Holder) =>
  fixture.context.transact((work) =>
    unlockSubject(work, fixture.context.tools, { subjectId, by: 'officer-second' }),
  )

test('what was issued is suspended while her account is locked, and valid again when it is not', async () => {
  const holder = await settleHolder(fixture)
  const card = await cardOf(holder)
  assert.equal(await meaningOf(card), 'valid')
  await lock(holder)
  assert.equal(await meaningOf(card), 'suspended')
  await unlock(holder)
  assert.equal(await meaningOf(card), 'valid')
})

test('what was issued is revoked for good with the device that it went to', async () => {
  const holder = await settleHolder(fixture)
  const card = await cardOf(holder)
  const { devices } = await holder.visitor.do(viewDevices)
  await holder.visitor.do(removeDevice, { id: devices[0]?.id })
  assert.equal(await meaningOf(card), 'invalid')
  await lock(holder)
  await unlock(holder)
  assert.equal(await meaningOf(card), 'invalid')
})

test('what was issued stays revoked where the device went while the account was locked', async () => {
  const holder = await settleHolder(fixture)
  const card = await cardOf(holder)
  await lock(holder)
  assert.equal(await meaningOf(card), 'suspended')
  await fixture.context.transact((work) => unbindEveryDevice(work, holder.subjectId, now()))
  await unlock(holder)
  assert.equal(await meaningOf(card), 'invalid')
})

test("what was issued is revoked when the register says something else, and another person's is not", async () => {
  const [holder, other] = [await settleHolder(fixture), await settleHolder(fixture)]
  const [card, hers] = [await cardOf(holder), await cardOf(other)]
  await fixture.register({ ...holder.person, fullName: 'Nguyễn Thị Hạnh Phúc' })
  moveClock(clockOffset_ms() + 25 * 3_600_000)
  await followWatched(fixture.context.transact, fixture.context.tools)
  assert.equal(await meaningOf(card), 'invalid')
  assert.equal(await meaningOf(hers), 'valid')
})

test('what was issued is suspended when the card ends in the register, and told to her with her line', async () => {
  const holder = await settleHolder(fixture, { cardExpiresOn: dayInVietnam(now()) })
  const card = await cardOf(holder)
  assert.equal(await meaningOf(card), 'valid')
  moveClock(clockOffset_ms() + 30 * 3_600_000)
  const { transact, tools } = fixture.context
  await transact((work) => lookAtRegister(work, tools, holder.subjectId))
  assert.equal(await meaningOf(card), 'suspended')
  const { rows } = await fixture.pool.query(
    `select purpose from audit_line where subject_id = $1 and purpose like 'credentials-%' order by at`,
    [holder.subjectId],
  )
  assert.deepEqual(
    rows.map(({ purpose }: { purpose: string }) => purpose),
    ['credentials-issued', 'credentials-held'],
  )
})

test('what was issued is revoked with a closed account, and nothing here tells any more what she had', async () => {
  const holder = await settleHolder(fixture)
  const { subjectId } = holder
  const card = await cardOf(holder)
  const { transact, tools } = fixture.context
  await transact(async (work) => {
    const account = (await accountForUpdate(work, subjectId)) ?? assert.fail()
    await closeAccount(work, tools, account)
  })
  assert.equal(await meaningOf(card), 'invalid')
  for (const table of ['credential_batch', 'issued_credential', 'credential_watch']) {
    const { rows } = await fixture.pool.query(`select 1 from ${table} where subject_id = $1`, [subjectId])
    assert.equal(rows.length, 0, table)
  }
})

test('what was issued is revoked when somebody took the account over, and what came after that is not', async () => {
  const holder = await settleHolder(fixture)
  const before = await cardOf(holder)
  const at = now()
  moveClock(clockOffset_ms() + 5000)
  const after = await cardOf(holder)
  await fixture.context.transact((work) =>
    work.publish(WardTakenOver, holder.subjectId, { at: at.toISOString() }),
  )
  await fixture.settle()
  const { rows } = await fixture.pool.query<{ state: string }>(
    'select state from credential_batch where subject_id = $1 order by issued_at',
    [holder.subjectId],
  )
  // Her session ended with it; the device of what came after is gone too, which is another reaction.
  assert.equal(rows[0]?.state, 'revoked')
  assert.equal(await meaningOf(before), 'invalid')
  assert.ok(after)
})

test('what was issued lapses by itself: after its days nothing of it is kept', async () => {
  const holder = await settleHolder(fixture)
  await cardOf(holder)
  moveClock(clockOffset_ms() + 16 * 86_400_000)
  await followWatched(fixture.context.transact, fixture.context.tools)
  for (const table of ['credential_batch', 'issued_credential', 'credential_watch']) {
    const { rows } = await fixture.pool.query(`select 1 from ${table} where subject_id = $1`, [
      holder.subjectId,
    ])
    assert.equal(rows.length, 0, table)
  }
})

test('nothing is issued on a way that was opened before a lock', async () => {
  const holder = await settleHolder(fixture)
  const accepted = await openWay(holder)
  await lock(holder)
  await assert.rejects(holder.wallet.fetchBatch(accepted, 'identity-card-sd-jwt', 1, now()))
  const { rows } = await fixture.pool.query('select 1 from credential_batch where subject_id = $1', [
    holder.subjectId,
  ])
  assert.equal(rows.length, 0)
})

test('a lock, a removal and a closing that nobody told of are found by the daily look', async () => {
  const [locked, unbound, closed] = [
    await settleHolder(fixture),
    await settleHolder(fixture),
    await settleHolder(fixture),
  ]
  const cards = [await cardOf(locked), await cardOf(unbound), await cardOf(closed)]
  const { pool, context } = fixture
  await pool.query(`update account set state = 'locked' where subject_id = $1`, [locked.subjectId])
  await pool.query('update device set removed_at = $2 where subject_id = $1', [unbound.subjectId, now()])
  await pool.query(
    `update account set state = 'closed', locked_at = $2, personal_number = null where subject_id = $1`,
    [closed.subjectId, now()],
  )
  moveClock(clockOffset_ms() + 25 * 3_600_000)
  await followWatched(context.transact, context.tools)
  const found = []
  for (const card of cards) {
    found.push(await meaningOf(card))
  }
  assert.deepEqual(found, ['suspended', 'invalid', 'invalid'])
})

test('a lock that comes while cards are being issued holds them, whichever is first', async () => {
  for (let round = 0; round < 5; round++) {
    const holder = await settleHolder(fixture)
    const accepted = await openWay(holder)
    await Promise.allSettled([
      holder.wallet.fetchBatch(accepted, 'identity-card-sd-jwt', 2, now()),
      lock(holder),
    ])
    await fixture.settle()
    const { rows } = await fixture.pool.query<{ state: string }>(
      'select state from credential_batch where subject_id = $1',
      [holder.subjectId],
    )
    assert.ok(
      rows.every(({ state }) => state === 'held'),
      JSON.stringify(rows),
    )
  }
})
