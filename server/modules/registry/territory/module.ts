/** What this module offers and does. */
import { defineModule } from '../../../kernel/module.ts'

export const territoryModule = defineModule('registry/territory')
