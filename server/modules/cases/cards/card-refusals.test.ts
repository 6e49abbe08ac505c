// Cards: who and what is refused at each step, and why.
import assert from 'node:assert/strict'
import { after, afterEach, before, test } from 'node:test'
import {
  answerAtScreen,
  faceOf,
  openCardFor,
  printAndReceive,
  takeCardPrintsOf,
  walkCard,
} from '../../../../testing/card-steps.ts'
import { openFixture, type Fixture } from '../../../../testing/fixture.ts'
import { settleCitizen } from '../../../../testing/settle-citizen.ts'
import { newPerson, type TestPerson } from '../../../../testing/test-person.ts'
import { screenBeside, settleOfficer } from '../../../../testing/officer.ts'
import { clockOffset_ms, moveClock, now } from '../../../kernel/clock.ts'
import { newId } from '../../../kernel/id.ts'
import { dayInVietnam } from '../../../kernel/policy.ts'
import { addOffice } from '../../registry/organisations/add-officer.ts'
import { secondCard, submitCard } from './decide-card.ts'
import { askCardReceipt, handOverCard } from './hand-over-card.ts'
import { findCardByReference, listCards, openCard, viewCard, withdrawCard } from './open-card.ts'
import { printCard } from './print-card.ts'
import {
  askCardConsent,
  exceptCardFinger,
  giveCardContact,
  noteCardChanges,
  noteCardFee,
  takeCardPortrait,
  takeCardPrints,
  verifyCardCode,
} from './take-card.ts'

let fixture: Fixture
const clockAtFirst = clockOffset_ms()
before(async () => {
  fixture = await openFixture()
  await fixture.context.transact((work) => addOffice(work, { code: 'KH-02', name: 'Văn phòng khác' }))
})
afterEach(() => moveClock(clockAtFirst))
after(() => fixture.stop())

const registered = async (changes: Partial<TestPerson> = {}, cardState = 'valid'): Promise<TestPerson> => {
  const person = newPerson({ cardExpiresOn: '2025-09-30', ...changes })
  await fixture.register(person)
  if (cardState !== 'valid') {
    await fixture.pool.query('update card set state = $2 where personal_number = $1', [
      person.personalNumber,
      cardState,
    ])
  }
  return person
}
const exchange = { kind: 'exchange', reason: 'age-reached' } as const
const opening = (person: TestPerson, changes: object = {}) => ({
  caseId: newId(),
  personalNumber: person.personalNumber,
  ...exchange,
  withAccount: false,
  ...changes,
})
const accepted = async (officer: Awaited<ReturnType<typeof settleOfficer>>, person: TestPerson) =>
  (await walkCard(fixture, officer, person, exchange)).caseId

test('strangers, citizens, other offices, ended mandates and officers without the task or unknown as persons get nothing', async () => {
  const [bao, person] = [await settleOfficer(fixture), await registered()]
  const { caseId, reference } = await openCardFor(bao, person, exchange)
  const { visitor: citizen } = await settleCitizen(fixture)
  const other = await settleOfficer(fixture, { officeCode: 'KH-02' })
  for (const visitor of [fixture.visitor(), citizen]) {
    assert.equal((await visitor.refusal(viewCard, { caseId })).code, 'session.required')
  }
  assert.equal((await other.refusal(viewCard, { caseId })).code, 'card.no-such-application')
  for (const [deed, input] of [
    [submitCard, {}],
    [printCard, {}],
    [handOverCard, {}],
    [askCardConsent, {}],
    [secondCard, { verdict: 'confirm', note: 'không được' }],
  ] as const) {
    assert.equal(
      (await other.refusal(deed as typeof submitCard, { caseId, ...input })).code,
      'card.no-such-application',
    )
  }
  assert.equal((await other.refusal(findCardByReference, { reference })).code, 'card.no-such-application')
  assert.deepEqual((await other.do(listCards, { which: 'open' })).items, [])
  assert.equal(
    (await other.refusal(openCard, { ...opening(person), caseId })).code,
    'card.no-such-application',
  )
  const clerk = await settleOfficer(fixture, { tasks: ['level-2.take', 'card.print'] })
  assert.equal((await clerk.refusal(openCard, opening(await registered()))).code, 'permit.refused')
  assert.equal((await clerk.refusal(listCards, { which: 'open' })).code, 'permit.refused')
  assert.equal(
    (
      await (
        await settleOfficer(fixture, { personNumber: '' })
      ).refusal(openCard, opening(await registered()))
    ).code,
    'permit.refused',
  )
  const shortly = await settleOfficer(fixture, { until: new Date(now().getTime() + 3_600_000) })
  moveClock(clockAtFirst + 2 * 3_600_000)
  assert.equal((await shortly.refusal(viewCard, { caseId })).code, 'permit.refused')
})

