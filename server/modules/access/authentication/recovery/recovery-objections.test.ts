// Whoever has her phone, her SIM and her card is not she: the waiting, the notices of it, and "this was not
// me" by the notice's code and in the app.
import assert from 'node:assert/strict'
import { after, afterEach, before, test } from 'node:test'
import { openFixture, type Fixture } from '../../../../../testing/fixture.ts'
import { PASSWORD, settleCitizen } from '../../../../../testing/settle-citizen.ts'
import { newPerson } from '../../../../../testing/test-person.ts'
import { lockByCall, SCRIPT } from '../../../../../testing/lock-steps.ts'
import { settleOfficer } from '../../../../../testing/officer.ts'
import {
  beginRung,
  finishOn,
  newPhone,
  pictureOf,
  showChip,
  showCode,
  showFace,
  stopCodeIn,
  upToWait,
} from '../../../../../testing/recovery-steps.ts'
import { confirmedByFingers } from '../../../../../testing/voucher-steps.ts'
import { clockOffset_ms, moveClock, now } from '../../../../kernel/clock.ts'
import { Problem } from '../../../../kernel/problem.ts'
import { lockForHolder } from '../../../people/locks/lock-at-counter.ts'
import { lockByDevice } from '../../../people/locks/lock-oneself.ts'
import { findAccount, findSubject } from '../../../people/accounts/open-account.ts'
import { registerPortraitOf } from '../../../registry/population/register-portrait.ts'
import { changePassword } from '../secrets/change-secrets.ts'
import { issueVoucher } from '../voucher/issue-voucher.ts'
import { redeemVoucher, viewRecovery } from './begin-recovery.ts'
import { finishRecovery } from './finish-recovery.ts'
import { stopCodeOf } from './keep-recovery.ts'
import { provePortrait } from './prove-recovery.ts'
import { remindRecoveries } from './remind-recoveries.ts'
import { disputeRecovery, stopRecovery, stopRecoveryByDevice, viewOngoingByDevice } from './stop-recovery.ts'

let fixture: Fixture
const clockAtFirst = clockOffset_ms()
before(async () => {
  fixture = await openFixture()
})
afterEach(() => moveClock(clockAtFirst))
after(() => fixture.stop())

const HOUR_MS = 3_600_000
const passed = (ms: number): void => moveClock(clockOffset_ms() + ms)
type Citizen = Awaited<ReturnType<typeof settleCitizen>>
const subjectOf = async ({ person }: Citizen): Promise<string> =>
  (await findSubject(fixture.context.tools.read, fixture.context.tools, person.personalNumber)) ??
  assert.fail()

test('whoever took her handbag has card, phone and SIM, and gets no further: not by the picture of the card, and she is told', async () => {
  const citizen = await settleCitizen(fixture)
  const { person } = citizen
  const { tools } = fixture.context
  const thief = fixture.visitor()
  await beginRung(thief, person, 'chip')
  await showChip(thief, person)
  await showCode(fixture, thief, person.phone)
  assert.equal((await thief.refusal(finishRecovery, newPhone())).code, 'recovery.order')
  const onTheCard = await registerPortraitOf(tools.read, tools, person.personalNumber)
  const picture = Buffer.from(onTheCard ?? assert.fail()).toString('base64')
  assert.equal((await thief.refusal(provePortrait, { picture })).code, 'recovery.portrait-differs')
  // With a picture of her from elsewhere there still is the waiting, and the code of the notice ends it.
  await showFace(thief, person.face)
  assert.equal((await thief.refusal(finishRecovery, newPhone())).code, 'recovery.waiting')
  const code = await stopCodeIn(fixture, person.email)
  await fixture.visitor().do(disputeRecovery, { personalNumber: person.personalNumber, code })
  passed(7 * HOUR_MS)
  assert.equal((await thief.refusal(finishRecovery, newPhone())).code, 'recovery.gone')
})

test('three notices go to every channel: at the beginning, before the waiting ends, at the end', async () => {
  const citizen = await settleCitizen(fixture)
  const { person } = citizen
  const visitor = fixture.visitor()
  await upToWait(fixture, visitor, citizen.person)
  for (const to of [person.phone, person.email]) {
    await fixture.letters(to, /đang lấy lại|đang được lấy lại/)
    await fixture.letters(to, /sẽ được gắn|được gắn vào/)
  }
  const remind = () => fixture.context.transact((work) => remindRecoveries(work, now()))
  assert.equal(await remind(), 0)
  passed(22 * HOUR_MS + 60_000)
  assert.equal(await remind(), 1)
  assert.equal(await remind(), 0, 'told once')
  for (const to of [person.phone, person.email]) {
    await fixture.letters(to, /Nhắc lại|đây là lúc dừng lại/)
  }
})

