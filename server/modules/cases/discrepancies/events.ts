/** What happens to a case of differing data. */
import { z } from 'zod'
import { differingField, discrepancyOutcome, discrepancyRefusal } from '../../../../contract/discrepancy.ts'
import { moment } from '../../../../contract/values.ts'
import { defineEvent } from '../../../kernel/event.ts'

const named = { id: z.string(), reference: z.string(), field: differingField }
const due = { dueAt: moment, office: z.string() }

export const DiscrepancyOpened = defineEvent('DiscrepancyOpened', z.strictObject({ ...named, ...due }))
export const DiscrepancyOverdue = defineEvent('DiscrepancyOverdue', z.strictObject({ ...named, ...due }))
export const DiscrepancyRefused = defineEvent(
  'DiscrepancyRefused',
  z.strictObject({ ...named, reason: discrepancyRefusal }),
)
export const DiscrepancySettled = defineEvent(
  'DiscrepancySettled',
  z.strictObject({ ...named, outcome: discrepancyOutcome, needsExchange: z.boolean() }),
)
