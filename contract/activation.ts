/**
 * Activation on the device within the policy's days (Decree 69/2024 art. 14), binding a further device, and a
 * forgotten password.
 * Each is the same journey: prove who you are, prove the phone by a code, set what is missing. Answers are
 * the same for numbers without an account.
 */
import { z } from 'zod'
import { codeDelivery } from './enrolment.ts'
import { deed, strangersDeed, view } from './operation.ts'
import {
  challengeProof,
  deviceKey,
  deviceToken,
  moment,
  nothing,
  oneTimeCode,
  passcode,
  password,
  personalNumber,
  phone,
  proofPurpose,
} from './values.ts'

export const passwordRules = z.object({
  min: z.number(),
  max: z.number(),
  needs: z.array(z.enum(['lower', 'upper', 'digit', 'symbol'])),
})

export const journeyState = z.object({
  journey: z.enum(['activation', 'new-device', 'new-password']),
  step: z.enum(['code', 'secrets', 'done']),
  code: codeDelivery.nullable(),
  needs: z.object({ password: z.boolean(), passcode: z.boolean(), device: z.boolean() }),
  passwordRules,
})

const journeyProblems = ['journey.gone', 'limit.reached'] as const

export const StartActivation = strangersDeed('activation.start', {
  presence: 'when-typed',
  summary:
    "Begins activation: of this session's approved application, or by number and phone. A code goes out if the two belong together.",
  input: z.union([z.object({ personalNumber, phone }).strict(), z.object({}).strict()]),
  output: journeyState,
  problems: ['limit.reached', 'code.crowded', 'code.sms-closed'],
})
export const StartNewDevice = deed('activation.start-new-device', {
  summary: 'Begins to bind this device to an active account: number and password, then a code to the phone.',
  input: z.object({ personalNumber, password }),
  output: journeyState,
  problems: ['sign-in.no-match', 'limit.reached'],
})
export const StartNewPassword = deed('activation.start-new-password', {
  summary:
    'Forgotten password: the bound device proves itself with key and passcode, and a code goes to the phone.',
  input: challengeProof.extend({ passcode }),
  output: journeyState,
  problems: ['device.unknown', 'device.proof-spent', 'passcode.wrong', 'passcode.locked', 'limit.reached'],
})
export const ViewJourney = view('activation.state', {
  summary: 'Where this journey stands.',
  input: nothing,
  output: journeyState,
  problems: journeyProblems,
})
export const ResendJourneyCode = strangersDeed('activation.resend-code', {
  presence: 'always',
  summary: 'Sends a new code, by text message or to the verified e-mail.',
  input: z.object({ channel: z.enum(['sms', 'email']).default('sms') }),
  output: journeyState,
  problems: [...journeyProblems, 'code.crowded', 'code.sms-closed'],
})
export const VerifyJourneyCode = deed('activation.verify-code', {
  summary: 'Proves the phone by the one-time code.',
  input: z.object({ code: oneTimeCode }),
  output: journeyState,
  problems: [...journeyProblems, 'code.wrong', 'code.expired', 'code.spent'],
})
export const JudgeJourneyPassword = deed('activation.judge-password', {
  summary: 'Whether a new password would be taken at the end of this journey, told while it is typed.',
  input: z.object({ password }),
  output: nothing,
  problems: [...journeyProblems, 'journey.order', 'password.weak', 'password.own-data', 'password.breached'],
})
export const FinishJourney = deed('activation.finish', {
  summary:
    'Sets password, passcode and device key as the journey needs, and opens the app; the key that this phone had for the same account ends.',
  input: z.object({
    password: password.optional(),
    passcode: passcode.optional(),
    device: z
      .object({ key: deviceKey, name: z.string().min(1).max(80), signature: z.string().length(86) })
      .optional(),
    /**
     * What this phone is bound as until now, if it still holds that key: it ends instead of standing beside
     * the new one.
     */
    replaces: challengeProof.optional(),
  }),
  /** The key signs `sen device-key <x>.<y>`, so that a key is bound only by its holder. */
  output: z.object({
    device: deviceToken.nullable(),
    hasReplaced: z.boolean(),
    fullName: z.string(),
    personalNumber: z.string(),
  }),
  problems: [
    ...journeyProblems,
    'journey.order',
    'password.weak',
    'password.own-data',
    'password.breached',
    'passcode.weak',
    'activation.too-late',
    'device.proof',
    'device.unknown',
    'device.proof-spent',
  ],
})

export const NewChallenge = deed('authentication.challenge', {
  summary:
    'A challenge for the device key to sign: for one purpose and one use; without a purpose, to open the app.',
  input: z.object({ device: deviceToken, purpose: proofPurpose.optional() }),
  output: z.object({ challenge: z.string(), expiresAt: moment }),
})
export const OpenApp = deed('authentication.open-app', {
  summary: 'Opens the app on a bound device: the device key signs, the passcode is checked by the server.',
  input: challengeProof.extend({ passcode }),
  output: z.object({ fullName: z.string(), openUntil: moment }),
  problems: [
    'device.unknown',
    'device.proof-spent',
    'passcode.wrong',
    'passcode.locked',
    'account.locked',
    'limit.reached',
  ],
})
export const CloseApp = deed('authentication.close-app', {
  summary: "Closes the app's session on this device.",
  input: nothing,
  output: nothing,
})
