/**
 * The sign-in page of the OpenID provider. Its deeds stand below `/oidc/interaction/<uid>/`, because the
 * provider's cookie is bound to that path.
 */
import { z } from 'zod'
import { codeDelivery } from './enrolment.ts'
import { deed, view } from './operation.ts'
import { challengeProof, oneTimeCode, passcode, password, personalNumber } from './values.ts'

const uid = z.string().min(10).max(64)
export const scopeName = z.enum([
  'openid',
  'profile',
  'phone',
  'email',
  'address',
  'identity',
  'offline_access',
])

export const signInState = z.object({
  step: z.enum(['password', 'second-factor', 'consent', 'gone']),
  client: z.object({ name: z.string(), domain: z.string() }),
  /** Filled from the consent step on: what the party will get, by scope. */
  asks: z.array(scopeName),
  code: codeDelivery.nullable(),
  /** Where the browser goes next; set when this interaction is finished. */
  goTo: z.string().nullable(),
})
export const ViewSignIn = view('sign-in.state', {
  summary: 'Where this sign-in stands.',
  input: z.object({ uid }),
  output: signInState,
  problems: ['sign-in.gone'],
})
export const GivePassword = deed('sign-in.password', {
  summary: 'Number and password. Wrong number and wrong password have one answer and one duration.',
  input: z.object({ uid, personalNumber, password, device: z.string().max(400).optional() }),
  output: signInState,
  problems: ['sign-in.no-match', 'sign-in.gone', 'limit.reached'],
})
export const SendSignInCode = deed('sign-in.send-code', {
  summary: 'The second factor by a code to the phone, or to the e-mail as the other way.',
  input: z.object({ uid, channel: z.enum(['sms', 'email']).default('sms') }),
  output: signInState,
  problems: ['sign-in.gone', 'limit.reached', 'code.no-email'],
})
export const GiveSignInCode = deed('sign-in.code', {
  summary: 'The second factor: the code.',
  input: z.object({ uid, code: oneTimeCode }),
  output: signInState,
  problems: ['sign-in.gone', 'code.wrong', 'code.expired', 'code.spent'],
})
export const GiveDeviceProof = deed('sign-in.device', {
  summary: "The second factor: the bound device's key, with the passcode.",
  input: challengeProof.extend({ uid, passcode }),
  output: signInState,
  problems: ['sign-in.gone', 'device.unknown', 'device.proof-spent', 'passcode.wrong', 'passcode.locked'],
})
export const GiveConsent = deed('sign-in.consent', {
  summary: 'Agrees to what the party asks; remembered for this party until withdrawn.',
  input: z.object({ uid }),
  output: signInState,
  problems: ['sign-in.gone'],
})
export const RefuseSignIn = deed('sign-in.refuse', {
  summary: 'Refuses; the party learns only that.',
  input: z.object({ uid }),
  output: signInState,
  problems: ['sign-in.gone'],
})
