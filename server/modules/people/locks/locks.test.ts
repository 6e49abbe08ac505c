// Locking from every place and unlocking by those who may, on a real database.
import assert from 'node:assert/strict'
import { after, afterEach, before, test } from 'node:test'
import { PASSCODE, openFixture, settleCitizen, type Fixture } from '../../../../testing/fixture.ts'
import { settleOfficer } from '../../../../testing/officer.ts'
import { clockOffset_ms, moveClock } from '../../../kernel/clock.ts'
import { addOffice } from '../../registry/organisations/add-officer.ts'
import { openApp } from '../../access/authentication/sessions/open-app.ts'
import { viewDevices } from '../../access/authentication/sessions/sessions.ts'
import { viewAccessLog } from '../../platform/audit/access-log.ts'
import { followNext } from './follow-register.ts'
import { askUnlock, lockForHolder } from './lock-at-counter.ts'
import { lockByEmailCode, lockByLockCode, sendLockCode } from './lock-in-public.ts'
import { lockByDevice, lockNow, makeLockCode, viewLock, viewLockHistory } from './lock-oneself.ts'
import {
  decideLockRequest,
  forwardTk03,
  listLockRequests,
  openLockRequest,
  receiveTk03,
} from './lock-requests.ts'

let fixture: Fixture
const clockAtFirst = clockOffset_ms()
before(async () => {
  fixture = await openFixture()
})
afterEach(() => moveClock(clockAtFirst))
after(() => fixture.stop())

type Citizen = Awaited<ReturnType<typeof settleCitizen>>
const SCRIPT = ['card-shown', 'face-seen', 'birth-date']
const DAY_MS = 86_400_000

const stateOf = async ({ person }: Citizen): Promise<string | undefined> =>
  (
    await fixture.pool.query<{ state: string }>('select state from account where personal_number = $1', [
      person.personalNumber,
    ])
  ).rows[0]?.state
const opens = async ({ visitor, device }: Citizen) =>
  visitor.do(openApp, { ...(await device.proof(visitor)), passcode: PASSCODE })
const refusedToOpen = async ({ visitor, device }: Citizen) =>
  (await visitor.refusal(openApp, { ...(await device.proof(visitor)), passcode: PASSCODE })).code
const unlockAtCounter = async (citizen: Citizen): Promise<void> => {
  const [one, other] = [await settleOfficer(fixture), await settleOfficer(fixture)]
  const { reference } = await one.do(askUnlock, {
    personalNumber: citizen.person.personalNumber,
    script: SCRIPT,
    note: 'người dân có mặt',
  })
  assert.deepEqual(
    await other.do(decideLockRequest, { reference, verdict: 'grant', reason: 'đã xác minh' }),
    { reference, state: 'granted', isUsable: true },
  )
}

test('two taps in the app lock at once, without a passcode: the session is dead, the phone opens nothing and says why, she is told on every channel', async () => {
  const citizen = await settleCitizen(fixture)
  const { visitor, device, person } = citizen
  const stolen = visitor.sessions.get('app') ?? ''
  await visitor.do(lockNow)
  visitor.sessions.set('app', stolen)
  assert.equal((await visitor.refusal(viewDevices)).code, 'session.required')
  assert.equal(await refusedToOpen(citizen), 'account.locked')
  const state = await visitor.do(viewLock, await device.proof(visitor))
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
  const proof = await citizen.device.proof(citizen.visitor)
  assert.equal(
    (await citizen.visitor.refusal(lockByDevice, { ...proof, signature: other.device.sign(proof.challenge) }))
      .code,
    'device.unknown',
  )
  assert.equal(await stateOf(citizen), 'active')
  await citizen.visitor.do(lockByDevice, await citizen.device.proof(citizen.visitor))
  assert.equal(await stateOf(citizen), 'locked')
  assert.equal(await refusedToOpen(citizen), 'account.locked')
  assert.equal(await stateOf(other), 'active')
})

