/** Voucher cases as people of the fixture go through them: taken by one officer, confirmed by another. */
import assert from 'node:assert/strict'
import { newId } from '../server/kernel/id.ts'
import {
  secondVoucherCase,
  submitVoucherCase,
} from '../server/modules/access/authentication/voucher/issue-voucher.ts'
import { openVoucherCase } from '../server/modules/access/authentication/voucher/open-voucher-case.ts'
import type { VoucherView } from '../server/modules/access/authentication/voucher/voucher-case.ts'
import {
  askVoucherConsent,
  exceptVoucherFinger,
  takeVoucherPortrait,
  takeVoucherPrints,
} from '../server/modules/access/authentication/voucher/voucher-evidence.ts'
import { answerPrompt, viewScreen } from '../server/modules/registry/organisations/desk-screen.ts'
import type { Fixture } from './fixture.ts'
import type { TestPerson } from './test-person.ts'
import type { Visitor } from './visitor.ts'
import { screenBeside, settleOfficer } from './officer.ts'
import { printsOf } from './prints.ts'
import { pictureOf } from './recovery-steps.ts'

export const openVoucherFor = async (officer: Visitor, person: TestPerson): Promise<string> =>
  (await officer.do(openVoucherCase, { caseId: newId(), personalNumber: person.personalNumber })).caseId
export const voucherRefusedAtOpening = (officer: Visitor, person: TestPerson) =>
  officer.refusal(openVoucherCase, { caseId: newId(), personalNumber: person.personalNumber })
export const agreeToVoucher = async (
  fixture: Fixture,
  officer: Visitor,
  caseId: string,
  answer: 'agreed' | 'declined' = 'agreed',
): Promise<void> => {
  const screen = await screenBeside(fixture, officer)
  await officer.do(askVoucherConsent, { caseId })
  await screen.do(answerPrompt, { promptId: (await screen.do(viewScreen)).prompt?.id ?? '', answer })
}
export const pressOnce = (
  officer: Visitor,
  caseId: string,
  of: TestPerson,
  press: number,
): Promise<VoucherView> =>
  officer.do(takeVoucherPrints, {
    caseId,
    templates: printsOf(of, { press }).map(({ template }) => template),
  })
/** One press in a hundred is not read well enough: she presses again, as anybody would. */
export const takePrintsOf = async (
  officer: Visitor,
  caseId: string,
  of: TestPerson,
): Promise<VoucherView> => {
  let seen = await pressOnce(officer, caseId, of, 1)
  for (let press = 2; seen.identity === 'unfinished' && press <= 3; press++) {
    seen = await pressOnce(officer, caseId, of, press)
  }
  return seen
}

/** Another officer, signed in at the same office, has met her. */
export const confirmedByAnother = async (fixture: Fixture, caseId: string): Promise<void> => {
  const other = await settleOfficer(fixture)
  const note = 'Đã gặp tại quầy, đúng người.'
  const seen = await other.do(secondVoucherCase, { caseId, verdict: 'confirm', note })
  assert.equal(seen.state, 'confirmed')
}
export const confirmedByFingers = async (
  fixture: Fixture,
  officer: Visitor,
  person: TestPerson,
): Promise<string> => {
  const caseId = await openVoucherFor(officer, person)
  await takePrintsOf(officer, caseId, person)
  await agreeToVoucher(fixture, officer, caseId)
  assert.equal((await officer.do(submitVoucherCase, { caseId })).state, 'waiting-second')
  await confirmedByAnother(fixture, caseId)
  return caseId
}

/** Three faces of others, and no finger that can be read: neither decides. */
export const takeInVain = async (officer: Visitor, caseId: string, person: TestPerson): Promise<void> => {
  const faces = (['khoa', 'pao', 'emma', 'man', 'hanh'] as const).filter((face) => face !== person.face)
  for (const face of faces.slice(0, 3)) {
    await officer.do(takeVoucherPortrait, { caseId, ...(await pictureOf(face)) })
  }
  for (const finger of [
    'right-index',
    'left-index',
    'right-thumb',
    'left-thumb',
    'right-middle',
    'left-middle',
  ] as const) {
    await officer.do(exceptVoucherFinger, { caseId, finger, reason: 'injured' })
  }
}
