/** What this module offers and does. */
import { holdNobody } from '../../../kernel/keeping.ts'
import { defineModule } from '../../../kernel/module.ts'
import { listUnits, viewUnit } from './list-units.ts'

export const territoryModule = defineModule('registry/territory', {
  useCases: [listUnits, viewUnit],
  keeps: [...holdNobody('territory_unit', 'calendar_change', 'proposed_calendar_change')],
})
