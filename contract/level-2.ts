/**
 * Level 2 at the counter (Decree 69/2024 art. 10(2)): the card's chip, contact with code, portrait and
 * fingerprints against the identity database,
 * documents to integrate, consent, decision. A case is named by its client (UUIDv7) and grows by small deeds,
 * each of which may be sent again:
 * what was taken while the line was down is sent later, in order, under the same idempotency keys.
 */
import { z } from 'zod'
import { captureSeal } from './devices.ts'
import { caseHistory } from './case-history.ts'
import {
  chipComparison,
  chipFile,
  contactTaken,
  finger,
  fingerException,
  fingerTemplate,
  portraitTaken,
  printsTaken,
} from './evidence.ts'
import { deed, view } from './operation.ts'
import {
  caseId,
  cursor,
  email,
  language,
  moment,
  oneTimeCode,
  pageOf,
  personalNumber,
  phone,
  picture,
} from './values.ts'

/** The text that a citizen agrees to at the second screen has a version; a new text asks again. */
export const LEVEL_2_CONSENT = '2026-11'

export const level2State = z.enum(['open', 'waiting-second', 'accepted', 'refused', 'discarded'])
export const level2Refusal = z.enum([
  'no-valid-card',
  'chip-refused',
  'card-differs',
  'not-in-register',
  'deceased',
  'under-age',
  'portrait-differs',
  'prints-differ',
  'consent-declined',
  'phone-already-bound',
  'account-locked',
  'exception-denied',
  'suspected-fraud',
])
/** What is left to do before it can be sent for its decision. */
export const level2Step = z.enum(['chip', 'contact', 'code', 'portrait', 'prints', 'consent', 'second'])

/** Why a second pair of eyes is needed. */
export const level2Exception = z.object({
  kind: z.enum([
    'chip',
    'finger',
    'portrait',
    'no-reference',
    'offline-consent',
    'displacement',
    'phone-of-another',
    'unsigned',
    'two-persons',
  ]),
  finger: finger.nullable(),
  reason: z.string().nullable(),
})

const documentKind = z.enum([
  'driving-licence',
  'vehicle-registration',
  'health-insurance',
  'social-insurance',
  'birth-certificate',
  'marriage-certificate',
  'practice-certificate',
  'education',
  'civil-servant-card',
])
export const documentToIntegrate = z.object({
  kind: documentKind,
  key: z
    .string()
    .trim()
    .min(3)
    .max(40)
    .regex(/^[\p{L}\p{N} ./-]+$/u),
})

export const level2Case = z.object({
  caseId,
  reference: z.string(),
  state: level2State,
  openedAt: moment,
  dueAt: moment,
  /** When it ends by itself unless somebody goes on with it; null once it was sent or has ended. */
  lapsesAt: moment.nullable(),
  submittedAt: moment.nullable(),
  decidedAt: moment.nullable(),
  reason: level2Refusal.nullable(),
  personalNumber: z.string(),
  isTakenByMe: z.boolean(),
  history: caseHistory,
  isOffline: z.boolean(),
  /** Null when the register has nobody of this number. */
  register: z
    .object({
      fullName: z.string(),
      birthDate: z.string(),
      sex: z.string(),
      residence: z.string().nullable(),
      portrait: z.string().nullable(),
      isAlive: z.boolean(),
      card: z
        .object({ state: z.string(), issuedOn: z.string(), expiresOn: z.string().nullable() })
        .nullable(),
      fingers: z.array(finger),
    })
    .nullable(),
  account: z
    .object({ level: z.number(), state: z.string(), isPhoneOther: z.boolean().nullable() })
    .nullable(),
  chip: z
    .object({
      verdict: z.enum(['genuine', 'refused']),
      problems: z.array(z.string()),
      answered: z.boolean().nullable(),
      portrait: z.string().nullable(),
    })
    .nullable(),
  comparison: z.array(chipComparison),
  contact: contactTaken,
  portrait: portraitTaken,
  prints: printsTaken,
  documents: z.array(documentToIntegrate),
  consent: z.enum(['none', 'asked', 'agreed', 'declined', 'agreed-offline']),
  exceptions: z.array(level2Exception),
  remaining: z.array(level2Step),
})

const named = z.object({ caseId })
const common = ['level-2.no-such-case', 'level-2.closed', 'permit.refused'] as const

