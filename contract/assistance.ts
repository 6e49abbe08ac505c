/**
 * Help by others (mission M27; ux.md §2.16, §2.8): a community helper beside a citizen, with an account of
 * her own, a short list of acts and the citizen's
 * word for each; and the hotline, which may lock and explain and never unlocks.
 */
import { z } from 'zod'
import { differingField } from './discrepancy.ts'
import { lockAuthority, lockGround } from './lock.ts'
import { deed, view } from './operation.ts'
import { phoneClaim } from './phone-release.ts'
import {
  accountState,
  birthDate,
  cursor,
  language,
  moment,
  nothing,
  oneTimeCode,
  pageOf,
  personalNumber,
  phone,
  phoneElsewhere,
  reference,
} from './values.ts'

export const assistPurpose = z.enum(['register', 'activate', 'dossier', 'correct-data', 'settings'])
/**
 * How the citizen gives her word: a code that comes to the phone of her account, or a press at her own
 * screen. She types and presses herself.
 */
export const assistWay = z.enum(['code', 'press'])
export const assistedActKind = z.enum([
  'begin-level-1',
  'activation-guide',
  'dossier-state',
  'set-language',
  'report-mismatch',
])
export const assistedAct = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('begin-level-1') }),
  z.object({ kind: z.literal('activation-guide') }),
  z.object({ kind: z.literal('dossier-state'), reference }),
  z.object({ kind: z.literal('set-language'), language }),
  z.object({
    kind: z.literal('report-mismatch'),
    field: differingField,
    value: z.string().trim().min(1).max(300),
  }),
])

/** A dossier without anything of its person. */
export const dossierFace = z.object({
  kind: z.enum(['level-1', 'level-2', 'discrepancy']),
  reference: z.string(),
  state: z.string(),
  dueAt: moment,
  isOverdue: z.boolean(),
})
export const assistedResult = z.discriminatedUnion('kind', [
  /** A place of the citizen's app: the machine is handed over, and she goes on alone. */
  z.object({ kind: z.literal('begin-level-1'), handOver: z.string() }),
  z.object({
    kind: z.literal('activation-guide'),
    state: z.enum(['none', ...accountState.options]),
    activateBy: moment.nullable(),
  }),
  z.object({ kind: z.literal('dossier-state'), dossier: dossierFace.nullable() }),
  z.object({ kind: z.literal('set-language'), language }),
  z.object({ kind: z.literal('report-mismatch'), reference: z.string(), dueAt: moment }),
])
const sessionState = z.enum(['asked', 'open', 'declined', 'ended'])
const actState = z.enum(['asked', 'confirmed', 'declined', 'lapsed', 'done'])

export const assistedSession = z.object({
  id: z.string(),
  reference: z.string(),
  purpose: assistPurpose,
  way: assistWay,
  state: sessionState,
  askedAt: moment,
  endsAt: moment,
  /** What may be asked for in it. */
  mayDo: z.array(assistedActKind),
  acts: z.array(
    z.object({
      id: z.string(),
      act: assistedAct,
      way: assistWay,
      state: actState,
      askedAt: moment,
      lapsesAt: moment,
      result: assistedResult.nullable(),
    }),
  ),
})

const session = z.object({ id: z.uuid() })
const gone = ['assist.no-such-session', 'assist.ended', 'assist.about-yourself'] as const

export const OpenAssisted = deed('assist.open', {
  summary:
    'A helper asks a citizen who is present whether she may help. The answer is the same for every number; the citizen confirms at her own screen.',
  input: z.object({ personalNumber, purpose: assistPurpose, way: assistWay }),
  output: assistedSession,
  problems: ['desk.no-screen', 'limit.reached', 'assist.about-yourself'],
})
export const ViewAssisted = view('assist.view', {
  summary: "The helper's own session as it stands.",
  input: session,
  output: assistedSession,
  problems: gone,
})
export const AskAssistedAct = deed('assist.ask', {
  summary: 'Asks the citizen at her screen for one act.',
  input: session.extend({ act: assistedAct }),
  output: assistedSession,
  problems: [
    ...gone,
    'assist.not-confirmed',
    'assist.not-in-this-session',
    'desk.no-screen',
    'discrepancy.bad-value',
    'limit.reached',
  ],
})
export const DoAssistedAct = deed('assist.do', {
  summary: 'Does the act that the citizen has just confirmed, once.',
  input: session.extend({ actId: z.uuid() }),
  output: assistedSession,
  problems: [
    ...gone,
    'assist.not-confirmed',
    'assist.act-not-confirmed',
    'assist.act-lapsed',
    'assist.not-now',
    'limit.reached',
  ],
})
export const EndAssisted = deed('assist.end', {
  summary: 'Ends the session; what the citizen began on this machine is closed with it.',
  input: session,
  output: assistedSession,
  problems: ['assist.no-such-session'],
})
export const ListAssisted = view('assist.list', {
  summary: "The helper's own receipts, the newest first.",
  input: z.object({ cursor }),
  output: pageOf(
    z.object({
      id: z.string(),
      reference: z.string(),
      purpose: assistPurpose,
      state: sessionState,
      askedAt: moment,
      acts: z.array(assistedActKind),
    }),
  ),
})
export const ConfirmAssisted = deed('assist.confirm', {
  summary: 'The citizen types the code that names the act, at her own screen.',
  input: z.object({ promptId: z.uuid(), code: oneTimeCode }),
  output: nothing,
  problems: ['desk.prompt-gone', 'code.wrong', 'code.expired', 'code.spent', 'assist.ended'],
})

