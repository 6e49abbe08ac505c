/**
 * An application for a card: opened by an officer, filled step by step, decided by rule or by a second pair
 * of eyes, printed by another person, received at the office, handed over to the person herself (Law
 * 26/2023/QH15 arts. 23-25). Pure: what it holds, and what may be opened and added.
 */
import type { z } from 'zod'
import type {
  accountWithCard,
  cardApplicationState,
  cardException,
  cardRefusal,
  cardStep,
  changedField,
} from '../../../../contract/card.ts'
import type { ProblemCode } from '../../../../contract/problems/catalogue.ts'
import type { Finger } from '../../../../formats/minutiae/finger.ts'
import { ageOn, type PartialDate } from '../../../../formats/partial-date.ts'
import { dayInVietnam, inForce } from '../../../kernel/policy.ts'
import { problem } from '../../../kernel/problem.ts'
import type { Consent } from '../../evidence/capture/consent.ts'
import type { WithContact } from '../../evidence/capture/contact.ts'
import type { WithPortraits } from '../../evidence/capture/portrait.ts'
import type { WithPrints } from '../../evidence/capture/prints.ts'
import type { AccountState } from '../../people/accounts/account.ts'
import type { PhoneStanding } from '../../people/accounts/bind-phone.ts'
import type { CaseContent } from '../casework/case-kind.ts'
import { ownCardAge, reasonRule, type CardKind, type CardReason } from './rules.ts'

export type CardState = z.infer<typeof cardApplicationState>
export type CardRefusal = z.infer<typeof cardRefusal>
export type CardStep = z.infer<typeof cardStep>
export type CardException = z.infer<typeof cardException>
export type AccountDone = z.infer<typeof accountWithCard>
export type ChangedField = z.infer<typeof changedField>

export interface Change {
  readonly field: ChangedField
  readonly value: string
}
export interface RecipientTry {
  readonly at: string
  readonly by: 'portrait' | 'fingerprint'
  readonly isMatch: boolean
  /** No registered device of the desk signed it: a match of another officer's is needed beside it. */
  readonly isUnsigned?: boolean
  /** Who compared, by the keyed digest of her own number; null where she is not known. */
  readonly person?: string | null
}
export interface MadeCard {
  readonly serial: string
  readonly issuedOn: string
  readonly expiresOn: string | null
  readonly qrText: string
}

/** What is sealed under the person's key. */
export interface CardContent extends CaseContent, WithContact, WithPortraits, WithPrints {
  readonly language: 'vi' | 'en'
  readonly lost: { readonly on: string; readonly where: string } | null
  readonly changes: readonly Change[]
  /** Cases of differing data that were opened for changes, by field. */
  readonly cases: Readonly<Partial<Record<ChangedField, string>>>
  readonly feeReceipt: string | null
  /** Whether the second pair of eyes has agreed that an account on another phone becomes hers. */
  readonly mayDisplace: boolean
  /** Two officers saw that the phone is another account's; absent in what an older Sen stored. */
  readonly isPhoneSeenByTwo?: boolean
  readonly made: MadeCard | null
  readonly recipient: readonly RecipientTry[]
  /** Drawn for the printed card's chip and not answered yet. */
  readonly challenge?: string | null
  readonly chipReadAt: string | null
  readonly accountDone: AccountDone | null
}

/** What is not personal and stands unsealed; moments are ISO text. */
export interface CardFacts {
  readonly kind: CardKind
  readonly reason: CardReason
  readonly withAccount: boolean
  /** Keyed digest of the person who printed it: she does not hand it over. */
  readonly printedBy: string | null
  readonly printedAt: string | null
  readonly readyAt: string | null
  readonly handedOverAt: string | null
  /** SHA-256 of the security object in the chip, in hex: which card it is that comes back. */
  readonly chipDigest: string | null
}

export interface CardApplication extends Pick<CardFacts, 'kind' | 'reason' | 'withAccount'> {
  readonly state: CardState
  readonly content: CardContent
}

