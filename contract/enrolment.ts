/**
 * Level 1 by the citizen herself (Decree 69/2024 art. 10(1)): consent, number, phone with code, portrait,
 * review, send.
 * What the register knows is told only after code and portrait have matched, and only to that session.
 */
import { z } from 'zod'
import { caseHistory } from './case-history.ts'
import { deed, strangersDeed, view } from './operation.ts'
import {
  birthDate,
  cursor,
  email,
  fullName,
  language,
  moment,
  nothing,
  oneTimeCode,
  pageOf,
  personalNumber,
  phone,
  picture,
  reference,
  sex,
} from './values.ts'

/** The text a citizen agrees to has a version; a new text asks again. */
export const ENROLMENT_CONSENT = '2026-11'

export const codeDelivery = z.object({
  state: z.enum(['none', 'queued', 'sent', 'delivered', 'failed']),
  channel: z.enum(['sms', 'email']),
  /** 0912 ••• 678 */
  to: z.string(),
  sentAt: moment,
  expiresAt: moment,
  /** From here on the page offers another way. */
  otherWayAt: moment,
  resendAt: moment,
  triesLeft: z.number(),
})

export const portraitHint = z.enum([
  'ok',
  'too-dark',
  'too-bright',
  'low-contrast',
  'blurred',
  'too-small',
  'no-face',
  'not-square-enough',
])

/**
 * An application being filled in: what the server has saved, so that it can be gone on with after any break.
 */
export const draftState = z.object({
  step: z.enum(['identity', 'phone', 'code', 'portrait', 'review', 'sent']),
  declared: z
    .object({
      personalNumber: z.string(),
      fullName: z.string(),
      birthDate: z.string(),
      sex: sex.nullable(),
      source: z.enum(['typed', 'qr']),
    })
    .nullable(),
  phone: z.string().nullable(),
  email: z.string().nullable(),
  code: codeDelivery.nullable(),
  hasPortrait: z.boolean(),
  language,
})

const enrolmentState = z.enum(['submitted', 'in-review', 'accepted', 'refused'])
export const refusalReason = z.enum([
  'identity-not-confirmed',
  'name-differs',
  'birth-date-differs',
  'under-age',
  'no-valid-card',
  'already-has-account',
  'phone-already-bound',
  'portrait-unusable',
  'suspected-fraud',
  'deceased',
])

/** What is wrong with a portrait; the applicant reads it in words, and never an officer's own. */
export const portraitFault = z.enum([
  'blurred',
  'too-dark',
  'face-covered',
  'face-turned',
  'several-people',
  'not-own-face',
])
/** An officer asked for another portrait; once it has come, or did not come in time, this says so. */
const askedPortrait = z.object({ fault: portraitFault, answerBy: moment, answeredAt: moment.nullable() })

const enrolmentStatus = z.object({
  reference,
  /** Also 'in-review' while another portrait is awaited: `asked` says so. */
  state: enrolmentState,
  submittedAt: moment,
  dueAt: moment,
  decidedAt: moment.nullable(),
  reason: refusalReason.nullable(),
  activateBy: moment.nullable(),
  phone: z.string(),
  /** The last time that it was asked. */
  asked: askedPortrait.nullable(),
})

export const StartEnrolment = deed('enrolment.start', {
  summary: 'Opens an application for level 1 after an explicit consent.',
  input: z.object({ consent: z.literal(ENROLMENT_CONSENT), language }),
  output: draftState,
  problems: ['limit.reached'],
})
export const ViewDraft = view('enrolment.draft', {
  summary: 'The application of this session, to go on with it.',
  input: nothing,
  output: draftState,
  problems: ['enrolment.draft-gone'],
})
export const DeclareIdentity = deed('enrolment.declare', {
  summary: 'Saves what the applicant declares of herself, typed or read from the card.',
  input: z.object({ personalNumber, fullName, birthDate, cardQr: z.string().max(1000).optional() }),
  output: draftState,
  problems: ['enrolment.draft-gone', 'enrolment.qr-unreadable', 'enrolment.already-sent'],
})
const draftProblems = ['enrolment.draft-gone', 'enrolment.already-sent'] as const
export const SendEnrolmentCode = strangersDeed('enrolment.send-code', {
  presence: 'always',
  summary: 'Sends a one-time code to the phone, or to the e-mail as the other way.',
  input: z.object({ phone, email: email.optional(), channel: z.enum(['sms', 'email']).default('sms') }),
  output: draftState,
  problems: [...draftProblems, 'limit.reached', 'code.sms-closed', 'code.no-email'],
})
export const VerifyEnrolmentCode = deed('enrolment.verify-code', {
  summary: 'Proves the phone by the one-time code.',
  input: z.object({ code: oneTimeCode }),
  output: draftState,
  problems: ['enrolment.draft-gone', 'code.wrong', 'code.expired', 'code.spent'],
})
export const TakePortrait = deed('enrolment.take-portrait', {
  summary: 'Takes the portrait and says what to improve when it cannot be used.',
  input: z.object({ picture }),
  output: z.object({ draft: draftState, hints: z.array(portraitHint) }),
  problems: [...draftProblems, 'portrait.not-a-picture', 'portrait.too-large'],
})
export const SubmitEnrolment = deed('enrolment.submit', {
  summary: 'Sends the application. The answer is the same whoever the number belongs to.',
  input: nothing,
  output: z.object({ reference, submittedAt: moment, dueAt: moment }),
  problems: ['enrolment.draft-gone', 'enrolment.incomplete', 'limit.reached'],
})
export const ViewEnrolment = view('enrolment.status', {
  summary: "How this session's application stands.",
  input: nothing,
  output: enrolmentStatus,
  problems: ['enrolment.draft-gone'],
})
export const AnswerPortrait = deed('enrolment.answer-portrait', {
  summary:
    'Sends the other portrait that an officer asked for, and says what to improve when it cannot be used.',
  input: z.object({ picture }),
  output: z.object({ status: enrolmentStatus, hints: z.array(portraitHint) }),
  problems: [
    'enrolment.draft-gone',
    'enrolment.not-asked',
    'enrolment.answer-too-late',
    'portrait.not-a-picture',
    'portrait.too-large',
  ],
})
export const DiscardDraft = deed('enrolment.discard', {
  summary: 'Throws the application away before it is sent.',
  input: nothing,
  output: nothing,
  problems: ['enrolment.draft-gone', 'enrolment.already-sent'],
})

