/** What becomes of letters that others wait for. */
import { z } from 'zod'
import { defineEvent } from '../../../kernel/event.ts'

/** A letter with a one-time code was taken, arrived or failed. */
export const CodeLetterMoved = defineEvent(
  'CodeLetterMoved',
  z.strictObject({
    letterId: z.string(),
    channel: z.enum(['sms', 'email']),
    state: z.enum(['sent', 'delivered', 'failed']),
  }),
)
