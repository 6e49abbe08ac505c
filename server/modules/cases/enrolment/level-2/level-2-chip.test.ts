// What the chip's key has not proven is never decided by rule: unasked, without a key, or asked by nobody but
// the counter itself.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openFixture, type Fixture } from '../../../../../testing/fixture.ts'
import { chipOfPerson, newPerson, type TestPerson } from '../../../../../testing/test-person.ts'
import type { Visitor } from '../../../../../testing/visitor.ts'
import { readChipOf, walkLevel2 } from '../../../../../testing/level-2-steps.ts'
import { settleOfficer } from '../../../../../testing/officer.ts'
import { newId } from '../../../../kernel/id.ts'
import { now } from '../../../../kernel/clock.ts'
import { secondLevel2, submitLevel2 } from './decide-level-2.ts'
import { readLevel2Chip } from './level-2-evidence.ts'
import { openLevel2 } from './open-level-2.ts'

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
/** A whole case but for its chip, which `read` brings. */
const endOf = async (
  officer: Visitor,
  person: TestPerson,
  read: (caseId: string) => Promise<unknown>,
  caseId = newId(),
) => {
  await walkLevel2(fixture, officer, person, { caseId, chip: null, submit: false })
  await read(caseId)
  return officer.do(submitLevel2, { caseId })
}
const doubts = (seen: Awaited<ReturnType<typeof endOf>>) =>
  seen.exceptions.map(({ kind, reason }) => `${kind} ${reason}`)

test('files of a chip that was never asked are for a second pair of eyes, who may confirm', async () => {
  const [bao, thu, person] = [await settleOfficer(fixture), await settleOfficer(fixture), await registered()]
  const seen = await endOf(bao, person, async (caseId) =>
    bao.do(readLevel2Chip, { caseId, chip: (await chipOfPerson(person)).file }),
  )
  assert.deepEqual([seen.state, doubts(seen)], ['waiting-second', ['chip unasked']])
  const { caseId } = seen
  assert.equal(
    (await bao.refusal(secondLevel2, { caseId, verdict: 'confirm', note: 'Đã cầm thẻ' })).code,
    'level-2.same-eyes',
  )
  assert.equal(
    (await thu.do(secondLevel2, { caseId, verdict: 'confirm', note: 'Đã cầm thẻ' })).state,
    'accepted',
  )
})

test('a chip without a key, and a challenge that the counter drew itself, are doubts too; a proven answer is none', async () => {
  const [bao, keyless, replayed, proven] = [
    await settleOfficer(fixture),
    await registered(),
    await registered(),
    await registered(),
  ]
  const without = await endOf(bao, keyless, (caseId) => readChipOf(bao, caseId, keyless, { answers: 'none' }))
  assert.deepEqual([without.state, doubts(without)], ['waiting-second', ['chip no-key']])
  const caseId = newId()
  const openedAt = new Date(now().getTime() - 3_600_000).toISOString()
  await bao.do(openLevel2, { caseId, personalNumber: replayed.personalNumber, openedAt })
  const own = await endOf(
    bao,
    replayed,
    async () => {
      const [chip, challenge] = [await chipOfPerson(replayed), Buffer.from('0011223344556677', 'hex')]
      return bao.do(readLevel2Chip, {
        caseId,
        chip: chip.file,
        challenge: challenge.toString('base64url'),
        answer: chip.answer(challenge).toString('base64'),
      })
    },
    caseId,
  )
  assert.equal(own.state, 'waiting-second')
  assert.ok(doubts(own).includes('chip offline'), doubts(own).join())
  const done = await endOf(bao, proven, (id) => readChipOf(bao, id, proven))
  assert.deepEqual([done.state, doubts(done)], ['accepted', []])
})
