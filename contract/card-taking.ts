/**
 * Taking and deciding an application for a card at the counter. It is named by its client (UUIDv7) and grows
 * by small commands; then it is decided by rule or by a second pair of eyes.
 */
import { z } from 'zod'
import { captureSeal } from './devices.ts'
import {
  cardApplication,
  cardApplicationState,
  cardException,
  cardKind,
  cardReason,
  declaredChange,
  lostCard,
} from './card.ts'
import { finger, fingerException, fingerTemplate } from './evidence.ts'
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
  reference,
} from './values.ts'
import { deed, view } from './operation.ts'

const named = z.object({ caseId })
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
    'card.not-in-register',
    'card.deceased',
    'card.under-age',
    'card.held',
    'card.revoked',
    'card.account-locked',
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
  input: named.extend({ picture, seal: captureSeal.optional() }),
  output: cardApplication,
  problems: [
    ...step,
    'portrait.not-a-picture',
    'evidence.register-picture',
    'portrait.too-large',
    'evidence.no-tries-left',
    'server.busy',
  ],
})
export const TakeCardPrints = deed('card.prints', {
  summary: 'Impressions of fingers in the order in which they were taken; three tries each.',
  input: named.extend({ templates: z.array(fingerTemplate).min(1).max(10), seal: captureSeal.optional() }),
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
  input: named.extend({
    verdict: z.enum(['confirm', 'deny']),
    note,
    /** The exceptions as the page showed them: one that has come since is not confirmed by this. */
    seen: z.array(cardException).max(40).optional(),
  }),
  output: cardApplication,
  problems: [...common, 'card.same-eyes', 'card.about-yourself', 'card.not-waiting', 'evidence.more-to-see'],
})
export const WithdrawCard = deed('card.withdraw', {
  summary:
    "Ends an application at the citizen's wish, or because nobody comes for the card; what was printed is destroyed.",
  input: named.extend({ note }),
  output: cardApplication,
  problems: step,
})

export const ViewCard = view('card.view', {
  summary: 'One application, with what is left to do. Opening it is seen by the person.',
  input: named,
  output: cardApplication,
  problems: common,
})
const cardQueue = z.enum(['open', 'second', 'print', 'receive', 'ready'])
const listed = z.object({
  caseId,
  reference: z.string(),
  kind: cardKind,
  reason: cardReason,
  state: cardApplicationState,
  openedAt: moment,
  dueAt: moment,
  lapsesAt: moment.nullable(),
  name: z.string().nullable(),
  withAccount: z.boolean(),
  exceptions: z.array(cardException),
  isMine: z.boolean(),
  waitsForChanges: z.boolean(),
})
export const ListCards = view('card.list', {
  summary: "The office's applications of one queue, those due first on top.",
  input: z.object({ which: cardQueue, cursor }),
  output: pageOf(listed),
})

export const FindCard = view('card.find', {
  summary: "The application of a reference, as a citizen at the counter shows it, when it is this office's.",
  input: z.object({ reference }),
  output: named,
  problems: common,
})
