// The card of a child at the counter: level 2 by rule wants a chip whose key answered; all else is looked at.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openFixture, type Fixture } from '../../../../../testing/fixture.ts'
import { settleCitizen } from '../../../../../testing/settle-citizen.ts'
import { chipOfPerson, newPerson, type TestPerson } from '../../../../../testing/test-person.ts'
import type { Visitor } from '../../../../../testing/visitor.ts'
import { screenBeside, settleOfficer } from '../../../../../testing/officer.ts'
import { readWardChipOf } from '../../../../../testing/ward-steps.ts'
import { castPortrait } from '../../../../../world/settle-cast.ts'
import { now } from '../../../../kernel/clock.ts'
import { newId } from '../../../../kernel/id.ts'
import { answerPrompt, viewScreen } from '../../../registry/organisations/desk-screen.ts'
import { secondRepresentation, submitRepresentation } from './decide-request.ts'
import {
  askRepresentative,
  drawWardChallenge,
  openRepresentation,
  readWardChip,
  takeWardPortrait,
} from './take-request.ts'
import { notePapers } from './paper-pages.ts'

let fixture: Fixture
before(async () => {
  fixture = await openFixture()
})
after(() => fixture.stop())

const paper = { kind: 'birth-certificate', number: '77/2017', authority: 'UBND phường Bờ Sông' } as const

/** Everything of a request but the chip, which stands in between. */
const walk = async (
  officer: Visitor,
  age: number,
  read: (caseId: string, child: TestPerson) => Promise<unknown>,
) => {
  const { person: mother } = await settleCitizen(fixture)
  await fixture.pool.query('update account set level = 2 where personal_number = $1', [mother.personalNumber])
  const child = newPerson({
    birthDate: `${now().getUTCFullYear() - age}-01-15`,
    face: 'binh',
    sex: 'male',
    motherNumber: mother.personalNumber,
  })
  await fixture.register(child)
  const { caseId } = await officer.do(openRepresentation, {
    caseId: newId(),
    personalNumber: child.personalNumber,
    representativeNumber: mother.personalNumber,
    kind: 'parent',
  })
  await officer.do(notePapers, { caseId, papers: [{ ...paper, date: '2017-05-20' }], until: null })
  await read(caseId, child)
  await officer.do(takeWardPortrait, {
    caseId,
    picture: (await castPortrait({ id: 'binh' })).toString('base64'),
  })
  const screen = await screenBeside(fixture, officer)
  await officer.do(askRepresentative, { caseId })
  const { prompt } = await screen.do(viewScreen)
  await screen.do(answerPrompt, { promptId: prompt?.id ?? '', answer: 'agreed' })
  return { caseId, child, seen: await officer.do(submitRepresentation, { caseId }) }
}
const levelOf = async ({ personalNumber }: TestPerson) =>
  (
    await fixture.pool.query<{ level: number }>('select level from account where personal_number = $1', [
      personalNumber,
    ])
  ).rows[0]?.level

test('a chip that nobody asked, or without a key, is for a second pair of eyes before it gives level 2', async () => {
  const officer = await settleOfficer(fixture)
  const unasked = await walk(officer, 9, async (caseId, child) =>
    officer.do(readWardChip, { caseId, chip: (await chipOfPerson(child)).file }),
  )
  assert.deepEqual(
    [unasked.seen.state, unasked.seen.chip?.proof, unasked.seen.doubts, await levelOf(unasked.child)],
    ['waiting-second', 'unproven', ['chip-unproven'], undefined],
  )
  const second = await settleOfficer(fixture)
  await second.do(secondRepresentation, {
    caseId: unasked.caseId,
    verdict: 'confirm',
    note: 'Đã cầm thẻ của cháu',
  })
  assert.equal(await levelOf(unasked.child), 2)
  const keyless = await walk(officer, 9, (caseId, child) =>
    readWardChipOf(officer, caseId, child, { answers: 'none' }),
  )
  assert.deepEqual([keyless.seen.state, keyless.seen.doubts], ['waiting-second', ['chip-unproven']])
})

test('an answer given again to another challenge is a copy; where no level follows from the chip nobody looks twice', async () => {
  const officer = await settleOfficer(fixture)
  const replayed = await walk(officer, 9, async (caseId, child) => {
    const chip = await chipOfPerson(child)
    const old = await officer.do(drawWardChallenge, { caseId })
    const answer = chip.answer(Buffer.from(old.challenge, 'base64url')).toString('base64')
    const { challenge } = await officer.do(drawWardChallenge, { caseId })
    await officer.do(readWardChip, { caseId, chip: chip.file, challenge, answer })
  })
  assert.deepEqual(
    [replayed.seen.state, replayed.seen.reason, replayed.seen.chip?.proof],
    ['refused', 'chip-refused', 'copied'],
  )
  const young = await walk(officer, 4, async (caseId, child) =>
    officer.do(readWardChip, { caseId, chip: (await chipOfPerson(child)).file }),
  )
  assert.deepEqual([young.seen.state, await levelOf(young.child)], ['accepted', 1])
})
