/** What is noticed about an officer's work. */
import { z } from 'zod'
import { unusualVolume } from '../../../../contract/supervision.ts'
import { defineEvent } from '../../../kernel/event.ts'

/** A question stands at a citizen's screen; its subject is whom it is about. */
export const DeskAsked = defineEvent('DeskAsked', z.strictObject({ promptId: z.uuid() }))

/** Its subject is the officer. */
export const UnusualPersonVolume = defineEvent(
  'UnusualPersonVolume',
  z.strictObject({
    officerNumber: z.string(),
    officeId: z.string(),
    office: z.string(),
    kind: unusualVolume,
    count: z.number(),
    /** The deed at which the number was reached. */
    useCase: z.string(),
    at: z.iso.datetime(),
  }),
)
