/** What this module offers and does. */
import { holdNobody } from '../../../kernel/keeping.ts'
import { defineModule } from '../../../kernel/module.ts'
import { listServices } from './list-services.ts'

export const proceduresModule = defineModule('services/procedures', {
  useCases: [listServices],
  keeps: [...holdNobody('published_procedure')],
})