export const OpenLevel2 = deed('level-2.open', {
  summary:
    'Opens a case for the person of this number, at her own wish and in her presence. Opening reads the register and is seen by her; what already stands against it is said now.',
  input: named.extend({ personalNumber, openedAt: moment, language: language.default('vi') }),
  output: level2Case,
  problems: [
    ...common,
    'level-2.about-yourself',
    'level-2.other-case-open',
    'level-2.opened-in-future',
    'level-2.not-in-register',
    'level-2.deceased',
    'level-2.under-age',
    'level-2.no-valid-card',
    'level-2.account-locked',
    'limit.reached',
  ],
})
export const ReadLevel2Chip = deed('level-2.read-chip', {
  summary: "Verifies the card's chip and lays it beside the register, field by field.",
  input: named.extend({
    chip: chipFile,
    challenge: z.string().max(40).optional(),
    answer: z.base64().max(2048).optional(),
    seal: captureSeal.optional(),
  }),
  output: level2Case,
  problems: [...common, 'level-2.other-person'],
})
export const DrawLevel2Challenge = deed('level-2.draw-challenge', {
  summary: 'A challenge for the chip to sign, so that a copy shows.',
  input: named,
  output: z.object({ challenge: z.string() }),
  problems: common,
})
export const GiveLevel2Contact = deed('level-2.contact', {
  summary: "The citizen's own phone and e-mail; a code goes to the phone, or to the e-mail as the other way.",
  input: named.extend({ phone, email: email.optional(), channel: z.enum(['sms', 'email']).default('sms') }),
  output: level2Case,
  problems: [...common, 'limit.reached', 'code.no-email'],
})
export const VerifyLevel2Code = deed('level-2.verify-code', {
  summary: 'The code that came to the citizen.',
  input: named.extend({ code: oneTimeCode }),
  output: level2Case,
  problems: [...common, 'code.wrong', 'code.expired', 'code.spent', 'evidence.no-contact'],
})
export const TakeLevel2Portrait = deed('level-2.portrait', {
  summary: 'The portrait taken at the counter, compared with the identity database.',
  input: named.extend({ picture, seal: captureSeal.optional() }),
  output: level2Case,
  problems: [
    ...common,
    'portrait.not-a-picture',
    'evidence.register-picture',
    'portrait.too-large',
    'evidence.no-tries-left',
    'server.busy',
  ],
})
export const TakeLevel2Prints = deed('level-2.prints', {
  summary: 'Impressions of fingers in the order in which they were taken; three tries each.',
  input: named.extend({ templates: z.array(fingerTemplate).min(1).max(10), seal: captureSeal.optional() }),
  output: level2Case,
  problems: [...common, 'evidence.not-a-print', 'evidence.no-tries-left'],
})
export const ExceptLevel2Finger = deed('level-2.except-finger', {
  summary: 'A finger that cannot be read, with its reason; a second pair of eyes will decide.',
  input: named.extend({ finger, reason: fingerException }),
  output: level2Case,
  problems: [...common, 'evidence.tries-left'],
})
export const NoteLevel2Documents = deed('level-2.documents', {
  summary: 'Documents that she wants in her wallet.',
  input: named.extend({ documents: z.array(documentToIntegrate).max(12) }),
  output: level2Case,
  problems: common,
})
export const AskLevel2Consent = deed('level-2.ask-consent', {
  summary: "Puts the consent on the citizen's own screen.",
  input: named,
  output: level2Case,
  problems: [...common, 'desk.no-screen'],
})
export const RecordOfflineConsent = deed('level-2.offline-consent', {
  summary:
    'The citizen agreed at the second screen while the line was down; a second pair of eyes will confirm it.',
  input: named.extend({ agreedAt: moment, version: z.literal(LEVEL_2_CONSENT) }),
  output: level2Case,
  problems: [...common, 'level-2.not-offline', 'level-2.opened-in-future'],
})
export const SubmitLevel2 = deed('level-2.submit', {
  summary: 'Sends the case for its decision: by rule, or to a second pair of eyes.',
  input: named,
  output: level2Case,
  problems: [...common, 'level-2.incomplete'],
})
export const SecondLevel2 = deed('level-2.second', {
  summary: 'The second pair of eyes confirms or denies what is not by rule.',
  input: named.extend({
    verdict: z.enum(['confirm', 'deny']),
    note: z.string().trim().min(5).max(500),
    /** The exceptions as the page showed them: one that has come since is not confirmed by this. */
    seen: z.array(level2Exception).max(40).optional(),
  }),
  output: level2Case,
  problems: [
    ...common,
    'level-2.same-eyes',
    'level-2.about-yourself',
    'level-2.not-waiting',
    'evidence.more-to-see',
  ],
})
export const DiscardLevel2 = deed('level-2.discard', {
  summary: 'Ends an open case without a decision.',
  input: named.extend({ note: z.string().trim().min(3).max(500) }),
  output: level2Case,
  problems: common,
})
export const ViewLevel2 = view('level-2.view', {
  summary: 'One case, with what is left to do. Opening it is seen by the person.',
  input: named,
  output: level2Case,
  problems: common,
})

const listed = z.object({
  caseId,
  reference: z.string(),
  state: level2State,
  openedAt: moment,
  dueAt: moment,
  lapsesAt: moment.nullable(),
  name: z.string().nullable(),
  exceptions: z.array(level2Exception),
  isMine: z.boolean(),
})
export const ListLevel2 = view('level-2.list', {
  summary: "The office's open cases, or those that wait for a second pair of eyes; those due first on top.",
  input: z.object({ which: z.enum(['open', 'second']), cursor }),
  output: pageOf(listed),
})
