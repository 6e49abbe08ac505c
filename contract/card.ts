/**
 * Applications for an identity card at the counter (Law 26/2023/QH15 arts. 19, 21-26; Decree 70/2024/ND-CP):
 * first issue, exchange, re-issue, together with
 * an account of level 2 for whoever has no valid card (Decree 69/2024/ND-CP art. 10(2)). An application is
 * named by its client (UUIDv7) and grows by
 * small deeds; then it is decided, printed, received at the office and handed over.
 */
import { z } from 'zod'
import { differingField } from './discrepancy.ts'
import { codeDelivery, portraitHint } from './enrolment.ts'
import { chipFile, finger, fingerException, fingerResult, fingerTemplate } from './level-2.ts'
import { deed, view } from './operation.ts'
import {
  cursor,
  email,
  language,
  moment,
  nothing,
  oneTimeCode,
  personalNumber,
  phone,
  picture,
  reference,
} from './values.ts'

/** The text that a citizen agrees to at the second screen has a version; a new text asks again. */
export const CARD_CONSENT = '2026-11'

const applicationId = z.uuidv7()
export const cardKind = z.enum(['first-issue', 'exchange', 're-issue'])
/** Each with its article in `cards/rules.ts`. */
export const cardReason = z.enum([
  'never-issued',
  'age-reached',
  'name-or-birth-changed',
  'appearance-changed',
  'biometrics-added',
  'sex-redetermined',
  'printed-error',
  'boundary-change',
  'number-reset',
  'holder-asks',
  'lost',
  'damaged',
  'nationality-regained',
])
export const cardApplicationState = z.enum([
  'open',
  'waiting-second',
  'accepted',
  'printed',
  'ready',
  'handed-over',
  'refused',
  'withdrawn',
])
export const cardRefusal = z.enum([
  'not-in-register',
  'deceased',
  'under-age',
  'card-held',
  'card-revoked',
  'portrait-differs',
  'prints-differ',
  'consent-declined',
  'phone-already-bound',
  'account-locked',
  'exception-denied',
])
/** What is left to do before the next decision. */
export const cardStep = z.enum([
  'contact',
  'code',
  'portrait',
  'prints',
  'fee',
  'consent',
  'second',
  'changes',
  'print',
  'receive',
  'recipient',
  'chip',
  'receipt',
])
export const cardException = z.object({
  kind: z.enum(['finger', 'portrait', 'no-reference', 'displacement']),
  finger: finger.nullable(),
  reason: z.string().nullable(),
})
/** What came of the account that was asked for together with the card. */
export const accountWithCard = z.enum([
  'none',
  'issued',
  'raised',
  'displaced',
  'phone-taken',
  'locked',
  'other-phone',
])

export const changedField = differingField.extract([
  'fullName',
  'birthDate',
  'sex',
  'nationality',
  'residence',
  'hometown',
  'ethnicity',
  'religion',
  'oldNumber',
])
const declaredChange = z.object({ field: changedField, value: z.string().trim().min(1).max(300) })
const day = z.iso.date()
const lostCard = z.object({ on: day, where: z.string().trim().min(2).max(120) })

/** What the card says on its two sides. */
export const cardFace = z.object({
  personalNumber: z.string(),
  fullName: z.string(),
  birthDate: z.string(),
  sex: z.string(),
  nationality: z.string(),
  birthRegistrationPlace: z.string().nullable(),
  residence: z.string().nullable(),
  issuedOn: z.string(),
  expiresOn: z.string().nullable(),
  place: z.string(),
  serial: z.string().nullable(),
  qrText: z.string(),
  mrz: z.array(z.string()),
  portrait: z.string().nullable(),
})

export const cardApplication = z.object({
  applicationId,
  reference: z.string(),
  kind: cardKind,
  reason: cardReason,
  state: cardApplicationState,
  openedAt: moment,
  dueAt: moment,
  submittedAt: moment.nullable(),
  decidedAt: moment.nullable(),
  refusal: cardRefusal.nullable(),
  personalNumber: z.string(),
  isTakenByMe: z.boolean(),
  isPrintedByMe: z.boolean(),
  withAccount: z.boolean(),
  lost: lostCard.nullable(),
  fee_vnd: z.number(),
  feeReceipt: z.string().nullable(),
  /** The end that the new card would carry if it were made today; null: without end. */
  wouldExpireOn: z.string().nullable(),
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
  contact: z
    .object({
      phone: z.string(),
      email: z.string().nullable(),
      code: codeDelivery.nullable(),
      isProven: z.boolean(),
    })
    .nullable(),
  portrait: z
    .object({
      outcome: z.enum(['match', 'no-match', 'unsure', 'poor', 'not-live', 'no-reference']),
      score: z.number(),
      hints: z.array(portraitHint),
      tries: z.number(),
      triesLeft: z.number(),
      verdict: z.enum(['match', 'no-match', 'exception', 'unfinished']),
      taken: z.string().nullable(),
    })
    .nullable(),
  prints: z.object({
    perFinger: z.array(fingerResult),
    matched: z.number(),
    needed: z.number(),
    next: finger.nullable(),
    verdict: z.enum(['match', 'no-match', 'exception', 'no-reference', 'unfinished']),
  }),
  changes: z.array(
    declaredChange.extend({
      register: z.string().nullable(),
      differs: z.boolean(),
      caseId: z.string().nullable(),
      isSettled: z.boolean(),
    }),
  ),
  consent: z.enum(['none', 'asked', 'agreed', 'declined']),
  exceptions: z.array(cardException),
  remaining: z.array(cardStep),
  /** From the decision on: as it would be printed, or as it was. */
  card: cardFace.nullable(),
  recipient: z.object({
    isProven: z.boolean(),
    by: z.enum(['portrait', 'fingerprint']).nullable(),
    triesLeft: z.number(),
  }),
  isChipRead: z.boolean(),
  receipt: z.enum(['none', 'asked', 'agreed', 'declined']),
  accountDone: accountWithCard.nullable(),
})

