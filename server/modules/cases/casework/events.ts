/** What happens to a case of whatever kind. */
import { z } from 'zod'
import { movedCaseKinds } from '../../../../contract/phrases/letters-case.ts'
import { moment } from '../../../../contract/values.ts'
import { defineEvent } from '../../../kernel/event.ts'

const words = z.strictObject({ vi: z.string(), en: z.string() })
export const CaseDueMoved = defineEvent(
  'CaseDueMoved',
  z.strictObject({
    kind: z.enum(movedCaseKinds),
    caseId: z.string(),
    reference: z.string(),
    office: z.string(),
    wasDueAt: moment,
    dueAt: moment,
    /** Why: the announced days on the way to it. */
    days: z.array(z.strictObject({ day: z.iso.date(), offices: z.enum(['closed', 'open']), why: words })),
  }),
)
