// What decides an application for a card: what is known when it is opened, the rules when it is sent, and the
// second pair of eyes.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { faceOf, openCardFor, walkCard } from '../../../../testing/card-steps.ts'
import { openFixture, type Fixture } from '../../../../testing/fixture.ts'
import { settleCitizen } from '../../../../testing/settle-citizen.ts'
import { newPerson, type TestPerson } from '../../../../testing/test-person.ts'
import { settleOfficer } from '../../../../testing/officer.ts'
import { printsOf } from '../../../../testing/prints.ts'
import { newId } from '../../../kernel/id.ts'
import { viewAccessLog } from '../../platform/audit/access-log.ts'
import { registerPortraitOf } from '../../registry/population/register-portrait.ts'
import { secondCard, submitCard } from './decide-card.ts'
import { openCard } from './open-card.ts'
import { printCard } from './print-card.ts'
import { takeCardPortrait, takeCardPrints } from './take-card.ts'

let fixture: Fixture
before(async () => {
  fixture = await openFixture()
})
after(() => fixture.stop())

const registered = async (changes: Partial<TestPerson> = {}): Promise<TestPerson> => {
  const person = newPerson({ cardExpiresOn: '2025-09-30', ...changes })
  await fixture.register(person)
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
const cardIs = (person: TestPerson, state: string) =>
  fixture.pool.query('update card set state = $2 where personal_number = $1', [person.personalNumber, state])
/** For a reason that a new card does not lift. */
const lockAccountOf = async ({ personalNumber }: TestPerson): Promise<void> => {
  await fixture.pool.query(
    `insert into account_lock (subject_id, id, ground, body_key, set_by, set_at, sealed_set)
     select subject_id, $2, 'agreement-breach', '', 'authority', now(), '\\x00' from account
     where personal_number = $1`,
    [personalNumber, newId()],
  )
  await fixture.pool.query(`update account set state = 'locked' where personal_number = $1`, [personalNumber])
}
const update = (set: string, person: TestPerson) =>
  fixture.pool.query(`update person set ${set} where personal_number = $1`, [person.personalNumber])

test('what the register and the account tell is said when the application is opened, before anything is taken', async () => {
  const bao = await settleOfficer(fixture)
  const refused = async (person: TestPerson, changes: object = {}) =>
    (await bao.refusal(openCard, opening(person, changes))).code
  const { person, visitor: citizen } = await settleCitizen(fixture)
  await cardIs(person, 'revoked')
  assert.equal(await refused(person), 'card.revoked')
  const looks = (await citizen.do(viewAccessLog, {})).items.map(
    ({ purpose, whoKind }) => `${whoKind} ${purpose}`,
  )
  assert.ok(looks.includes('officer card-opened'), 'her log says that her entry was read')
  assert.equal(
    (await fixture.pool.query(`select 1 from case_name where kind = 'card'`)).rowCount,
    0,
    'no application was opened',
  )
  assert.equal(await refused(newPerson()), 'card.not-in-register')
  assert.equal(await refused(await registered({ lifeStatus: 'dead' })), 'card.deceased')
  assert.equal(await refused(await registered({ birthDate: '2014-05-02' })), 'card.under-age')
  const held = await registered()
  await cardIs(held, 'held')
  assert.equal(await refused(held), 'card.held')
  const { person: locked } = await settleCitizen(fixture)
  await lockAccountOf(locked)
  assert.equal(await refused(locked, { withAccount: true }), 'card.account-locked')
  assert.equal((await openCardFor(bao, locked, exchange)).state, 'open', 'the card alone can be applied for')
})

test('what changes after the opening is judged when the application is sent', async () => {
  const bao = await settleOfficer(fixture)
  const refusedAfter = async (
    change: (person: TestPerson) => Promise<unknown>,
    { person, ...walk }: { person?: TestPerson; withAccount?: boolean } = {},
  ) => {
    const she = person ?? (await registered())
    const { caseId } = await walkCard(fixture, bao, she, { ...exchange, ...walk, submit: false })
    await change(she)
    const seen = await bao.do(submitCard, { caseId })
    assert.equal(seen.state, 'refused')
    return seen.refusal
  }
  assert.equal(await refusedAfter((she) => update(`life_status = 'dead'`, she)), 'deceased')
  assert.equal(await refusedAfter((she) => update(`birth_date = '2014-05-02'`, she)), 'under-age')
  assert.equal(await refusedAfter((she) => cardIs(she, 'held')), 'card-held')
  assert.equal(await refusedAfter((she) => cardIs(she, 'revoked')), 'card-revoked')
  const { person } = await settleCitizen(fixture)
  assert.equal(await refusedAfter(lockAccountOf, { person, withAccount: true }), 'account-locked')
})

test('refused by rule: another hand, no consent, a phone of somebody else', async () => {
  const bao = await settleOfficer(fixture)
  const reasonOf = async (person: TestPerson, walk: object) => {
    const seen = await walkCard(fixture, bao, person, { ...exchange, ...walk })
    assert.equal(seen.state, 'refused')
    return seen.refusal
  }
  const stranger = await registered()
  const wrong = async () => {
    const person = await registered()
    const { caseId } = await openCardFor(bao, person, exchange)
    for (let press = 1; press < 4; press++) {
      await bao.do(takeCardPrints, {
        caseId,
        templates: printsOf(stranger, { press, which: ['right-index'] }).map(({ template }) => template),
      })
    }
    return (await bao.do(submitCard, { caseId })).refusal
  }
  assert.equal(await wrong(), 'prints-differ')
  assert.equal(await reasonOf(await registered(), { answer: 'declined' }), 'consent-declined')
  const { person: owner } = await settleCitizen(fixture)
  // She shows it once more, later than whoever asks for it now.
  await fixture.pool.query(
    `update contact set verified_at = '2100-01-01' where kind = 'phone' and subject_id =
       (select subject_id from account where personal_number = $1)`,
    [owner.personalNumber],
  )
  assert.equal(
    await reasonOf(await registered(), { withAccount: true, phone: owner.phone }),
    'phone-already-bound',
  )
  assert.equal(
    (await walkCard(fixture, bao, await registered(), { ...exchange, phone: owner.phone })).state,
    'accepted',
    'without the account the phone is only where letters go',
  )
})

test('a face that differs in every try is refused, and the register keeps its own', async () => {
  const [bao, person] = [await settleOfficer(fixture), await registered()]
  const { caseId } = await openCardFor(bao, person, exchange)
  const before = await registerPortraitOf(
    fixture.context.tools.read,
    fixture.context.tools,
    person.personalNumber,
  )
  for (const face of ['khoa', 'pao', 'man'] as const) {
    await bao.do(takeCardPortrait, { caseId, picture: await faceOf(face) })
  }
  assert.equal(
    (await bao.refusal(takeCardPortrait, { caseId, picture: await faceOf('hanh') })).code,
    'evidence.no-tries-left',
  )
  assert.equal((await bao.do(submitCard, { caseId })).refusal, 'portrait-differs')
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
  const { caseId } = seen
  const second = { caseId, verdict: 'confirm', note: 'Đã xem bàn tay' }
  for (const officer of [bao, alias]) {
    assert.equal((await officer.refusal(secondCard, second)).code, 'card.same-eyes')
  }
  assert.equal(
    (await (await settleOfficer(fixture, { tasks: ['card.take'] })).refusal(secondCard, second)).code,
    'permit.refused',
  )
  assert.equal((await thu.refusal(printCard, { caseId })).code, 'card.not-to-print')
  const denied = await thu.do(secondCard, { ...second, verdict: 'deny' })
  assert.deepEqual([denied.state, denied.refusal], ['refused', 'exception-denied'])
  assert.equal((await thu.refusal(secondCard, second)).code, 'card.not-waiting')
  await fixture.settle()
  await fixture.letters(person.phone, /chưa được chấp nhận/)
})
