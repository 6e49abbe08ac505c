/** What happens while a phone number that changed hands leaves an account. */
import { z } from 'zod'
import { moment } from '../../../../../contract/values.ts'
import { defineEvent, type EventType } from '../../../../kernel/event.ts'

const by = z.strictObject({ office: z.string(), officerNumber: z.string(), at: moment })
/** Somebody has shown by a code that she has the number. Its subject is for whom it was asked. */
export const PhoneClaimed = defineEvent('PhoneClaimed', by.extend({ phoneDigest: z.string() }))
/** By the hotline she said that the number of her own account is no longer hers. */
export const PhoneGivenUp = defineEvent('PhoneGivenUp', by)

/** From here on the subject is whose account holds the number. */
export const PhoneReleaseOpened = defineEvent('PhoneReleaseOpened', z.strictObject({ until: moment }))
export const PhoneReleaseEnded = defineEvent(
  'PhoneReleaseEnded',
  z.strictObject({ how: z.enum(['kept', 'stays']) }),
)
export const phoneReleaseEvents: readonly EventType[] = [
  PhoneClaimed,
  PhoneGivenUp,
  PhoneReleaseOpened,
  PhoneReleaseEnded,
]
