// The counter's voucher on a real database: identity by fingers, by face or by a second pair of eyes, her own
// consent, and a paper that works once.
import assert from 'node:assert/strict'
import { after, afterEach, before, test } from 'node:test'
import {
  newPerson,
  openFixture,
  settleCitizen,
  TestDevice,
  type Fixture,
  type TestPerson,
  type Visitor,
} from '../../../../../testing/fixture.ts'
import { screenBeside, settleOfficer } from '../../../../../testing/officer.ts'
import { printsOf } from '../../../../../testing/prints.ts'
import { finishOn, pictureOf } from '../../../../../testing/recovery-steps.ts'
import type { CastName } from '../../../../../world/portraits/cast-features.ts'
import { clockOffset_ms, moveClock } from '../../../../kernel/clock.ts'
import { newId } from '../../../../kernel/id.ts'
import { findSubject } from '../../../people/accounts/open-account.ts'
import { viewAccessLog } from '../../../platform/audit/access-log.ts'
import { viewOverview } from '../../../../../testing/overview.ts'
import { viewMe } from '../../../platform/home/view-me.ts'
import { lockSubject } from '../../../people/locks/lock-subject.ts'
import { addOffice } from '../../../registry/organisations/add-officer.ts'
import { answerPrompt, viewScreen } from '../../../registry/organisations/desk-screen.ts'
import { redeemVoucher } from '../recovery/begin-recovery.ts'
import { issueVoucher, secondVoucherCase, submitVoucherCase } from './issue-voucher.ts'
import {
  discardVoucherCase,
  listVoucherCases,
  openVoucherCase,
  viewVoucherCase,
} from './open-voucher-case.ts'
import {
  askVoucherConsent,
  exceptVoucherFinger,
  takeVoucherPortrait,
  takeVoucherPrints,
} from './voucher-evidence.ts'
import type { VoucherView } from './voucher-case.ts'

let fixture: Fixture
const clockAtFirst = clockOffset_ms()
before(async () => {
  fixture = await openFixture()
  await fixture.context.transact((work) => addOffice(work, { code: 'KH-02', name: 'Văn phòng khác' }))
})
afterEach(() => moveClock(clockAtFirst))
after(() => fixture.stop())

const HOUR_MS = 3_600_000
const passed = (ms: number): void => moveClock(clockOffset_ms() + ms)
const open = async (officer: Visitor, person: TestPerson): Promise<string> =>
  (await officer.do(openVoucherCase, { caseId: newId(), personalNumber: person.personalNumber })).caseId
const refusedAtOpening = (officer: Visitor, person: TestPerson) =>
  officer.refusal(openVoucherCase, { caseId: newId(), personalNumber: person.personalNumber })
const agree = async (
  officer: Visitor,
  caseId: string,
  answer: 'agreed' | 'declined' = 'agreed',
): Promise<void> => {
  const screen = await screenBeside(fixture, officer)
  await officer.do(askVoucherConsent, { caseId })
  await screen.do(answerPrompt, { promptId: (await screen.do(viewScreen)).prompt?.id ?? '', answer })
}
const prints = (officer: Visitor, caseId: string, of: TestPerson, press = 1): Promise<VoucherView> =>
  officer.do(takeVoucherPrints, {
    caseId,
    templates: printsOf(of, { press }).map(({ template }) => template),
  })
/** The face of another: three tries that do not match, each of other bytes. */
const otherFace = async (
  officer: Visitor,
  caseId: string,
  faces: readonly CastName[],
): Promise<VoucherView | undefined> => {
  let seen
  for (const face of faces) {
    seen = await officer.do(takeVoucherPortrait, { caseId, ...(await pictureOf(face)) })
  }
  return seen
}
const confirmedByFingers = async (officer: Visitor, person: TestPerson): Promise<string> => {
  const caseId = await open(officer, person)
  await prints(officer, caseId, person)
  await agree(officer, caseId)
  assert.equal((await officer.do(submitVoucherCase, { caseId })).state, 'confirmed')
  return caseId
}

