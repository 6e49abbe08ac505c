/**
 * A case for level 2 at the counter (Decree 69/2024 art. 10(2)): opened by an officer, filled step by step,
 * decided by rule, or by a second pair of eyes
 * where the rules leave something to a person. Pure: states, lawful transitions, what is left to do.
 */
import type { z } from 'zod'
import type {
  documentToIntegrate,
  level2Exception,
  level2Refusal,
  level2State,
  level2Step,
} from '../../../../../contract/level-2.ts'
import type { chipComparison } from '../../../../../contract/evidence.ts'
import type { ProblemCode } from '../../../../../contract/problems/catalogue.ts'
import type { Finger } from '../../../../../formats/minutiae/finger.ts'
import { ageOn, type PartialDate } from '../../../../../formats/partial-date.ts'
import { dayInVietnam, inForce } from '../../../../kernel/policy.ts'
import { problem } from '../../../../kernel/problem.ts'
import type { PrintsJudgement } from '../../../evidence/biometrics/fingers/judge-prints.ts'
import { doubtOf, proofOf, type ReadChip, type WithChip } from '../../../evidence/capture/chip.ts'
import type { Consent } from '../../../evidence/capture/consent.ts'
import type { WithContact } from '../../../evidence/capture/contact.ts'
import { portraitException, portraitVerdict, type WithPortraits } from '../../../evidence/capture/portrait.ts'
import { printsVerdict, type WithPrints } from '../../../evidence/capture/prints.ts'
import { unsignedOf } from '../../../evidence/capture/unsigned.ts'
import { takesTwo } from '../../../registry/organisations/control-deeds.ts'
import type { PhoneStanding } from '../../../people/accounts/bind-phone.ts'
import { ownAccountAge } from '../../../people/accounts/rules.ts'
import type { CaseContent } from '../../casework/case-kind.ts'
import type { AccountState } from '../../../people/accounts/account.ts'

export type Level2State = z.infer<typeof level2State>
export type Level2Refusal = z.infer<typeof level2Refusal>
export type Level2Step = z.infer<typeof level2Step>
export type Level2Exception = z.infer<typeof level2Exception>
export type Comparison = z.infer<typeof chipComparison>
export type DocumentToIntegrate = z.infer<typeof documentToIntegrate>

/** As it was read, with each of its fields beside the register's. */
export interface ComparedChip extends ReadChip {
  readonly comparison: readonly Comparison[]
}

/** What was taken at the counter. All of it is sealed under the person's key. */
export interface Content extends CaseContent, WithChip<ComparedChip>, WithContact, WithPortraits, WithPrints {
  readonly language: 'vi' | 'en'
  readonly documents: readonly DocumentToIntegrate[]
  readonly offlineConsentAt: string | null
  /** Whether she was asked at her own screen: from then on only her answer there counts. */
  readonly isAsked: boolean
}

export interface Level2 {
  readonly state: Level2State
  readonly isOffline: boolean
  readonly content: Content
}

/** What stands outside of the case and decides as well. */
export interface Standing {
  readonly register: {
    readonly birthDate: string
    readonly isAlive: boolean
    readonly card: { readonly state: string; readonly expiresOn: string | null } | null
    readonly fingers: readonly Finger[]
  } | null
  readonly account: { readonly state: AccountState; readonly isPhoneOther: boolean | null } | null
  readonly phone: PhoneStanding
  readonly consent: Consent
  readonly at: Date
}

export const emptyContent = (
  personalNumber: string,
  language: 'vi' | 'en',
  name: string | null,
): Content => ({
  personalNumber,
  language,
  challenge: null,
  chip: null,
  contact: null,
  portraits: [],
  prints: [],
  printExceptions: [],
  documents: [],
  offlineConsentAt: null,
  isAsked: false,
  name,
})

/** Throws `level-2.closed` when nothing may be added any more. */
export const mustBeOpen = ({ state }: Pick<Level2, 'state'>): void => {
  if (state !== 'open') {
    throw problem('level-2.closed')
  }
}

export const printsOf = (
  content: Content,
  { register, at }: Pick<Standing, 'register' | 'at'>,
): PrintsJudgement => printsVerdict(content, register?.fingers ?? [], at)

/**
 * Offline, the citizen agreed before the line was there to ask; else only her own answer at the screen
 * counts.
 */
export const consentOf = (
  { isOffline, content }: Level2,
  { consent }: Pick<Standing, 'consent'>,
): Standing['consent'] | 'agreed-offline' =>
  consent === 'none' && isOffline && content.offlineConsentAt !== null ? 'agreed-offline' : consent

const isPast = (day: string | null, at: Date): boolean => day !== null && day < dayInVietnam(at)

const cardRefusal = (
  chip: ComparedChip | null,
  card: { state: string; expiresOn: string | null } | null,
  at: Date,
): Level2Refusal | null => {
  const proof = chip && proofOf(chip)
  if (proof === 'refused' || proof === 'copied') {
    return 'chip-refused'
  }
  if (!card || card.state !== 'valid' || isPast(card.expiresOn, at) || (chip && isPast(chip.expiresOn, at))) {
    return 'no-valid-card'
  }
  const differing = chip?.comparison.filter(({ state, matters }) => state === 'differs' && matters) ?? []
  if (differing.some(({ guidance }) => guidance === 'identity-differs')) {
    return 'card-differs'
  }
  return differing.length > 0 ? 'no-valid-card' : null
}

