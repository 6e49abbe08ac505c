/**
 * Whose account it is, when a stranger types a number and a phone or an e-mail. The work is the same for a
 * number that nobody has: the same queries, digests compared, nothing unsealed; so the time of the answer
 * tells nothing.
 */
import type { Tools } from '../../../kernel/tools.ts'
import type { Reading } from '../../../kernel/work.ts'
import type { AccountState } from './account.ts'
import { contactDigest, contactsOf, isSound } from './contacts.ts'
import { findSubject, NOBODY } from './open-account.ts'
import * as contacts from './contact-store.ts'

export interface Pair {
  readonly personalNumber: string
  readonly channel: 'sms' | 'email'
  readonly to: string
}
export interface PairOfAccount {
  readonly subjectId: string
  readonly state: AccountState
  /** Codes may go there. */
  readonly isSound: boolean
}

/** Null when the two do not belong together. */
export const accountOfPair = async (
  read: Reading,
  tools: Tools,
  { personalNumber, channel, to }: Pair,
): Promise<PairOfAccount | null> => {
  const subjectId = (await findSubject(read, tools, personalNumber)) ?? NOBODY
  const kind = channel === 'sms' ? 'phone' : 'email'
  const digest = contactDigest(tools, kind, to)
  const row = await contacts.accountWithContacts(read, subjectId)
  const typed = row?.[kind]
  if (!row || !typed) {
    return null
  }
  const isHers = typed.digest
    ? digest.equals(typed.digest)
    : await isSealedAs(read, tools, subjectId, { kind, to })
  return isHers ? { subjectId, state: row.state, isSound: isSound(provenOf(row), channel) } : null
}

/** Whether a code can go there; false, by the same query, where nobody is named. */
export const isReachable = async (
  read: Reading,
  subjectId: string | null,
  channel: 'sms' | 'email',
): Promise<boolean> => {
  const row = await contacts.accountWithContacts(read, subjectId ?? NOBODY)
  return row !== undefined && isSound(provenOf(row), channel)
}

type Kept = NonNullable<Awaited<ReturnType<typeof contacts.accountWithContacts>>>
const provenOf = ({ phone, email }: Kept) => ({
  phone: phone && phone.verifiedAt !== null,
  email: email && email.verifiedAt !== null,
})

/** What an older Sen kept has no digest until the job has come to it. */
const isSealedAs = async (
  read: Reading,
  tools: Tools,
  subjectId: string,
  { kind, to }: { readonly kind: 'phone' | 'email'; readonly to: string },
): Promise<boolean> => (await contactsOf(read, tools, subjectId))[kind]?.toLowerCase() === to.toLowerCase()
