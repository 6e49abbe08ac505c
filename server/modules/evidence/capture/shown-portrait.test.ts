// Whoever was shown the register's picture of a person is not believed about her face alone: other eyes look.
import assert from 'node:assert/strict'
import { after, afterEach, before, test } from 'node:test'
import sharp from 'sharp'
import { faceOf, printAndReceive, walkCard } from '../../../../testing/card-steps.ts'
import { openFixture, type Fixture } from '../../../../testing/fixture.ts'
import { settleCitizen } from '../../../../testing/settle-citizen.ts'
import { newPerson } from '../../../../testing/test-person.ts'
import { newOfficerNumber, settleOfficer } from '../../../../testing/officer.ts'
import { printsOf } from '../../../../testing/prints.ts'
import { pictureOf } from '../../../../testing/recovery-steps.ts'
import { clockOffset_ms, moveClock } from '../../../kernel/clock.ts'
import { newId } from '../../../kernel/id.ts'
import { takeVoucherPortrait } from '../../access/authentication/voucher/voucher-evidence.ts'
import { openVoucherCase } from '../../access/authentication/voucher/open-voucher-case.ts'
import { checkCardRecipient } from '../../cases/cards/hand-over-card.ts'
import { viewCard } from '../../cases/cards/open-card.ts'
import { printCard, receiveCard, viewCardChip } from '../../cases/cards/print-card.ts'
import { searchPerson } from '../../platform/counter/search-person.ts'
import { SMALL } from '../biometrics/face/small-portrait.ts'
import { hasTakenLive, portraitException, portraitVerdict, type PortraitTry } from './portrait.ts'

let fixture: Fixture
const clockAtFirst = clockOffset_ms()
before(async () => {
  fixture = await openFixture()
})
afterEach(() => moveClock(clockAtFirst))
after(() => fixture.stop())

type Officer = Awaited<ReturnType<typeof settleOfficer>>
const search = (officer: Officer, personalNumber: string) =>
  officer.do(searchPerson, { personalNumber, purpose: 'counter-service', withPortrait: true })
const voucherOf = async (officer: Officer, personalNumber: string) =>
  (await officer.do(openVoucherCase, { caseId: newId(), personalNumber })).caseId

test('a search shows a picture of few pixels', async () => {
  const [bao, { person }] = [await settleOfficer(fixture), await settleCitizen(fixture)]
  const url = (await search(bao, person.personalNumber)).person?.portrait ?? assert.fail()
  const shown = await sharp(Buffer.from(url.slice(url.indexOf(',') + 1), 'base64')).metadata()
  assert.ok(shown.width <= SMALL.glance.width && shown.height <= SMALL.glance.height)
})

test('after a search a face that matches is for other eyes, by either number of hers; by a colleague it counts', async () => {
  const personNumber = newOfficerNumber()
  const [bao, alias, thu, { person }] = [
    await settleOfficer(fixture, { personNumber }),
    await settleOfficer(fixture, { personNumber }),
    await settleOfficer(fixture),
    await settleCitizen(fixture),
  ]
  const { personalNumber } = person
  await search(bao, personalNumber)
  const caseId = await voucherOf(alias, personalNumber)
  const hers = await alias.do(takeVoucherPortrait, { caseId, ...(await pictureOf(person.face)) })
  assert.deepEqual(
    [hers.portrait?.outcome, hers.portrait?.verdict, hers.identity, hers.doubts],
    ['match', 'exception', 'second', ['portrait-unsure']],
  )
  const colleagues = await thu.do(takeVoucherPortrait, {
    caseId,
    picture: await faceOf(person.face, 'second'),
  })
  assert.deepEqual([colleagues.portrait?.verdict, colleagues.identity], ['match', 'portrait'])
})