test('unlocking asks another pair of eyes, and then the app opens as before; the old sessions stay dead', async () => {
  const citizen = await settleCitizen(fixture)
  const old = citizen.visitor.sessions.get('app') ?? ''
  await citizen.visitor.do(lockNow)
  await fixture.settle()
  const bao = await settleOfficer(fixture)
  const { person } = citizen
  assert.equal(
    (
      await bao.refusal(askUnlock, {
        personalNumber: person.personalNumber,
        script: ['card-shown'],
        note: 'người dân có mặt',
      })
    ).code,
    'lock.script-too-short',
  )
  const { reference } = await bao.do(askUnlock, {
    personalNumber: person.personalNumber,
    script: SCRIPT,
    note: 'người dân có mặt',
  })
  assert.equal(
    (await bao.refusal(decideLockRequest, { reference, verdict: 'grant', reason: 'tự duyệt' })).code,
    'lock.same-eyes',
  )
  assert.equal(
    (
      await bao.refusal(askUnlock, {
        personalNumber: person.personalNumber,
        script: SCRIPT,
        note: 'hỏi lần nữa',
      })
    ).code,
    'lock.request-open',
  )
  const thu = await settleOfficer(fixture)
  assert.equal((await thu.do(openLockRequest, { reference })).isTakenByMe, false)
  assert.equal((await bao.do(openLockRequest, { reference })).isTakenByMe, true)
  await thu.do(decideLockRequest, { reference, verdict: 'grant', reason: 'đã xác minh' })
  assert.equal(
    (await thu.refusal(decideLockRequest, { reference, verdict: 'grant', reason: 'lần nữa' })).code,
    'lock.request-closed',
  )
  citizen.visitor.sessions.set('app', old)
  assert.equal((await citizen.visitor.refusal(viewDevices)).code, 'session.required')
  await opens(citizen)
  const { items } = await citizen.visitor.do(viewAccessLog)
  for (const purpose of ['account-locked', 'unlock-asked', 'lock-request-opened', 'lock-request-decided']) {
    assert.ok(
      items.some((item) => item.purpose === purpose),
      purpose,
    )
  }
  const history = await citizen.visitor.do(viewLockHistory)
  assert.ok(history.items[0]?.liftedAt)
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
  assert.equal(await stateOf(citizen), 'active')
  await stranger.do(lockByEmailCode, { attempt: sent.attempt, code })
  assert.equal(await stateOf(citizen), 'locked')
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
  assert.equal(await stateOf(citizen), 'locked')
  await fixture.settle()
  await unlockAtCounter(citizen)
  await opens(citizen)
  assert.ok(
    (await visitor.do(viewAccessLog)).items.some((item) => item.purpose === 'account-locked'),
    'she sees the lock in her log',
  )
})

test('a stranger who guesses is stopped by number and by network, and has locked nobody', async () => {
  const citizen = await settleCitizen(fixture)
  const { person } = citizen
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
  assert.deepEqual([...new Set(codes)], ['lock.not-accepted', 'limit.reached'])
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
  assert.equal(await stateOf(citizen), 'active')
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
  assert.equal((await bao.refusal(lockForHolder, asked)).code, 'lock.nothing-to-lock')
  assert.equal(await stateOf(citizen), 'locked')
})

test("form TK03 goes from receipt to decision by two persons within the law's days; only the same body's word ends it, and the body is answered in writing", async () => {
  const citizen = await settleCitizen(fixture)
  const { personalNumber } = citizen.person
  const [bao, thu] = [await settleOfficer(fixture), await settleOfficer(fixture)]
  const form = {
    personalNumber,
    kind: 'body-lock',
    authority: 'Viện kiểm sát tỉnh Nghệ An',
    documentNumber: '12/VKS',
    documentDate: '2026-11-20',
    reason: 'phục vụ điều tra',
    replyTo: 'vks@thu.example',
  }
  const { reference } = await bao.do(receiveTk03, form)
  assert.equal((await bao.refusal(receiveTk03, form)).code, 'lock.request-open')
  assert.equal(
    (await thu.refusal(decideLockRequest, { reference, verdict: 'grant', reason: 'đúng thẩm quyền' })).code,
    'lock.not-forwarded',
  )
  await bao.do(forwardTk03, { reference })
  assert.equal(
    (await bao.refusal(decideLockRequest, { reference, verdict: 'grant', reason: 'tự duyệt' })).code,
    'lock.same-eyes',
  )
  assert.ok(
    (await thu.do(listLockRequests, { stage: 'decide' })).items.some((item) => item.reference === reference),
  )
  await thu.do(decideLockRequest, { reference, verdict: 'grant', reason: 'đúng thẩm quyền' })
  assert.equal(await stateOf(citizen), 'locked')
  await fixture.letters('vks@thu.example', /12\/VKS/)
  assert.equal(
    (await bao.refusal(askUnlock, { personalNumber, script: SCRIPT, note: 'người dân xin mở' })).code,
    'lock.ground-of-others',
  )
  assert.equal(
    (await bao.refusal(receiveTk03, { ...form, kind: 'body-unlock', authority: 'Cơ quan khác' })).code,
    'lock.not-locked',
  )
  const unlock = await bao.do(receiveTk03, { ...form, kind: 'body-unlock', documentNumber: '15/VKS' })
  await bao.do(forwardTk03, { reference: unlock.reference })
  assert.equal(
    (
      await thu.do(decideLockRequest, {
        reference: unlock.reference,
        verdict: 'grant',
        reason: 'đã kết thúc',
      })
    ).isUsable,
    true,
  )
  assert.equal(await stateOf(citizen), 'active')
})

