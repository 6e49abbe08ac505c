/**
 * A lost or new phone: the ladder's rungs, each with its proofs, its place and its time. Whoever begins one
 * for a number that is not hers gets
 * the same answers and no code. None of them asks for the old phone.
 */
import { z } from 'zod'
import { passwordRules } from './activation.ts'
import { codeDelivery, portraitHint } from './enrolment.ts'
import { chipFile } from './evidence.ts'
import { deed, strangersDeed, view } from './operation.ts'
import {
  challengeProof,
  deviceKey,
  deviceToken,
  email,
  moment,
  nothing,
  oneTimeCode,
  passcode,
  password,
  personalNumber,
  phone,
  picture,
} from './values.ts'

export const rung = z.enum(['chip', 'face', 'relative', 'voucher'])
const recoveryProof = z.enum(['chip', 'code', 'portrait', 'relative', 'voucher'])

export const ViewLadder = view('recovery.ladder', {
  summary: 'The rungs with what each asks, where, and how long it takes.',
  input: nothing,
  output: z.object({
    rungs: z.array(
      z.object({
        rung,
        proofs: z.array(recoveryProof),
        wait_s: z.number(),
        where: z.enum(['home', 'counter']),
      }),
    ),
  }),
})

export const recoveryState = z.object({
  rung,
  step: z.enum(['chip', 'code', 'portrait', 'relative', 'voucher', 'wait', 'secrets', 'ended']),
  proofs: z.array(z.object({ proof: recoveryProof, isDone: z.boolean() })),
  code: codeDelivery.nullable(),
  portrait: z.object({ triesLeft: z.number(), hints: z.array(portraitHint) }).nullable(),
  /** What a trusted relative must be told by voice, and how many were asked. */
  relative: z.object({ matchNumber: z.string(), asked: z.number(), until: moment }).nullable(),
  wait_s: z.number(),
  waitUntil: moment.nullable(),
  endsAt: moment,
  end: z.enum(['done', 'cancelled', 'disputed', 'superseded', 'failed', 'lapsed']).nullable(),
  passwordRules,
})
const common = ['recovery.gone', 'recovery.order', 'recovery.barred', 'limit.reached'] as const

const bySms = z
  .object({ rung: z.enum(['chip', 'face']), personalNumber, channel: z.literal('sms'), phone })
  .strict()
const byRelative = z.union([
  z.object({ rung: z.literal('relative'), personalNumber, channel: z.literal('sms'), phone }).strict(),
  z.object({ rung: z.literal('relative'), personalNumber, channel: z.literal('email'), email }).strict(),
])
export const BeginRecovery = strangersDeed('recovery.begin', {
  presence: 'always',
  summary:
    'Begins a rung at home: number, and the phone (or, beside a relative, the e-mail) that the code goes to if the two belong together.',
  input: z.union([bySms, byRelative]),
  output: recoveryState,
  problems: ['limit.reached', 'code.crowded', 'code.sms-closed'],
})
export const RedeemVoucher = deed('recovery.redeem-voucher', {
  summary: 'Begins by a voucher of a counter: its code and the number it was written for.',
  input: z.object({ personalNumber, voucher: z.string().trim().min(8).max(40) }),
  output: recoveryState,
  problems: ['recovery.voucher-wrong', 'recovery.barred', 'limit.reached'],
})
export const ViewRecovery = view('recovery.state', {
  summary: 'Where the recovery of this browser stands.',
  input: nothing,
  output: recoveryState,
  problems: ['recovery.gone'],
})
export const DrawRecoveryChallenge = deed('recovery.draw-challenge', {
  summary: "A challenge for the card's chip to sign, so that a copy shows.",
  input: nothing,
  output: z.object({ challenge: z.string() }),
  problems: common,
})
export const ProveChip = deed('recovery.prove-chip', {
  summary: 'The chip of the card: signed by the state, for this number, and no copy.',
  input: z.object({ chip: chipFile, answer: z.base64().max(2048) }),
  output: recoveryState,
  problems: [...common, 'recovery.chip-refused', 'recovery.chip-copied', 'recovery.chip-other-person'],
})
export const SendRecoveryCode = strangersDeed('recovery.send-code', {
  presence: 'always',
  summary: 'Sends a new code.',
  input: nothing,
  output: recoveryState,
  problems: [...common, 'code.crowded', 'code.sms-closed'],
})
export const ProveCode = deed('recovery.prove-code', {
  summary: 'The code that came to the phone or the e-mail.',
  input: z.object({ code: oneTimeCode }),
  output: recoveryState,
  problems: [...common, 'code.wrong', 'code.expired', 'code.spent'],
})
export const ProvePortrait = deed('recovery.prove-portrait', {
  summary: 'A portrait taken now, compared with the identity database.',
  input: z.object({ picture }),
  output: recoveryState,
  problems: [
    ...common,
    'portrait.not-a-picture',
    'recovery.portrait-poor',
    'recovery.portrait-differs',
    'server.busy',
  ],
})
export const JudgeRecoveryPassword = deed('recovery.judge-password', {
  summary: 'Whether a new password would be taken at the end of this recovery, told while it is typed.',
  input: z.object({ password }),
  output: nothing,
  problems: [...common, 'password.weak', 'password.own-data', 'password.breached'],
})
export const FinishRecovery = deed('recovery.finish', {
  summary:
    'Binds this phone with a new password and passcode; every old device, session, sign-in and secret ends in the same moment.',
  input: z.object({
    password,
    passcode,
    device: z.object({ key: deviceKey, name: z.string().min(1).max(80), signature: z.string().length(86) }),
  }),
  output: z.object({ device: deviceToken, fullName: z.string(), personalNumber: z.string() }),
  problems: [
    ...common,
    'recovery.waiting',
    'password.weak',
    'password.own-data',
    'password.breached',
    'passcode.weak',
    'device.proof',
  ],
})
export const LeaveRecovery = deed('recovery.leave', {
  summary: 'Whoever began it here ends it.',
  input: nothing,
  output: nothing,
  problems: ['recovery.gone'],
})