test('nobody takes, decides, prints or hands over her own card', async () => {
  const person = await registered()
  const [bao, thu, herself] = [
    await settleOfficer(fixture),
    await settleOfficer(fixture),
    await settleOfficer(fixture, { personNumber: person.personalNumber }),
  ]
  assert.equal((await herself.refusal(openCard, opening(person))).code, 'card.about-yourself')
  const caseId = await accepted(bao, person)
  assert.equal((await herself.refusal(viewCard, { caseId })).code, 'card.about-yourself')
  assert.equal((await herself.refusal(printCard, { caseId })).code, 'card.about-yourself')
  await printAndReceive(fixture, thu, bao, caseId)
  assert.equal((await herself.refusal(handOverCard, { caseId })).code, 'card.about-yourself')
  assert.equal((await herself.refusal(askCardReceipt, { caseId })).code, 'card.about-yourself')
})

test('kind and reason must fit the register and the law', async () => {
  const [bao, person] = [await settleOfficer(fixture), await registered()]
  const bare = await registered()
  await fixture.pool.query('delete from card where personal_number = $1', [bare.personalNumber])
  const refused = async (of: TestPerson, changes: object) =>
    (await bao.refusal(openCard, opening(of, changes))).code
  assert.equal(await refused(person, { kind: 'first-issue', reason: 'never-issued' }), 'card.wrong-kind')
  assert.equal(await refused(bare, {}), 'card.wrong-kind')
  assert.equal(await refused(person, { kind: 'exchange', reason: 'damaged' }), 'card.wrong-reason')
  assert.equal(await refused(person, { kind: 're-issue', reason: 'printed-error' }), 'card.wrong-reason')
  assert.equal(await refused(person, { kind: 're-issue', reason: 'lost' }), 'card.loss-not-told')
  assert.equal(
    await refused(person, { kind: 're-issue', reason: 'damaged', lost: { on: '2026-11-01', where: 'Chợ' } }),
    'card.loss-not-told',
  )
  const tomorrow = { on: dayInVietnam(new Date(now().getTime() + 86_400_000)), where: 'Chợ' }
  assert.equal(
    await refused(person, { kind: 're-issue', reason: 'lost', lost: tomorrow }),
    'card.loss-not-told',
  )
  assert.equal(await refused(person, { reason: 'because' }), 'request.invalid')
})

test('one person has one application at a time; an abandoned one gives way; a withdrawn one is closed', async () => {
  const [bao, person] = [await settleOfficer(fixture), await registered()]
  const first = await openCardFor(bao, person, exchange)
  assert.equal((await bao.refusal(openCard, opening(person))).code, 'card.other-application-open')
  moveClock(clockAtFirst + 25 * 3_600_000)
  const later = await settleOfficer(fixture)
  const second = await openCardFor(later, person, exchange)
  assert.equal((await later.do(viewCard, { caseId: first.caseId })).state, 'withdrawn')
  const { caseId } = second
  assert.equal((await later.do(withdrawCard, { caseId, note: 'Người dân đổi ý' })).state, 'withdrawn')
  for (const [deed, input] of [
    [noteCardChanges, { changes: [] }],
    [submitCard, {}],
    [askCardConsent, {}],
    [giveCardContact, { phone: person.phone }],
    [withdrawCard, { note: 'lần nữa' }],
  ] as const) {
    assert.equal((await later.refusal(deed as typeof submitCard, { caseId, ...input })).code, 'card.closed')
  }
  const tries = await Promise.all(
    [1, 2, 3].map(() =>
      later.do(openCard, opening(person)).then(
        () => 'open',
        ({ code }: { code: string }) => code,
      ),
    ),
  )
  assert.deepEqual(tries.sort(), ['card.other-application-open', 'card.other-application-open', 'open'])
})

