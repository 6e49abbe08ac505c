// At a desk without registered devices one can work, and another person looks at every case: nobody holds an
// account by what one officer's browser sent.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { faceOf, printAndReceive, walkCard } from '../../../../testing/card-steps.ts'
import { openFixture, type Fixture } from '../../../../testing/fixture.ts'
import { settleCitizen } from '../../../../testing/settle-citizen.ts'
import { newPerson } from '../../../../testing/test-person.ts'
import { walkLevel2 } from '../../../../testing/level-2-steps.ts'
import { newOfficerNumber, settleOfficer } from '../../../../testing/officer.ts'
import { printsOf } from '../../../../testing/prints.ts'
import { pictureOf } from '../../../../testing/recovery-steps.ts'
import { agreeToVoucher, openVoucherFor, takePrintsOf } from '../../../../testing/voucher-steps.ts'
import { newId } from '../../../kernel/id.ts'
import { secondVoucherCase, submitVoucherCase } from '../../access/authentication/voucher/issue-voucher.ts'
import { openVoucherCase } from '../../access/authentication/voucher/open-voucher-case.ts'
import {
  takeVoucherPortrait,
  takeVoucherPrints,
} from '../../access/authentication/voucher/voucher-evidence.ts'
import { secondCard } from '../../cases/cards/decide-card.ts'
import { checkCardRecipient } from '../../cases/cards/hand-over-card.ts'
import { secondLevel2 } from '../../cases/enrolment/level-2/decide-level-2.ts'
import { unsignedOf } from './unsigned.ts'

let fixture: Fixture
before(async () => {
  fixture = await openFixture()
})
after(() => fixture.stop())

const officerWithout = async (personNumber = newOfficerNumber()) => {
  const officer = await settleOfficer(fixture, { personNumber })
  officer.hasDevices = false
  return officer
}

test('an account of level 2 is not issued by what no registered device signed; another person decides', async () => {
  const [bao, thu] = [await officerWithout(), await settleOfficer(fixture)]
  const person = newPerson()
  await fixture.register(person)
  const seen = await walkLevel2(fixture, bao, person)
  assert.equal(seen.state, 'waiting-second')
  assert.deepEqual(
    seen.exceptions.map(({ kind, reason }) => `${kind} ${reason}`),
    ['unsigned chip', 'unsigned portrait', 'unsigned prints'],
  )
  const { caseId } = seen
  const note = 'Đã gặp tại quầy, đúng người.'
  const mine = await bao.refusal(secondLevel2, { caseId, verdict: 'confirm', note })
  assert.equal(mine.code, 'level-2.same-eyes')
  assert.equal((await thu.do(secondLevel2, { caseId, verdict: 'confirm', note })).state, 'accepted')
})

test('with registered devices the same walk is decided by rule, as before', async () => {
  const person = newPerson()
  await fixture.register(person)
  const seen = await walkLevel2(fixture, await settleOfficer(fixture), person)
  assert.deepEqual([seen.state, seen.exceptions], ['accepted', []])
})

test('a capture that a registered device signed stands beside one that none did', async () => {
  // Of one finger in a hundred a single press is not like the register's: hers is, each time.
  const personalNumber = '940191006302'
  const [bao, { person }] = [await officerWithout(), await settleCitizen(fixture, { personalNumber })]
  const caseId = newId()
  await bao.do(openVoucherCase, { caseId, personalNumber: person.personalNumber })
  const [first] = printsOf(person).map(({ template }) => template)
  const unsigned = await bao.do(takeVoucherPrints, { caseId, templates: [first] })
  assert.deepEqual(unsigned.doubts, ['fingers-unsigned'])
  const faces = await bao.do(takeVoucherPortrait, { caseId, ...(await pictureOf(person.face)) })
  assert.deepEqual(faces.doubts, ['portrait-unsigned', 'fingers-unsigned'])
  bao.hasDevices = true
  const [again] = printsOf(person, { press: 2 }).map(({ template }) => template)
  const signed = await bao.do(takeVoucherPrints, { caseId, templates: [again] })
  assert.deepEqual(signed.doubts, ['portrait-unsigned'])
})

