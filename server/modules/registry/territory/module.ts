/** What this module offers and does. */
import { holdNobody } from '../../../kernel/keeping.ts'
import { defineModule } from '../../../kernel/module.ts'

export const territoryModule = defineModule('registry/territory', {
  useCases: [],
  keeps: [...holdNobody('territory_unit')],
})