test("a lock by a body stands while the holder's own is ended, and another office does not see the request", async () => {
  const citizen = await settleCitizen(fixture)
  const { personalNumber } = citizen.person
  await citizen.visitor.do(lockNow)
  const [bao, thu] = [await settleOfficer(fixture), await settleOfficer(fixture)]
  const { reference } = await bao.do(receiveTk03, {
    personalNumber,
    kind: 'body-lock',
    authority: 'Toà án B',
    documentNumber: '9/TA',
    documentDate: '2026-11-20',
    reason: 'theo bản án',
    replyTo: 'ta@thu.example',
  })
  await bao.do(forwardTk03, { reference })
  await thu.do(decideLockRequest, { reference, verdict: 'grant', reason: 'đúng thẩm quyền' })
  const own = await bao.do(askUnlock, { personalNumber, script: SCRIPT, note: 'người dân xin mở' })
  assert.equal(
    (await thu.do(decideLockRequest, { reference: own.reference, verdict: 'grant', reason: 'đã xác minh' }))
      .isUsable,
    false,
  )
  assert.equal(await refusedToOpen(citizen), 'account.locked')
  await fixture.context.transact((work) => addOffice(work, { code: 'KH-03', name: 'Văn phòng khác' }))
  const elsewhere = await settleOfficer(fixture, { officeCode: 'KH-03' })
  assert.equal((await elsewhere.refusal(openLockRequest, { reference })).code, 'lock.no-such-request')
  assert.equal((await elsewhere.do(listLockRequests, { stage: 'receive' })).items.length, 0)
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
  assert.equal(await stateOf(citizen), 'locked')
  await fixture.pool.query("update card set expires_on = '2044-01-01' where personal_number = $1", [
    personalNumber,
  ])
  await look()
  assert.equal(await stateOf(citizen), 'active')
  await fixture.pool.query("update person set life_status = 'dead' where personal_number = $1", [
    personalNumber,
  ])
  await look()
  assert.equal(await stateOf(citizen), 'locked')
  const bao = await settleOfficer(fixture)
  assert.equal(
    (await bao.refusal(askUnlock, { personalNumber, script: SCRIPT, note: 'xin mở khoá' })).code,
    'lock.ground-of-others',
  )
})

test('who is refused the unlocking hears of it, with the reason', async () => {
  const citizen = await settleCitizen(fixture)
  const { visitor, person } = citizen
  await visitor.do(lockNow)
  const [one, other] = [await settleOfficer(fixture), await settleOfficer(fixture)]
  const asked = { personalNumber: person.personalNumber, script: SCRIPT, note: 'người dân có mặt' }
  const { reference } = await one.do(askUnlock, asked)
  await other.do(decideLockRequest, { reference, verdict: 'refuse', reason: 'ảnh không khớp' })
  assert.equal(await stateOf(citizen), 'locked')
  await fixture.letters(person.phone, new RegExp(`Yêu cầu mở khoá ${reference} chưa được chấp nhận`))
  await fixture.letters(person.email, /ảnh không khớp/)
})
