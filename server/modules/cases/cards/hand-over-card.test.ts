// Cards printed and handed over: who may not, to whom not, and which chips are not taken.
import assert from 'node:assert/strict'
import { generateKeyPairSync, sign, type KeyObject } from 'node:crypto'
import { after, afterEach, before, test } from 'node:test'
import {
  answerAtScreen,
  faceOf,
  handOverTo,
  printAndReceive,
  walkCard,
} from '../../../../testing/card-steps.ts'
import { openFixture, type Fixture } from '../../../../testing/fixture.ts'
import { applyFor, settleCitizen } from '../../../../testing/settle-citizen.ts'
import { newPerson, type TestPerson } from '../../../../testing/test-person.ts'
import { screenBeside, settleOfficer } from '../../../../testing/officer.ts'
import { printsOf } from '../../../../testing/prints.ts'
import { clockOffset_ms, moveClock } from '../../../kernel/clock.ts'
import { cardsOf } from '../../registry/population/find-person.ts'
import { secondCard } from './decide-card.ts'
import { askCardReceipt, checkCardRecipient, handOverCard, readNewChip } from './hand-over-card.ts'
import { viewCard, withdrawCard } from './open-card.ts'
import { drawCardChallenge, printCard, receiveCard, spoilCard, viewCardChip } from './print-card.ts'

let fixture: Fixture
const clockAtFirst = clockOffset_ms()
before(async () => {
  fixture = await openFixture()
})
afterEach(() => moveClock(clockAtFirst))
after(() => fixture.stop())

const registered = async (): Promise<TestPerson> => {
  const person = newPerson({ cardExpiresOn: '2025-09-30' })
  await fixture.register(person)
  return person
}
const statesOf = async (person: TestPerson) =>
  (await cardsOf(fixture.context.tools.read, person.personalNumber)).map(({ state }) => state)
const accepted = async (officer: Awaited<ReturnType<typeof settleOfficer>>, person: TestPerson) =>
  (await walkCard(fixture, officer, person, { kind: 'exchange', reason: 'age-reached' })).caseId

test('whoever took the application does not print, whoever printed does not hand over, and nothing is printed twice', async () => {
  const [bao, thu, person] = [await settleOfficer(fixture), await settleOfficer(fixture), await registered()]
  const caseId = await accepted(bao, person)
  assert.equal((await bao.refusal(printCard, { caseId })).code, 'card.same-eyes')
  assert.equal((await thu.refusal(viewCardChip, { caseId })).code, 'card.not-printed')
  assert.equal(
    (await thu.refusal(printCard, { caseId, answerKey: Buffer.from('no key').toString('base64') })).code,
    'card.bad-chip-key',
  )
  await thu.do(printCard, { caseId })
  assert.equal((await thu.refusal(printCard, { caseId })).code, 'card.not-to-print')
  assert.equal(
    (await (await settleOfficer(fixture)).refusal(printCard, { caseId })).code,
    'card.not-to-print',
  )
  assert.equal(
    (
      await (
        await settleOfficer(fixture, { tasks: ['card.take', 'card.hand-over'] })
      ).refusal(viewCardChip, { caseId })
    ).code,
    'permit.refused',
  )
  const { chip } = await thu.do(viewCardChip, { caseId })
  await bao.do(receiveCard, { caseId, chip })
  assert.equal((await thu.refusal(viewCardChip, { caseId })).code, 'card.not-printed')
  assert.equal((await bao.refusal(receiveCard, { caseId, chip })).code, 'card.not-printed')
  assert.equal((await thu.refusal(handOverCard, { caseId })).code, 'card.same-eyes')
  assert.equal((await bao.do(withdrawCard, { caseId, note: 'Không ai đến lấy' })).state, 'withdrawn')
  assert.equal((await bao.refusal(handOverCard, { caseId })).code, 'card.not-ready')
  assert.equal((await bao.refusal(withdrawCard, { caseId, note: 'lần nữa' })).code, 'card.closed')
})

test('without a signer whom we trust nothing is printed', async () => {
  const [bao, thu, person] = [await settleOfficer(fixture), await settleOfficer(fixture), await registered()]
  const caseId = await accepted(bao, person)
  await fixture.pool.query(`update chip_signer set not_after = not_after - interval '60 years'`)
  try {
    assert.equal((await thu.refusal(printCard, { caseId })).code, 'card.no-signer')
  } finally {
    await fixture.pool.query(`update chip_signer set not_after = not_after + interval '60 years'`)
  }
  assert.equal((await thu.do(viewCard, { caseId })).state, 'accepted')
})

