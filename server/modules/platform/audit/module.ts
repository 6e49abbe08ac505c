/** What this module offers and does. */
import { defineModule } from '../../../kernel/module.ts'
import { viewAccessLog } from './access-log.ts'

export const auditModule = defineModule('platform/audit', {
  useCases: [viewAccessLog],
})
