/** Back to an application for level 1 that was sent, when the session of its browser is gone. */
import { z } from 'zod'
import { codeDelivery } from './enrolment.ts'
import { deed, strangersDeed } from './operation.ts'
import { email, nothing, oneTimeCode, phone, reference } from './values.ts'

export const BeginReturn = strangersDeed('enrolment.begin-return', {
  presence: 'always',
  summary:
    'Back to an application that is being handled, on any device: by its reference and the address that was proven in it. A code goes out if the two belong together.',
  input: z.union([
    z.object({ reference, channel: z.literal('sms'), phone }).strict(),
    z.object({ reference, channel: z.literal('email'), email }).strict(),
  ]),
  output: z.object({ returnId: z.uuid(), code: codeDelivery }),
  problems: ['limit.reached', 'code.crowded', 'code.sms-closed'],
})
export const FinishReturn = deed('enrolment.finish-return', {
  summary: "Proves the application's address by the code and opens its session.",
  input: z.object({ returnId: z.uuid(), code: oneTimeCode }),
  output: nothing,
  problems: ['code.wrong', 'code.expired', 'code.spent'],
})
