/** What happens while an account is being closed. */
import { z } from 'zod'
import { moment } from '../../../../../contract/values.ts'
import { defineEvent, type EventType } from '../../../../kernel/event.ts'

const due = z.strictObject({ until: moment })
export const ClosingBegun = defineEvent('ClosingBegun', due)
export const ClosingReminderDue = defineEvent('ClosingReminderDue', due)
export const ClosingEnded = defineEvent(
  'ClosingEnded',
  z.strictObject({ how: z.enum(['kept', 'disputed', 'locked', 'recovered', 'phone-moved']) }),
)
export const closingEvents: readonly EventType[] = [ClosingBegun, ClosingReminderDue, ClosingEnded]