test('"this was not me" by the code of the notice ends it, locks the account, and then only a counter helps', async () => {
  const citizen = await settleCitizen(fixture)
  const { person } = citizen
  const visitor = fixture.visitor()
  await upToWait(fixture, visitor, citizen.person)
  const code = await stopCodeIn(fixture, person.email)
  const stranger = fixture.visitor()
  const { personalNumber } = person
  assert.equal(
    (await stranger.refusal(disputeRecovery, { personalNumber, code: '00000000' })).code,
    'recovery.dispute-wrong',
  )
  assert.equal(
    (await stranger.refusal(disputeRecovery, { personalNumber: newPerson().personalNumber, code })).code,
    'recovery.dispute-wrong',
  )
  await stranger.do(disputeRecovery, { personalNumber, code: `${code.slice(0, 4)} ${code.slice(4)}` })
  assert.equal((await findAccount(fixture.context.tools.read, await subjectOf(citizen)))?.state, 'locked')
  assert.equal((await visitor.do(viewRecovery)).end, 'disputed')
  passed(25 * HOUR_MS)
  assert.equal((await visitor.refusal(finishRecovery, newPhone())).code, 'recovery.gone')
  const again = fixture.visitor()
  await beginRung(again, person, 'face')
  await showCode(fixture, again, person.phone)
  assert.equal((await again.refusal(provePortrait, await pictureOf(person.face))).code, 'recovery.barred')
  assert.equal(
    (await stranger.refusal(disputeRecovery, { personalNumber, code })).code,
    'recovery.dispute-wrong',
    'a code ends one recovery',
  )
})

test('in the app of the old phone: it was me ends it, it was not me locks besides', async () => {
  for (const wasMe of [true, false]) {
    const citizen = await settleCitizen(fixture)
    const visitor = fixture.visitor()
    await upToWait(fixture, visitor, citizen.person)
    await citizen.visitor.do(stopRecovery, { wasMe })
    assert.equal((await visitor.do(viewRecovery)).step, 'ended')
    assert.equal(
      (await findAccount(fixture.context.tools.read, await subjectOf(citizen)))?.state,
      wasMe ? 'active' : 'locked',
    )
    if (wasMe) {
      await citizen.visitor.do(changePassword, { old: PASSWORD, new: 'Khac-Han#2026' })
    }
  }
})

test('a locked phone shows a recovery that goes on, and ends it by its key alone; then only a counter helps', async () => {
  const citizen = await settleCitizen(fixture)
  const { person, visitor: phone, device } = citizen
  await phone.do(lockByDevice, await device.proof(phone, 'lock'))
  const proof = (purpose: 'recovery-state' | 'recovery-stop') => device.proof(phone, purpose)
  assert.deepEqual(await phone.do(viewOngoingByDevice, await proof('recovery-state')), {
    ongoing: null,
    isOnlyAtCounter: false,
  })
  assert.equal(
    (await phone.refusal(stopRecoveryByDevice, await proof('recovery-stop'))).code,
    'recovery.gone',
  )
  const thief = fixture.visitor()
  await upToWait(fixture, thief, person)
  const { ongoing } = await phone.do(viewOngoingByDevice, await proof('recovery-state'))
  assert.equal(ongoing?.rung, 'face')
  assert.ok(ongoing.waitUntil)
  const forAnother = await proof('recovery-state')
  assert.equal((await phone.refusal(stopRecoveryByDevice, forAnother)).code, 'device.unknown')
  const other = await settleCitizen(fixture)
  const strange = await other.device.proof(other.visitor, 'recovery-stop')
  assert.equal((await other.visitor.refusal(stopRecoveryByDevice, strange)).code, 'recovery.gone')
  await phone.do(stopRecoveryByDevice, await proof('recovery-stop'))
  assert.deepEqual(await phone.do(viewOngoingByDevice, await proof('recovery-state')), {
    ongoing: null,
    isOnlyAtCounter: true,
  })
  assert.equal((await thief.do(viewRecovery)).end, 'disputed')
  passed(25 * HOUR_MS)
  assert.equal((await thief.refusal(finishRecovery, newPhone())).code, 'recovery.gone')
  assert.equal((await findAccount(fixture.context.tools.read, await subjectOf(citizen)))?.state, 'locked')
  const again = fixture.visitor()
  await beginRung(again, person, 'face')
  await showCode(fixture, again, person.phone)
  assert.equal((await again.refusal(provePortrait, await pictureOf(person.face))).code, 'recovery.barred')
})