const named = z.object({ applicationId })
const common = ['card.no-such-application', 'permit.refused'] as const
const step = [...common, 'card.closed'] as const

export const OpenCard = deed('card.open', {
  summary:
    'Opens an application for the person of this number, at her wish and in her presence, for a reason that the law knows. Opening reads the register and is seen by her.',
  input: named.extend({
    personalNumber,
    kind: cardKind,
    reason: cardReason,
    withAccount: z.boolean(),
    lost: lostCard.optional(),
    language: language.default('vi'),
  }),
  output: cardApplication,
  problems: [
    ...common,
    'card.about-yourself',
    'card.other-application-open',
    'card.wrong-kind',
    'card.wrong-reason',
    'card.loss-not-told',
    'limit.reached',
  ],
})
export const GiveCardContact = deed('card.contact', {
  summary: "The citizen's own phone and e-mail; a code goes to the phone, or to the e-mail as the other way.",
  input: named.extend({ phone, email: email.optional(), channel: z.enum(['sms', 'email']).default('sms') }),
  output: cardApplication,
  problems: [...step, 'limit.reached', 'code.no-email'],
})
export const VerifyCardCode = deed('card.verify-code', {
  summary: 'The code that came to the citizen.',
  input: named.extend({ code: oneTimeCode }),
  output: cardApplication,
  problems: [...step, 'code.wrong', 'code.expired', 'code.spent', 'evidence.no-contact'],
})
export const TakeCardPortrait = deed('card.portrait', {
  summary: 'The portrait for the card, compared with the identity database where it has one.',
  input: named.extend({ picture }),
  output: cardApplication,
  problems: [
    ...step,
    'portrait.not-a-picture',
    'portrait.too-large',
    'evidence.no-tries-left',
    'server.busy',
  ],
})
export const TakeCardPrints = deed('card.prints', {
  summary: 'Impressions of fingers in the order in which they were taken; three tries each.',
  input: named.extend({ templates: z.array(fingerTemplate).min(1).max(10) }),
  output: cardApplication,
  problems: [...step, 'evidence.not-a-print', 'evidence.no-tries-left'],
})
export const ExceptCardFinger = deed('card.except-finger', {
  summary: 'A finger that cannot be read, with its reason; a second pair of eyes will decide.',
  input: named.extend({ finger, reason: fingerException }),
  output: cardApplication,
  problems: [...step, 'evidence.tries-left'],
})
export const NoteCardChanges = deed('card.changes', {
  summary:
    'What the citizen says is otherwise than the register has it. Sent with the application, each difference becomes a case; the card is printed when it is settled.',
  input: named.extend({ changes: z.array(declaredChange).max(9) }),
  output: cardApplication,
  problems: [...step, 'discrepancy.bad-value'],
})
export const NoteCardFee = deed('card.fee', {
  summary: 'The receipt of the fee, where there is one.',
  input: named.extend({
    receipt: z
      .string()
      .trim()
      .min(3)
      .max(40)
      .regex(/^[\p{L}\p{N} ./-]+$/u),
  }),
  output: cardApplication,
  problems: [...step, 'card.no-fee'],
})
export const AskCardConsent = deed('card.ask-consent', {
  summary: "Puts the consent on the citizen's own screen.",
  input: named,
  output: cardApplication,
  problems: [...step, 'desk.no-screen'],
})
export const SubmitCard = deed('card.submit', {
  summary: 'Sends the application for its decision: by rule, or to a second pair of eyes.',
  input: named,
  output: cardApplication,
  problems: [...step, 'card.incomplete'],
})
const note = z.string().trim().min(5).max(500)
export const SecondCard = deed('card.second', {
  summary: 'The second pair of eyes confirms or denies what is not by rule.',
  input: named.extend({ verdict: z.enum(['confirm', 'deny']), note }),
  output: cardApplication,
  problems: [...common, 'card.same-eyes', 'card.about-yourself', 'card.not-waiting'],
})
export const WithdrawCard = deed('card.withdraw', {
  summary:
    "Ends an application at the citizen's wish, or because nobody comes for the card; what was printed is destroyed.",
  input: named.extend({ note }),
  output: cardApplication,
  problems: step,
})