const text = z.string().trim().min(2).max(200)
/** What the caller says, as the agent hears it. Nothing of the register is ever shown beside it. */
export const callerAnswers = z.object({
  fullName: text.optional(),
  birthDate: birthDate.optional(),
  residence: z.string().trim().min(4).max(200).optional(),
  parentName: text.optional(),
  cardIssuedOn: birthDate.optional(),
  phoneEnd: z
    .string()
    .regex(/^\d{3}$/)
    .optional(),
  oldNumber: z
    .string()
    .regex(/^\d{9}$/)
    .optional(),
})
export const hotlineDeed = z.enum(['lock', 'explain', 'dossier', 'phone', 'phone-code', 'phone-given-up'])
export const hotlineCall = z.object({
  id: z.string(),
  reference: z.string(),
  state: z.enum(['begun', 'known', 'ended']),
  beganAt: moment,
  triesLeft: z.number(),
  deeds: z.array(hotlineDeed),
})
const call = z.object({ callId: z.uuid() })
const callGone = ['hotline.no-such-call', 'hotline.about-yourself'] as const

export const BeginCall = deed('hotline.begin', {
  summary: 'A call begins; the caller is nobody yet.',
  input: nothing,
  output: z.object({ call: hotlineCall, answersLeast: z.number() }),
  problems: ['limit.reached'],
})
export const IdentifyCaller = deed('hotline.identify', {
  summary: 'Whether what the caller says is enough. Yes or no and nothing else, for every number alike.',
  input: call.extend({ personalNumber, answers: callerAnswers }),
  output: z.object({ isEnough: z.boolean(), call: hotlineCall }),
  problems: [...callGone, 'hotline.tries-spent', 'hotline.known-already', 'limit.reached'],
})
export const LockByHotline = deed('hotline.lock', {
  summary: 'Locks for a caller who is known. There is no deed that unlocks.',
  input: call.extend({ note: z.string().trim().min(5).max(500) }),
  output: z.object({ lockedAt: moment, call: hotlineCall }),
  problems: [...callGone, 'hotline.not-known'],
})
export const ExplainLock = deed('hotline.explain', {
  summary: "On what grounds the caller's account is locked and who lifts each.",
  input: call,
  output: z.object({
    isLocked: z.boolean(),
    grounds: z.array(z.object({ ground: lockGround, liftedBy: z.array(lockAuthority), law: z.string() })),
    call: hotlineCall,
  }),
  problems: [...callGone, 'hotline.not-known'],
})
export const DossierByHotline = deed('hotline.dossier', {
  summary:
    'The state of a dossier: of a known caller by its reference, of another by reference and the end of the phone given in it.',
  input: call.extend({
    reference,
    phoneEnd: z
      .string()
      .regex(/^\d{3}$/)
      .optional(),
  }),
  output: z.object({ dossier: dossierFace.nullable(), call: hotlineCall }),
  problems: [...callGone, 'limit.reached'],
})
export const PhoneByHotline = deed('hotline.phone', {
  summary:
    'Whether the phone that a known caller names is bound to somebody else, and since when; never to whom. Its holder is told.',
  input: call.extend({ phone }),
  output: phoneElsewhere.extend({ call: hotlineCall }),
  problems: [...callGone, 'hotline.not-known', 'limit.reached'],
})
export const PhoneCodeByHotline = deed('hotline.phone-code', {
  summary:
    'Has a code sent to a number that a known caller says to have. She types it herself; the answer is the same whether or not an account holds the number.',
  input: call.extend({ phone }),
  output: phoneClaim.extend({ call: hotlineCall }),
  problems: [...callGone, 'hotline.not-known', 'limit.reached'],
})
export const GiveUpPhoneByHotline = deed('hotline.give-up-phone', {
  summary:
    'A known caller says that the number of her own account is no longer hers: it leaves after the waiting time, unless she keeps it.',
  input: call,
  output: z.object({ waitDays: z.number(), call: hotlineCall }),
  problems: [...callGone, 'hotline.not-known'],
})
/** What a line of a person's own log means; nobody's log is opened. */
export const lineFamily = z.enum(['office', 'service', 'help', 'self', 'representative', 'automatic'])
export const ViewLogGuide = view('hotline.log-guide', {
  summary: 'Every title that a line of a log may have, by what it means, in the words that a citizen reads.',
  input: nothing,
  output: z.object({
    families: z.array(z.object({ family: lineFamily, titles: z.array(z.string()) })),
  }),
})
export const EndCall = deed('hotline.end', {
  summary: 'The call has ended; nothing more is done in it.',
  input: call,
  output: z.object({ call: hotlineCall }),
  problems: ['hotline.no-such-call'],
})
export const ListCalls = view('hotline.list', {
  summary: "The agent's own calls, the newest first.",
  input: z.object({ cursor }),
  output: pageOf(hotlineCall.extend({ endedAt: moment.nullable(), isKnown: z.boolean() })),
})
