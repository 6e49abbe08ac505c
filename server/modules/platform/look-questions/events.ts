/** What happens to a question about a look. */
import { z } from 'zod'
import { lookFinding } from '../../../../contract/look-question.ts'
import { moment } from '../../../../contract/values.ts'
import { defineEvent } from '../../../kernel/event.ts'

const named = { id: z.string(), reference: z.string() }
const due = { dueAt: moment, office: z.string() }

export const LookQuestionOpened = defineEvent('LookQuestionOpened', z.strictObject({ ...named, ...due }))
export const LookQuestionOverdue = defineEvent('LookQuestionOverdue', z.strictObject({ ...named, ...due }))
export const LookQuestionAnswered = defineEvent(
  'LookQuestionAnswered',
  z.strictObject({ ...named, finding: lookFinding }),
)