test('a card is handed over by one match that a device signed, or by two persons, never by two numbers of one', async () => {
  const personNumber = newOfficerNumber()
  const [bao, alias, thu, printer] = [
    await officerWithout(personNumber),
    await officerWithout(personNumber),
    await officerWithout(),
    await settleOfficer(fixture),
  ]
  const person = newPerson({ cardExpiresOn: '2025-09-30' })
  await fixture.register(person)
  const taker = await settleOfficer(fixture)
  const { caseId } = await walkCard(fixture, taker, person, { kind: 'exchange', reason: 'age-reached' })
  await printAndReceive(fixture, printer, taker, caseId)
  const picture = await faceOf(person.face, 'third')
  const by = async (officer: typeof bao) =>
    (await officer.do(checkCardRecipient, { caseId, picture })).recipient
  const one = await by(bao)
  assert.deepEqual([one.isProven, one.needsAnother], [false, true])
  const same = await by(alias)
  assert.deepEqual([same.isProven, same.needsAnother], [false, true])
  const two = await by(thu)
  assert.deepEqual([two.isProven, two.needsAnother], [true, false])
})

test('a card is not applied for by what no registered device signed; another person decides', async () => {
  const [bao, thu] = [await officerWithout(), await settleOfficer(fixture)]
  const person = newPerson({ cardExpiresOn: '2025-09-30' })
  await fixture.register(person)
  const seen = await walkCard(fixture, bao, person, { kind: 'exchange', reason: 'age-reached' })
  assert.equal(seen.state, 'waiting-second')
  assert.deepEqual(
    seen.exceptions.map(({ kind, reason }) => `${kind} ${reason}`),
    ['unsigned portrait', 'unsigned prints'],
  )
  const confirmed = {
    caseId: seen.caseId,
    verdict: 'confirm',
    note: 'Đã gặp tại quầy, đúng người.',
  } as const
  assert.equal((await bao.refusal(secondCard, confirmed)).code, 'card.same-eyes')
  assert.equal((await thu.refusal(secondCard, { ...confirmed, seen: [] })).code, 'evidence.more-to-see')
  assert.notEqual((await thu.do(secondCard, { ...confirmed, seen: seen.exceptions })).state, 'waiting-second')
})

test('a voucher is confirmed only by who has seen that no device signed what it rests on', async () => {
  const [bao, { person }] = [await officerWithout(), await settleCitizen(fixture)]
  const caseId = await openVoucherFor(bao, person)
  await takePrintsOf(bao, caseId, person)
  await agreeToVoucher(fixture, bao, caseId)
  const { state, doubts } = await bao.do(submitVoucherCase, { caseId })
  assert.deepEqual([state, doubts], ['waiting-second', ['fingers-unsigned']])
  const thu = await settleOfficer(fixture)
  const confirmed = { caseId, verdict: 'confirm', note: 'Đã gặp tại quầy, đúng người.' } as const
  assert.equal(
    (await thu.refusal(secondVoucherCase, { ...confirmed, seen: [] })).code,
    'evidence.more-to-see',
  )
  assert.equal((await thu.do(secondVoucherCase, { ...confirmed, seen: doubts })).state, 'confirmed')
})

test('only what matched rests on its signature: pure', () => {
  const portrait = { score: 1, hints: [], digest: 'a' } as const
  const of = (...tries: [outcome: 'match' | 'no-match', isUnsigned: boolean][]) =>
    unsignedOf({ portraits: tries.map(([outcome, isUnsigned]) => ({ ...portrait, outcome, isUnsigned })) })
  assert.deepEqual(of(), [])
  assert.deepEqual(of(['match', true]), ['portrait'])
  assert.deepEqual(of(['match', true], ['match', false]), [])
  assert.deepEqual(of(['no-match', true]), [])
  const chip = { problems: [], answered: true, expiresOn: null, isUnsigned: true } as const
  assert.deepEqual(unsignedOf({ chip: { ...chip, verdict: 'genuine' } }), ['chip'])
  assert.deepEqual(unsignedOf({ chip: { ...chip, verdict: 'refused' } }), [])
})
