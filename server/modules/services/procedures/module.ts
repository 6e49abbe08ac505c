/** What this module offers and does. */
import { holdNobody } from '../../../kernel/keeping.ts'
import { defineModule } from '../../../kernel/module.ts'
import { answerService, attachPaper, dropDraft, openService } from './filing/fill-service.ts'
import { draftKept_days } from './filing/rules.ts'
import { tellDrafts } from './filing/tell-drafts.ts'
import { listServices } from './list-services.ts'

export const proceduresModule = defineModule('services/procedures', {
  useCases: [listServices, openService, answerService, attachPaper, dropDraft],
  lapses: [
    { table: 'service_draft', since: 'saved_at', days: draftKept_days },
    { table: 'service_draft_paper', since: 'kept_at', days: draftKept_days },
  ],
  tells: [{ part: 'drafts', tables: ['service_draft', 'service_draft_paper'], tell: tellDrafts }],
  keeps: [
    ...holdNobody('published_procedure', 'proposed_procedure'),
    {
      table: 'service_draft',
      holds: ['subject_id', 'procedure', 'id', 'version', 'sealed'],
      fate: { is: 'at-once', kind: 'drafts' },
    },
    {
      table: 'service_draft_paper',
      holds: ['subject_id', 'procedure', 'paper', 'sealed'],
      fate: { is: 'at-once', kind: 'drafts' },
    },
  ],
})
