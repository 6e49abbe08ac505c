/** Officers: a passkey each, a mandate that gives tasks at an office, a session. */
import { z } from 'zod'
import { deed, view } from './operation.ts'
import { nothing } from './values.ts'

/** WebAuthn's own JSON shapes (WebAuthn L3 §5.1); checked by the WebAuthn library, bounded here. */
const webauthnJson = z.record(z.string(), z.unknown())

export const officerProfile = z.object({
  name: z.string(), rank: z.string(), office: z.string(), tasks: z.array(z.string()), hasPasskey: z.boolean(),
})
export const EnterByTicket = deed('officer.enter', {
  summary: 'Opens a session by a one-time ticket (first sign-in, before a passkey is made).',
  input: z.object({ ticket: z.string().min(20).max(100) }), output: officerProfile, problems: ['officer.ticket-spent', 'limit.reached'],
})
export const PasskeyOptions = deed('officer.passkey-options', { summary: 'Options to make a passkey.', input: nothing, output: webauthnJson })
export const AddPasskey = deed('officer.add-passkey', { summary: 'Keeps a new passkey.', input: z.object({ response: webauthnJson }), output: officerProfile, problems: ['officer.passkey-refused'] })
export const OfficerSignInOptions = deed('officer.sign-in-options', { summary: 'Options to sign in with a passkey.', input: nothing, output: webauthnJson, problems: ['limit.reached'] })
export const OfficerSignIn = deed('officer.sign-in', { summary: 'Signs in with a passkey.', input: z.object({ response: webauthnJson }), output: officerProfile, problems: ['officer.passkey-refused', 'limit.reached'] })
export const ViewOfficer = view('officer.me', { summary: 'Who is signed in at the counter.', input: nothing, output: officerProfile })
export const OfficerSignOut = deed('officer.sign-out', { summary: 'Ends the counter session.', input: nothing, output: nothing })
