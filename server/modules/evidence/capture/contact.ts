/** A contact given at a counter and proven by a code that is sent to it. A changed contact is proven anew. */
import { isSameAddress, maskEmail, parseEmail } from '../../../../formats/email.ts'
import { maskPhone, parsePhone } from '../../../../formats/phone.ts'
import { phoneStanding, type ContactProof, type PhoneStanding } from '../../people/accounts/bind-phone.ts'
import { problem } from '../../../kernel/problem.ts'
import type { Tools } from '../../../kernel/tools.ts'
import type { Reading, Work } from '../../../kernel/work.ts'
import { deliveryOf, drawProof, tryCode, type ProofPurpose } from '../../people/accounts/contact-proof.ts'

export interface GivenContact {
  readonly phone: string
  readonly email: string | null
  readonly channel: 'sms' | 'email'
  readonly proofId: string
  readonly isProven: boolean
  /** Absent in what an older Sen stored. */
  readonly provenAt?: string
}
export interface WithContact {
  readonly contact: GivenContact | null
}
export type TypedContact = Pick<GivenContact, 'phone' | 'email' | 'channel'>

/** Also where neither was given. */
export const isSameEmail = (one: string | null, other: string | null): boolean =>
  one === other || isSameAddress(one, other)

/** Whether this very contact has been proven already. */
export const isProvenAs = ({ contact }: WithContact, given: TypedContact): boolean =>
  contact !== null &&
  contact.isProven &&
  contact.phone === given.phone &&
  isSameEmail(contact.email, given.email) &&
  contact.channel === given.channel

/** Sends a code to the contact and answers the proof's id. Throws `code.no-email`. */
export const drawContactProof = (
  work: Work,
  tools: Tools,
  of: {
    readonly caseId: string
    readonly officerId: string
    readonly officeId: string
    readonly purpose: ProofPurpose
    readonly language: 'vi' | 'en'
    readonly given: TypedContact
  },
): Promise<string> => {
  const { caseId, officerId, officeId, purpose, language, given } = of
  if (given.channel === 'email' && given.email === null) {
    throw problem('code.no-email')
  }
  const to = given.channel === 'sms' ? given.phone : (given.email ?? '')
  return drawProof(work, tools, {
    ownerId: caseId,
    channel: given.channel,
    to,
    purpose,
    language,
    mayBeSent: true,
    asker: { kind: 'typed', id: officerId, office: officeId },
  })
}

/** Of a proof whose moment is not known it is not said that it is later than another's. */
export const proofOf = ({ channel, provenAt }: GivenContact, isSeenByTwo: boolean): ContactProof => ({
  channel,
  at: new Date(provenAt ?? 0),
  isSeenByTwo,
})

/** What binding the phone would mean. Nothing is said of one that is not given. */
export const standingOfPhone = async (
  read: Reading,
  tools: Tools,
  contact: GivenContact | null,
  subjectId: string,
): Promise<PhoneStanding> =>
  contact
    ? phoneStanding(read, tools, { phone: contact.phone, proof: proofOf(contact, false) }, subjectId)
    : 'free'

export const proveContact = <C extends WithContact>(content: C, at: Date): C => {
  if (!content.contact) {
    throw problem('evidence.no-contact')
  }
  return { ...content, contact: { ...content.contact, isProven: true, provenAt: at.toISOString() } }
}

/**
 * The refusal of a wrong code, whose try must count; null when the contact is proven, now or before. Throws
 * `evidence.no-contact`.
 */
export const tryContactCode = async (
  work: Work,
  tools: Tools,
  caseId: string,
  { contact }: WithContact,
  code: string,
): Promise<Awaited<ReturnType<typeof tryCode>> | null> => {
  if (!contact) {
    throw problem('evidence.no-contact')
  }
  return contact.isProven ? null : tryCode(work, tools, caseId, contact.proofId, code)
}

export const masked = ({ phone, email }: Pick<GivenContact, 'phone' | 'email'>) => {
  const [number, address] = [parsePhone(phone), email === null ? null : parseEmail(email)]
  return {
    phone: number.ok ? maskPhone(number.value) : '•••',
    email: address?.ok ? maskEmail(address.value) : null,
  }
}

export const contactSeen = async (read: Reading, tools: Tools, caseId: string, { contact }: WithContact) =>
  contact && {
    ...masked(contact),
    isProven: contact.isProven,
    code: contact.isProven
      ? null
      : await deliveryOf(read, tools, caseId, contact.proofId, { isBlind: false }),
  }

/** Nobody is told at an address that was only typed. */
export const provenContact = ({ contact }: WithContact): { phone: string | null; email: string | null } => ({
  phone: contact?.isProven ? contact.phone : null,
  email: contact?.isProven ? contact.email : null,
})
