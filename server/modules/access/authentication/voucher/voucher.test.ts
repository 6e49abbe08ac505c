// The counter's voucher on a real database: identity by fingers, by face or by a second pair of eyes, her own
// consent, and a paper that works once.
import assert from 'node:assert/strict'
import { after, afterEach, before, test } from 'node:test'
import { openFixture, type Fixture } from '../../../../../testing/fixture.ts'
import { settleCitizen } from '../../../../../testing/settle-citizen.ts'
import { TestDevice } from '../../../../../testing/test-device.ts'
import { newPerson, type TestPerson } from '../../../../../testing/test-person.ts'
import type { Visitor } from '../../../../../testing/visitor.ts'
import { settleOfficer } from '../../../../../testing/officer.ts'
import { finishOn, pictureOf } from '../../../../../testing/recovery-steps.ts'
import { clockOffset_ms, moveClock } from '../../../../kernel/clock.ts'
import { findSubject } from '../../../people/accounts/open-account.ts'
import { viewAccessLog } from '../../../platform/audit/access-log.ts'
import { viewOverview } from '../../../../../testing/overview.ts'
import { viewMe } from '../../../platform/home/view-me.ts'
import { lockSubject } from '../../../people/locks/lock-subject.ts'
import { redeemVoucher } from '../recovery/begin-recovery.ts'
import { issueVoucher, secondVoucherCase, submitVoucherCase } from './issue-voucher.ts'
import { listVoucherCases, viewVoucherCase } from './open-voucher-case.ts'
import { takeVoucherPortrait } from './voucher-evidence.ts'
import {
  agreeToVoucher,
  confirmedByAnother,
  confirmedByFingers,
  openVoucherFor,
  takeInVain,
  pressOnce,
  takePrintsOf,
  voucherRefusedAtOpening,
} from '../../../../../testing/voucher-steps.ts'

let fixture: Fixture
const clockAtFirst = clockOffset_ms()
before(async () => {
  fixture = await openFixture()
})
afterEach(() => moveClock(clockAtFirst))
after(() => fixture.stop())

const HOUR_MS = 3_600_000
const passed = (ms: number): void => moveClock(clockOffset_ms() + ms)
test('her fingers show who she is: the voucher is printed once, used once, and the old phone is dead', async () => {
  const [bao, { person, visitor: old }] = [await settleOfficer(fixture), await settleCitizen(fixture)]
  const caseId = await openVoucherFor(bao, person)
  assert.equal((await takePrintsOf(bao, caseId, person)).identity, 'fingers')
  assert.equal((await bao.refusal(submitVoucherCase, { caseId })).code, 'voucher.incomplete')
  await agreeToVoucher(fixture, bao, caseId)
  assert.equal((await bao.refusal(issueVoucher, { caseId })).code, 'voucher.not-confirmed')
  assert.equal((await bao.do(submitVoucherCase, { caseId })).state, 'waiting-second')
  assert.equal((await bao.refusal(issueVoucher, { caseId })).code, 'voucher.not-confirmed')
  await confirmedByAnother(fixture, caseId)
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
  const caseId = await confirmedByFingers(fixture, bao, person)
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
  const { voucher } = await bao.do(issueVoucher, { caseId: await confirmedByFingers(fixture, bao, person) })
  assert.equal(
    (await fixture.visitor().refusal(redeemVoucher, { personalNumber: other.personalNumber, voucher })).code,
    'recovery.voucher-wrong',
  )
  assert.equal(
    (await fixture.visitor().do(redeemVoucher, { personalNumber: person.personalNumber, voucher })).step,
    'secrets',
  )
})

test('worn hands: the face alone shows who she is; the officer who took it does not confirm it, however sure the match', async () => {
  const [bao, { person }] = [await settleOfficer(fixture), await settleCitizen(fixture, { hands: 'worn' })]
  const caseId = await openVoucherFor(bao, person)
  const seen = await bao.do(takeVoucherPortrait, { caseId, ...(await pictureOf(person.face)) })
  assert.equal(seen.identity, 'portrait')
  await agreeToVoucher(fixture, bao, caseId)
  const sent = await bao.do(submitVoucherCase, { caseId })
  assert.deepEqual([sent.state, sent.takesTwo, sent.doubts], ['waiting-second', true, []])
  const note = 'Tôi tự xác nhận.'
  const alone = await bao.refusal(secondVoucherCase, { caseId, verdict: 'confirm', note })
  assert.equal(alone.code, 'voucher.same-eyes')
  await confirmedByAnother(fixture, caseId)
})

const unsure = async (officer: Visitor, person: TestPerson): Promise<string> => {
  const caseId = await openVoucherFor(officer, person)
  await takeInVain(officer, caseId, person)
  await agreeToVoucher(fixture, officer, caseId)
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
  const caseId = await openVoucherFor(bao, person)
  await bao.do(takeVoucherPortrait, { caseId, ...(await pictureOf(person.face)) })
  for (const press of [1, 2, 3]) {
    await pressOnce(bao, caseId, other, press)
  }
  await agreeToVoucher(fixture, bao, caseId)
  const seen = await bao.do(submitVoucherCase, { caseId })
  assert.deepEqual([seen.state, seen.reason], ['refused', 'prints-differ'])
})

test('she says no at her own screen, or has no account, or a competent body has locked it: no voucher', async () => {
  const [bao, { person }] = [await settleOfficer(fixture), await settleCitizen(fixture)]
  const declined = await openVoucherFor(bao, person)
  await takePrintsOf(bao, declined, person)
  await agreeToVoucher(fixture, bao, declined, 'declined')
  assert.equal((await bao.do(submitVoucherCase, { caseId: declined })).reason, 'consent-declined')
  const stranger = newPerson()
  await fixture.register(stranger)
  assert.equal((await voucherRefusedAtOpening(bao, stranger)).code, 'voucher.no-account')
  const confirmed = await confirmedByFingers(fixture, bao, person)
  const begun = await openVoucherFor(bao, person)
  const subjectId =
    (await findSubject(fixture.context.tools.read, fixture.context.tools, person.personalNumber)) ??
    assert.fail()
  await fixture.context.transact((work) =>
    lockSubject(work, fixture.context.tools, { subjectId, ground: 'body-request', by: 'body', bodyKey: 'x' }),
  )
  assert.equal((await bao.refusal(issueVoucher, { caseId: confirmed })).code, 'recovery.barred')
  assert.equal((await bao.do(submitVoucherCase, { caseId: begun })).reason, 'account-barred')
  assert.equal((await voucherRefusedAtOpening(bao, person)).code, 'voucher.account-barred')
})
