// A lock that stands and is asked for again ends the recoveries that a first lock ends, also those that have
// shown no proof yet and those that no reaction has ended.
import assert from 'node:assert/strict'
import { after, afterEach, before, test } from 'node:test'
import { openFixture, type Fixture } from '../../../../../testing/fixture.ts'
import { settleCitizen } from '../../../../../testing/settle-citizen.ts'
import { lockByCall, SCRIPT } from '../../../../../testing/lock-steps.ts'
import { settleOfficer } from '../../../../../testing/officer.ts'
import {
  beginRung,
  finishOn,
  newPhone,
  showChip,
  showCode,
  showFace,
  upToWait,
} from '../../../../../testing/recovery-steps.ts'
import { confirmedByFingers } from '../../../../../testing/voucher-steps.ts'
import { clockOffset_ms, moveClock } from '../../../../kernel/clock.ts'
import { lockForHolder } from '../../../people/locks/lock-at-counter.ts'
import { lockByDevice } from '../../../people/locks/lock-oneself.ts'
import { issueVoucher } from '../voucher/issue-voucher.ts'
import { redeemVoucher } from './begin-recovery.ts'
import { finishRecovery } from './finish-recovery.ts'

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

const lockAtCounter = async ({ person: { personalNumber } }: Citizen) => {
  const asked = { personalNumber, script: SCRIPT, note: 'mất điện thoại' }
  await (await settleOfficer(fixture)).do(lockForHolder, asked)
}
const refusedAtCounter = async ({ person: { personalNumber } }: Citizen) => {
  const asked = { personalNumber, script: SCRIPT, note: 'mất điện thoại' }
  assert.equal(
    (await (await settleOfficer(fixture)).refusal(lockForHolder, asked)).code,
    'lock.locked-already',
  )
}
const lockByPhone = async ({ device }: Citizen) => {
  const phone = fixture.visitor()
  await phone.do(lockByDevice, await device.proof(phone, 'lock'))
}

for (const [how, lock, isLockedBefore] of [
  ['a first lock at a counter', lockAtCounter, false],
  ['a lock asked anew at a counter', refusedAtCounter, true],
  ['a lock asked anew by the hotline', (one: Citizen) => lockByCall(fixture, one), true],
  ['a lock asked anew by her phone', lockByPhone, true],
] as const) {
  test(`${how} ends a recovery that had begun and shown no proof yet`, async () => {
    const citizen = await settleCitizen(fixture)
    const { person } = citizen
    if (isLockedBefore) {
      await lockByPhone(citizen)
      await fixture.settle()
      passed(60_000)
    }
    const thief = fixture.visitor()
    await beginRung(thief, person, 'chip')
    passed(60_000)
    await lock(citizen)
    await fixture.settle()
    passed(60_000)
    await showChip(thief, person)
    assert.equal((await thief.refusal(finishRecovery, newPhone())).code, 'recovery.gone')
  })
}

test('a lock asked anew ends a recovery that was waited out, before any reaction has run; the next goes its way', async () => {
  const citizen = await settleCitizen(fixture)
  const { person } = citizen
  await lockByPhone(citizen)
  await fixture.settle()
  passed(60_000)
  const thief = fixture.visitor()
  await upToWait(fixture, thief, person)
  passed(25 * HOUR_MS)
  await refusedAtCounter(citizen)
  assert.equal((await thief.refusal(finishRecovery, newPhone())).code, 'recovery.gone')
  await fixture.settle()
  passed(60_000)
  const herself = fixture.visitor()
  await beginRung(herself, person, 'chip')
  await showChip(herself, person)
  await showCode(fixture, herself, person.phone)
  await showFace(herself, person.face)
  passed(25 * HOUR_MS)
  await finishOn(herself)
})

test("a voucher is over by what she asked anew as somebody who was seen, also when her phone's thief asks after her", async () => {
  const citizen = await settleCitizen(fixture)
  const { personalNumber } = citizen.person
  await lockByPhone(citizen)
  await fixture.settle()
  const bao = await settleOfficer(fixture)
  const { voucher } = await bao.do(issueVoucher, {
    caseId: await confirmedByFingers(fixture, bao, citizen.person),
  })
  const holder = fixture.visitor()
  await holder.do(redeemVoucher, { personalNumber, voucher })
  passed(1000)
  await refusedAtCounter(citizen)
  passed(1000)
  await lockByPhone(citizen)
  assert.equal((await holder.refusal(finishRecovery, newPhone())).code, 'recovery.gone')
})
