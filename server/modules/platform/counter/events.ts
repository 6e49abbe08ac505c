/** What is noticed about an officer's work. */
import { z } from 'zod'
import { defineEvent } from '../../../kernel/event.ts'

/** Its subject is the officer. */
export const UnusualSearchVolume = defineEvent(
  'UnusualSearchVolume',
  z.strictObject({
    officerNumber: z.string(),
    /** Absent in what an earlier release stored. */
    officeId: z.string().optional(),
    office: z.string(),
    count: z.number(),
  }),
)
