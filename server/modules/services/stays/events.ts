/** What happens to notices of stay. */
import { z } from 'zod'
import { defineEvent } from '../../../kernel/event.ts'

/** Told of somebody by a personal number; the subject is the guest. */
export const StayReported = defineEvent(
  'StayReported',
  z.strictObject({ officeId: z.string(), facilityId: z.string(), id: z.string() }),
)