test('her fingers show who she is: the voucher is printed once, used once, and the old phone is dead', async () => {
  const [bao, { person, visitor: old }] = [await settleOfficer(fixture), await settleCitizen(fixture)]
  const caseId = await open(bao, person)
  assert.equal((await prints(bao, caseId, person)).identity, 'fingers')
  assert.equal((await bao.refusal(submitVoucherCase, { caseId })).code, 'voucher.incomplete')
  await agree(bao, caseId)
  assert.equal((await bao.refusal(issueVoucher, { caseId })).code, 'voucher.not-confirmed')
  assert.equal((await bao.do(submitVoucherCase, { caseId })).state, 'confirmed')
  const { voucher, case: seen } = await bao.do(issueVoucher, { caseId })
  assert.match(voucher, /^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/)
  assert.equal(seen.state, 'issued')
  await fixture.settle()
  await fixture.letters(person.phone, /vừa in phiếu lấy lại tài khoản/)
  const phone = fixture.visitor()
  assert.equal(
    (
      await phone.do(redeemVoucher, {
        personalNumber: person.personalNumber,
        voucher: voucher.toLowerCase().replaceAll('-', ' '),
      })
    ).step,
    'secrets',
  )
  assert.equal(
    (await fixture.visitor().refusal(redeemVoucher, { personalNumber: person.personalNumber, voucher })).code,
    'recovery.voucher-wrong',
  )
  await finishOn(phone, new TestDevice())
  assert.equal((await phone.do(viewMe)).state, 'active')
  assert.equal((await old.refusal(viewMe)).code, 'session.required')
  const purposes = (await phone.do(viewAccessLog)).items.map(
    ({ purpose, whoKind }) => `${whoKind} ${purpose}`,
  )
  for (const wanted of [
    'officer voucher-opened',
    'officer voucher-prints',
    'officer voucher-decision',
    'officer voucher-issued',
    'holder desk-answer',
  ]) {
    assert.ok(purposes.includes(wanted), `${wanted} in ${purposes.join()}`)
  }
})

test('a voucher printed anew makes the earlier one worthless; none outlives its day, and none is printed long after she was seen', async () => {
  const [bao, { person }] = [await settleOfficer(fixture), await settleCitizen(fixture)]
  const caseId = await confirmedByFingers(bao, person)
  const [first, second] = [await bao.do(issueVoucher, { caseId }), await bao.do(issueVoucher, { caseId })]
  const redeem = (voucher: string) =>
    fixture.visitor().refusal(redeemVoucher, { personalNumber: person.personalNumber, voucher })
  assert.notEqual(first.voucher, second.voucher)
  assert.equal((await redeem(first.voucher)).code, 'recovery.voucher-wrong')
  passed(3 * HOUR_MS)
  assert.equal(
    (await (await settleOfficer(fixture)).refusal(issueVoucher, { caseId })).code,
    'voucher.not-confirmed',
  )
  passed(22 * HOUR_MS)
  assert.equal((await redeem(second.voucher)).code, 'recovery.voucher-wrong')
})

test("another person's number and a right voucher open nothing, and the voucher stays good for its own", async () => {
  const [bao, { person }, { person: other }] = [
    await settleOfficer(fixture),
    await settleCitizen(fixture),
    await settleCitizen(fixture),
  ]
  const { voucher } = await bao.do(issueVoucher, { caseId: await confirmedByFingers(bao, person) })
  assert.equal(
    (await fixture.visitor().refusal(redeemVoucher, { personalNumber: other.personalNumber, voucher })).code,
    'recovery.voucher-wrong',
  )
  assert.equal(
    (await fixture.visitor().do(redeemVoucher, { personalNumber: person.personalNumber, voucher })).step,
    'secrets',
  )
})

test('worn hands: the face alone shows who she is', async () => {
  const [bao, { person }] = [await settleOfficer(fixture), await settleCitizen(fixture, { hands: 'worn' })]
  const caseId = await open(bao, person)
  const seen = await bao.do(takeVoucherPortrait, { caseId, ...(await pictureOf(person.face)) })
  assert.equal(seen.identity, 'portrait')
  await agree(bao, caseId)
  assert.equal((await bao.do(submitVoucherCase, { caseId })).state, 'confirmed')
})

const unsure = async (officer: Visitor, person: TestPerson): Promise<string> => {
  const caseId = await open(officer, person)
  await otherFace(
    officer,
    caseId,
    (['khoa', 'pao', 'emma', 'man', 'hanh'] as const).filter((face) => face !== person.face).slice(0, 3),
  )
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
  await agree(officer, caseId)
  const seen = await officer.do(submitVoucherCase, { caseId })
  assert.deepEqual(
    [seen.state, seen.identity, seen.doubts],
    ['waiting-second', 'second', ['portrait-differs', 'fingers-unread']],
  )
  return caseId
}

test('neither decides: another pair of eyes confirms, never the officer who took it, and every picture goes with the decision', async () => {
  const [bao, thu, { person }] = [
    await settleOfficer(fixture),
    await settleOfficer(fixture),
    await settleCitizen(fixture),
  ]
  const caseId = await unsure(bao, person)
  assert.equal(
    (await bao.refusal(secondVoucherCase, { caseId, verdict: 'confirm', note: 'Tôi tự xác nhận.' })).code,
    'voucher.same-eyes',
  )
  assert.equal((await bao.refusal(issueVoucher, { caseId })).code, 'voucher.not-confirmed')
  assert.ok(
    (await thu.do(viewOverview)).queues.some(
      ({ key, waiting }) => key === 'recovery-second' && waiting === 1,
    ),
  )
  assert.deepEqual(
    (await thu.do(listVoucherCases, { which: 'second' })).items.map((one) => [one.caseId, one.isMine]),
    [[caseId, false]],
  )
  assert.ok((await thu.do(viewVoucherCase, { caseId })).portrait?.taken)
  const seen = await thu.do(secondVoucherCase, {
    caseId,
    verdict: 'confirm',
    note: 'Đã đối chiếu sổ hộ khẩu và hỏi người làm chứng.',
  })
  assert.deepEqual([seen.state, seen.portrait?.taken], ['confirmed', null])
  assert.ok((await bao.do(issueVoucher, { caseId })).voucher)
  assert.deepEqual((await thu.do(listVoucherCases, { which: 'second' })).items, [])
})

