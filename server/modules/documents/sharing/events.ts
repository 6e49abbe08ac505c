/** What happens between a person and the parties that ask for her documents. */
import { z } from 'zod'
import { moment } from '../../../../contract/values.ts'
import { defineEvent } from '../../../kernel/event.ts'

const words = z.strictObject({ vi: z.string(), en: z.string() })
const wish = z.enum(['withdraw', 'erase'])

/** By her number, without a link or code of hers. */
export const SharingAsked = defineEvent(
  'SharingAsked',
  z.strictObject({ id: z.string(), party: words, purpose: words, until: moment }),
)
export const SharingUndeliverable = defineEvent(
  'SharingUndeliverable',
  z.strictObject({ id: z.string(), party: words, purpose: words }),
)
export const SharingWishAnswered = defineEvent(
  'SharingWishAnswered',
  z.strictObject({
    id: z.string(),
    party: words,
    purpose: words,
    wish,
    answer: z.enum(['done', 'kept']),
    /** In the party's words. */
    law: z.string().nullable(),
  }),
)
export const SharingWishOverdue = defineEvent(
  'SharingWishOverdue',
  z.strictObject({ id: z.string(), party: words, purpose: words, wish, dueAt: moment, contact: z.string() }),
)
