/** Officers: a passkey each, a mandate that gives tasks at an office, a session. */
import { z } from 'zod'
import { deed, view } from './operation.ts'
import { nothing } from './values.ts'

/** Options for the browser's own WebAuthn call (WebAuthn L3 §5.4, §5.5). */
const webauthnJson = z.record(z.string(), z.unknown())

const base64url = (most: number) =>
  z
    .string()
    .regex(/^[A-Za-z0-9_-]*$/)
    .max(most)
const credential = {
  id: base64url(1400),
  rawId: base64url(1400),
  type: z.literal('public-key'),
  authenticatorAttachment: z.enum(['platform', 'cross-platform']).optional(),
  clientExtensionResults: z.unknown().transform(() => ({})),
}
/** WebAuthn's own JSON shapes (WebAuthn L3 §5.1); what they mean is checked by the WebAuthn library. */
export const passkeyMade = z.object({
  ...credential,
  response: z.object({ clientDataJSON: base64url(4000), attestationObject: base64url(16_000) }),
})
export const passkeyUsed = z.object({
  ...credential,
  response: z.object({
    clientDataJSON: base64url(4000),
    authenticatorData: base64url(4000),
    signature: base64url(4000),
    userHandle: base64url(400).optional(),
  }),
})

export const officerProfile = z.object({
  name: z.string(),
  rank: z.string(),
  office: z.string(),
  tasks: z.array(z.string()),
  hasPasskey: z.boolean(),
  desk: z.string(),
  /** As citizens read her. */
  number: z.string(),
  /**
   * She has mandates at several offices and has not said where she works: no tasks until then
   * (`counter.choose-desk`).
   */
  needsShift: z.boolean(),
})
export const EnterByTicket = deed('officer.enter', {
  summary: 'Opens a session by a one-time ticket (first sign-in, before a passkey is made).',
  input: z.object({ ticket: z.string().min(20).max(100) }),
  output: officerProfile,
  problems: ['officer.ticket-spent', 'officer.passkey-asked', 'limit.reached'],
})
export const PasskeyOptions = deed('officer.passkey-options', {
  summary:
    'Options to make a passkey. For whoever has one already, `proof` holds what that one answers first.',
  input: nothing,
  output: webauthnJson,
})
export const AddPasskey = deed('officer.add-passkey', {
  summary: 'Keeps a new passkey: a further one only with the answer of one that she has, to its challenge.',
  input: z.object({ response: passkeyMade, proof: passkeyUsed.optional() }),
  output: officerProfile,
  problems: ['officer.passkey-refused', 'officer.passkey-first'],
})
export const OfficerSignInOptions = deed('officer.sign-in-options', {
  summary: 'Options to sign in with a passkey.',
  input: nothing,
  output: webauthnJson,
  problems: ['limit.reached'],
})
export const OfficerSignIn = deed('officer.sign-in', {
  summary: 'Signs in with a passkey.',
  input: z.object({ response: passkeyUsed }),
  output: officerProfile,
  problems: ['officer.passkey-refused', 'limit.reached'],
})
export const ViewOfficer = view('officer.me', {
  summary: 'Who is signed in at the counter.',
  input: nothing,
  output: officerProfile,
})
export const OfficerSignOut = deed('officer.sign-out', {
  summary: 'Ends the counter session.',
  input: nothing,
  output: nothing,
})
