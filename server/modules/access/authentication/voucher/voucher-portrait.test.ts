// An officer alone at her desk has nothing that she could hold before the camera: the register's picture
// comes to other eyes than hers, is known again when it is brought back, and what matches is not enough.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import sharp from 'sharp'
import { openFixture, type Fixture } from '../../../../../testing/fixture.ts'
import { settleCitizen } from '../../../../../testing/settle-citizen.ts'
import { newOfficerNumber, settleOfficer } from '../../../../../testing/officer.ts'
import { pictureOf } from '../../../../../testing/recovery-steps.ts'
import { agreeToVoucher, openVoucherFor, takeInVain } from '../../../../../testing/voucher-steps.ts'
import { castRegisterPortrait } from '../../../../../world/settle-cast.ts'
import { newId } from '../../../../kernel/id.ts'
import { Problem } from '../../../../kernel/problem.ts'
import { issueVoucher, secondVoucherCase, submitVoucherCase } from './issue-voucher.ts'
import { openVoucherCase, viewVoucherCase } from './open-voucher-case.ts'
import { takeVoucherPortrait } from './voucher-evidence.ts'

let fixture: Fixture
before(async () => {
  fixture = await openFixture()
})
after(() => fixture.stop())

test("the register's portrait is shown to whoever takes hers only once the live one has matched, not when every try is used", async () => {
  const [bao, { person }, { person: other }] = [
    await settleOfficer(fixture),
    await settleCitizen(fixture),
    await settleCitizen(fixture),
  ]
  const open = (personalNumber: string) => bao.do(openVoucherCase, { caseId: newId(), personalNumber })
  const opened = await open(person.personalNumber)
  assert.equal(opened.register?.portrait, null)
  const { caseId } = opened
  const matched = await bao.do(takeVoucherPortrait, { caseId, ...(await pictureOf(person.face)) })
  assert.ok(matched.register?.portrait)
  const second = await open(other.personalNumber)
  const shown = []
  for (const face of ['khoa', 'pao', 'man'] as const) {
    const picture = await pictureOf(face)
    const seen = await bao.do(takeVoucherPortrait, { caseId: second.caseId, ...picture })
    shown.push(seen.register?.portrait !== null)
  }
  assert.deepEqual(shown, [false, false, false])
})

test("after tries in vain the second pair of eyes has both pictures, whoever took the case never the register's", async () => {
  const [bao, thu, { person }] = [
    await settleOfficer(fixture),
    await settleOfficer(fixture),
    await settleCitizen(fixture),
  ]
  const caseId = await openVoucherFor(bao, person)
  await takeInVain(bao, caseId, person)
  await agreeToVoucher(fixture, bao, caseId)
  assert.equal((await bao.do(submitVoucherCase, { caseId })).register?.portrait, null)
  assert.equal((await bao.do(viewVoucherCase, { caseId })).register?.portrait, null)
  const seen = await thu.do(viewVoucherCase, { caseId })
  assert.ok(seen.register?.portrait && seen.portrait?.taken)
  const note = 'Không phải người trong ảnh.'
  const denied = await thu.do(secondVoucherCase, { caseId, verdict: 'deny', note })
  assert.deepEqual([denied.state, denied.register?.portrait], ['refused', null])
})

test("one officer alone, with a part of the register's picture and two numbers of her own, is given no voucher", async () => {
  const personNumber = newOfficerNumber()
  const [bao, herself, { person }] = [
    await settleOfficer(fixture, { personNumber }),
    await settleOfficer(fixture, { personNumber }),
    await settleCitizen(fixture),
  ]
  const caseId = await openVoucherFor(bao, person)
  // Wherever she has it from.
  const register = sharp(await castRegisterPortrait({ id: person.face }))
  const { width, height } = await register.metadata()
  const part = { left: 0, top: 0, width: Math.round(width * 0.85), height: Math.round(height * 0.85) }
  const picture = (await register.extract(part).jpeg().toBuffer()).toString('base64')
  await bao.do(takeVoucherPortrait, { caseId, picture }).catch((error: unknown) => {
    assert.ok(error instanceof Problem, String(error))
  })
  // A match or not: the live face of the same person is as good as the best picture.
  await bao.do(takeVoucherPortrait, { caseId, ...(await pictureOf(person.face)) })
  await agreeToVoucher(fixture, bao, caseId)
  assert.equal((await bao.do(submitVoucherCase, { caseId })).state, 'waiting-second')
  for (const one of [bao, herself]) {
    const confirmed = await one.refusal(secondVoucherCase, {
      caseId,
      verdict: 'confirm',
      note: 'Đúng người.',
    })
    assert.equal(confirmed.code, 'voucher.same-eyes')
    assert.equal((await one.refusal(issueVoucher, { caseId })).code, 'voucher.not-confirmed')
  }
})

test("the register's own picture, also saved anew, is refused and stands in her log; it is no try", async () => {
  const [bao, { person }] = [await settleOfficer(fixture), await settleCitizen(fixture)]
  const { caseId } = await bao.do(openVoucherCase, {
    caseId: newId(),
    personalNumber: person.personalNumber,
  })
  const register = await castRegisterPortrait({ id: person.face })
  for (const brought of [register, await sharp(register).resize(400).webp({ quality: 70 }).toBuffer()]) {
    const picture = brought.toString('base64')
    const refused = await bao.refusal(takeVoucherPortrait, { caseId, picture })
    assert.equal(refused.code, 'evidence.register-picture')
  }
  const { rows } = await fixture.pool.query(
    `select 1 from audit_line where purpose = 'voucher-portrait' and outcome = 'evidence.register-picture'
       and subject_id = (select subject_id from account where personal_number = $1)`,
    [person.personalNumber],
  )
  assert.equal(rows.length, 2)
  const seen = await bao.do(takeVoucherPortrait, { caseId, ...(await pictureOf(person.face)) })
  assert.deepEqual([seen.portrait?.outcome, seen.portrait?.tries], ['match', 1])
})
