// An officer alone at her desk has nothing that she could hold before the camera: the register's picture
// comes to her only when no try is left, and is known again when it is brought back.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import sharp from 'sharp'
import { openFixture, settleCitizen, type Fixture } from '../../../../../testing/fixture.ts'
import { settleOfficer } from '../../../../../testing/officer.ts'
import { pictureOf } from '../../../../../testing/recovery-steps.ts'
import { castRegisterPortrait } from '../../../../../world/settle-cast.ts'
import { newId } from '../../../../kernel/id.ts'
import { openVoucherCase } from './open-voucher-case.ts'
import { takeVoucherPortrait } from './voucher-evidence.ts'

let fixture: Fixture
before(async () => {
  fixture = await openFixture()
})
after(() => fixture.stop())

test("the register's portrait is not shown before the live one has matched or every try is used", async () => {
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
  assert.deepEqual(shown, [false, false, true])
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
    `select 1 from audit_line where purpose = 'voucher-portrait' and outcome = 'evidence.register-picture'`,
  )
  assert.equal(rows.length, 2)
  const seen = await bao.do(takeVoucherPortrait, { caseId, ...(await pictureOf(person.face)) })
  assert.deepEqual([seen.portrait?.outcome, seen.portrait?.tries], ['match', 1])
})