test('denied by the second pair of eyes, it is over', async () => {
  const [bao, thu, { person }] = [
    await settleOfficer(fixture),
    await settleOfficer(fixture),
    await settleCitizen(fixture),
  ]
  const caseId = await unsure(bao, person)
  const seen = await thu.do(secondVoucherCase, {
    caseId,
    verdict: 'deny',
    note: 'Không phải người trong ảnh.',
  })
  assert.deepEqual([seen.state, seen.reason], ['refused', 'denied'])
  assert.equal((await bao.refusal(issueVoucher, { caseId })).code, 'voucher.not-confirmed')
  assert.equal(
    (await thu.refusal(secondVoucherCase, { caseId, verdict: 'confirm', note: 'Đổi ý, xác nhận.' })).code,
    'voucher.not-waiting',
  )
})

test("fingers that were read well and are another's end it, whatever the face says", async () => {
  const [bao, { person }, { person: other }] = [
    await settleOfficer(fixture),
    await settleCitizen(fixture),
    await settleCitizen(fixture),
  ]
  const caseId = await open(bao, person)
  await bao.do(takeVoucherPortrait, { caseId, ...(await pictureOf(person.face)) })
  for (const press of [1, 2, 3]) {
    await prints(bao, caseId, other, press)
  }
  await agree(bao, caseId)
  const seen = await bao.do(submitVoucherCase, { caseId })
  assert.deepEqual([seen.state, seen.reason], ['refused', 'prints-differ'])
})

test('she says no at her own screen, or has no account, or a competent body has locked it: no voucher', async () => {
  const [bao, { person }] = [await settleOfficer(fixture), await settleCitizen(fixture)]
  const declined = await open(bao, person)
  await prints(bao, declined, person)
  await agree(bao, declined, 'declined')
  assert.equal((await bao.do(submitVoucherCase, { caseId: declined })).reason, 'consent-declined')
  const stranger = newPerson()
  await fixture.register(stranger)
  assert.equal((await refusedAtOpening(bao, stranger)).code, 'voucher.no-account')
  const confirmed = await confirmedByFingers(bao, person)
  const begun = await open(bao, person)
  const subjectId =
    (await findSubject(fixture.context.tools.read, fixture.context.tools, person.personalNumber)) ??
    assert.fail()
  await fixture.context.transact((work) =>
    lockSubject(work, fixture.context.tools, { subjectId, ground: 'body-request', by: 'body', bodyKey: 'x' }),
  )
  assert.equal((await bao.refusal(issueVoucher, { caseId: confirmed })).code, 'recovery.barred')
  assert.equal((await bao.do(submitVoucherCase, { caseId: begun })).reason, 'account-barred')
  assert.equal((await refusedAtOpening(bao, person)).code, 'voucher.account-barred')
})

test('what the register tells is said before anything is taken, and the person sees that it was read', async () => {
  const { person, visitor } = await settleCitizen(fixture)
  const bao = await settleOfficer(fixture, { officeCode: 'KH-02' })
  assert.equal((await refusedAtOpening(bao, newPerson())).code, 'voucher.not-in-register')
  const openings = async () =>
    (await visitor.do(viewAccessLog, {})).items.filter(({ purpose }) => purpose === 'voucher-opened')
  assert.equal((await openings()).length, 0)
  await fixture.register({ ...person, lifeStatus: 'dead' })
  assert.equal((await refusedAtOpening(bao, person)).code, 'voucher.deceased')
  assert.equal((await openings()).length, 1)
  assert.deepEqual(
    (await bao.do(listVoucherCases, { which: 'open' })).items.filter(({ name }) => name === person.fullName),
    [],
  )
})

test('that somebody else is at a case of hers is told to an officer, and she sees that it was', async () => {
  const { person, visitor } = await settleCitizen(fixture)
  const [bao, thu] = [await settleOfficer(fixture), await settleOfficer(fixture)]
  await open(bao, person)
  const openings = async () =>
    (await visitor.do(viewAccessLog, {})).items.filter(({ purpose }) => purpose === 'voucher-opened').length
  assert.equal(await openings(), 1)
  assert.equal((await refusedAtOpening(thu, person)).code, 'voucher.other-case-open')
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
  const caseId = await open(bao, person)
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