const side = z.object({
  personalNumber: z.string(),
  fullName: z.string(),
  birthDate: z.string(),
  sex: z.string(),
  portrait: z.string().nullable(),
})

export const doubt = z.enum([
  'not-in-register',
  'portrait-unsure',
  'portrait-differs',
  'no-reference-portrait',
  'name-differs',
  'birth-date-differs',
  'qr-differs',
  'no-automatic-matcher',
])

/**
 * Whether the register was asked about the portrait that lies before the officer: another one that has just
 * come is in doubt until then, and the application is not accepted.
 */
const isPortraitCompared = z.boolean()

export const ViewQueue = view('enrolment.queue', {
  summary: "The applications that wait for a decision at the officer's office, those due first on top.",
  input: z.object({ cursor }),
  output: pageOf(
    z.object({
      reference,
      submittedAt: moment,
      dueAt: moment,
      doubts: z.array(doubt),
      isPortraitCompared,
      name: z.string(),
      /** Another portrait was asked for, and has come. */
      isAnswered: z.boolean(),
      /** It was the asker of this list who asked: these stand first. */
      isYours: z.boolean(),
    }),
  ).extend({
    waiting: z.number(),
    /** How many wait for their applicants, and for no officer. */
    waitingForApplicant: z.number(),
  }),
})
export const OpenApplication = view('enrolment.case', {
  summary: 'One application beside the register. Opening it is seen by the person.',
  input: z.object({ reference }),
  output: z.object({
    reference,
    submittedAt: moment,
    dueAt: moment,
    state: enrolmentState,
    doubts: z.array(doubt),
    isPortraitCompared,
    portraitScore: z.number().nullable(),
    asked: askedPortrait.extend({ officerNumber: z.string(), askedAt: moment }).nullable(),
    /** Whether another portrait may be asked for. */
    mayAsk: z.boolean(),
    /** The portrait before that, until it is decided. */
    earlierPortrait: z.string().nullable(),
    history: caseHistory,
    declared: side.extend({ cardQr: z.boolean(), phone: z.string() }),
    register: side
      .extend({ residence: z.string(), card: z.string().nullable(), isAlive: z.boolean() })
      .nullable(),
    differences: z.array(z.enum(['personalNumber', 'fullName', 'birthDate', 'sex', 'portrait'])),
  }),
  problems: ['enrolment.no-such-application', 'level-2.about-yourself'],
})
export const AskPortrait = deed('enrolment.ask-portrait', {
  summary: 'Asks the applicant for another portrait; the time to decide stands still until it comes.',
  input: z.object({
    reference,
    fault: portraitFault,
    /** For colleagues; the applicant never reads it. */
    note: z.string().max(500).optional(),
  }),
  output: z.object({ reference, answerBy: moment }),
  problems: [
    'enrolment.no-such-application',
    'enrolment.already-decided',
    'enrolment.waits-for-portrait',
    'enrolment.asked-enough',
    'level-2.about-yourself',
  ],
})
export const DecideEnrolment = deed('enrolment.decide', {
  summary: 'An officer accepts or refuses a doubtful application, with a reason.',
  input: z.object({
    reference,
    verdict: z.enum(['accept', 'refuse']),
    reason: refusalReason.optional(),
    note: z.string().max(500).optional(),
  }),
  output: z.object({ reference, state: enrolmentState }),
  problems: [
    'enrolment.no-such-application',
    'enrolment.already-decided',
    'enrolment.waits-for-portrait',
    'enrolment.reason-required',
    'enrolment.portrait-not-compared',
    'enrolment.cannot-accept',
    'level-2.about-yourself',
  ],
})