test("a chip that is another card's, altered, or of a card made before is not received and not handed over; a spoiled card is made anew", async () => {
  const [bao, thu, person, other] = [
    await settleOfficer(fixture),
    await settleOfficer(fixture),
    await registered(),
    await registered(),
  ]
  const [caseId, otherId] = [await accepted(bao, person), await accepted(bao, other)]
  await thu.do(printCard, { caseId: otherId })
  const { chip: othersChip } = await thu.do(viewCardChip, { caseId: otherId })
  await thu.do(printCard, { caseId })
  const { chip: spoiled } = await thu.do(viewCardChip, { caseId })
  await thu.do(spoilCard, { caseId, note: 'Phôi bị xước' })
  await thu.do(printCard, { caseId })
  const { chip } = await thu.do(viewCardChip, { caseId })
  const altered = { ...chip, dg13: othersChip['dg13'] ?? '' }
  for (const wrong of [othersChip, spoiled, altered, { sod: chip['sod'] ?? '' }, {}]) {
    assert.equal((await bao.refusal(receiveCard, { caseId, chip: wrong })).code, 'card.chip-differs')
  }
  await bao.do(receiveCard, { caseId, chip })
  for (const wrong of [othersChip, spoiled, altered]) {
    assert.equal((await bao.refusal(readNewChip, { caseId, chip: wrong })).code, 'card.chip-differs')
  }
  assert.deepEqual(await statesOf(person), ['valid'])
})

test('a card that was made with a key is here only when that key answers; its files alone are no card', async () => {
  const [bao, thu, person] = [await settleOfficer(fixture), await settleOfficer(fixture), await registered()]
  const caseId = await accepted(bao, person)
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const answerKey = publicKey.export({ format: 'der', type: 'spki' }).toString('base64')
  await thu.do(printCard, { caseId, answerKey })
  const { chip } = await thu.do(viewCardChip, { caseId })
  const answered = async (key: KeyObject) => {
    const { challenge } = await bao.do(drawCardChallenge, { caseId })
    const bytes = Buffer.from(challenge, 'base64url')
    const answer = sign('sha256', bytes, { key, dsaEncoding: 'ieee-p1363' }).toString('base64')
    return { caseId, chip, challenge, answer }
  }
  const copy = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey
  assert.equal((await bao.refusal(receiveCard, { caseId, chip })).code, 'card.chip-unproven')
  assert.equal((await bao.refusal(receiveCard, await answered(copy))).code, 'card.chip-unproven')
  await bao.do(receiveCard, await answered(privateKey))
  assert.equal((await bao.refusal(readNewChip, { caseId, chip })).code, 'card.chip-unproven')
  assert.equal((await bao.refusal(readNewChip, await answered(copy))).code, 'card.chip-unproven')
  const given = await answered(privateKey)
  await bao.do(readNewChip, given)
  assert.equal((await bao.refusal(readNewChip, given)).code, 'card.chip-unproven', 'an answer counts once')
})

test('the card goes to nobody else: her face or finger, the chip and her receipt, all of this day', async () => {
  const [bao, thu, person, stranger] = [
    await settleOfficer(fixture),
    await settleOfficer(fixture),
    await registered(),
    await registered(),
  ]
  const caseId = await accepted(bao, person)
  assert.equal(
    (await bao.refusal(handOverCard, { caseId })).code,
    'card.same-eyes',
    'nothing was printed: nobody is second to it',
  )
  const chip = await printAndReceive(fixture, thu, bao, caseId)
  assert.equal((await bao.refusal(checkCardRecipient, { caseId })).code, 'request.invalid')
  // Pressed now: what was taken for the application is no proof of who stands here.
  const finger = (of: TestPerson, press = 9) =>
    printsOf(of, { press, which: ['right-index'] })[0]?.template ?? ''
  assert.equal(
    (await bao.do(checkCardRecipient, { caseId, picture: await faceOf('khoa') })).recipient.isProven,
    false,
  )
  const second = await bao.do(checkCardRecipient, { caseId, template: finger(stranger) })
  assert.deepEqual([second.recipient.isProven, second.recipient.triesLeft], [false, 3])
  await bao.do(readNewChip, { caseId, chip })
  const screen = await screenBeside(fixture, bao)
  await bao.do(askCardReceipt, { caseId })
  await answerAtScreen(screen)
  assert.equal((await bao.refusal(handOverCard, { caseId })).code, 'card.incomplete')
  for (const face of ['khoa', 'pao', 'man'] as const) {
    await bao.do(checkCardRecipient, { caseId, picture: await faceOf(face) })
  }
  assert.equal(
    (await bao.refusal(checkCardRecipient, { caseId, template: finger(person) })).code,
    'card.recipient-spent',
  )
  moveClock(clockAtFirst + 24 * 3_600_000)
  const later = await settleOfficer(fixture)
  assert.equal(
    (await later.do(checkCardRecipient, { caseId, template: finger(person) })).recipient.by,
    'fingerprint',
  )
  assert.equal(
    (await later.refusal(handOverCard, { caseId })).code,
    'card.incomplete',
    'the chip was read yesterday',
  )
  await later.do(readNewChip, { caseId, chip })
  assert.equal((await later.do(handOverCard, { caseId })).state, 'handed-over')
  assert.equal((await later.refusal(handOverCard, { caseId })).code, 'card.not-ready')
  assert.equal((await later.refusal(askCardReceipt, { caseId })).code, 'card.not-ready')
})

