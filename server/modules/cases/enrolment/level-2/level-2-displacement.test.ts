// The true holder of a number takes back the account that somebody else opened on it.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openFixture, type Fixture } from '../../../../../testing/fixture.ts'
import { activateFor, applyFor, PASSCODE, PASSWORD } from '../../../../../testing/settle-citizen.ts'
import { TestDevice } from '../../../../../testing/test-device.ts'
import { newPerson, type TestPerson } from '../../../../../testing/test-person.ts'
import { walkLevel2 } from '../../../../../testing/level-2-steps.ts'
import { settleOfficer } from '../../../../../testing/officer.ts'
import { startActivation } from '../../../access/authentication/activation/begin-journey.ts'
import { finishJourney, verifyJourneyCode } from '../../../access/authentication/activation/finish-journey.ts'
import { openApp } from '../../../access/authentication/sessions/open-app.ts'
import { viewMe } from '../../../platform/home/view-me.ts'
import { secondLevel2 } from './decide-level-2.ts'
import { viewLevel2 } from './open-level-2.ts'

let fixture: Fixture
before(async () => {
  fixture = await openFixture()
})
after(() => fixture.stop())

const registered = async (changes: Partial<TestPerson> = {}): Promise<TestPerson> => {
  const person = newPerson(changes)
  await fixture.register(person)
  return person
}
const stateOf = async (person: TestPerson) =>
  (
    await fixture.pool.query<{ state: string }>('select state from account where personal_number = $1', [
      person.personalNumber,
    ])
  ).rows[0]?.state

const impostorOf = async (person: TestPerson) => {
  const impostor = { ...person, phone: `+84977${person.phone.slice(-6)}`, email: `x${person.email}` }
  const visitor = fixture.visitor()
  await applyFor(fixture, visitor, person, { phone: impostor.phone, email: impostor.email })
  return { impostor, visitor, device: await activateFor(fixture, visitor, impostor) }
}

test('the true holder displaces whoever opened an account on her number: contacts, devices, sessions, password, all of it', async () => {
  const person = await registered()
  const { impostor, visitor, device } = await impostorOf(person)
  assert.equal((await visitor.do(viewMe)).level, 1)
  const [bao, thu] = [await settleOfficer(fixture), await settleOfficer(fixture)]
  const seen = await walkLevel2(fixture, bao, person)
  assert.deepEqual(
    [seen.state, seen.account?.isPhoneOther, seen.exceptions.map(({ kind }) => kind)],
    ['waiting-second', true, ['displacement']],
  )
  assert.equal((await visitor.do(viewMe)).level, 1, 'nothing has changed yet')
  assert.equal(
    (await thu.do(secondLevel2, { caseId: seen.caseId, verdict: 'confirm', note: 'Đúng người, đúng thẻ' }))
      .state,
    'accepted',
  )
  assert.equal(
    (await visitor.refusal(viewMe)).code,
    'session.required',
    'the session is dead with the commit, before any reaction',
  )
  const proof = await device.proof(visitor)
  assert.equal((await visitor.refusal(openApp, { ...proof, passcode: PASSCODE })).code, 'device.unknown')
  await fixture.settle()
  const { rows } = await fixture.pool.query(
    'select 1 from password p join account a on a.subject_id = p.subject_id where a.personal_number = $1',
    [person.personalNumber],
  )
  assert.equal(rows.length, 0)
  await fixture.letters(impostor.phone, /đã chuyển về chủ số định danh/)
  const stranger = fixture.visitor()
  await stranger.do(startActivation, { personalNumber: person.personalNumber, phone: impostor.phone })
  assert.equal(
    fixture.post.messages(impostor.phone).filter(({ text }) => text.includes('kích hoạt:')).length,
    1,
    'no new code goes to the displaced phone',
  )
  const citizen = fixture.visitor()
  await activateFor(fixture, citizen, person, { personalNumber: person.personalNumber, phone: person.phone })
  const me = await citizen.do(viewMe)
  assert.deepEqual([me.level, me.state], [2, 'active'])
})

test('a journey that the displaced one had begun, with its code proven, is void', async () => {
  const person = await registered()
  const impostor = { ...person, phone: `+84978${person.phone.slice(-6)}` }
  const visitor = fixture.visitor()
  await applyFor(fixture, visitor, person, { phone: impostor.phone })
  await visitor.do(startActivation, {})
  await visitor.do(verifyJourneyCode, { code: await fixture.code(impostor.phone) })
  const { caseId } = await walkLevel2(fixture, await settleOfficer(fixture), person)
  await (
    await settleOfficer(fixture)
  ).do(secondLevel2, { caseId, verdict: 'confirm', note: 'Đúng người, đúng thẻ' })
  const device = new TestDevice()
  assert.equal(
    (
      await visitor.refusal(finishJourney, {
        password: PASSWORD,
        passcode: PASSCODE,
        device: device.binding(),
      })
    ).code,
    'journey.gone',
  )
  assert.equal(await stateOf(person), 'issued')
})

test('an account that somebody opens between sending and deciding is displaced, never doubled', async () => {
  const person = await registered({ hands: 'worn' })
  const seen = await walkLevel2(fixture, await settleOfficer(fixture), person)
  const { visitor } = await impostorOf(person)
  const thu = await settleOfficer(fixture)
  assert.ok(
    (await thu.do(viewLevel2, { caseId: seen.caseId })).exceptions.some(
      ({ kind }) => kind === 'displacement',
    ),
  )
  assert.equal(
    (await thu.do(secondLevel2, { caseId: seen.caseId, verdict: 'confirm', note: 'Đúng người, đúng thẻ' }))
      .state,
    'accepted',
  )
  assert.equal((await visitor.refusal(viewMe)).code, 'session.required')
})
