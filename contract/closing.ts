/**
 * Closing one's own account (Law 91/2025/QH15: whoever the data is about may ask for its deletion). The
 * register of the population is the state's and stays as it is.
 */
import { z } from 'zod'
import { codeDelivery } from './enrolment.ts'
import { afterClosing } from './erasure.ts'
import { deed, view } from './operation.ts'
import { moment, nothing, oneTimeCode, passcode } from './values.ts'

export const ViewClosing = view('account.closing', {
  summary:
    'Whether the account is being closed and until when she can take it back; what it would wait for; what is erased at once, and what is kept until when.',
  input: nothing,
  output: z.object({
    closing: z.object({ begunAt: moment, dueAt: moment }).nullable(),
    waitDays: z.number(),
    waitsFor: z.enum(['case', 'representation']).nullable(),
    erased: afterClosing,
  }),
})
const obstacles = ['closing.goes-on', 'closing.case-open', 'closing.acts-for-others'] as const
export const AskClosing = deed('account.ask-closing', {
  summary: 'Asks to close the account: the passcode, then a code to the phone. Nothing is closed yet.',
  input: z.object({ passcode }),
  output: z.object({ code: codeDelivery }),
  problems: [...obstacles, 'closing.no-phone', 'passcode.wrong', 'passcode.locked', 'limit.reached'],
})
export const ConfirmClosing = deed('account.confirm-closing', {
  summary:
    'Confirms by the code: the account is closed at that moment, unless she takes it back or says that it was not she.',
  input: z.object({ code: oneTimeCode }),
  output: z.object({ dueAt: moment }),
  problems: [...obstacles, 'closing.no-phone', 'journey.gone', 'code.wrong', 'code.expired', 'code.spent'],
})
export const KeepAccount = deed('account.keep', {
  summary: 'Takes the closing back: the account stays as it is.',
  input: nothing,
  output: nothing,
  problems: ['closing.gone'],
})
