/** What this module offers and does. */
import { holdNobody } from '../../../kernel/keeping.ts'
import { defineModule } from '../../../kernel/module.ts'
import { listParties } from './list-parties.ts'
import { reportsKept_days } from './rules.ts'

export const partiesModule = defineModule('registry/parties', {
  useCases: [listParties],
  lapses: [{ table: 'party_report', since: 'last_at', days: reportsKept_days }],
  keeps: holdNobody('party', 'party_version', 'party_certificate', 'party_report'),
})
