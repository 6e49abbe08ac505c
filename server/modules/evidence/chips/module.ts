/** What this module offers and does. */
import { holdNobody } from '../../../kernel/keeping.ts'
import { defineModule } from '../../../kernel/module.ts'

export const chipsModule = defineModule('evidence/chips', {
  useCases: [],
  keeps: [...holdNobody('chip_anchor', 'chip_crl', 'chip_signer')],
})
