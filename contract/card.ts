/**
 * What an application for an identity card looks like (Law 26/2023/QH15 arts. 19, 21-26; Decree
 * 70/2024/ND-CP): first issue, exchange, re-issue, together with an account of level 2 for whoever has no
 * valid card (Decree 69/2024/ND-CP art. 10(2)). Its commands stand in `card-taking.ts` and `card-making.ts`.
 */
import { z } from 'zod'
import { caseHistory } from './case-history.ts'
import { differingField } from './discrepancy.ts'
import { finger, contactTaken, portraitTaken, printsTaken } from './evidence.ts'
import { caseId, moment } from './values.ts'

/** The text that a citizen agrees to at the second screen has a version; a new text asks again. */
export const CARD_CONSENT = '2026-11'

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
  kind: z.enum([
    'finger',
    'portrait',
    'no-reference',
    'displacement',
    'phone-of-another',
    'unsigned',
    'two-persons',
  ]),
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
export const declaredChange = z.object({ field: changedField, value: z.string().trim().min(1).max(300) })
const day = z.iso.date()
export const lostCard = z.object({ on: day, where: z.string().trim().min(2).max(120) })

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
  caseId,
  reference: z.string(),
  kind: cardKind,
  reason: cardReason,
  state: cardApplicationState,
  openedAt: moment,
  dueAt: moment,
  /** When it ends by itself unless somebody goes on with it; null once it was sent or has ended. */
  lapsesAt: moment.nullable(),
  /** Nobody went on with it at the counter: `withdrawn` by the clock, not by her. */
  hasLapsed: z.boolean(),
  submittedAt: moment.nullable(),
  decidedAt: moment.nullable(),
  refusal: cardRefusal.nullable(),
  personalNumber: z.string(),
  isTakenByMe: z.boolean(),
  history: caseHistory,
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
  contact: contactTaken,
  portrait: portraitTaken,
  prints: printsTaken,
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
    /** Matched, and another officer has to compare her as well. */
    needsAnother: z.boolean(),
  }),
  isChipRead: z.boolean(),
  receipt: z.enum(['none', 'asked', 'agreed', 'declined']),
  accountDone: accountWithCard.nullable(),
})