test('a look of two days ago, or at another person, changes nothing', async () => {
  const personNumber = newOfficerNumber()
  const [bao, { person }, { person: other }] = [
    await settleOfficer(fixture, { personNumber }),
    await settleCitizen(fixture),
    await settleCitizen(fixture),
  ]
  await search(bao, person.personalNumber)
  const takenBy = async (officer: Officer, { personalNumber, face }: typeof person) => {
    const caseId = await voucherOf(officer, personalNumber)
    return (await officer.do(takeVoucherPortrait, { caseId, ...(await pictureOf(face)) })).portrait?.verdict
  }
  assert.equal(await takenBy(bao, other), 'match')
  moveClock(clockAtFirst + 49 * 3_600_000)
  const again = await settleOfficer(fixture, { personNumber })
  assert.equal(await takenBy(again, person), 'match')
})

test('a card is not handed over by the face that she took after a search; a colleague may take it', async () => {
  const [bao, thu, ha] = [
    await settleOfficer(fixture),
    await settleOfficer(fixture),
    await settleOfficer(fixture),
  ]
  const person = newPerson({ cardExpiresOn: '2025-09-30' })
  await fixture.register(person)
  const { caseId } = await walkCard(fixture, bao, person, { kind: 'exchange', reason: 'age-reached' })
  await thu.do(printCard, { caseId })
  // Whoever made it sees whom it shows; who takes it in and hands it over is to look at her.
  const isShownTo = async (one: Officer) => (await one.do(viewCard, { caseId })).card?.portrait !== null
  assert.deepEqual([await isShownTo(thu), await isShownTo(ha)], [true, false])
  const { chip } = await thu.do(viewCardChip, { caseId })
  await ha.do(receiveCard, { caseId, chip })
  await fixture.settle()
  await search(ha, person.personalNumber)
  const picture = await faceOf(person.face, 'third')
  const refused = await ha.refusal(checkCardRecipient, { caseId, picture })
  assert.equal(refused.code, 'card.portrait-shown')
  const seen = await bao.do(checkCardRecipient, { caseId, picture })
  assert.deepEqual([seen.recipient.isProven, seen.recipient.triesLeft], [true, 5])
})

test('who was shown her picture hands the card over by a finger of hers', async () => {
  const [bao, thu, ha] = [
    await settleOfficer(fixture),
    await settleOfficer(fixture),
    await settleOfficer(fixture),
  ]
  const person = newPerson({ cardExpiresOn: '2025-09-30' })
  await fixture.register(person)
  const { caseId } = await walkCard(fixture, bao, person, { kind: 'exchange', reason: 'age-reached' })
  await printAndReceive(fixture, thu, ha, caseId)
  await search(ha, person.personalNumber)
  // Whose first finger is not known again lays another one down, as at a counter.
  const proven: unknown[] = []
  for (const { template } of printsOf(person, { press: 3 }).slice(0, 3)) {
    const { recipient } = await ha.do(checkCardRecipient, { caseId, template })
    proven.push(recipient.isProven && recipient.by)
    if (recipient.isProven) {
      break
    }
  }
  assert.equal(proven.at(-1), 'fingerprint')
})

const tryOf = (outcome: PortraitTry['outcome'], isAfterShown: boolean): PortraitTry => ({
  outcome,
  isAfterShown,
  score: 1,
  hints: [],
  digest: `${outcome} ${isAfterShown}`,
})

test('one match without having been shown the picture is enough; one after it is named as what it is', () => {
  const at = new Date('2026-11-26T03:00:00Z')
  const shown = { portraits: [tryOf('unsure', true), tryOf('match', true)] }
  assert.equal(portraitVerdict(shown, at), 'exception')
  assert.deepEqual(portraitException(shown, at), { kind: 'portrait', finger: null, reason: 'shown' })
  assert.equal(portraitVerdict({ portraits: [...shown.portraits, tryOf('match', false)] }, at), 'match')
  assert.equal(portraitVerdict({ portraits: [tryOf('no-match', true)] }, at), 'unfinished')
  // Her own capture hides what she is shown only where she took it before she saw.
  const taken = (isAfterShown: boolean) => ({ portraits: [tryOf('match', isAfterShown)] })
  assert.deepEqual(
    [hasTakenLive(taken(false), true), hasTakenLive(taken(false), false), hasTakenLive(taken(true), true)],
    [true, false, false],
  )
  // As it was stored before this was noted.
  const { isAfterShown: _, ...before } = tryOf('match', false)
  assert.equal(portraitVerdict({ portraits: [before] }, at), 'match')
})
