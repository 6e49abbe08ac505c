/**
 * An application for a card: opened by an officer, filled step by step, decided by rule or by a second pair
 * of eyes, printed by another person, received at
 * the office, handed over to the person herself (Law 26/2023/QH15 arts. 23-25). Pure: states, lawful
 * transitions, what is left to do.
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
import type { Finger } from '../../../../formats/minutiae/finger.ts'
import { ageOn, type PartialDate } from '../../../../formats/partial-date.ts'
import { dayInVietnam, inForce } from '../../../kernel/policy.ts'
import { problem } from '../../../kernel/problem.ts'
import { judgePortraitTries } from '../../evidence/biometrics/face/judge-portrait.ts'
import {
  judgeTries,
  type PrintException,
  type PrintsJudgement,
} from '../../evidence/biometrics/fingers/judge-prints.ts'
import { askedFingers, leastPrintQuality } from '../../evidence/biometrics/rules.ts'
import type { GivenContact } from '../../evidence/capture/contact.ts'
import type { PortraitTry } from '../../evidence/capture/portrait.ts'
import type { TakenPrint } from '../../evidence/capture/prints.ts'
import { ownCardAge, reasonRule, recipientTries, type CardKind, type CardReason } from './rules.ts'

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
}
export interface MadeCard {
  readonly serial: string
  readonly issuedOn: string
  readonly expiresOn: string | null
  readonly qrText: string
}

/** What is sealed under the person's key. */
export interface Content {
  readonly personalNumber: string
  readonly name: string | null
  readonly language: 'vi' | 'en'
  readonly lost: { readonly on: string; readonly where: string } | null
  readonly contact: GivenContact | null
  readonly portraits: readonly PortraitTry[]
  readonly prints: readonly TakenPrint[]
  readonly printExceptions: readonly PrintException[]
  readonly changes: readonly Change[]
  /** Cases of differing data that were opened for changes, by field. */
  readonly cases: Readonly<Partial<Record<ChangedField, string>>>
  readonly feeReceipt: string | null
  /** Whether the second pair of eyes has agreed that an account on another phone becomes hers. */
  readonly mayDisplace: boolean
  readonly made: MadeCard | null
  readonly recipient: readonly RecipientTry[]
  readonly chipReadAt: string | null
  readonly accountDone: AccountDone | null
  readonly note: string | null
}

export interface CardApplication {
  readonly state: CardState
  readonly kind: CardKind
  readonly reason: CardReason
  readonly withAccount: boolean
  readonly content: Content
}

type Answer = 'none' | 'asked' | 'agreed' | 'declined'
/** What stands outside of the application and decides as well. */
export interface Standing {
  readonly register: {
    readonly birthDate: string
    readonly isAlive: boolean
    readonly card: { readonly state: string } | null
    readonly fingers: readonly Finger[]
  } | null
  /** `hasOtherGround`: a lock that a new card does not lift. */
  readonly account: {
    readonly state: string
    readonly isPhoneOther: boolean | null
    readonly hasOtherGround: boolean
  } | null
  readonly isPhoneFree: boolean
  readonly consent: Answer
  readonly receipt: Answer
  /** Whether every case of a declared change has ended. */
  readonly areChangesSettled: boolean
  readonly at: Date
}

