/** What this module offers and does. */
import { holdNobody } from '../../../kernel/keeping.ts'
import { defineModule } from '../../../kernel/module.ts'

export const sourcesModule = defineModule('documents/sources', { keeps: holdNobody('source_register') })