export const DisputeRecovery = deed('recovery.dispute', {
  summary:
    '"This was not me", on the public page: the number and the code of the notice end the recovery and lock the account.',
  input: z.object({ personalNumber, code: z.string().trim().min(8).max(12) }),
  output: nothing,
  problems: ['recovery.dispute-wrong', 'limit.reached'],
})
const ongoing = z.object({
  ongoing: z.object({ rung, begunAt: moment, waitUntil: moment.nullable() }).nullable(),
})
export const ViewOngoing = view('recovery.ongoing', {
  summary: 'Whether somebody is getting this account back on another phone.',
  input: nothing,
  output: ongoing,
})
export const ViewOngoingByDevice = deed('recovery.ongoing-by-device', {
  summary: "The same on a bound phone whose account is locked: the device's key is the proof, no passcode.",
  input: challengeProof,
  // Whether she has said "it was not me" and that lock stands: a recovery opens it no more.
  output: ongoing.extend({ isOnlyAtCounter: z.boolean() }),
  problems: ['device.unknown', 'device.proof-spent', 'limit.reached'],
})
export const StopRecovery = deed('recovery.stop', {
  summary: 'In the app of a bound phone: ends the recovery; "it was not me" locks the account besides.',
  input: z.object({ wasMe: z.boolean() }),
  output: nothing,
  problems: ['recovery.gone'],
})

export const StopRecoveryByDevice = deed('recovery.stop-by-device', {
  summary:
    '"It was not me" on a bound phone whose account is locked: ends the recovery, and only a counter gives the account back. The device\'s key is the proof, no passcode.',
  input: challengeProof,
  output: nothing,
  problems: ['recovery.gone', 'device.unknown', 'device.proof-spent', 'limit.reached'],
})

const ask = z.object({
  id: z.uuid(),
  name: z.string(),
  askedAt: moment,
  endsAt: moment,
  triesLeft: z.number(),
})
export const ViewAsks = view('recovery.asks', {
  summary: 'Who asks me, as a trusted relative, to confirm.',
  input: nothing,
  output: z.object({ asks: z.array(ask) }),
})
export const AnswerAsk = deed('recovery.answer-ask', {
  summary:
    'The relative confirms by the number that she was told by voice and her own passcode, or says that it is not she.',
  input: z.union([
    z.object({ id: z.uuid(), confirm: z.literal(true), matchNumber: z.string().regex(/^\d{4}$/), passcode }),
    z.object({ id: z.uuid(), confirm: z.literal(false) }),
  ]),
  output: nothing,
  problems: ['recovery.ask-gone', 'recovery.match-wrong', 'passcode.wrong', 'passcode.locked'],
})
