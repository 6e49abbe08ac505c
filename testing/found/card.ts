import { openCardFor } from '../card-steps.ts'
import { settleCitizen } from '../settle-citizen.ts'
import type { FoundCase } from './found-case.ts'

export const found: FoundCase = {
  kind: 'card',
  task: 'card.print',
  async open(fixture, officer) {
    const { person } = await settleCitizen(fixture)
    return openCardFor(officer, person, { kind: 'exchange', reason: 'holder-asks' })
  },
}
