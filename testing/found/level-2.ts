import { settleCitizen } from '../settle-citizen.ts'
import { openCase } from '../level-2-steps.ts'
import type { FoundCase } from './found-case.ts'

export const found: FoundCase = {
  kind: 'level-2',
  task: 'level-2.second',
  async open(fixture, officer) {
    const { person } = await settleCitizen(fixture)
    return openCase(officer, person)
  },
}
