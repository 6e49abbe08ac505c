/**
 * The steps of a case for level 2, each as what it makes of the content: tries are bounded, the same bytes
 * are no new try, a new contact is proven anew. Pure.
 */
import type { Finger } from '../../../../../formats/minutiae/finger.ts'
import { later } from '../../../../kernel/clock.ts'
import { inForce } from '../../../../kernel/policy.ts'
import { problem } from '../../../../kernel/problem.ts'
import { biometricTries, seenReasons, type ExceptionReason } from '../../../evidence/biometrics/rules.ts'
import type {
  Content,
  DocumentToIntegrate,
  GivenContact,
  Level2,
  PortraitTry,
  ReadChip,
  TakenPrint,
} from './level-2.ts'
import { offlineCase_s } from '../rules.ts'

/** A challenge is answered once. */
export const keepChip = (content: Content, chip: ReadChip): Content => ({ ...content, challenge: null, chip })

/** Whether this very contact has been proven already. */
export const isProvenAs = (
  { contact }: Pick<Content, 'contact'>,
  given: Pick<GivenContact, 'phone' | 'email' | 'channel'>,
): boolean =>
  contact !== null &&
  contact.isProven &&
  contact.phone === given.phone &&
  contact.email === given.email &&
  contact.channel === given.channel

/** What she agreed to while the line was down was another contact, so she is asked anew. */
export const giveContact = (content: Content, given: Omit<GivenContact, 'isProven'>): Content => {
  const isSame = content.contact?.phone === given.phone && content.contact.email === given.email
  return {
    ...content,
    contact: { ...given, isProven: false },
    offlineConsentAt: isSame ? content.offlineConsentAt : null,
  }
}

export const proveContact = <C extends Pick<Content, 'contact'>>(content: C): C => {
  if (!content.contact) {
    throw problem('evidence.no-contact')
  }
  return { ...content, contact: { ...content.contact, isProven: true } }
}

/** Throws `evidence.no-tries-left`. */
export const addPortrait = <C extends Pick<Content, 'portraits'>>(
  content: C,
  taken: PortraitTry,
  at: Date,
): C => {
  if (content.portraits.some(({ digest }) => digest === taken.digest)) {
    return content
  }
  if (content.portraits.length >= inForce(biometricTries, at)) {
    throw problem('evidence.no-tries-left')
  }
  return { ...content, portraits: [...content.portraits, taken] }
}

const triesOf = (prints: readonly TakenPrint[], finger: Finger): number =>
  prints.filter((one) => one.finger === finger).length

/** All or none of them. Throws `evidence.no-tries-left`. */
export const addPrints = <C extends Pick<Content, 'prints'>>(
  content: C,
  taken: readonly TakenPrint[],
  at: Date,
): C => {
  const prints = [...content.prints]
  for (const print of taken) {
    if (prints.some(({ digest }) => digest === print.digest)) {
      continue
    }
    if (triesOf(prints, print.finger) >= inForce(biometricTries, at)) {
      throw problem('evidence.no-tries-left')
    }
    prints.push(print)
  }
  return { ...content, prints }
}

/**
 * What an officer sees without a try is believed at once; a worn finger only after its tries. Throws
 * `evidence.tries-left`.
 */
export const exceptFinger = <C extends Pick<Content, 'prints' | 'printExceptions'>>(
  content: C,
  finger: Finger,
  reason: ExceptionReason,
  at: Date,
): C => {
  if (!seenReasons.includes(reason) && triesOf(content.prints, finger) < inForce(biometricTries, at)) {
    throw problem('evidence.tries-left')
  }
  return {
    ...content,
    printExceptions: [...content.printExceptions.filter((one) => one.finger !== finger), { finger, reason }],
  }
}

export const noteDocuments = (content: Content, documents: readonly DocumentToIntegrate[]): Content => {
  const isSame = JSON.stringify(documents) === JSON.stringify(content.documents)
  return isSame ? content : { ...content, documents, offlineConsentAt: null }
}

/**
 * She is asked at her own screen: what was noted while the line was down counts no more, whatever she
 * answers.
 */
export const askConsent = (content: Content): Content => ({
  ...content,
  isAsked: true,
  offlineConsentAt: null,
})

/** Opened so long before it came to us that the line must have been down. */
export const wasOffline = (openedAt: Date, receivedAt: Date): boolean =>
  receivedAt.getTime() - openedAt.getTime() > inForce(offlineCase_s, receivedAt).from * 1000

/** Throws `level-2.opened-in-future` for a moment that is ahead or too long ago. */
export const mustBePlausible = (openedAt: Date, at: Date): void => {
  const { most, ahead } = inForce(offlineCase_s, at)
  if (openedAt > later(at, ahead) || openedAt < later(at, -most)) {
    throw problem('level-2.opened-in-future')
  }
}

/**
 * Only in a case that was opened while the line was down, only before it came to us, and never once she was
 * asked at her screen. Throws `level-2.not-offline`, `level-2.opened-in-future`.
 */
export const consentOffline = (
  { isOffline, content }: Level2,
  agreedAt: Date,
  case_: { readonly openedAt: Date; readonly receivedAt: Date },
): Content => {
  if (!isOffline || content.isAsked || agreedAt > case_.receivedAt) {
    throw problem('level-2.not-offline')
  }
  if (agreedAt < case_.openedAt) {
    throw problem('level-2.opened-in-future')
  }
  return { ...content, offlineConsentAt: agreedAt.toISOString() }
}
