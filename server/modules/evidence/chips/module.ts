/** What this module offers and does. */
import { defineModule } from '../../../kernel/module.ts'

export const chipsModule = defineModule('evidence/chips', {
  useCases: [],
})
