/**
 * A notice to every channel of a person: inbox always, text message and e-mail to what is bound (or to what
 * was bound before a change).
 */
import type { LetterParams, LetterTemplate } from '../../contract/phrases/letters.ts'
import { maskEmail, type EmailAddress } from '../../formats/email.ts'
import { maskPhone, type PhoneNumber } from '../../formats/phone.ts'
import type { Tools } from '../kernel/tools.ts'
import type { Work } from '../kernel/work.ts'
import { contactsOf, findAccount, type Contacts } from '../modules/people/accounts/open-account.ts'
import { sendLetter } from '../modules/platform/notifications/send-letter.ts'

interface Notice<T extends LetterTemplate = LetterTemplate> {
  readonly template: T
  params(contacts: Contacts): LetterParams<T>
}
export const notice = <T extends LetterTemplate>(
  template: T,
  params: (contacts: Contacts) => LetterParams<T>,
): Notice<T> => ({ template, params })
/** A device's name is what its holder's browser says: bounded, so that a text message stays one. */
const short = (name: string): string => name.slice(0, 40) || '—'

export const secureLetters = {
  activated: (device: string) => notice('activated', () => ({ device: short(device) })),
  deviceBound: (device: string) => notice('device-bound', () => ({ device: short(device) })),
  passwordChanged: () => notice('password-changed', () => ({})),
  phoneChanged: () =>
    notice('phone-changed', ({ phone }) => ({ to: phone ? maskPhone(phone as PhoneNumber) : '' })),
  emailChanged: () =>
    notice('email-changed', ({ email }) => ({ to: email ? maskEmail(email as EmailAddress) : '' })),
  signedIn: (party: string) => notice('signed-in', () => ({ party })),
  signedOutEverywhere: (count: number) => notice('signed-out-everywhere', () => ({ count })),
}

const opened = (tools: Tools, sealed: unknown): string | null =>
  typeof sealed === 'string'
    ? tools.sealer.unsealWithPlatformKey('fact.old', Buffer.from(sealed, 'base64url')).toString('utf8')
    : null

/** `old`: the sealed former address of a change, told as well as the present ones. */
export const tellContacts = async <T extends LetterTemplate>(
  work: Work,
  tools: Tools,
  subjectId: string,
  { template, params }: Notice<T>,
  old: { phone?: unknown; email?: unknown } = {},
): Promise<void> => {
  const account = await findAccount(work, subjectId)
  if (!account) {
    return
  }
  const contacts = await contactsOf(work, tools, subjectId)
  const letter = { subjectId, template, params: params(contacts), language: account.language }
  await sendLetter(work, tools, { ...letter, channel: 'inbox' })
  const phone = opened(tools, old.phone) ?? contacts.phone
  const email = opened(tools, old.email) ?? contacts.email
  if (phone) {
    await sendLetter(work, tools, { ...letter, channel: 'sms', to: { phone } })
  }
  if (email) {
    await sendLetter(work, tools, { ...letter, channel: 'email', to: { email } })
  }
}