test('not received yet, she keeps the old card; a second card of one day is not made', async () => {
  const [bao, thu, person] = [await settleOfficer(fixture), await settleOfficer(fixture), await registered()]
  const caseId = await accepted(bao, person)
  const chip = await printAndReceive(fixture, thu, bao, caseId)
  await bao.do(checkCardRecipient, { caseId, picture: await faceOf(person.face) })
  await bao.do(readNewChip, { caseId, chip })
  const screen = await screenBeside(fixture, bao)
  await bao.do(askCardReceipt, { caseId })
  await answerAtScreen(screen, 'declined')
  assert.equal((await bao.refusal(handOverCard, { caseId })).code, 'card.incomplete')
  assert.deepEqual(await statesOf(person), ['valid'])
  await handOverTo(fixture, bao, caseId, person, chip)
  const wish = { kind: 'exchange', reason: 'age-reached', sitting: 'third' } as const
  const again = (await walkCard(fixture, bao, person, wish)).caseId
  assert.equal((await thu.refusal(printCard, { caseId: again })).code, 'card.one-a-day')
})

test('who has died meanwhile, or whose card is held, is given none', async () => {
  const [bao, thu, person] = [await settleOfficer(fixture), await settleOfficer(fixture), await registered()]
  const caseId = await accepted(bao, person)
  const cardIs = (state: string) =>
    fixture.pool.query('update card set state = $2 where personal_number = $1', [
      person.personalNumber,
      state,
    ])
  await cardIs('held')
  assert.equal((await thu.refusal(printCard, { caseId })).code, 'card.register-forbids')
  await cardIs('valid')
  await printAndReceive(fixture, thu, bao, caseId)
  await fixture.pool.query(`update person set life_status = 'dead' where personal_number = $1`, [
    person.personalNumber,
  ])
  assert.equal((await bao.refusal(handOverCard, { caseId })).code, 'card.register-forbids')
  assert.deepEqual(await statesOf(person), ['valid'])
})

test('an account of another phone becomes hers only when a second pair of eyes has agreed to it', async () => {
  const [bao, thu] = [await settleOfficer(fixture), await settleOfficer(fixture)]
  const { person } = await settleCitizen(fixture, { cardExpiresOn: '2041-04-12' })
  const own = newPerson()
  const seen = await walkCard(fixture, bao, person, {
    kind: 'exchange',
    reason: 'holder-asks',
    withAccount: true,
    phone: own.phone,
  })
  assert.deepEqual(
    [seen.state, seen.exceptions.map(({ kind }) => kind)],
    ['waiting-second', ['displacement']],
  )
  const { caseId } = seen
  const confirmed = { caseId, verdict: 'confirm', note: 'Đúng người, số cũ không phải của chị' } as const
  assert.equal((await thu.refusal(secondCard, { ...confirmed, seen: [] })).code, 'evidence.more-to-see')
  await thu.do(secondCard, { ...confirmed, seen: seen.exceptions })
  const chip = await printAndReceive(fixture, thu, bao, caseId)
  assert.equal((await handOverTo(fixture, bao, caseId, person, chip)).accountDone, 'displaced')
  await fixture.letters(person.phone, /đã chuyển về chủ/)
  await fixture.letters(own.phone, /cấp tài khoản mức 2/)
})

test("a phone that is another account's only way becomes hers with the card only when a second pair of eyes has seen it", async () => {
  const [bao, thu] = [await settleOfficer(fixture), await settleOfficer(fixture)]
  const holder = newPerson()
  await fixture.register(holder)
  assert.equal((await applyFor(fixture, fixture.visitor(), holder)).status.state, 'accepted')
  const person = await registered()
  const seen = await walkCard(fixture, bao, person, {
    kind: 'exchange',
    reason: 'holder-asks',
    withAccount: true,
    phone: holder.phone,
  })
  assert.deepEqual(
    [seen.state, seen.exceptions.map(({ kind }) => kind)],
    ['waiting-second', ['phone-of-another']],
  )
  const { caseId } = seen
  await thu.do(secondCard, { caseId, verdict: 'confirm', note: 'Máy trong tay chị' })
  const chip = await printAndReceive(fixture, thu, bao, caseId)
  assert.equal((await handOverTo(fixture, bao, caseId, person, chip)).accountDone, 'issued')
})