export const PrintCard = deed('card.print', {
  summary:
    "Makes the card: its data, its QR, and the chip's signed files. `answerKey`: the public key that the blank chip drew for itself (SubjectPublicKeyInfo), where it did.",
  input: named.extend({ answerKey: z.base64().max(1200).optional() }),
  output: cardApplication,
  problems: [
    ...common,
    'card.same-eyes',
    'card.about-yourself',
    'card.not-to-print',
    'card.register-forbids',
    'card.changes-open',
    'card.one-a-day',
    'card.no-signer',
    'card.bad-chip-key',
  ],
})
export const ViewCardChip = view('card.chip', {
  summary: "The chip's files for the machine that writes them, until the card is received at its office.",
  input: named,
  output: z.object({ chip: chipFile }),
  problems: [...common, 'card.not-printed'],
})
export const SpoilCard = deed('card.spoil', {
  summary: 'The printed card is bad: it is destroyed and printed anew.',
  input: named.extend({ note }),
  output: cardApplication,
  problems: [...common, 'card.not-printed'],
})
export const ReceiveCard = deed('card.receive', {
  summary: 'The printed card has come to the office: its chip is read, and the citizen is told.',
  input: named.extend({ chip: chipFile }),
  output: cardApplication,
  problems: [...common, 'card.not-printed', 'card.chip-differs'],
})

export const CheckCardRecipient = deed('card.check-recipient', {
  summary: 'Whoever takes the card is compared with the register: by portrait or by one print.',
  input: named.extend({ picture: picture.optional(), template: fingerTemplate.optional() }),
  output: cardApplication,
  problems: [
    ...common,
    'card.not-ready',
    'card.recipient-spent',
    'portrait.not-a-picture',
    'portrait.too-large',
    'evidence.not-a-print',
    'server.busy',
  ],
})
export const ReadNewChip = deed('card.read-chip', {
  summary: 'The chip of the card that is handed over, read before the citizen: genuine, and this very card.',
  input: named.extend({ chip: chipFile }),
  output: cardApplication,
  problems: [...common, 'card.not-ready', 'card.chip-differs'],
})
export const AskCardReceipt = deed('card.ask-receipt', {
  summary: "Puts the receipt on the citizen's own screen.",
  input: named,
  output: cardApplication,
  problems: [...common, 'card.not-ready', 'desk.no-screen'],
})
export const HandOverCard = deed('card.hand-over', {
  summary:
    'The card is hers: it becomes the valid one of the register, the old one is void, and the account that was asked for is issued or raised with it.',
  input: named,
  output: cardApplication,
  problems: [
    ...common,
    'card.not-ready',
    'card.register-forbids',
    'card.incomplete',
    'card.same-eyes',
    'card.about-yourself',
    'card.one-a-day',
  ],
})

export const ViewCard = view('card.view', {
  summary: 'One application, with what is left to do. Opening it is seen by the person.',
  input: named,
  output: cardApplication,
  problems: common,
})
const cardQueue = z.enum(['open', 'second', 'print', 'receive', 'ready'])
const listed = z.object({
  applicationId,
  reference: z.string(),
  kind: cardKind,
  reason: cardReason,
  state: cardApplicationState,
  openedAt: moment,
  dueAt: moment,
  name: z.string().nullable(),
  withAccount: z.boolean(),
  exceptions: z.array(cardException),
  isMine: z.boolean(),
  waitsForChanges: z.boolean(),
})
export const ListCards = view('card.list', {
  summary: "The office's applications of one queue, those due first on top.",
  input: z.object({ which: cardQueue, cursor }),
  output: z.object({ items: z.array(listed), next: z.string().nullable() }),
})

export const FindCard = view('card.find', {
  summary: "The application of a reference, as a citizen at the counter shows it, when it is this office's.",
  input: z.object({ reference }),
  output: named,
  problems: common,
})

/** As the citizen sees it: no fields, but where it stands and until when. */
export const trackedCard = z.object({
  reference: z.string(),
  kind: cardKind,
  state: cardApplicationState,
  openedAt: moment,
  dueAt: moment,
  submittedAt: moment.nullable(),
  decidedAt: moment.nullable(),
  printedAt: moment.nullable(),
  readyAt: moment.nullable(),
  handedOverAt: moment.nullable(),
  refusal: cardRefusal.nullable(),
  office: z.string(),
  withAccount: z.boolean(),
  waitsForChanges: z.boolean(),
  isOverdue: z.boolean(),
})
export const ViewOwnCards = view('card.own', {
  summary: "The citizen's own applications, the newest first.",
  input: nothing,
  output: z.object({ items: z.array(trackedCard) }),
})
export const TrackCard = deed('card.track', {
  summary: 'Where an application stands, by its reference alone: nothing that names anybody.',
  input: z.object({ reference }),
  output: trackedCard,
  problems: ['card.no-such-reference', 'limit.reached'],
})
