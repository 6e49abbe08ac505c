/**
 * The account that is issued together with the card (Decree 69/2024/ND-CP art. 10(2)): opened, raised, or
 * made hers, in the very transaction in which the card becomes valid. The card is hers whatever comes of the
 * account.
 */
import type { Tools } from '../../../kernel/tools.ts'
import type { Work } from '../../../kernel/work.ts'
import type { Account } from '../../people/accounts/account.ts'
import { contactsOf } from '../../people/accounts/contacts.ts'
import { accountForUpdate, openAccount } from '../../people/accounts/open-account.ts'
import type { ContactProof } from '../../people/accounts/bind-phone.ts'
import { displaceHolder, raiseLevel } from '../../people/accounts/raise-level.ts'
import { proofOf } from '../../evidence/capture/contact.ts'
import type { AccountDone, CardContent } from './card-application.ts'
import type { CardRow } from './card-case.ts'
import { AccountDisplaced } from '../../people/accounts/events.ts'

export interface WithCard {
  readonly done: AccountDone
  readonly activateBy: Date | null
}
type Given = { readonly phone: string; readonly email: string | null; readonly proof: ContactProof }

export const accountWithCard = async (
  work: Work,
  tools: Tools,
  row: CardRow,
  content: CardContent,
): Promise<WithCard> => {
  const { contact, personalNumber, language, mayDisplace } = content
  if (!row.facts.withAccount) {
    return { done: 'none', activateBy: null }
  }
  if (!contact) {
    throw new Error('a card with an account was accepted without a contact')
  }
  const given: Given = {
    phone: contact.phone,
    email: contact.email,
    proof: proofOf(contact, content.isPhoneSeenByTwo ?? false),
  }
  const standing = await accountForUpdate(work, row.subject_id)
  if (standing) {
    return onStanding(work, tools, standing, given, mayDisplace)
  }
  const opened = await openAccount(work, tools, {
    subjectId: row.subject_id,
    personalNumber,
    level: 2,
    language,
    ...given,
  })
  if (opened === 'phone-already-bound') {
    return { done: 'phone-taken', activateBy: null }
  }
  if (opened !== 'already-has-account') {
    return { done: 'issued', activateBy: opened.activateBy }
  }
  // Somebody opened an account on the number in this very moment.
  const other = await accountForUpdate(work, row.subject_id)
  return other
    ? onStanding(work, tools, other, given, mayDisplace)
    : { done: 'other-phone', activateBy: null }
}

const onStanding = async (
  work: Work,
  tools: Tools,
  standing: Account,
  given: Given,
  mayDisplace: boolean,
): Promise<WithCard> => {
  if (standing.state !== 'issued' && standing.state !== 'active') {
    return { done: 'locked', activateBy: null }
  }
  const { phone } = await contactsOf(work, tools, standing.subjectId)
  if (phone === given.phone) {
    const { state, activateBy } = await raiseLevel(work, standing)
    return state === 'issued' ? { done: 'issued', activateBy } : { done: 'raised', activateBy: null }
  }
  if (!mayDisplace) {
    return { done: 'other-phone', activateBy: null }
  }
  const displaced = await displaceHolder(work, tools, standing, given)
  if (!displaced) {
    return { done: 'phone-taken', activateBy: null }
  }
  const sealed = (value: string | null) =>
    value === null ? null : tools.sealer.sealWithPlatformKey('fact.old', value).toString('base64url')
  work.publish(AccountDisplaced, standing.subjectId, {
    before: displaced.account.issuedAt.toISOString(),
    oldPhone: sealed(displaced.old.phone),
    oldEmail: sealed(displaced.old.email),
  })
  return { done: 'displaced', activateBy: displaced.account.activateBy }
}
