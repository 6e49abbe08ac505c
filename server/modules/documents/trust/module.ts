/** What this module offers: nothing below `/api`; its list is served by `server/http/trust-list.ts`. */
import { defineModule } from '../../../kernel/module.ts'

export const trustModule = defineModule('documents/trust')
