// Locking from every place and unlocking by those who may, on a real database.
import assert from 'node:assert/strict'
import { after, afterEach, before, test } from 'node:test'
import { openFixture, type Fixture } from '../../../../testing/fixture.ts'
import { PASSCODE, settleCitizen } from '../../../../testing/settle-citizen.ts'
import { registerChild, settleParent } from '../../../../testing/family-steps.ts'
import {
  accountState,
  opens,
  refusedToOpen,
  SCRIPT,
  unlockAtCounter,
} from '../../../../testing/lock-steps.ts'
import { settleOfficer } from '../../../../testing/officer.ts'
import { clockOffset_ms, moveClock } from '../../../kernel/clock.ts'
import { openProfile } from '../../access/authentication/sessions/open-profile.ts'
import { viewDevices } from '../../access/authentication/sessions/sessions.ts'
import { viewAccessLog } from '../../platform/audit/access-log.ts'
import { followNext } from './follow-register.ts'
import { askUnlock } from '../../cases/lock-requests/ask-unlock.ts'
import { lockForHolder } from './lock-at-counter.ts'
import { lockByEmailCode, lockByLockCode, sendLockCode } from './lock-in-public.ts'
import { lockByDevice, lockNow, makeLockCode, viewLock } from './lock-oneself.ts'

let fixture: Fixture
const clockAtFirst = clockOffset_ms()
before(async () => {
  fixture = await openFixture()
})
afterEach(() => moveClock(clockAtFirst))
after(() => fixture.stop())

const DAY_MS = 86_400_000

test('two taps in the app lock at once, without a passcode: the session is dead, the phone opens nothing and says why, she is told on every channel', async () => {
  const citizen = await settleCitizen(fixture)
  const { visitor, device, person } = citizen
  const stolen = visitor.sessions.get('app') ?? ''
  await visitor.do(lockNow)
  visitor.sessions.set('app', stolen)
  assert.equal((await visitor.refusal(viewDevices)).code, 'session.required')
  assert.equal(await refusedToOpen(citizen), 'account.locked')
  const state = await visitor.do(viewLock, await device.proof(visitor, 'lock-state'))
  assert.deepEqual(
    [state.isLocked, state.grounds.map(({ ground, liftedBy }) => [ground, liftedBy[0]])],
    [true, [['holder-request', 'officer-second']]],
  )
  await fixture.letters(person.phone, /đã bị khoá/)
  await fixture.letters(person.email, /đã bị khoá/)
})

test("a closed app locks by its device key alone, and no other device's key does", async () => {
  const [citizen, other] = [await settleCitizen(fixture), await settleCitizen(fixture)]
  citizen.visitor.sessions.delete('app')
  const proof = await citizen.device.proof(citizen.visitor, 'lock')
  assert.equal(
    (await citizen.visitor.refusal(lockByDevice, { ...proof, signature: other.device.sign(proof.challenge) }))
      .code,
    'device.unknown',
  )
  assert.equal(await accountState(fixture, citizen), 'active')
  await citizen.visitor.do(lockByDevice, await citizen.device.proof(citizen.visitor, 'lock'))
  assert.equal(await accountState(fixture, citizen), 'locked')
  assert.equal(await refusedToOpen(citizen), 'account.locked')
  assert.equal(await accountState(fixture, other), 'active')
})

test("with the child's profile open, she locks her own account and not his", async () => {
  const mother = await settleParent(fixture)
  const { child, tieId } = await registerChild(fixture, mother)
  const { visitor } = mother
  await visitor.do(openProfile, { tieId })
  await visitor.do(lockNow)
  assert.equal(await accountState(fixture, mother), 'locked')
  assert.equal(await accountState(fixture, { person: child }), 'active')
})

test('the public page locks by a code that went to her e-mail, never to the phone, and answers alike for everybody', async () => {
  const citizen = await settleCitizen(fixture)
  const { person } = citizen
  const stranger = fixture.visitor()
  const sent = await stranger.do(sendLockCode, { personalNumber: person.personalNumber, email: person.email })
  const other = await fixture
    .visitor()
    .do(sendLockCode, { personalNumber: '940191999999', email: person.email })
  const wrongMail = await fixture
    .visitor()
    .do(sendLockCode, { personalNumber: person.personalNumber, email: 'ke-gian@thu.example' })
  for (const answer of [other, wrongMail]) {
    assert.deepEqual(
      [Object.keys(answer), answer.code.state, answer.code.channel],
      [Object.keys(sent), sent.code.state, sent.code.channel],
    )
    assert.equal(
      answer.attempt.length,
      sent.attempt.length,
      'what is kept of a try tells nothing by its length',
    )
  }
  const code = await fixture.code(person.email)
  assert.equal(
    (await fixture.visitor().refusal(lockByEmailCode, { attempt: other.attempt, code })).code,
    'code.wrong',
  )
  assert.equal(await accountState(fixture, citizen), 'active')
  await stranger.do(lockByEmailCode, { attempt: sent.attempt, code })
  assert.equal(await accountState(fixture, citizen), 'locked')
  assert.equal((await stranger.refusal(lockByEmailCode, { attempt: sent.attempt, code })).code, 'code.spent')
})

