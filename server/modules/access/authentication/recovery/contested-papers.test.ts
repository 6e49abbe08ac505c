// What a counter confirmed or printed, and what was begun, before she objected to it has no effect any more:
// not before any reaction has run, and not after two officers have unlocked the account.
import assert from 'node:assert/strict'
import { after, afterEach, before, test } from 'node:test'
import { openFixture, type Fixture } from '../../../../../testing/fixture.ts'
import { settleCitizen } from '../../../../../testing/settle-citizen.ts'
import { lockByCall, SCRIPT, unlockAtCounter } from '../../../../../testing/lock-steps.ts'
import { settleOfficer } from '../../../../../testing/officer.ts'
import { beginRung, finishOn, newPhone, showChip } from '../../../../../testing/recovery-steps.ts'
import { confirmedByFingers } from '../../../../../testing/voucher-steps.ts'
import { clockOffset_ms, moveClock } from '../../../../kernel/clock.ts'
import { lockForHolder } from '../../../people/locks/lock-at-counter.ts'
import { lockByDevice } from '../../../people/locks/lock-oneself.ts'
import { issueVoucher } from '../voucher/issue-voucher.ts'
import { redeemVoucher, sendRecoveryCode } from './begin-recovery.ts'
import { finishRecovery } from './finish-recovery.ts'
import { stopRecovery } from './stop-recovery.ts'

let fixture: Fixture
const clockAtFirst = clockOffset_ms()
before(async () => {
  fixture = await openFixture()
})
afterEach(() => moveClock(clockAtFirst))
after(() => fixture.stop())

const aMinutePassed = (): void => moveClock(clockOffset_ms() + 60_000)
type Citizen = Awaited<ReturnType<typeof settleCitizen>>
const lockAtCounter = async ({ person: { personalNumber } }: Citizen): Promise<void> => {
  const asked = { personalNumber, script: SCRIPT, note: 'phiếu không phải của tôi' }
  await (await settleOfficer(fixture)).do(lockForHolder, asked)
}
const lockByPhone = async ({ device }: Citizen): Promise<void> => {
  const phone = fixture.visitor()
  await phone.do(lockByDevice, await device.proof(phone, 'lock'))
}
const printed = async (citizen: Citizen) => {
  const bao = await settleOfficer(fixture)
  const caseId = await confirmedByFingers(fixture, bao, citizen.person)
  return { bao, caseId, ...(await bao.do(issueVoucher, { caseId })) }
}

for (const [where, lock] of [
  ['the hotline', (one: Citizen) => lockByCall(fixture, one)],
  ['a counter', lockAtCounter],
] as const) {
  test(`a voucher that was printed before she had the account locked by ${where} is worth nothing, also once it is unlocked`, async () => {
    const citizen = await settleCitizen(fixture)
    const { personalNumber } = citizen.person
    const { voucher } = await printed(citizen)
    aMinutePassed()
    await lock(citizen)
    aMinutePassed()
    const redeeming = { personalNumber, voucher }
    const thief = fixture.visitor()
    assert.equal((await thief.refusal(redeemVoucher, redeeming)).code, 'recovery.voucher-wrong')
    await fixture.settle()
    await unlockAtCounter(fixture, citizen)
    assert.equal((await thief.refusal(redeemVoucher, redeeming)).code, 'recovery.voucher-wrong')
    const own = await printed(citizen)
    const herself = fixture.visitor()
    await herself.do(redeemVoucher, { personalNumber, voucher: own.voucher })
    await finishOn(herself)
  })
}

test('a lock by whoever holds the phone leaves what a counter printed for her', async () => {
  const citizen = await settleCitizen(fixture)
  const { voucher } = await printed(citizen)
  aMinutePassed()
  await lockByPhone(citizen)
  const herself = fixture.visitor()
  await herself.do(redeemVoucher, { personalNumber: citizen.person.personalNumber, voucher })
  await finishOn(herself)
})

test('after her lock by hotline nothing is printed on what was confirmed before it', async () => {
  const citizen = await settleCitizen(fixture)
  const bao = await settleOfficer(fixture)
  const caseId = await confirmedByFingers(fixture, bao, citizen.person)
  aMinutePassed()
  await lockByCall(fixture, citizen)
  assert.equal((await bao.refusal(issueVoucher, { caseId })).code, 'voucher.not-confirmed')
})

test('"this was not me" in the app ends the voucher in use, and the same case prints no other', async () => {
  const citizen = await settleCitizen(fixture)
  const { personalNumber } = citizen.person
  const { bao, caseId, voucher } = await printed(citizen)
  const thief = fixture.visitor()
  await thief.do(redeemVoucher, { personalNumber, voucher })
  aMinutePassed()
  await citizen.visitor.do(stopRecovery, { wasMe: false })
  assert.equal((await thief.refusal(finishRecovery, newPhone())).code, 'recovery.gone')
  assert.equal((await bao.refusal(issueVoucher, { caseId })).code, 'voucher.not-confirmed')
  await fixture.settle()
  await unlockAtCounter(fixture, citizen)
  assert.equal((await bao.refusal(issueVoucher, { caseId })).code, 'voucher.not-confirmed')
})

test('what somebody had begun before her lock does not go on once it is lifted', async () => {
  const citizen = await settleCitizen(fixture)
  const thief = fixture.visitor()
  await beginRung(thief, citizen.person, 'chip')
  aMinutePassed()
  await lockByPhone(citizen)
  await fixture.settle()
  aMinutePassed()
  await unlockAtCounter(fixture, citizen)
  await showChip(thief, citizen.person)
  assert.equal((await thief.refusal(sendRecoveryCode)).code, 'recovery.gone')
})