/** The reason that stands against it now, whatever else is still to be taken; null when none does. */
const refusalOf = (level2: Level2, standing: Standing): Level2Refusal | null => {
  const { register, account, at } = standing
  const { content } = level2
  if (!register) {
    return 'not-in-register'
  }
  if (!register.isAlive) {
    return 'deceased'
  }
  if (ageOn(register.birthDate as PartialDate, dayInVietnam(at)) < inForce(ownAccountAge, at)) {
    return 'under-age'
  }
  const card = cardRefusal(content.chip, register.card, at)
  if (card) {
    return card
  }
  if (account && account.state !== 'issued' && account.state !== 'active') {
    return 'account-locked'
  }
  if (portraitVerdict(content, at) === 'no-match') {
    return 'portrait-differs'
  }
  if (printsOf(content, standing).verdict === 'no-match') {
    return 'prints-differ'
  }
  if (standing.consent === 'declined') {
    return 'consent-declined'
  }
  return content.contact?.isProven && standing.phone === 'bound' ? 'phone-already-bound' : null
}

/** How it is told when it is known before anything is taken: by the register, the card and the account. */
const toldAtOpening: Readonly<Partial<Record<Level2Refusal, ProblemCode>>> = {
  'not-in-register': 'level-2.not-in-register',
  deceased: 'level-2.deceased',
  'under-age': 'level-2.under-age',
  'no-valid-card': 'level-2.no-valid-card',
  'account-locked': 'level-2.account-locked',
}
/** Why no case is opened now; at sending all of it is judged again. */
export const refusalAtOpening = (content: Content, standing: Standing): ProblemCode | null => {
  const reason = refusalOf({ state: 'open', isOffline: false, content }, standing)
  return (reason && toldAtOpening[reason]) ?? null
}

/** What the rules leave to a second pair of eyes. */
export const exceptionsOf = (level2: Level2, standing: Standing): Level2Exception[] => {
  const { content } = level2
  const exceptions: Level2Exception[] = []
  const doubt = content.chip && doubtOf(content.chip)
  if (doubt) {
    exceptions.push({ kind: 'chip', finger: null, reason: doubt })
  }
  const portrait = portraitException(content, standing.at)
  if (portrait) {
    exceptions.push(portrait)
  }
  const prints = printsOf(content, standing)
  if (prints.verdict === 'no-reference') {
    exceptions.push({ kind: 'no-reference', finger: null, reason: 'fingers' })
  }
  if (prints.verdict === 'exception') {
    const unmatched = prints.perFinger.filter(({ outcome }) => outcome !== 'match')
    exceptions.push(
      ...unmatched.map(({ finger, outcome, reason }): Level2Exception => ({
        kind: 'finger',
        finger,
        reason: reason ?? outcome,
      })),
    )
  }
  for (const step of unsignedOf(content)) {
    exceptions.push({ kind: 'unsigned', finger: null, reason: step })
  }
  if (consentOf(level2, standing) === 'agreed-offline') {
    exceptions.push({ kind: 'offline-consent', finger: null, reason: null })
  }
  if (standing.account?.isPhoneOther) {
    exceptions.push({ kind: 'displacement', finger: null, reason: null })
  }
  if (content.contact?.isProven && standing.phone === 'needs-two') {
    exceptions.push({ kind: 'phone-of-another', finger: null, reason: null })
  }
  if (takesTwo('level-2', standing.at)) {
    exceptions.push({ kind: 'two-persons', finger: null, reason: null })
  }
  return exceptions
}

/** What is left to take before it can be sent. */
export const remainingOf = (level2: Level2, standing: Standing): Level2Step[] => {
  if (level2.state === 'waiting-second') {
    return ['second']
  }
  if (level2.state !== 'open') {
    return []
  }
  const { content } = level2
  const consent = consentOf(level2, standing)
  const open: [Level2Step, boolean][] = [
    ['chip', !content.chip],
    ['contact', !content.contact],
    ['code', content.contact !== null && !content.contact.isProven],
    ['portrait', portraitVerdict(content, standing.at) === 'unfinished'],
    ['prints', printsOf(content, standing).verdict === 'unfinished'],
    ['consent', consent === 'none' || consent === 'asked'],
  ]
  return open.filter(([, isOpen]) => isOpen).map(([step]) => step)
}

export type Decision =
  | { readonly state: 'accepted' | 'waiting-second' }
  | { readonly state: 'refused'; readonly reason: Level2Refusal }

/**
 * By rule: refused for a reason, else accepted when nothing is left to a person. Throws `level-2.closed`,
 * `level-2.incomplete`.
 */
export const submit = (level2: Level2, standing: Standing): Decision => {
  mustBeOpen(level2)
  const reason = refusalOf(level2, standing)
  if (reason) {
    return { state: 'refused', reason }
  }
  if (remainingOf(level2, standing).length > 0) {
    throw problem('level-2.incomplete')
  }
  return { state: exceptionsOf(level2, standing).length > 0 ? 'waiting-second' : 'accepted' }
}

/**
 * The second pair of eyes answers the exceptions; what the law asks of everybody she cannot waive. Throws
 * `level-2.not-waiting`.
 */
export const decideSecond = (level2: Level2, standing: Standing, verdict: 'confirm' | 'deny'): Decision => {
  if (level2.state !== 'waiting-second') {
    throw problem('level-2.not-waiting')
  }
  const reason = refusalOf(level2, standing)
  if (reason) {
    return { state: 'refused', reason }
  }
  return verdict === 'confirm' ? { state: 'accepted' } : { state: 'refused', reason: 'exception-denied' }
}
