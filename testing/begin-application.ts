/** An application for level 1 up to the code that was sent to its phone. */
import {
  declareIdentity,
  sendEnrolmentCode,
  startEnrolment,
} from '../server/modules/cases/enrolment/level-1/fill-draft.ts'
import type { Fixture } from './fixture.ts'
import type { TestPerson } from './test-person.ts'
import type { Visitor } from './visitor.ts'

export const beginApplication = async (
  fixture: Pick<Fixture, 'visitor'>,
  person: TestPerson,
): Promise<Visitor> => {
  const visitor = fixture.visitor()
  await visitor.do(startEnrolment, { consent: '2026-11', language: 'vi' })
  await visitor.do(declareIdentity, {
    personalNumber: person.personalNumber,
    fullName: person.fullName,
    birthDate: person.birthDate,
  })
  await visitor.do(sendEnrolmentCode, { phone: person.phone })
  return visitor
}