test('a lock that is set while a recovery goes on ends it; one that she begins afterwards brings her home', async () => {
  const citizen = await settleCitizen(fixture)
  const { person, visitor: phone, device } = citizen
  const thief = fixture.visitor()
  await upToWait(fixture, thief, person)
  passed(60_000)
  await phone.do(lockByDevice, await device.proof(phone, 'lock'))
  passed(25 * HOUR_MS)
  assert.equal((await thief.refusal(finishRecovery, newPhone())).code, 'recovery.gone')
  await fixture.settle()
  assert.equal((await thief.do(viewRecovery)).end, 'cancelled')
  const herself = fixture.visitor()
  await upToWait(fixture, herself, person)
  passed(25 * HOUR_MS)
  await finishOn(herself)
  assert.equal((await findAccount(fixture.context.tools.read, await subjectOf(citizen)))?.state, 'active')
})

type Locking = 'officer' | 'hotline' | 'device'
const lockFrom = async (where: Locking, citizen: Citizen): Promise<void> => {
  const { personalNumber } = citizen.person
  if (where === 'hotline') {
    return lockByCall(fixture, citizen)
  }
  if (where === 'device') {
    const phone = fixture.visitor()
    await phone.do(lockByDevice, await citizen.device.proof(phone, 'lock'))
    return
  }
  const thu = await settleOfficer(fixture)
  await thu.do(lockForHolder, { personalNumber, script: SCRIPT, note: 'mất điện thoại' }).catch((error) => {
    assert.ok(error instanceof Problem && error.code === 'lock.locked-already', String(error))
  })
}
for (const [where, isLockedBefore, end] of [
  ['officer', false, 'recovery.gone'],
  ['hotline', false, 'recovery.gone'],
  ['officer', true, 'recovery.gone'],
  ['hotline', true, 'recovery.gone'],
  ['device', false, 'done'],
  ['device', true, 'done'],
] as const) {
  const already = isLockedBefore ? ', also when it is locked already' : ''
  const ends = end === 'done' ? 'does not end' : 'ends'
  test(`a lock by ${where} ${ends} the voucher that another got in her name${already}`, async () => {
    const citizen = await settleCitizen(fixture)
    const { personalNumber } = citizen.person
    if (isLockedBefore) {
      await lockFrom('device', citizen)
    }
    const bao = await settleOfficer(fixture)
    const { voucher } = await bao.do(issueVoucher, {
      caseId: await confirmedByFingers(fixture, bao, citizen.person),
    })
    const holder = fixture.visitor()
    await holder.do(redeemVoucher, { personalNumber, voucher })
    passed(1000)
    await lockFrom(where, citizen)
    if (isLockedBefore) {
      await fixture.settle()
    }
    const outcome = await holder.do(finishRecovery, newPhone()).then(
      () => 'done',
      (error: unknown) => (error instanceof Problem ? error.code : String(error)),
    )
    assert.equal(outcome, end)
  })
}

test("what a counter has given her in person is not ended by whoever holds her old phone, its SIM or the notice's code", async () => {
  for (const isBarred of [false, true]) {
    const citizen = await settleCitizen(fixture)
    const { personalNumber, phone } = citizen.person
    if (isBarred) {
      const stranger = fixture.visitor()
      await upToWait(fixture, stranger, citizen.person)
      await fixture.visitor().do(disputeRecovery, { personalNumber, code: await stopCodeIn(fixture, phone) })
    }
    const bao = await settleOfficer(fixture)
    const { voucher } = await bao.do(issueVoucher, {
      caseId: await confirmedByFingers(fixture, bao, citizen.person),
    })
    const owner = fixture.visitor()
    await owner.do(redeemVoucher, { personalNumber, voucher })
    // By the SIM: a recovery of her own begun at home counts for nothing beside it.
    const thief = fixture.visitor()
    await beginRung(thief, citizen.person, 'face')
    await showCode(fixture, thief, phone)
    const { device } = citizen
    const { ongoing } = await thief.do(viewOngoingByDevice, await device.proof(thief, 'recovery-state'))
    assert.equal(ongoing, null)
    const stopped = await thief.refusal(stopRecoveryByDevice, await device.proof(thief, 'recovery-stop'))
    assert.equal(stopped.code, 'recovery.gone')
    const { tools } = fixture.context
    const code = (await stopCodeOf(tools.read, tools, await subjectOf(citizen))) ?? assert.fail()
    const disputed = await thief.refusal(disputeRecovery, { personalNumber, code })
    assert.equal(disputed.code, 'recovery.dispute-wrong')
    await owner.do(finishRecovery, newPhone())
  }
})
