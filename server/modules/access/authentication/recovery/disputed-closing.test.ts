// Whoever asked to close her account had her phone, its passcode and her messages. Once she has said that it
// was not she, he does not come back in at home with her face: a counter alone gives it back.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openFixture, type Fixture } from '../../../../../testing/fixture.ts'
import { PASSCODE, settleCitizen } from '../../../../../testing/settle-citizen.ts'
import { settleOfficer } from '../../../../../testing/officer.ts'
import { beginRung, finishOn, pictureOf, showCode } from '../../../../../testing/recovery-steps.ts'
import { confirmedByFingers } from '../../../../../testing/voucher-steps.ts'
import { openApp } from '../sessions/open-app.ts'
import { issueVoucher } from '../voucher/issue-voucher.ts'
import { askClosing, confirmClosing } from '../closing/close-account-deeds.ts'
import { redeemVoucher } from './begin-recovery.ts'
import { provePortrait } from './prove-recovery.ts'
import { disputeRecovery, viewOngoingByDevice } from './stop-recovery.ts'

let fixture: Fixture
before(async () => {
  fixture = await openFixture()
})
after(() => fixture.stop())

test('after "not me" to a closing nothing at home gives the account back, and a counter does', async () => {
  const { visitor, device, person } = await settleCitizen(fixture)
  await visitor.do(openApp, { ...(await device.proof(visitor)), passcode: PASSCODE })
  await visitor.do(askClosing, { passcode: PASSCODE })
  await visitor.do(confirmClosing, { code: await fixture.code(person.phone) })
  const [letter] = await fixture.letters(person.email ?? person.phone, /not-me/)
  const code = /(\d{4} \d{4})/.exec(letter?.text ?? '')?.[1] ?? ''
  const { personalNumber } = person
  await fixture.visitor().do(disputeRecovery, { personalNumber, code })
  await fixture.settle()
  const state = await device.proof(visitor, 'recovery-state')
  assert.equal((await visitor.do(viewOngoingByDevice, state)).isOnlyAtCounter, true)
  const byFace = fixture.visitor()
  await beginRung(byFace, person, 'face')
  await showCode(fixture, byFace, person.phone)
  assert.equal((await byFace.refusal(provePortrait, await pictureOf(person.face))).code, 'recovery.barred')
  const officer = await settleOfficer(fixture)
  const caseId = await confirmedByFingers(fixture, officer, person)
  const { voucher } = await officer.do(issueVoucher, { caseId })
  const again = fixture.visitor()
  await again.do(redeemVoucher, { personalNumber, voucher })
  await finishOn(again)
})
