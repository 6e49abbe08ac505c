/** A phone number that changed hands: shown by a code, and kept by whose account holds it. */
import { z } from 'zod'
import { deed } from './operation.ts'
import { nothing, oneTimeCode, personalNumber } from './values.ts'

/** What an officer is told, whether or not an account holds the number. */
export const phoneClaim = z.object({
  /** Told to whoever has the number; she types it beside the code. */
  reference: z.string(),
  waitDays: z.number(),
})
export const ClaimPhone = deed('phone.claim', {
  summary:
    'The code that an officer had sent to a number, typed by whoever has it: an account of another that holds the number is told, and it leaves after the waiting time. The same answer for every number.',
  input: z.object({ reference: z.string().trim().min(1).max(60), code: oneTimeCode }),
  output: z.object({ waitDays: z.number() }),
  problems: ['phone.no-such-claim', 'code.wrong', 'code.expired', 'code.spent', 'limit.reached'],
})
export const KeepPhone = deed('account.keep-phone', {
  summary: 'The number is still hers: it stays in the account.',
  input: nothing,
  output: nothing,
  problems: ['phone.not-leaving'],
})
export const KeepPhoneByCode = deed('phone.keep', {
  summary: 'The same on the public page, by the personal number and the code of the notice.',
  input: z.object({ personalNumber, code: z.string().trim().min(8).max(12) }),
  output: nothing,
  problems: ['phone.keep-wrong', 'limit.reached'],
})