/** What the register knows that decides as well. */
export interface RegisterStanding {
  readonly birthDate: string
  readonly isAlive: boolean
  readonly card: { readonly state: string } | null
}
export interface AccountStanding {
  readonly state: AccountState
  /** A lock that a new card does not lift. */
  readonly hasOtherGround: boolean
}
/** What stands outside of the application and decides as well. */
export interface Standing {
  readonly register: (RegisterStanding & { readonly fingers: readonly Finger[] }) | null
  readonly account: (AccountStanding & { readonly isPhoneOther: boolean | null }) | null
  readonly phone: PhoneStanding
  readonly consent: Consent
  readonly receipt: Consent
  /** Whether every case of a declared change has ended. */
  readonly areChangesSettled: boolean
  readonly at: Date
}

export const noCardYet: Pick<CardFacts, 'printedBy' | 'printedAt' | 'readyAt' | 'chipDigest'> = {
  printedBy: null,
  printedAt: null,
  readyAt: null,
  chipDigest: null,
}

export const emptyContent = (
  of: Pick<CardContent, 'personalNumber' | 'name' | 'language' | 'lost'>,
): CardContent => ({
  ...of,
  contact: null,
  portraits: [],
  prints: [],
  printExceptions: [],
  changes: [],
  cases: {},
  feeReceipt: null,
  mayDisplace: false,
  made: null,
  recipient: [],
  chipReadAt: null,
  accountDone: null,
})

/** Throws `card.closed` when nothing may be added any more. */
export const mustBeOpen = ({ state }: Pick<CardApplication, 'state'>): void => {
  if (state !== 'open') {
    throw problem('card.closed')
  }
}
export const mustBePrinted = ({ state }: Pick<CardApplication, 'state'>): void => {
  if (state !== 'printed') {
    throw problem('card.not-printed')
  }
}
export const mustBeReady = ({ state }: Pick<CardApplication, 'state'>): void => {
  if (state !== 'ready') {
    throw problem('card.not-ready')
  }
}

/**
 * Whether the kind fits what the register knows of earlier cards, and the reason the kind. Throws
 * `card.wrong-kind`, `card.wrong-reason`, `card.loss-not-told`.
 */
export const mustFit = (
  { kind, reason, lost }: { kind: CardKind; reason: CardReason; lost: { readonly on: string } | null },
  hasHadCard: boolean | null,
  at: Date,
): void => {
  if (hasHadCard !== null && (kind === 'first-issue') === hasHadCard) {
    throw problem('card.wrong-kind')
  }
  if (reasonRule(reason, at).kind !== kind) {
    throw problem('card.wrong-reason')
  }
  // Nothing was lost tomorrow.
  if ((reason === 'lost') !== (lost !== null) || (lost && lost.on > dayInVietnam(at))) {
    throw problem('card.loss-not-told')
  }
}

type Asked = Pick<CardApplication, 'reason' | 'withAccount'>

export const refusalByCard = (
  { reason }: Pick<Asked, 'reason'>,
  card: RegisterStanding['card'],
): 'card-held' | 'card-revoked' | null => {
  if (card?.state === 'held') {
    return 'card-held'
  }
  return card?.state === 'revoked' && reason !== 'nationality-regained' ? 'card-revoked' : null
}

/** What the register alone has against it; null when nothing. */
export const refusalByRegister = (
  asked: Pick<Asked, 'reason'>,
  register: RegisterStanding | null,
  at: Date,
) => {
  if (!register) {
    return 'not-in-register'
  }
  if (!register.isAlive) {
    return 'deceased'
  }
  if (ageOn(register.birthDate as PartialDate, dayInVietnam(at)) < inForce(ownCardAge, at)) {
    return 'under-age'
  }
  return refusalByCard(asked, register.card)
}
export const refusalByAccount = (account: AccountStanding | null): 'account-locked' | null =>
  account?.hasOtherGround ? 'account-locked' : null

const openingProblems = {
  'not-in-register': 'card.not-in-register',
  deceased: 'card.deceased',
  'under-age': 'card.under-age',
  'card-held': 'card.held',
  'card-revoked': 'card.revoked',
  'account-locked': 'card.account-locked',
} as const satisfies Partial<Record<CardRefusal, ProblemCode>>

/** What is known to stand against it before anything is taken of her; it is judged again when it is sent. */
export const problemOfOpening = (
  asked: Asked,
  register: RegisterStanding | null,
  account: AccountStanding | null,
  at: Date,
): ProblemCode | null => {
  const refusal =
    refusalByRegister(asked, register, at) ?? (asked.withAccount ? refusalByAccount(account) : null)
  return refusal && openingProblems[refusal]
}
