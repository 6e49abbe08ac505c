// A case for level 2 that waits too long for its second pair of eyes: its holder is told once.
import assert from 'node:assert/strict'
import { after, afterEach, before, test } from 'node:test'
import { openFixture, type Fixture } from '../../../../../testing/fixture.ts'
import { newPerson, type TestPerson } from '../../../../../testing/test-person.ts'
import { walkLevel2 } from '../../../../../testing/level-2-steps.ts'
import { settleOfficer } from '../../../../../testing/officer.ts'
import { clockOffset_ms, moveClock } from '../../../../kernel/clock.ts'
import { tellLateCases } from '../../casework/late-cases.ts'
import { secondLevel2 } from './decide-level-2.ts'
import { level2Kind } from './level-2-case.ts'

let fixture: Fixture
const clockAtFirst = clockOffset_ms()
before(async () => {
  fixture = await openFixture()
})
afterEach(() => moveClock(clockAtFirst))
after(() => fixture.stop())

const waitingCase = async (): Promise<{ person: TestPerson; caseId: string; dueAt: string }> => {
  const person = newPerson({ hands: 'worn' })
  await fixture.register(person)
  const seen = await walkLevel2(fixture, await settleOfficer(fixture), person)
  assert.equal(seen.state, 'waiting-second')
  return { person, caseId: seen.caseId, dueAt: seen.dueAt }
}
const tellLate = () => tellLateCases(fixture.context.transact, fixture.context.tools, level2Kind)
const apologies = ({ phone }: TestPerson): number =>
  fixture.post.messages(phone).filter(({ text }) => /mức 2 .* đã quá hạn/.test(text)).length

test('on its last day nobody is told; a second later she has an apology with the office, and never another', async () => {
  const { person, dueAt } = await waitingCase()
  moveClock(Date.parse(dueAt) - Date.now() - 60_000)
  await tellLate()
  await fixture.settle()
  assert.equal(apologies(person), 0)
  moveClock(Date.parse(dueAt) - Date.now() + 1000)
  assert.equal(await tellLate(), 1)
  await fixture.letters(person.phone, /mức 2 .* đã quá hạn/)
  assert.equal(await tellLate(), 0)
  await fixture.settle()
  assert.equal(apologies(person), 1)
})

test('what was decided in time is never late', async () => {
  const { person, caseId, dueAt } = await waitingCase()
  const thu = await settleOfficer(fixture)
  await thu.do(secondLevel2, { caseId, verdict: 'confirm', note: 'Đúng người trong ảnh.' })
  moveClock(Date.parse(dueAt) - Date.now() + 1000)
  await tellLate()
  await fixture.settle()
  assert.equal(apologies(person), 0)
})
