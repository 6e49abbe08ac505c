/**
 * Presence: the small piece of work that a browser does before Sen sends a code for somebody who has shown
 * nothing yet. Nobody sees or presses anything. It travels in the header `sen-presence` of the deed.
 */
import { z } from 'zod'
import { view, type Operation } from './operation.ts'
import { moment } from './values.ts'

/** The deeds that ask for it. What was worked for one of them is good for no other. */
export const presencePurpose = z.enum([
  'enrolment.send-code',
  'enrolment.begin-return',
  'activation.start',
  'activation.resend-code',
  'recovery.begin',
  'recovery.send-code',
  'lock.send-code',
])
export type PresencePurpose = z.infer<typeof presencePurpose>

const hex = (size_bytes: number) => z.string().regex(new RegExp(`^[0-9a-f]{${size_bytes * 2}}$`))

/** As ALTCHA has it (version 2): the counter is sought whose derived key begins with `keyPrefix`. */
export const presenceChallenge = z.strictObject({
  parameters: z.strictObject({
    algorithm: z.literal('PBKDF2/SHA-256'),
    /** Rounds of one try. */
    cost: z.int().min(1).max(1_000_000),
    data: z.strictObject({
      purpose: presencePurpose,
      /** The counter is one of so many. */
      tries: z.int().min(1).max(10_000_000),
      /** Milliseconds since 1970. */
      ends: z.int().min(0),
    }),
    keyLength: z.literal(32),
    keyPrefix: hex(16),
    keySignature: hex(32),
    nonce: hex(16),
    salt: hex(16),
  }),
  signature: hex(32),
})

/** What the header holds, as base64url of JSON. */
export const presenceProof = z.strictObject({
  challenge: presenceChallenge,
  solution: z.strictObject({ counter: z.int().min(0).max(0xffff_ffff), derivedKey: hex(32) }),
})

/** Whether a deed asks for presence when it is asked like this. */
export const asksPresence = ({ presence }: Pick<Operation, 'presence'>, input: unknown): boolean =>
  presence === 'always' || (presence === 'when-typed' && Object.keys(input as object).length > 0)

export const DrawPresence = view('presence.challenge', {
  summary: 'Work for a browser to do before a code is sent for whoever has shown nothing yet.',
  input: z.object({ purpose: presencePurpose }),
  output: z.object({ challenge: presenceChallenge, expiresAt: moment }),
  problems: ['limit.reached'],
})
