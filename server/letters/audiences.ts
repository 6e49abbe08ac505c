/** Whom letters go to, each named once: where her addresses are, and by which channels she is reached. */
import { isSameAddress } from '../../formats/email.ts'
import { cardContact } from '../modules/cases/cards/card-contact.ts'
import { applicantContact } from '../modules/cases/enrolment/level-1/applicant-contact.ts'
import { level2Contact } from '../modules/cases/enrolment/level-2/level-2-contact.ts'
import { requestForLetter } from '../modules/cases/lock-requests/request-for-letter.ts'
import { takeCodeForLetter } from '../modules/people/accounts/contact-proof.ts'
import { contactsOf, type Contacts } from '../modules/people/accounts/contacts.ts'
import { findAccount } from '../modules/people/accounts/open-account.ts'
import { findPerson } from '../modules/registry/population/find-person.ts'
import type { Tools } from '../kernel/tools.ts'
import type { Audience } from './letter.ts'

const EVERY_CHANNEL = 'inbox; text message to the bound phone; e-mail if there is one'

export const holder: Audience<unknown, Contacts> = {
  who: 'the holder of the account',
  channels: EVERY_CHANNEL,
  async find(work, tools, { subjectId }) {
    const account = await findAccount(work, subjectId)
    if (!account) {
      return null
    }
    const contacts = await contactsOf(work, tools, subjectId)
    return { language: account.language, hasInbox: true, ...contacts, about: contacts }
  },
}

/** The same reach for her who is asked to help, or who acts for another: the event's subject is she. */
export const relative: Audience<unknown, Contacts> = { ...holder, who: 'the trusted relative' }
export const representative: Audience<unknown, Contacts> = {
  ...holder,
  who: 'whoever acts for the child or ward',
}

/** Whose phone may be in another's hand by now: told by her other channels. */
export const holderBesidesPhone: Audience<unknown, Contacts> = {
  who: 'the holder of the account, not at the phone',
  channels: 'inbox; e-mail if there is one',
  async find(work, tools, event) {
    const to = await holder.find(work, tools, event)
    return to && { ...to, phone: null }
  },
}

const unsealed = (tools: Tools, sealed: string | null): string | null =>
  sealed === null
    ? null
    : tools.sealer.unsealWithPlatformKey('fact.old', Buffer.from(sealed, 'base64url')).toString('utf8')

/** After a change: what was bound before, so that a thief's new number does not swallow the warning. */
export const holderAtFormerPhone: Audience<{ old: string | null }, Contacts> = {
  who: 'the holder of the account, at the former phone',
  channels: 'inbox; text message to the former phone; e-mail if there is one',
  async find(work, tools, event) {
    const to = await holder.find(work, tools, event)
    return to && { ...to, phone: unsealed(tools, event.data.old) ?? to.phone }
  },
}
export const holderAtFormerEmail: Audience<{ old: string | null }, Contacts> = {
  who: 'the holder of the account, at the former e-mail',
  channels: 'inbox; text message to the bound phone; e-mail to the former address',
  async find(work, tools, event) {
    const to = await holder.find(work, tools, event)
    return to && { ...to, email: unsealed(tools, event.data.old) ?? to.email }
  },
}

/** The inbox is the holder's by now: whoever had the account before is reached only at her addresses. */
export const formerContacts: Audience<{
  oldPhone: string | null
  oldEmail: string | null
  language?: 'vi' | 'en'
}> = {
  who: 'whoever had the account until then',
  channels: 'text message and e-mail to the contacts that were bound',
  async find(work, tools, { subjectId, data }) {
    return {
      language: data.language ?? (await findAccount(work, subjectId))?.language ?? 'vi',
      hasInbox: false,
      phone: unsealed(tools, data.oldPhone),
      email: unsealed(tools, data.oldEmail),
      about: null,
    }
  },
}

/** The holder of the number may not be the one who applied. */
export const registerContact: Audience<unknown> = {
  who: 'the contact that the register holds, where it is another than the account has',
  channels: 'text message; e-mail',
  async find(work, tools, { subjectId }) {
    const account = await findAccount(work, subjectId)
    const person = account && (await findPerson(work, tools, account.personalNumber))
    if (!account || !person) {
      return null
    }
    const own = await contactsOf(work, tools, subjectId)
    const { phone, email } = person.private
    return {
      language: account.language,
      hasInbox: false,
      phone: phone && phone !== own.phone ? phone : null,
      email: email && !isSameAddress(email, own.email) ? email : null,
      about: null,
    }
  },
}

/**
 * The inbox belongs to the holder of an account: an application by somebody else is not hers to read about
 * there. It is added once the account is known to be the applicant's.
 */
const withInbox = <Data, About>(audience: Audience<Data, About>): Audience<Data, About> => ({
  who: audience.who,
  channels: `inbox; ${audience.channels}`,
  async find(work, tools, event) {
    const to = await audience.find(work, tools, event)
    return to && { ...to, hasInbox: true }
  },
})

export const applicant: Audience<{ enrolmentId: string }> = {
  who: 'the applicant for level 1',
  channels: 'text message to the proven phone; e-mail if one was given',
  async find(work, tools, { subjectId, data }) {
    const contact = await applicantContact(work, tools, subjectId, data.enrolmentId)
    return contact && { ...contact, hasInbox: false, about: null }
  },
}
export const applicantAndInbox = withInbox(applicant)

const PROVEN = 'text message and e-mail as proven at the counter'
export const contactOfLevel2: Audience<{ caseId: string }> = {
  who: 'the applicant for level 2',
  channels: PROVEN,
  async find(work, tools, { subjectId, data }) {
    const contact = await level2Contact(work, tools, subjectId, data.caseId)
    return contact && { ...contact, hasInbox: false, about: null }
  },
}
export const contactOfLevel2AndInbox = withInbox(contactOfLevel2)

export const contactOfCard: Audience<{ applicationId: string }> = {
  who: 'the applicant for a card',
  channels: PROVEN,
  async find(work, tools, { subjectId, data }) {
    const contact = await cardContact(work, tools, subjectId, data.applicationId)
    return contact && { ...contact, hasInbox: false, about: null }
  },
}
export const contactOfCardAndInbox = withInbox(contactOfCard)

/** In writing, with the reasons of a refusal (Decree 69/2024 art. 15). */
export const requestingBody: Audience<
  { requestId: string },
  NonNullable<Awaited<ReturnType<typeof requestForLetter>>>
> = {
  who: 'the body that asked for it',
  channels: 'e-mail to the address of its form',
  async find(work, tools, { subjectId, data }) {
    const request = await requestForLetter(work, tools, subjectId, data.requestId)
    return request?.replyTo
      ? { language: 'vi', hasInbox: false, phone: null, email: request.replyTo, about: request }
      : null
  },
}

/** Whoever asked for a code, at the one address that is to be proven. The code is forgotten when written. */
export const codeAddress: Audience<
  { proofId: string; language: 'vi' | 'en' },
  { readonly code: string; readonly expiresAt: Date }
> = {
  who: 'whoever asked for the code',
  channels: 'text message or e-mail, whichever is to be proven; never the inbox',
  async find(work, tools, { subjectId, data }) {
    const drawn = await takeCodeForLetter(work, tools, subjectId, data.proofId)
    return (
      drawn && {
        language: data.language,
        hasInbox: false,
        phone: drawn.channel === 'sms' ? drawn.to : null,
        email: drawn.channel === 'email' ? drawn.to : null,
        about: { code: drawn.code, expiresAt: drawn.expiresAt },
        sending: { id: data.proofId, isSecret: true, expiresAt: drawn.expiresAt },
      }
    )
  },
}
