// Cards in the register: a new one takes the old one's place with its history, a lost one is void, a real one
// is never taken back.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openFixture, type Fixture } from '../../../../testing/fixture.ts'
import { newPerson, type TestPerson } from '../../../../testing/test-person.ts'
import { now } from '../../../kernel/clock.ts'
import { cardsOf, findPerson } from './find-person.ts'
import { issueCard, reportCardLost, takeBackCards } from './issue-card.ts'
import { personHistory } from './person-history.ts'

let fixture: Fixture
before(async () => {
  fixture = await openFixture()
})
after(() => fixture.stop())

const registered = async (): Promise<TestPerson> => {
  const person = newPerson()
  await fixture.register(person)
  return person
}
const fresh = { issuedOn: '2026-11-26', expiresOn: null, place: 'Bộ Công an', qrText: '' }
const note = { source: 'test', at: now() }
const statesOf = async ({ personalNumber }: TestPerson) =>
  (await cardsOf(fixture.context.tools.read, personalNumber)).map(
    ({ issuedOn, state }) => `${issuedOn} ${state}`,
  )

test('a new card is the valid one, the old one is replaced, and the entry remembers what it said', async () => {
  const person = await registered()
  const { transact, tools } = fixture.context
  const before = await findPerson(tools.read, tools, person.personalNumber)
  assert.equal(await transact((work) => issueCard(work, person.personalNumber, fresh, note)), true)
  assert.deepEqual(await statesOf(person), ['2026-11-26 valid', '2021-06-18 replaced'])
  const later = await findPerson(tools.read, tools, person.personalNumber)
  assert.deepEqual(
    [later?.card?.issuedOn, later?.card?.expiresOn, later?.version],
    ['2026-11-26', null, (before?.version ?? 0) + 1],
  )
  const [entry] = await personHistory(tools.read, tools, person.personalNumber)
  assert.match(JSON.stringify(entry), /2021-06-18/)
  assert.equal(
    await transact((work) => issueCard(work, person.personalNumber, fresh, note)),
    false,
    'one card a day',
  )
  assert.equal(await transact((work) => issueCard(work, '940191999999', fresh, note)), false)
})

test('a lost card is void at once, and stays lost when another one comes', async () => {
  const person = await registered()
  const { transact } = fixture.context
  assert.equal(await transact((work) => reportCardLost(work, person.personalNumber, note)), true)
  assert.equal(await transact((work) => reportCardLost(work, person.personalNumber, note)), false)
  await transact((work) => issueCard(work, person.personalNumber, fresh, note))
  assert.deepEqual(await statesOf(person), ['2026-11-26 valid', '2021-06-18 lost'])
  await transact((work) => takeBackCards(work, person.personalNumber, '2021-06-18'))
  assert.deepEqual(await statesOf(person), ['2021-06-18 valid'])
  await assert.rejects(
    transact((work) => takeBackCards(work, '001191000001', '2021-06-18')),
    /never taken back/,
  )
})
