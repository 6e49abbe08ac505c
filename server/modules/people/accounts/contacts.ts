/** The phone and the e-mail of an account: how they are kept, read, replaced, and where a code may go. */
import { parseEmail } from '../../../../formats/email.ts'
import { parsePhone } from '../../../../formats/phone.ts'
import { now } from '../../../kernel/clock.ts'
import type { Tools } from '../../../kernel/tools.ts'
import type { Reading, Work } from '../../../kernel/work.ts'
import { bindPhone, type ContactProof } from './bind-phone.ts'
import * as kept from './contact-store.ts'
import * as store from './store.ts'

export interface Contacts {
  readonly phone: string | null
  readonly email: string | null
  readonly isPhoneProven: boolean
  readonly isEmailProven: boolean
}
export const noContacts: Contacts = { phone: null, email: null, isPhoneProven: false, isEmailProven: false }

export const contactsOf = async (read: Reading, tools: Tools, subjectId: string): Promise<Contacts> => {
  let found = noContacts
  for (const row of await kept.contacts(read, subjectId)) {
    const value = (await tools.sealer.open(subjectId, `contact.${row.kind}`, row.sealed_value)).toString(
      'utf8',
    )
    const isProven = row.verified_at !== null
    found =
      row.kind === 'phone'
        ? { ...found, phone: value, isPhoneProven: isProven }
        : { ...found, email: value, isEmailProven: isProven }
  }
  return found
}

/** Of one address, in one spelling: what a stranger types is compared by it, with nothing unsealed. */
export const contactDigest = (
  { digests }: Pick<Tools, 'digests'>,
  kind: 'phone' | 'email',
  value: string,
): Buffer => digests.identifier(`contact.${kind}`, value.toLowerCase())

/** When a code has shown this address to be hers; null while it is only declared. */
export const momentOf = (proof: ContactProof, channel: ContactProof['channel']): Date | null =>
  proof.channel !== channel ? null : proof.at.getTime() === 0 ? now() : proof.at

export const keepContact = async (
  work: Work,
  tools: Tools,
  subjectId: string,
  kind: 'phone' | 'email',
  value: string,
  provenAt: Date | null,
): Promise<void> => {
  await kept.saveContact(
    work,
    subjectId,
    kind,
    {
      sealed: await tools.sealer.seal(subjectId, `contact.${kind}`, value),
      digest: contactDigest(tools, kind, value),
    },
    provenAt,
  )
}

/** Binds a new phone, which a code has just shown to be hers, in place of the old one. */
export const replacePhone = async (
  work: Work,
  tools: Tools,
  subjectId: string,
  phone: string,
): Promise<boolean> => {
  const { phone: old } = await contactsOf(work, tools, subjectId)
  const proof: ContactProof = { channel: 'sms', at: now() }
  if (!parsePhone(phone).ok || !(await bindPhone(work, tools, subjectId, { phone, proof }))) {
    return false
  }
  if (old && old !== phone) {
    await store.release(work, 'phone', tools.digests.identifier('phone', old), subjectId)
  }
  await keepContact(work, tools, subjectId, 'phone', phone, now())
  return true
}

/**
 * A right code for something else has shown that she has her phone still: what another person had shown of it
 * before counts for nothing from now on. Nothing changes where it came by e-mail.
 */
export const phoneSeen = (
  work: Work,
  subjectId: string,
  proof: { readonly ownerId: string; readonly id: string },
): void => kept.phoneSeen(work, subjectId, proof, now())

export const replaceEmail = async (
  work: Work,
  tools: Tools,
  subjectId: string,
  email: string,
): Promise<void> => {
  if (!parseEmail(email).ok) {
    throw new Error('not an e-mail address')
  }
  await keepContact(work, tools, subjectId, 'email', email, now())
}

/** Of each address whether a code has shown it to be hers; null where there is none. */
export interface ProvenOf {
  readonly phone: boolean | null
  readonly email: boolean | null
}
/**
 * Where a code may go: the phone; the e-mail only beside a phone that was proven, so that an account never
 * stands on an address alone. Where the phone went on to another holder, the e-mail that a code has shown to
 * be hers.
 */
export const isSound = ({ phone, email }: ProvenOf, channel: 'sms' | 'email'): boolean =>
  channel === 'sms' ? phone !== null : email !== null && (phone ?? email)

export const codeAddress = (contacts: Contacts, channel: 'sms' | 'email'): string | null => {
  const { phone, email, isPhoneProven, isEmailProven } = contacts
  const proven = {
    phone: phone === null ? null : isPhoneProven,
    email: email === null ? null : isEmailProven,
  }
  return isSound(proven, channel) ? (channel === 'sms' ? phone : email) : null
}

/**
 * A code by text message has shown that the phone is hers: a phone that was only declared is bound now; false
 * when it became somebody else's.
 */
export const provePhone = async (work: Work, tools: Tools, subjectId: string): Promise<boolean> => {
  const { phone, isPhoneProven } = await contactsOf(work, tools, subjectId)
  return isPhoneProven || (phone !== null && replacePhone(work, tools, subjectId, phone))
}
