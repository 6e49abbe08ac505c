/**
 * An application for a card, walked as a counter and a card bureau walk it; each step can be left out or
 * changed.
 */
import type { OpenCard } from '../contract/card-taking.ts'
import type { InputOf } from '../contract/operation.ts'
import { newId } from '../server/kernel/id.ts'
import type { CardView } from '../server/modules/cases/cards/card-view.ts'
import { submitCard } from '../server/modules/cases/cards/decide-card.ts'
import {
  askCardReceipt,
  checkCardRecipient,
  handOverCard,
  readNewChip,
} from '../server/modules/cases/cards/hand-over-card.ts'
import { openCard } from '../server/modules/cases/cards/open-card.ts'
import { printCard, receiveCard, viewCardChip } from '../server/modules/cases/cards/print-card.ts'
import {
  askCardConsent,
  exceptCardFinger,
  giveCardContact,
  noteCardChanges,
  noteCardFee,
  takeCardPortrait,
  takeCardPrints,
  verifyCardCode,
} from '../server/modules/cases/cards/take-card.ts'
import { answerPrompt, viewScreen } from '../server/modules/registry/organisations/desk-screen.ts'
import type { CastName } from '../world/portraits/cast-features.ts'
import { castPortrait, type Sitting } from '../world/settle-cast.ts'
import type { Fixture } from './fixture.ts'
import type { TestPerson } from './test-person.ts'
import type { Visitor } from './visitor.ts'
import { screenBeside } from './officer.ts'
import { printsOf } from './prints.ts'

type Opening = Pick<InputOf<typeof OpenCard>, 'kind' | 'reason'> & {
  readonly withAccount?: boolean
  readonly lost?: { on: string; where: string }
}
export interface CardWalk extends Opening {
  readonly phone?: string
  readonly face?: CastName
  /** The day of her picture; the register keeps it. */
  readonly sitting?: Sitting
  readonly prints?: TestPerson
  readonly changes?: readonly { field: 'fullName' | 'residence' | 'ethnicity'; value: string }[]
  readonly fee?: boolean
  readonly answer?: 'agreed' | 'declined' | null
  readonly submit?: boolean
}

export const faceOf = async (face: CastName, sitting?: Sitting): Promise<string> =>
  (await castPortrait({ id: face }, sitting)).toString('base64')

export const openCardFor = (
  officer: Visitor,
  person: TestPerson,
  { kind, reason, withAccount = false, lost }: Opening,
  caseId = newId(),
): Promise<CardView> =>
  officer.do(openCard, {
    caseId,
    personalNumber: person.personalNumber,
    kind,
    reason,
    withAccount,
    ...(lost ? { lost } : {}),
  })

export const takeCardPrintsOf = async (
  officer: Visitor,
  caseId: string,
  person: TestPerson,
): Promise<CardView> => {
  let seen = await officer.do(takeCardPrints, {
    caseId,
    templates: printsOf(person).map(({ template }) => template),
  })
  for (let press = 2; seen.prints.verdict === 'unfinished' && seen.prints.next && press < 40; press++) {
    const { next } = seen.prints
    seen = await officer.do(takeCardPrints, {
      caseId,
      templates: printsOf(person, { press, which: [next] }).map(({ template }) => template),
    })
    if (
      person.hands === 'worn' &&
      seen.prints.perFinger.some(({ finger, triesLeft }) => finger === next && triesLeft === 0)
    ) {
      seen = await officer.do(exceptCardFinger, { caseId, finger: next, reason: 'worn' })
    }
  }
  return seen
}

export const answerAtScreen = async (
  screen: Visitor,
  answer: 'agreed' | 'declined' = 'agreed',
): Promise<void> => {
  const { prompt } = await screen.do(viewScreen)
  await screen.do(answerPrompt, { promptId: prompt?.id ?? '', answer })
}

/** From opening to sending, or as far as wanted. Answers the application as the officer last saw it. */
export const walkCard = async (
  fixture: Fixture,
  officer: Visitor,
  person: TestPerson,
  walk: CardWalk,
): Promise<CardView> => {
  const { phone = person.phone, face = person.face, changes = [], answer = 'agreed' } = walk
  const { caseId, fee_vnd } = await openCardFor(officer, person, walk)
  await officer.do(giveCardContact, { caseId, phone, email: person.email })
  await officer.do(verifyCardCode, { caseId, code: await fixture.code(phone) })
  // The register keeps this one: the day of the handing over is another.
  await officer.do(takeCardPortrait, { caseId, picture: await faceOf(face, walk.sitting ?? 'card') })
  let seen = await takeCardPrintsOf(officer, caseId, walk.prints ?? person)
  // Without a reference each try is an exception at once; with one that differs the tries must be used.
  if (changes.length > 0) {
    seen = await officer.do(noteCardChanges, { caseId, changes })
  }
  if (fee_vnd > 0 && walk.fee !== false) {
    seen = await officer.do(noteCardFee, { caseId, receipt: 'BL-0001' })
  }
  if (answer) {
    const screen = await screenBeside(fixture, officer)
    seen = await officer.do(askCardConsent, { caseId })
    await answerAtScreen(screen, answer)
  }
  if (walk.submit !== false) {
    seen = await officer.do(submitCard, { caseId })
  }
  await fixture.settle()
  return seen
}

/** Printed by one officer, received by another. Answers the chip as the machine wrote it. */
export const printAndReceive = async (
  fixture: Fixture,
  printer: Visitor,
  hander: Visitor,
  caseId: string,
): Promise<Record<string, string>> => {
  await printer.do(printCard, { caseId })
  const { chip } = await printer.do(viewCardChip, { caseId })
  await hander.do(receiveCard, { caseId, chip })
  await fixture.settle()
  return chip
}

export const handOverTo = async (
  fixture: Fixture,
  hander: Visitor,
  caseId: string,
  person: TestPerson,
  chip: Record<string, string>,
): Promise<CardView> => {
  await hander.do(checkCardRecipient, { caseId, picture: await faceOf(person.face) })
  await hander.do(readNewChip, { caseId, chip })
  const screen = await screenBeside(fixture, hander)
  await hander.do(askCardReceipt, { caseId })
  await answerAtScreen(screen)
  const seen = await hander.do(handOverCard, { caseId })
  await fixture.settle()
  return seen
}