export const emptyContent = (
  of: Pick<Content, 'personalNumber' | 'name' | 'language' | 'lost'>,
): Content => ({
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
  note: null,
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
  { kind, reason, lost }: { kind: CardKind; reason: CardReason; lost: unknown },
  hasHadCard: boolean | null,
  at: Date,
): void => {
  if (hasHadCard !== null && (kind === 'first-issue') === hasHadCard) {
    throw problem('card.wrong-kind')
  }
  if (reasonRule(reason, at).kind !== kind) {
    throw problem('card.wrong-reason')
  }
  if ((reason === 'lost') !== Boolean(lost)) {
    throw problem('card.loss-not-told')
  }
}

export const portraitVerdict = (
  { portraits }: Content,
  at: Date,
): 'match' | 'no-match' | 'exception' | 'unfinished' =>
  portraits.length === 0
    ? 'unfinished'
    : judgePortraitTries(
        portraits.map(({ outcome }) => outcome),
        at,
      )

/** Where the register has no finger to compare with, a readable impression is what is asked. */
export const printsVerdict = (
  { prints, printExceptions }: Content,
  { register, at }: Pick<Standing, 'register' | 'at'>,
): PrintsJudgement => {
  const have = register?.fingers ?? []
  if (have.length > 0) {
    return judgeTries(have, prints, printExceptions, at)
  }
  const least = inForce(leastPrintQuality, at)
  return judgeTries(
    inForce(askedFingers, at),
    prints.map((print) => ({
      ...print,
      outcome: print.quality >= least ? ('match' as const) : ('poor' as const),
    })),
    printExceptions,
    at,
  )
}

const refusalByCard = ({ reason }: CardApplication, card: { state: string } | null): CardRefusal | null => {
  if (card?.state === 'held') {
    return 'card-held'
  }
  return card?.state === 'revoked' && reason !== 'nationality-regained' ? 'card-revoked' : null
}

const accountRefusal = (
  { content: { contact } }: CardApplication,
  { account, isPhoneFree }: Standing,
): CardRefusal | null => {
  if (account && (account.state === 'closed' || account.hasOtherGround)) {
    return 'account-locked'
  }
  return contact?.isProven && !isPhoneFree ? 'phone-already-bound' : null
}

/** The reason that stands against it now, whatever else is still to be taken; null when none does. */
const refusalOf = (application: CardApplication, standing: Standing): CardRefusal | null => {
  const { register, at } = standing
  const { content } = application
  if (!register) {
    return 'not-in-register'
  }
  if (!register.isAlive) {
    return 'deceased'
  }
  if (ageOn(register.birthDate as PartialDate, dayInVietnam(at)) < inForce(ownCardAge, at)) {
    return 'under-age'
  }
  const card = refusalByCard(application, register.card)
  if (card) {
    return card
  }
  if (portraitVerdict(content, at) === 'no-match') {
    return 'portrait-differs'
  }
  if (printsVerdict(content, standing).verdict === 'no-match') {
    return 'prints-differ'
  }
  if (standing.consent === 'declined') {
    return 'consent-declined'
  }
  return application.withAccount ? accountRefusal(application, standing) : null
}

/** What the rules leave to a second pair of eyes. */
export const exceptionsOf = (
  { withAccount, content }: CardApplication,
  standing: Standing,
): CardException[] => {
  const exceptions: CardException[] = []
  const last = content.portraits.at(-1)?.outcome
  if (portraitVerdict(content, standing.at) === 'exception') {
    exceptions.push(
      last === 'no-reference'
        ? { kind: 'no-reference', finger: null, reason: 'portrait' }
        : { kind: 'portrait', finger: null, reason: last ?? null },
    )
  }
  if ((standing.register?.fingers ?? []).length === 0) {
    exceptions.push({ kind: 'no-reference', finger: null, reason: 'fingers' })
  }
  const { perFinger, verdict } = printsVerdict(content, standing)
  if (verdict === 'exception') {
    exceptions.push(
      ...perFinger
        .filter(({ outcome }) => outcome !== 'match')
        .map(({ finger, outcome, reason }): CardException => ({
          kind: 'finger',
          finger,
          reason: reason ?? outcome,
        })),
    )
  }
  if (withAccount && standing.account?.isPhoneOther) {
    exceptions.push({ kind: 'displacement', finger: null, reason: null })
  }
  return exceptions
}

const openSteps = ({ reason, content }: CardApplication, standing: Standing): CardStep[] => {
  const { contact } = content
  const steps: [CardStep, boolean][] = [
    ['contact', !contact],
    ['code', contact !== null && !contact.isProven],
    ['portrait', portraitVerdict(content, standing.at) === 'unfinished'],
    ['prints', printsVerdict(content, standing).verdict === 'unfinished'],
    ['fee', reasonRule(reason, standing.at).fee_vnd > 0 && content.feeReceipt === null],
    ['consent', standing.consent === 'none' || standing.consent === 'asked'],
  ]
  return steps.filter(([, isLeft]) => isLeft).map(([step]) => step)
}

export const isRecipientProven = ({ recipient }: Pick<Content, 'recipient'>, at: Date): boolean =>
  recipient.some(({ isMatch, at: when }) => isMatch && dayInVietnam(new Date(when)) === dayInVietnam(at))
export const recipientTriesLeft = ({ recipient }: Pick<Content, 'recipient'>, at: Date): number =>
  Math.max(
    0,
    inForce(recipientTries, at) -
      recipient.filter(
        ({ isMatch, at: when }) => !isMatch && dayInVietnam(new Date(when)) === dayInVietnam(at),
      ).length,
  )

const isReadToday = ({ chipReadAt }: Content, at: Date): boolean =>
  chipReadAt !== null && dayInVietnam(new Date(chipReadAt)) === dayInVietnam(at)

const readySteps = ({ content }: CardApplication, { receipt, at }: Standing): CardStep[] => {
  const steps: [CardStep, boolean][] = [
    ['recipient', !isRecipientProven(content, at)],
    ['chip', !isReadToday(content, at)],
    ['receipt', receipt !== 'agreed'],
  ]
  return steps.filter(([, isLeft]) => isLeft).map(([step]) => step)
}

/** What is left to take or do before the next decision. */
export const remainingOf = (application: CardApplication, standing: Standing): CardStep[] => {
  switch (application.state) {
    case 'open':
      return openSteps(application, standing)
    case 'waiting-second':
      return ['second']
    case 'accepted':
      return standing.areChangesSettled ? ['print'] : ['changes', 'print']
    case 'printed':
      return ['receive']
    case 'ready':
      return readySteps(application, standing)
    default:
      return []
  }
}

export type Decision =
  | { readonly state: 'accepted' | 'waiting-second' }
  | { readonly state: 'refused'; readonly refusal: CardRefusal }

/**
 * By rule: refused for a reason, else accepted when nothing is left to a person. Throws `card.closed`,
 * `card.incomplete`.
 */
export const submit = (application: CardApplication, standing: Standing): Decision => {
  mustBeOpen(application)
  const refusal = refusalOf(application, standing)
  if (refusal) {
    return { state: 'refused', refusal }
  }
  if (openSteps(application, standing).length > 0) {
    throw problem('card.incomplete')
  }
  return { state: exceptionsOf(application, standing).length > 0 ? 'waiting-second' : 'accepted' }
}

/**
 * The second pair of eyes answers the exceptions; what the law asks of everybody she cannot waive. Throws
 * `card.not-waiting`.
 */
export const decideSecond = (
  application: CardApplication,
  standing: Standing,
  verdict: 'confirm' | 'deny',
): Decision => {
  if (application.state !== 'waiting-second') {
    throw problem('card.not-waiting')
  }
  const refusal = refusalOf(application, standing)
  if (refusal) {
    return { state: 'refused', refusal }
  }
  return verdict === 'confirm' ? { state: 'accepted' } : { state: 'refused', refusal: 'exception-denied' }
}

/**
 * Between decision and hand-over somebody may die, or a card be held: then none is made and none given.
 * Throws `card.register-forbids`.
 */
const mustStillBeDue = (application: CardApplication, { register }: Pick<Standing, 'register'>): void => {
  if (!register?.isAlive || refusalByCard(application, register.card)) {
    throw problem('card.register-forbids')
  }
}

/** Throws `card.not-to-print`, `card.register-forbids`, `card.changes-open`. */
export const mustBePrintable = (
  application: CardApplication,
  standing: Pick<Standing, 'areChangesSettled' | 'register'>,
): void => {
  if (application.state !== 'accepted') {
    throw problem('card.not-to-print')
  }
  mustStillBeDue(application, standing)
  if (!standing.areChangesSettled) {
    throw problem('card.changes-open')
  }
}

/** Throws `card.not-ready`, `card.register-forbids`, `card.incomplete`. */
export const mustBeHandable = (application: CardApplication, standing: Standing): void => {
  mustBeReady(application)
  mustStillBeDue(application, standing)
  if (readySteps(application, standing).length > 0) {
    throw problem('card.incomplete')
  }
}
