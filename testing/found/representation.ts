import { newId } from '../../server/kernel/id.ts'
import { openRepresentation } from '../../server/modules/cases/representation/requests/take-request.ts'
import { settleCitizen } from '../settle-citizen.ts'
import { newPerson } from '../test-person.ts'
import type { FoundCase } from './found-case.ts'

/** Who is to act for the ward has level 2. */
export const found: FoundCase = {
  kind: 'representation',
  task: 'representation.second',
  async open(fixture, officer) {
    const { personalNumber: representativeNumber } = (await settleCitizen(fixture)).person
    await fixture.pool.query('update account set level = 2 where personal_number = $1', [
      representativeNumber,
    ])
    const ward = newPerson({ birthDate: '1958' })
    await fixture.register(ward)
    const { personalNumber } = ward
    const asked = { personalNumber, representativeNumber, kind: 'guardian' } as const
    return officer.do(openRepresentation, { caseId: newId(), ...asked })
  },
}