test('the lock code on paper locks; the first comes with activation, a further one needs the passcode and makes the earlier void', async () => {
  const citizen = await settleCitizen(fixture)
  const { person, visitor } = citizen
  const { lockCode: first } = await visitor.do(makeLockCode, {})
  assert.match(first, /^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/)
  assert.equal((await visitor.refusal(makeLockCode, {})).code, 'lock.passcode-needed')
  assert.equal((await visitor.refusal(makeLockCode, { passcode: '000001' })).code, 'passcode.wrong')
  const { lockCode } = await visitor.do(makeLockCode, { passcode: PASSCODE })
  const refused = async (personalNumber: string, given: string) =>
    (await fixture.visitor().refusal(lockByLockCode, { personalNumber, lockCode: given })).code
  assert.equal(await refused(person.personalNumber, first), 'lock.not-accepted')
  assert.equal(await refused('940191999998', lockCode), 'lock.not-accepted')
  const held = await fixture.pool.query<{ code_digest: Buffer }>('select code_digest from lock_code')
  assert.ok(
    held.rows.every((row) => !row.code_digest.includes(lockCode)),
    'the code itself is nowhere',
  )
  await fixture.visitor().do(lockByLockCode, {
    personalNumber: person.personalNumber,
    lockCode: lockCode.toLowerCase().replaceAll('-', ' '),
  })
  assert.equal(await accountState(fixture, citizen), 'locked')
  await fixture.settle()
  await unlockAtCounter(fixture, citizen)
  await opens(citizen)
  assert.ok(
    (await visitor.do(viewAccessLog)).items.some((item) => item.purpose === 'account-locked'),
    'she sees the lock in her log',
  )
})

test('a lock code on paper that is used while the account is locked leaves its line in her log', async () => {
  const citizen = await settleCitizen(fixture)
  const { person, visitor } = citizen
  const { lockCode } = await visitor.do(makeLockCode, {})
  await visitor.do(lockNow, {})
  await fixture.settle()
  await fixture.visitor().do(lockByLockCode, { personalNumber: person.personalNumber, lockCode })
  await fixture.settle()
  await unlockAtCounter(fixture, citizen)
  await opens(citizen)
  assert.deepEqual(
    (await visitor.do(viewAccessLog)).items
      .filter((item) => item.purpose === 'account-locked')
      .map(({ lines }) => lines.length),
    [2],
    'the tap in her app, and the code',
  )
})

test('a stranger who guesses is stopped by his network, has locked nobody, and the right code still locks', async () => {
  const citizen = await settleCitizen(fixture)
  const { person, visitor } = citizen
  const { lockCode } = await visitor.do(makeLockCode, {})
  const codes: string[] = []
  for (let i = 0; i < 14; i++) {
    codes.push(
      (
        await fixture.visitor().refusal(lockByLockCode, {
          personalNumber: person.personalNumber,
          lockCode: `AAAA-BBBB-${1000 + i}`,
        })
      ).code,
    )
  }
  assert.deepEqual([...new Set(codes)], ['lock.not-accepted'])
  const one = fixture.visitor()
  const many: string[] = []
  for (let i = 0; i < 24; i++) {
    many.push(
      (
        await one.refusal(lockByLockCode, {
          personalNumber: `94019100${3000 + i}`,
          lockCode: 'AAAA-BBBB-CCCC',
        })
      ).code,
    )
  }
  assert.equal(many.at(-1), 'limit.reached')
  assert.equal(await accountState(fixture, citizen), 'active')
  await fixture.visitor().do(lockByLockCode, { personalNumber: person.personalNumber, lockCode })
  assert.equal(await accountState(fixture, citizen), 'locked')
})

test('an officer locks for the holder who stands before her, never for herself, and without a script nothing happens', async () => {
  const citizen = await settleCitizen(fixture)
  const bao = await settleOfficer(fixture)
  const asked = { personalNumber: citizen.person.personalNumber, script: SCRIPT, note: 'mất điện thoại' }
  assert.equal(
    (await bao.refusal(lockForHolder, { ...asked, script: ['face-seen', 'birth-date'] })).code,
    'lock.script-too-short',
  )
  const herself = await settleOfficer(fixture, { personNumber: citizen.person.personalNumber })
  assert.equal((await herself.refusal(lockForHolder, asked)).code, 'lock.about-yourself')
  assert.equal(
    (await (await settleOfficer(fixture, { tasks: ['assist', 'hotline'] })).refusal(lockForHolder, asked))
      .code,
    'permit.refused',
  )
  await bao.do(lockForHolder, asked)
  assert.equal((await bao.refusal(lockForHolder, asked)).code, 'lock.locked-already')
  assert.equal(await accountState(fixture, citizen), 'locked')
})

test('a card that ends locks by itself, and a new card unlocks by itself; a death stays', async () => {
  const citizen = await settleCitizen(fixture)
  await fixture.settle()
  const { personalNumber } = citizen.person
  const look = async () => {
    moveClock(clockOffset_ms() + DAY_MS + 60_000)
    while (await fixture.context.transact((work) => followNext(work, fixture.context.tools))) {
      continue
    }
    await fixture.settle()
  }
  await fixture.pool.query("update card set expires_on = '2026-01-01' where personal_number = $1", [
    personalNumber,
  ])
  await look()
  assert.equal(await accountState(fixture, citizen), 'locked')
  await fixture.pool.query("update card set expires_on = '2044-01-01' where personal_number = $1", [
    personalNumber,
  ])
  await look()
  assert.equal(await accountState(fixture, citizen), 'active')
  await fixture.pool.query("update person set life_status = 'dead' where personal_number = $1", [
    personalNumber,
  ])
  await look()
  assert.equal(await accountState(fixture, citizen), 'locked')
  const bao = await settleOfficer(fixture)
  assert.equal(
    (await bao.refusal(askUnlock, { personalNumber, script: SCRIPT, note: 'xin mở khoá' })).code,
    'lock.ground-of-others',
  )
})
