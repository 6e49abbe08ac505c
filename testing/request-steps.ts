/**
 * A request to act for a child or ward as a counter takes it: the people, the papers, and the walk from
 * opening to sending.
 */
import {
  askRepresentative,
  openRepresentation,
  takeWardPortrait,
} from '../server/modules/cases/representation/requests/take-request.ts'
import { notePapers } from '../server/modules/cases/representation/requests/paper-pages.ts'
import { submitRepresentation } from '../server/modules/cases/representation/requests/decide-request.ts'
import { viewFamily } from '../server/modules/cases/representation/family.ts'
import { answerPrompt, viewScreen } from '../server/modules/registry/organisations/desk-screen.ts'
import { now } from '../server/kernel/clock.ts'
import { newId } from '../server/kernel/id.ts'
import { castPortrait } from '../world/settle-cast.ts'
import type { Fixture } from './fixture.ts'
import { settleCitizen } from './settle-citizen.ts'
import { newPerson, type TestPerson } from './test-person.ts'
import type { Visitor } from './visitor.ts'
import { screenBeside } from './officer.ts'
import { idOfPage, pictureOfPaper, takePage } from './paper-pages.ts'

export type Citizen = Awaited<ReturnType<typeof settleCitizen>>
export const decision = {
  kind: 'guardianship-decision' as const,
  number: '12/2026/QĐ',
  authority: 'UBND phường Bờ Sông',
  date: '2026-05-04',
}
export const birth = {
  kind: 'birth-certificate' as const,
  number: '77/2017',
  authority: 'UBND phường Bờ Sông',
  date: '2017-05-20',
}
export const page = await pictureOfPaper()
export const seenPages = [idOfPage(page)]
export const yearsAgo = (age: number): string => `${now().getUTCFullYear() - age}-01-15`
export const pictureOf = async (face: TestPerson['face']) =>
  (await castPortrait({ id: face })).toString('base64')

interface Walk {
  readonly kind?: 'parent' | 'guardian'
  readonly face?: TestPerson['face']
  readonly until?: string | null
}

/** People, and what became of them; for the fixture that the file opens before its tests. */
export const requestPeople = (fixture: () => Fixture) => {
  const representative = async (level = 2, changes: Partial<TestPerson> = {}): Promise<Citizen> => {
    const citizen = await settleCitizen(fixture(), changes)
    await fixture().pool.query('update account set level = $2 where personal_number = $1', [
      citizen.person.personalNumber,
      level,
    ])
    return citizen
  }
  const inRegister = async (changes: Partial<TestPerson> = {}): Promise<TestPerson> => {
    const person = newPerson({ fullName: 'Lê Thị Mận', birthDate: '1958', face: 'man', ...changes })
    await fixture().register(person)
    return person
  }
  const accountOf = async ({ personalNumber }: TestPerson) =>
    (
      await fixture().pool.query<{ state: string; level: number }>(
        'select state, level from account where personal_number = $1',
        [personalNumber],
      )
    ).rows[0]
  const memberOf = async (by: Citizen, { personalNumber }: TestPerson) =>
    (await by.visitor.do(viewFamily)).members.find((one) => one.personalNumber === personalNumber)

  return { representative, inRegister, accountOf, memberOf }
}

/** From opening to sending; for the fixture that the file opens before its tests. */
export const requestWalk = (fixture: () => Fixture) => {
  const opened = (
    officer: Visitor,
    ward: TestPerson,
    by: Citizen,
    kind: 'parent' | 'guardian' = 'guardian',
    caseId = newId(),
  ) =>
    officer.do(openRepresentation, {
      caseId,
      personalNumber: ward.personalNumber,
      representativeNumber: by.person.personalNumber,
      kind,
    })
  const consent = async (
    officer: Visitor,
    caseId: string,
    answer: 'agreed' | 'declined' = 'agreed',
  ): Promise<void> => {
    const screen = await screenBeside(fixture(), officer)
    await officer.do(askRepresentative, { caseId })
    const { prompt } = await screen.do(viewScreen)
    await screen.do(answerPrompt, { promptId: prompt?.id ?? '', answer })
  }
  const walk = async (
    officer: Visitor,
    ward: TestPerson,
    by: Citizen,
    { kind = 'guardian', face = ward.face, until = null }: Walk = {},
  ) => {
    const { caseId } = await opened(officer, ward, by, kind)
    await officer.do(notePapers, { caseId, papers: [kind === 'guardian' ? decision : birth], until })
    await takePage(officer, caseId)
    await officer.do(takeWardPortrait, { caseId, picture: await pictureOf(face) })
    await consent(officer, caseId)
    const seen = await officer.do(submitRepresentation, { caseId })
    await fixture().settle()
    return seen
  }

  return { opened, consent, walk }
}
