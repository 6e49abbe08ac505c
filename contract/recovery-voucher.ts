/**
 * A voucher of a counter for whoever has lost every other way back to her account: identity shown by
 * fingerprints or portrait against the identity database, and confirmed by a second pair of eyes; her own
 * consent at the second screen; a code on paper that works once.
 */
import { z } from 'zod'
import { captureSeal } from './devices.ts'
import { caseHistory } from './case-history.ts'
import { finger, fingerException, fingerTemplate, portraitTaken, printsTaken } from './evidence.ts'
import { accountState, caseId, cursor, moment, pageOf, personalNumber, picture } from './values.ts'
import { deed, view } from './operation.ts'

export const voucherState = z.enum(['open', 'waiting-second', 'confirmed', 'issued', 'refused', 'discarded'])
export const voucherRefusal = z.enum([
  'not-in-register',
  'deceased',
  'no-account',
  'account-barred',
  'prints-differ',
  'consent-declined',
  'denied',
])
/** Why fingers and portrait do not decide alone. */
export const voucherDoubt = z.enum([
  'portrait-unsure',
  'portrait-differs',
  'portrait-no-reference',
  'fingers-unread',
  'fingers-no-reference',
  'portrait-unsigned',
  'fingers-unsigned',
])
export const voucherIdentity = z.enum(['unfinished', 'fingers', 'portrait', 'second', 'differs'])

export const voucherCase = z.object({
  caseId,
  reference: z.string(),
  state: voucherState,
  openedAt: moment,
  /** When it ends by itself unless somebody goes on with it; null once it was sent or has ended. */
  lapsesAt: moment.nullable(),
  personalNumber: z.string(),
  isTakenByMe: z.boolean(),
  history: caseHistory,
  reason: voucherRefusal.nullable(),
  register: z
    .object({
      fullName: z.string(),
      birthDate: z.string(),
      sex: z.string(),
      residence: z.string().nullable(),
      portrait: z.string().nullable(),
      isAlive: z.boolean(),
      fingers: z.array(finger),
    })
    .nullable(),
  account: z.object({ level: z.number(), state: accountState, isBarred: z.boolean() }).nullable(),
  portrait: portraitTaken,
  prints: printsTaken,
  identity: voucherIdentity,
  /** A second person confirms it also when fingers or face have matched. */
  takesTwo: z.boolean(),
  doubts: z.array(voucherDoubt),
  consent: z.enum(['none', 'asked', 'agreed', 'declined']),
  /** Until then a voucher may be printed, or printed anew, on this case. */
  issuableUntil: moment.nullable(),
})

const named = z.object({ caseId })
const common = ['voucher.no-such-case', 'voucher.closed', 'permit.refused'] as const

export const OpenVoucherCase = deed('voucher.open', {
  summary:
    'Opens a case for the person of this number, in her presence. Opening reads the register and is seen by her. What stands against a voucher from the first is refused here, before anything is taken.',
  input: named.extend({ personalNumber }),
  output: voucherCase,
  problems: [
    ...common,
    'voucher.about-yourself',
    'voucher.other-case-open',
    'voucher.not-in-register',
    'voucher.deceased',
    'voucher.no-account',
    'voucher.account-barred',
    'limit.reached',
  ],
})
export const ViewVoucherCase = view('voucher.view', {
  summary: 'One case, with what is left to do. Opening it is seen by the person.',
  input: named,
  output: voucherCase,
  problems: common,
})
export const TakeVoucherPortrait = deed('voucher.portrait', {
  summary: 'The portrait taken at the counter, compared with the identity database.',
  input: named.extend({ picture, seal: captureSeal.optional() }),
  output: voucherCase,
  problems: [
    ...common,
    'portrait.not-a-picture',
    'evidence.register-picture',
    'portrait.too-large',
    'evidence.no-tries-left',
    'server.busy',
  ],
})
export const TakeVoucherPrints = deed('voucher.prints', {
  summary: 'Impressions of fingers in the order in which they were taken; three tries each.',
  input: named.extend({ templates: z.array(fingerTemplate).min(1).max(10), seal: captureSeal.optional() }),
  output: voucherCase,
  problems: [...common, 'evidence.not-a-print', 'evidence.no-tries-left'],
})
export const ExceptVoucherFinger = deed('voucher.except-finger', {
  summary: 'A finger that cannot be read, with its reason.',
  input: named.extend({ finger, reason: fingerException }),
  output: voucherCase,
  problems: [...common, 'evidence.tries-left'],
})
export const AskVoucherConsent = deed('voucher.ask-consent', {
  summary: 'Asks the citizen at her own screen whether she wants the voucher.',
  input: named,
  output: voucherCase,
  problems: [...common, 'desk.no-screen'],
})
export const SubmitVoucherCase = deed('voucher.submit', {
  summary:
    'Sends the case to a second pair of eyes; what stands against a voucher by rule is refused at once.',
  input: named,
  output: voucherCase,
  problems: [...common, 'voucher.incomplete'],
})
export const SecondVoucherCase = deed('voucher.second', {
  summary: 'The second pair of eyes confirms or denies who it is.',
  input: named.extend({
    verdict: z.enum(['confirm', 'deny']),
    note: z.string().trim().min(5).max(500),
    /** The doubts as the page showed them: one that has come since is not confirmed by this. */
    seen: z.array(voucherDoubt).max(20).optional(),
  }),
  output: voucherCase,
  problems: [
    ...common,
    'voucher.same-eyes',
    'voucher.about-yourself',
    'voucher.not-waiting',
    'evidence.more-to-see',
  ],
})
export const IssueVoucher = deed('voucher.issue', {
  summary: "Makes the voucher's code, told this once to be printed. Made anew, the earlier one is worthless.",
  input: named,
  output: z.object({ voucher: z.string(), endsAt: moment, office: z.string(), case: voucherCase }),
  problems: [...common, 'voucher.not-confirmed', 'recovery.barred'],
})
export const DiscardVoucherCase = deed('voucher.discard', {
  summary: 'Ends an open case without a decision.',
  input: named.extend({ note: z.string().trim().min(3).max(500) }),
  output: voucherCase,
  problems: common,
})

const listed = z.object({
  caseId,
  reference: z.string(),
  state: voucherState,
  openedAt: moment,
  lapsesAt: moment.nullable(),
  name: z.string().nullable(),
  doubts: z.array(voucherDoubt),
  isMine: z.boolean(),
})
export const ListVoucherCases = view('voucher.list', {
  summary: "The office's unfinished cases, or those that wait for a second pair of eyes; the oldest first.",
  input: z.object({ which: z.enum(['open', 'second']), cursor }),
  output: pageOf(listed),
})
