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
import {
  newPerson,
  openFixture,
  settleCitizen,
  type Fixture,
  type TestPerson,
} from '../../../../testing/fixture.ts'
import { screenBeside, settleOfficer } from '../../../../testing/officer.ts'
import { printsOf } from '../../../../testing/prints.ts'
import { clockOffset_ms, moveClock, now } from '../../../kernel/clock.ts'
import { newId } from '../../../kernel/id.ts'
import { addOffice } from '../../registry/organisations/add-officer.ts'
import { registerPortraitOf } from '../../registry/population/register-portrait.ts'
import { askCardConsent, secondCard, submitCard } from './decide-card.ts'
import { askCardReceipt, handOverCard } from './hand-over-card.ts'
import { findCardByReference, listCards, openCard, viewCard, withdrawCard } from './open-card.ts'
import { printCard } from './print-card.ts'
import {
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
  applicationId: newId(),
  personalNumber: person.personalNumber,
  ...exchange,
  withAccount: false,
  ...changes,
})
const accepted = async (officer: Awaited<ReturnType<typeof settleOfficer>>, person: TestPerson) =>
  (await walkCard(fixture, officer, person, exchange)).applicationId

test('strangers, citizens, other offices, ended mandates and officers without the task or unknown as persons get nothing', async () => {
  const [bao, person] = [await settleOfficer(fixture), await registered()]
  const { applicationId, reference } = await openCardFor(bao, person, exchange)
  const { visitor: citizen } = await settleCitizen(fixture)
  const other = await settleOfficer(fixture, { officeCode: 'KH-02' })
  for (const visitor of [fixture.visitor(), citizen]) {
    assert.equal((await visitor.refusal(viewCard, { applicationId })).code, 'session.required')
  }
  assert.equal((await other.refusal(viewCard, { applicationId })).code, 'card.no-such-application')
  for (const [deed, input] of [
    [submitCard, {}],
    [printCard, {}],
    [handOverCard, {}],
    [askCardConsent, {}],
    [secondCard, { verdict: 'confirm', note: 'không được' }],
  ] as const) {
    assert.equal(
      (await other.refusal(deed as typeof submitCard, { applicationId, ...input })).code,
      'card.no-such-application',
    )
  }
  assert.equal((await other.refusal(findCardByReference, { reference })).code, 'card.no-such-application')
  assert.deepEqual((await other.do(listCards, { which: 'open' })).items, [])
  assert.equal(
    (await other.refusal(openCard, { ...opening(person), applicationId })).code,
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
  assert.equal((await shortly.refusal(viewCard, { applicationId })).code, 'permit.refused')
})

test('nobody takes, decides, prints or hands over her own card', async () => {
  const person = await registered()
  const [bao, thu, herself] = [
    await settleOfficer(fixture),
    await settleOfficer(fixture),
    await settleOfficer(fixture, { personNumber: person.personalNumber }),
  ]
  assert.equal((await herself.refusal(openCard, opening(person))).code, 'card.about-yourself')
  const applicationId = await accepted(bao, person)
  assert.equal((await herself.refusal(viewCard, { applicationId })).code, 'card.about-yourself')
  assert.equal((await herself.refusal(printCard, { applicationId })).code, 'card.about-yourself')
  await printAndReceive(fixture, thu, bao, applicationId)
  assert.equal((await herself.refusal(handOverCard, { applicationId })).code, 'card.about-yourself')
  assert.equal((await herself.refusal(askCardReceipt, { applicationId })).code, 'card.about-yourself')
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
  assert.equal(await refused(person, { reason: 'because' }), 'request.invalid')
})

test('one person has one application at a time; an abandoned one gives way; a withdrawn one is closed', async () => {
  const [bao, person] = [await settleOfficer(fixture), await registered()]
  const first = await openCardFor(bao, person, exchange)
  assert.equal((await bao.refusal(openCard, opening(person))).code, 'card.other-application-open')
  moveClock(clockAtFirst + 25 * 3_600_000)
  const later = await settleOfficer(fixture)
  const second = await openCardFor(later, person, exchange)
  assert.equal((await later.do(viewCard, { applicationId: first.applicationId })).state, 'withdrawn')
  const { applicationId } = second
  assert.equal((await later.do(withdrawCard, { applicationId, note: 'Người dân đổi ý' })).state, 'withdrawn')
  for (const [deed, input] of [
    [noteCardChanges, { changes: [] }],
    [submitCard, {}],
    [askCardConsent, {}],
    [giveCardContact, { phone: person.phone }],
    [withdrawCard, { note: 'lần nữa' }],
  ] as const) {
    assert.equal(
      (await later.refusal(deed as typeof submitCard, { applicationId, ...input })).code,
      'card.closed',
    )
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
  const { applicationId, remaining } = await openCardFor(bao, person, { kind: 're-issue', reason: 'damaged' })
  assert.deepEqual(remaining, ['contact', 'portrait', 'prints', 'fee', 'consent'])
  const mustLack = async (left: string[]) => {
    assert.equal((await bao.refusal(submitCard, { applicationId })).code, 'card.incomplete')
    assert.deepEqual((await bao.do(viewCard, { applicationId })).remaining, left)
  }
  await bao.do(giveCardContact, { applicationId, phone: person.phone })
  await mustLack(['code', 'portrait', 'prints', 'fee', 'consent'])
  const code = await fixture.code(person.phone)
  assert.equal(
    (await bao.refusal(verifyCardCode, { applicationId, code: code === '123456' ? '654321' : '123456' }))
      .code,
    'code.wrong',
  )
  await bao.do(verifyCardCode, { applicationId, code })
  await bao.do(takeCardPortrait, { applicationId, picture: await faceOf(person.face) })
  await takeCardPrintsOf(bao, applicationId, person)
  await mustLack(['fee', 'consent'])
  await bao.do(noteCardFee, { applicationId, receipt: 'BL-7' })
  assert.equal((await bao.refusal(askCardConsent, { applicationId })).code, 'desk.no-screen')
  const screen = await screenBeside(fixture, bao)
  await bao.do(askCardConsent, { applicationId })
  await mustLack(['consent'])
  await answerAtScreen(screen)
  await bao.do(noteCardChanges, { applicationId, changes: [{ field: 'ethnicity', value: 'Tày' }] })
  await mustLack(['consent'])
  await bao.do(askCardConsent, { applicationId })
  await answerAtScreen(screen)
  assert.equal((await bao.do(submitCard, { applicationId })).state, 'accepted')
  assert.equal((await bao.refusal(submitCard, { applicationId })).code, 'card.closed')
})

test('what is no picture, no print, no value, or no fee is refused and leaves nothing', async () => {
  const [bao, person] = [await settleOfficer(fixture), await registered({ hands: 'worn' })]
  const { applicationId } = await openCardFor(bao, person, exchange)
  const nothing = Buffer.from('nothing').toString('base64')
  assert.equal(
    (await bao.refusal(takeCardPortrait, { applicationId, picture: nothing })).code,
    'portrait.not-a-picture',
  )
  assert.equal(
    (await bao.refusal(takeCardPrints, { applicationId, templates: [nothing] })).code,
    'evidence.not-a-print',
  )
  assert.equal(
    (await bao.refusal(exceptCardFinger, { applicationId, finger: 'right-index', reason: 'worn' })).code,
    'evidence.tries-left',
  )
  assert.equal(
    (await bao.refusal(noteCardChanges, { applicationId, changes: [{ field: 'sex', value: 'x' }] })).code,
    'discrepancy.bad-value',
  )
  assert.equal((await bao.refusal(noteCardFee, { applicationId, receipt: 'BL-1' })).code, 'card.no-fee')
  assert.equal(
    (await bao.refusal(verifyCardCode, { applicationId, code: '000000' })).code,
    'evidence.no-contact',
  )
  assert.equal((await bao.do(viewCard, { applicationId })).portrait, null)
})

test('refused by rule: another face or hand, no consent, a dead, absent or too young person, a held or revoked card, a phone of somebody else, an account locked for another reason', async () => {
  const bao = await settleOfficer(fixture)
  const reasonOf = async (person: TestPerson, walk: object) => {
    const seen = await walkCard(fixture, bao, person, { ...exchange, ...walk })
    assert.equal(seen.state, 'refused')
    return seen.refusal
  }
  const stranger = await registered()
  const wrong = async () => {
    const person = await registered()
    const { applicationId } = await openCardFor(bao, person, exchange)
    for (let press = 1; press < 4; press++) {
      await bao.do(takeCardPrints, {
        applicationId,
        templates: printsOf(stranger, { press, which: ['right-index'] }).map(({ template }) => template),
      })
    }
    return (await bao.do(submitCard, { applicationId })).refusal
  }
  assert.equal(await wrong(), 'prints-differ')
  assert.equal(await reasonOf(await registered(), { answer: 'declined' }), 'consent-declined')
  assert.equal(await reasonOf(await registered({ lifeStatus: 'dead' }), {}), 'deceased')
  assert.equal(await reasonOf(await registered({ birthDate: '2014-05-02' }), {}), 'under-age')
  assert.equal(await reasonOf(await registered({}, 'held'), {}), 'card-held')
  assert.equal(await reasonOf(await registered({}, 'revoked'), {}), 'card-revoked')
  const { person: owner } = await settleCitizen(fixture)
  assert.equal(
    await reasonOf(await registered(), { withAccount: true, phone: owner.phone }),
    'phone-already-bound',
  )
  assert.equal(
    (await walkCard(fixture, bao, await registered(), { ...exchange, phone: owner.phone })).state,
    'accepted',
    'without the account the phone is only where letters go',
  )
  const { person: locked } = await settleCitizen(fixture)
  const {
    rows: [{ subject_id } = { subject_id: '' }],
  } = await fixture.pool.query<{ subject_id: string }>(
    'select subject_id from account where personal_number = $1',
    [locked.personalNumber],
  )
  await fixture.pool.query(
    `insert into account_lock (subject_id, id, ground, body_key, set_by, set_at, sealed_set) values ($1, $2, 'agreement-breach', '', 'authority', now(), '\\x00')`,
    [subject_id, newId()],
  )
  await fixture.pool.query(`update account set state = 'locked' where subject_id = $1`, [subject_id])
  assert.equal(await reasonOf(locked, { withAccount: true }), 'account-locked')
})

test('a face that differs in every try is refused, and the register keeps its own', async () => {
  const [bao, person] = [await settleOfficer(fixture), await registered()]
  const { applicationId } = await openCardFor(bao, person, exchange)
  const before = await registerPortraitOf(
    fixture.context.tools.read,
    fixture.context.tools,
    person.personalNumber,
  )
  for (const face of ['khoa', 'pao', 'man'] as const) {
    await bao.do(takeCardPortrait, { applicationId, picture: await faceOf(face) })
  }
  assert.equal(
    (await bao.refusal(takeCardPortrait, { applicationId, picture: await faceOf('hanh') })).code,
    'evidence.no-tries-left',
  )
  assert.equal((await bao.do(submitCard, { applicationId })).refusal, 'portrait-differs')
  assert.deepEqual(
    await registerPortraitOf(fixture.context.tools.read, fixture.context.tools, person.personalNumber),
    before,
  )
})

test('an exception is confirmed by another person only; denied, it ends there', async () => {
  const personNumber = '941080900002'
  const [bao, alias, thu, person] = [
    await settleOfficer(fixture, { personNumber }),
    await settleOfficer(fixture, { personNumber }),
    await settleOfficer(fixture),
    await registered({ hands: 'worn' }),
  ]
  const seen = await walkCard(fixture, bao, person, exchange)
  assert.equal(seen.state, 'waiting-second')
  const { applicationId } = seen
  const second = { applicationId, verdict: 'confirm', note: 'Đã xem bàn tay' }
  for (const officer of [bao, alias]) {
    assert.equal((await officer.refusal(secondCard, second)).code, 'card.same-eyes')
  }
  assert.equal(
    (await (await settleOfficer(fixture, { tasks: ['card.take'] })).refusal(secondCard, second)).code,
    'permit.refused',
  )
  assert.equal((await thu.refusal(printCard, { applicationId })).code, 'card.not-to-print')
  const denied = await thu.do(secondCard, { ...second, verdict: 'deny' })
  assert.deepEqual([denied.state, denied.refusal], ['refused', 'exception-denied'])
  assert.equal((await thu.refusal(secondCard, second)).code, 'card.not-waiting')
  await fixture.settle()
  await fixture.letters(person.phone, /chưa được chấp nhận/)
})