test('no step can be skipped: contact, code, portrait, prints, fee and her own answer', async () => {
  const [bao, person] = [await settleOfficer(fixture), await registered()]
  const { caseId, remaining } = await openCardFor(bao, person, { kind: 're-issue', reason: 'damaged' })
  assert.deepEqual(remaining, ['contact', 'portrait', 'prints', 'fee', 'consent'])
  const mustLack = async (left: string[]) => {
    assert.equal((await bao.refusal(submitCard, { caseId })).code, 'card.incomplete')
    assert.deepEqual((await bao.do(viewCard, { caseId })).remaining, left)
  }
  await bao.do(giveCardContact, { caseId, phone: person.phone })
  await mustLack(['code', 'portrait', 'prints', 'fee', 'consent'])
  const code = await fixture.code(person.phone)
  assert.equal(
    (await bao.refusal(verifyCardCode, { caseId, code: code === '123456' ? '654321' : '123456' })).code,
    'code.wrong',
  )
  await bao.do(verifyCardCode, { caseId, code })
  await bao.do(takeCardPortrait, { caseId, picture: await faceOf(person.face) })
  await takeCardPrintsOf(bao, caseId, person)
  await mustLack(['fee', 'consent'])
  await bao.do(noteCardFee, { caseId, receipt: 'BL-7' })
  assert.equal((await bao.refusal(askCardConsent, { caseId })).code, 'desk.no-screen')
  const screen = await screenBeside(fixture, bao)
  await bao.do(askCardConsent, { caseId })
  await mustLack(['consent'])
  await answerAtScreen(screen)
  await bao.do(noteCardChanges, { caseId, changes: [{ field: 'ethnicity', value: 'Tày' }] })
  await mustLack(['consent'])
  await bao.do(askCardConsent, { caseId })
  await answerAtScreen(screen)
  assert.equal((await bao.do(submitCard, { caseId })).state, 'accepted')
  assert.equal((await bao.refusal(submitCard, { caseId })).code, 'card.closed')
})

test('what is no picture, no print, no value, or no fee is refused and leaves nothing', async () => {
  const [bao, person] = [await settleOfficer(fixture), await registered({ hands: 'worn' })]
  const { caseId } = await openCardFor(bao, person, exchange)
  const nothing = Buffer.from('nothing').toString('base64')
  assert.equal(
    (await bao.refusal(takeCardPortrait, { caseId, picture: nothing })).code,
    'portrait.not-a-picture',
  )
  assert.equal(
    (await bao.refusal(takeCardPrints, { caseId, templates: [nothing] })).code,
    'evidence.not-a-print',
  )
  assert.equal(
    (await bao.refusal(exceptCardFinger, { caseId, finger: 'right-index', reason: 'worn' })).code,
    'evidence.tries-left',
  )
  assert.equal(
    (await bao.refusal(noteCardChanges, { caseId, changes: [{ field: 'sex', value: 'x' }] })).code,
    'discrepancy.bad-value',
  )
  assert.equal((await bao.refusal(noteCardFee, { caseId, receipt: 'BL-1' })).code, 'card.no-fee')
  assert.equal((await bao.refusal(verifyCardCode, { caseId, code: '000000' })).code, 'evidence.no-contact')
  assert.equal((await bao.do(viewCard, { caseId })).portrait, null)
})
