/** A case for level 2, walked as a counter walks it; each step can be left out or changed. */
import { newId } from '../server/kernel/id.ts'
import { submitLevel2 } from '../server/modules/cases/enrolment/level-2/decide-level-2.ts'
import type { Level2View } from '../server/modules/cases/enrolment/level-2/level-2-case.ts'
import {
  askLevel2Consent,
  drawLevel2Challenge,
  exceptLevel2Finger,
  giveLevel2Contact,
  noteLevel2Documents,
  readLevel2Chip,
  takeLevel2Portrait,
  takeLevel2Prints,
  verifyLevel2Code,
} from '../server/modules/cases/enrolment/level-2/level-2-evidence.ts'
import { openLevel2 } from '../server/modules/cases/enrolment/level-2/open-level-2.ts'
import { answerPrompt, viewScreen } from '../server/modules/registry/organisations/desk-screen.ts'
import { now } from '../server/kernel/clock.ts'
import type { ChipOptions } from '../world/chips/chip-of.ts'
import type { CastName } from '../world/portraits/cast-features.ts'
import { castPortrait } from '../world/settle-cast.ts'
import type { Fixture } from './fixture.ts'
import { chipOfPerson, type TestPerson } from './test-person.ts'
import type { Visitor } from './visitor.ts'
import { screenBeside } from './officer.ts'
import { printsOf } from './prints.ts'

export interface Walk {
  readonly caseId?: string
  readonly chip?: ChipOptions | null
  readonly phone?: string
  readonly face?: CastName
  /** Worn hands run out of tries; the officer then says so. */
  readonly prints?: boolean
  readonly answer?: 'agreed' | 'declined' | null
  readonly submit?: boolean
}

export const openCase = (officer: Visitor, person: TestPerson, caseId = newId()): Promise<Level2View> =>
  officer.do(openLevel2, { caseId, personalNumber: person.personalNumber, openedAt: now().toISOString() })

/** The chip signs the server's challenge. */
export const readChipOf = async (
  officer: Visitor,
  caseId: string,
  person: TestPerson,
  options: ChipOptions = {},
): Promise<Level2View> => {
  const chip = await chipOfPerson(person, options)
  const { challenge } = await officer.do(drawLevel2Challenge, { caseId })
  return officer.do(readLevel2Chip, {
    caseId,
    chip: chip.file,
    challenge,
    answer: chip.answer(Buffer.from(challenge, 'base64url')).toString('base64'),
  })
}

export const takePrintsOf = async (
  officer: Visitor,
  caseId: string,
  person: TestPerson,
): Promise<Level2View> => {
  let seen = await officer.do(takeLevel2Prints, {
    caseId,
    templates: printsOf(person).map(({ template }) => template),
  })
  for (let press = 2; seen.prints.verdict === 'unfinished' && seen.prints.next && press < 40; press++) {
    const { next } = seen.prints
    const templates = printsOf(person, { press, which: [next] }).map(({ template }) => template)
    seen = await officer.do(takeLevel2Prints, { caseId, templates })
    if (
      person.hands === 'worn' &&
      seen.prints.perFinger.some(({ finger, triesLeft }) => finger === next && triesLeft === 0)
    ) {
      seen = await officer.do(exceptLevel2Finger, { caseId, finger: next, reason: 'worn' })
    }
  }
  return seen
}

export const agreeAt = async (
  officer: Visitor,
  screen: Visitor,
  caseId: string,
  answer: 'agreed' | 'declined' = 'agreed',
): Promise<void> => {
  await officer.do(askLevel2Consent, { caseId })
  const { prompt } = await screen.do(viewScreen)
  await screen.do(answerPrompt, { promptId: prompt?.id ?? '', answer })
}

/** From opening to sending, or as far as wanted. Answers the case as the officer last saw it. */
export const walkLevel2 = async (
  fixture: Fixture,
  officer: Visitor,
  person: TestPerson,
  walk: Walk = {},
): Promise<Level2View> => {
  const { phone = person.phone, face = person.face, prints = true, answer = 'agreed' } = walk
  const { caseId } = await openCase(officer, person, walk.caseId)
  if (walk.chip !== null) {
    await readChipOf(officer, caseId, person, walk.chip)
  }
  await officer.do(giveLevel2Contact, { caseId, phone, email: person.email })
  await officer.do(verifyLevel2Code, { caseId, code: await fixture.code(phone) })
  await officer.do(takeLevel2Portrait, {
    caseId,
    picture: (await castPortrait({ id: face })).toString('base64'),
  })
  if (prints) {
    await takePrintsOf(officer, caseId, person)
  }
  let seen = await officer.do(noteLevel2Documents, {
    caseId,
    documents: [{ kind: 'health-insurance', key: 'DN 4010112345678' }],
  })
  if (answer) {
    await agreeAt(officer, await screenBeside(fixture, officer), caseId, answer)
  }
  if (walk.submit !== false) {
    seen = await officer.do(submitLevel2, { caseId })
  }
  await fixture.settle()
  return seen
}
