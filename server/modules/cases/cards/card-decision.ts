/**
 * What decides an application for a card, pure: what stands against it, what is left to do, what the rules
 * leave to a second pair of eyes, and whether the card may be made and given.
 */
import type { Finger } from '../../../../formats/minutiae/finger.ts'
import { dayInVietnam, inForce } from '../../../kernel/policy.ts'
import { problem } from '../../../kernel/problem.ts'
import { judgeTries, type PrintsJudgement } from '../../evidence/biometrics/fingers/judge-prints.ts'
import { askedFingers, leastPrintQuality } from '../../evidence/biometrics/rules.ts'
import { portraitException, portraitVerdict } from '../../evidence/capture/portrait.ts'
import { printsVerdict, type WithPrints } from '../../evidence/capture/prints.ts'
import { unsignedOf } from '../../evidence/capture/unsigned.ts'
import { takesTwo } from '../../registry/organisations/control-deeds.ts'
import {
  mustBeOpen,
  mustBeReady,
  refusalByAccount,
  refusalByCard,
  refusalByRegister,
  type CardApplication,
  type CardContent,
  type CardException,
  type CardRefusal,
  type CardStep,
  type Standing,
} from './card-application.ts'
import { reasonRule, recipientTries } from './rules.ts'

/** Where the register has no finger to compare with, a readable impression is what is asked. */
export const cardPrints = (content: WithPrints, have: readonly Finger[], at: Date): PrintsJudgement => {
  if (have.length > 0) {
    return printsVerdict(content, have, at)
  }
  const least = inForce(leastPrintQuality, at)
  const readable = content.prints.map((print) => ({
    ...print,
    outcome: print.quality >= least ? ('match' as const) : ('poor' as const),
  }))
  return judgeTries(inForce(askedFingers, at), readable, content.printExceptions, at)
}
const printsOf = (content: CardContent, { register, at }: Pick<Standing, 'register' | 'at'>) =>
  cardPrints(content, register?.fingers ?? [], at)

const accountRefusal = (
  { content: { contact } }: CardApplication,
  { account, phone }: Standing,
): CardRefusal | null =>
  refusalByAccount(account) ?? (contact?.isProven && phone === 'bound' ? 'phone-already-bound' : null)

/** The reason that stands against it now, whatever else is still to be taken; null when none does. */
const refusalOf = (application: CardApplication, standing: Standing): CardRefusal | null => {
  const { content } = application
  const byRegister = refusalByRegister(application, standing.register, standing.at)
  if (byRegister) {
    return byRegister
  }
  if (portraitVerdict(content, standing.at) === 'no-match') {
    return 'portrait-differs'
  }
  if (printsOf(content, standing).verdict === 'no-match') {
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
  const portrait = portraitException(content, standing.at)
  if (portrait) {
    exceptions.push(portrait)
  }
  if ((standing.register?.fingers ?? []).length === 0) {
    exceptions.push({ kind: 'no-reference', finger: null, reason: 'fingers' })
  }
  const { perFinger, verdict } = printsOf(content, standing)
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
  for (const step of unsignedOf(content)) {
    exceptions.push({ kind: 'unsigned', finger: null, reason: step })
  }
  if (takesTwo('card', standing.at)) {
    exceptions.push({ kind: 'two-persons', finger: null, reason: null })
  }
  if (withAccount && standing.account?.isPhoneOther) {
    exceptions.push({ kind: 'displacement', finger: null, reason: null })
  }
  if (withAccount && content.contact?.isProven && standing.phone === 'needs-two') {
    exceptions.push({ kind: 'phone-of-another', finger: null, reason: null })
  }
  return exceptions
}

const openSteps = ({ reason, content }: CardApplication, standing: Standing): CardStep[] => {
  const { contact } = content
  const steps: [CardStep, boolean][] = [
    ['contact', !contact],
    ['code', contact !== null && !contact.isProven],
    ['portrait', portraitVerdict(content, standing.at) === 'unfinished'],
    ['prints', printsOf(content, standing).verdict === 'unfinished'],
    ['fee', reasonRule(reason, standing.at).fee_vnd > 0 && content.feeReceipt === null],
    ['consent', standing.consent === 'none' || standing.consent === 'asked'],
  ]
  return steps.filter(([, isLeft]) => isLeft).map(([step]) => step)
}

type WithRecipient = Pick<CardContent, 'recipient'>
const matchesOfToday = ({ recipient }: WithRecipient, at: Date) =>
  recipient.filter(({ isMatch, at: when }) => isMatch && dayInVietnam(new Date(when)) === dayInVietnam(at))

/**
 * By one match that a registered device signed, where the policy lets one officer do it; else by the matches
 * of two persons.
 */
export const isRecipientProven = (content: WithRecipient, at: Date): boolean => {
  const matches = matchesOfToday(content, at)
  const persons = new Set(matches.flatMap(({ person }) => person ?? []))
  const isByOne = matches.some(({ isUnsigned }) => isUnsigned === false) && !takesTwo('card-hand-over', at)
  return isByOne || persons.size > 1
}
/** Matched, and another officer has to compare her as well. */
export const needsAnotherOfficer = (content: WithRecipient, at: Date): boolean =>
  !isRecipientProven(content, at) && matchesOfToday(content, at).length > 0
export const recipientTriesLeft = ({ recipient }: Pick<CardContent, 'recipient'>, at: Date): number =>
  Math.max(
    0,
    inForce(recipientTries, at) -
      recipient.filter(
        ({ isMatch, at: when }) => !isMatch && dayInVietnam(new Date(when)) === dayInVietnam(at),
      ).length,
  )

const isReadToday = ({ chipReadAt }: CardContent, at: Date): boolean =>
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
