import { applyFor } from '../settle-citizen.ts'
import { newPerson } from '../test-person.ts'
import type { FoundCase } from './found-case.ts'

/** Her name is another one in the register, so that an officer looks at it. */
export const found: FoundCase = {
  kind: 'level-1',
  task: 'enrolment.decide',
  async open(fixture) {
    const person = newPerson()
    await fixture.register(person)
    const declared = { fullName: 'Lê Khác Tên' }
    const { submit } = await applyFor(fixture, fixture.visitor(), person, { declared })
    return { reference: submit.reference, caseId: submit.reference }
  },
}
