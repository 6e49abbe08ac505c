import { endRepresentation } from '../../server/modules/cases/representation/requests/end-representation.ts'
import { beginTie } from '../../server/modules/cases/representation/tie.ts'
import { reserveSubject } from '../../server/modules/people/accounts/open-account.ts'
import { pictureOfPaper } from '../paper-pages.ts'
import { settleCitizen } from '../settle-citizen.ts'
import { newPerson } from '../test-person.ts'
import type { FoundCase } from './found-case.ts'

/** By the judgment of a court, which ends what papers began. */
export const found: FoundCase = {
  kind: 'representation-end',
  task: 'representation.second',
  async open(fixture, officer) {
    const [{ person }, ward] = [await settleCitizen(fixture), newPerson({ birthDate: '1958' })]
    await fixture.register(ward)
    const { context } = fixture
    await context.transact(async (work) => {
      const [wardId, representativeId] = [
        await reserveSubject(work, context.tools, ward.personalNumber),
        await reserveSubject(work, context.tools, person.personalNumber),
      ]
      await beginTie(work, { wardId, representativeId, kind: 'guardian', ground: 'papers' })
    })
    return officer.do(endRepresentation, {
      personalNumber: ward.personalNumber,
      representativeNumber: person.personalNumber,
      paper: { kind: 'court-decision', number: '1/QĐ-TA', date: '2025-01-02', authority: 'Toà án' },
      pages: [{ page: await pictureOfPaper() }],
      note: 'Toà tuyên chấm dứt giám hộ',
    })
  },
}
