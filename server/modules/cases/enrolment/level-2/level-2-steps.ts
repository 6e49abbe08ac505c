/**
 * What only a case for level 2 makes of its content: what she agreed to while the line was down holds as long
 * as she was not asked at her screen and nothing of it has changed. Pure.
 */
import { later } from '../../../../kernel/clock.ts'
import { inForce } from '../../../../kernel/policy.ts'
import { problem } from '../../../../kernel/problem.ts'
import { isSameEmail, type GivenContact } from '../../../evidence/capture/contact.ts'
import type { Content, DocumentToIntegrate, Level2 } from './level-2.ts'
import { offlineCase_s } from '../rules.ts'

/** What she agreed to while the line was down was another contact, so she is asked anew. */
export const giveContact = (content: Content, given: Omit<GivenContact, 'isProven'>): Content => {
  const isSame = content.contact?.phone === given.phone && isSameEmail(content.contact.email, given.email)
  return {
    ...content,
    contact: { ...given, isProven: false },
    offlineConsentAt: isSame ? content.offlineConsentAt : null,
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
