// Who may open a voucher case, for whom, and what the register tells before anything is taken.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openFixture, type Fixture } from '../../../../../testing/fixture.ts'
import { settleCitizen } from '../../../../../testing/settle-citizen.ts'
import { newPerson } from '../../../../../testing/test-person.ts'
import { settleOfficer } from '../../../../../testing/officer.ts'
import { newId } from '../../../../kernel/id.ts'
import { viewAccessLog } from '../../../platform/audit/access-log.ts'
import { addOffice } from '../../../registry/organisations/add-officer.ts'
import { submitVoucherCase } from './issue-voucher.ts'
import {
  discardVoucherCase,
  listVoucherCases,
  openVoucherCase,
  viewVoucherCase,
} from './open-voucher-case.ts'
import { openVoucherFor, voucherRefusedAtOpening } from '../../../../../testing/voucher-steps.ts'

let fixture: Fixture
before(async () => {
  fixture = await openFixture()
  await fixture.context.transact((work) => addOffice(work, { code: 'KH-02', name: 'Văn phòng khác' }))
})
after(() => fixture.stop())

test('what the register tells is said before anything is taken, and the person sees that it was read', async () => {
  const { person, visitor } = await settleCitizen(fixture)
  const bao = await settleOfficer(fixture, { officeCode: 'KH-02' })
  assert.equal((await voucherRefusedAtOpening(bao, newPerson())).code, 'voucher.not-in-register')
  const openings = async () =>
    (await visitor.do(viewAccessLog, {})).items.filter(({ purpose }) => purpose === 'voucher-opened')
  assert.equal((await openings()).length, 0)
  await fixture.register({ ...person, lifeStatus: 'dead' })
  assert.equal((await voucherRefusedAtOpening(bao, person)).code, 'voucher.deceased')
  assert.equal((await openings()).length, 1)
  assert.deepEqual(
    (await bao.do(listVoucherCases, { which: 'open' })).items.filter(({ name }) => name === person.fullName),
    [],
  )
})

test('that somebody else is at a case of hers is told to an officer, and she sees that it was', async () => {
  const { person, visitor } = await settleCitizen(fixture)
  const [bao, thu] = [await settleOfficer(fixture), await settleOfficer(fixture)]
  await openVoucherFor(bao, person)
  const openings = async () =>
    (await visitor.do(viewAccessLog, {})).items.filter(({ purpose }) => purpose === 'voucher-opened').length
  assert.equal(await openings(), 1)
  assert.equal((await voucherRefusedAtOpening(thu, person)).code, 'voucher.other-case-open')
  assert.equal(await openings(), 2)
})

test('nobody for herself, nobody of another office, nobody without the task; one case at a time', async () => {
  const { person } = await settleCitizen(fixture)
  const [bao, self] = [
    await settleOfficer(fixture),
    await settleOfficer(fixture, { personNumber: person.personalNumber }),
  ]
  assert.equal(
    (await self.refusal(openVoucherCase, { caseId: newId(), personalNumber: person.personalNumber })).code,
    'voucher.about-yourself',
  )
  const without = await settleOfficer(fixture, { tasks: ['level-2.take', 'recovery.second'] })
  assert.equal(
    (await without.refusal(openVoucherCase, { caseId: newId(), personalNumber: person.personalNumber })).code,
    'permit.refused',
  )
  const caseId = await openVoucherFor(bao, person)
  const elsewhere = await settleOfficer(fixture, { officeCode: 'KH-02' })
  assert.equal((await elsewhere.refusal(viewVoucherCase, { caseId })).code, 'voucher.no-such-case')
  assert.equal(
    (
      await (
        await settleOfficer(fixture)
      ).refusal(openVoucherCase, { caseId: newId(), personalNumber: person.personalNumber })
    ).code,
    'voucher.other-case-open',
  )
  assert.equal((await bao.do(discardVoucherCase, { caseId, note: 'Người dân ra về.' })).state, 'discarded')
  assert.equal((await bao.refusal(submitVoucherCase, { caseId })).code, 'voucher.closed')
})
