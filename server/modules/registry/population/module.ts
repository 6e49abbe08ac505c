/** What this module offers and does. */
import { defineModule } from '../../../kernel/module.ts'

export const populationModule = defineModule('registry/population')
