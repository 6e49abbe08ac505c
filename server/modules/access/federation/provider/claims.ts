/**
 * What a party may learn of a person, scope by scope (OpenID Connect Core §5). The person is read only when a
 * party asks, and each reading
 * leaves a line that she can see.
 */
import { errors, type Account } from 'oidc-provider'
import { system } from '../../../../kernel/actor.ts'
import { now } from '../../../../kernel/clock.ts'
import { leaveLine } from '../../../../kernel/leave-line.ts'
import { claimsByScope, fieldsOfClaims } from './shared-fields.ts'
import type { AppContext } from '../../../../kernel/app-context.ts'
import type { Work } from '../../../../kernel/work.ts'
import type { Account as HeldAccount } from '../../../people/accounts/account.ts'
import { contactsOf } from '../../../people/accounts/contacts.ts'
import { findAccount } from '../../../people/accounts/open-account.ts'
import { findPerson } from '../../../registry/population/find-person.ts'
import { residenceOf } from '../../../registry/population/person.ts'
import type { Party } from '../client.ts'
import * as store from '../store.ts'

type Claims = Record<string, unknown>

/** A number stays with its person: it may come from an earlier look at the account. */
type Holder = Pick<HeldAccount, 'subjectId' | 'personalNumber'>
const personScopes = ['profile', 'address'] as const
const contactScopes = ['phone', 'email'] as const

/** A birth date of which only the month is known has no form in OpenID Connect; the year has. */
const birthdateOf = (date: string): string => (date.length === 10 ? date : date.slice(0, 4))

const readClaims = async (
  work: Work,
  context: AppContext,
  { subjectId, personalNumber }: Holder,
  wanted: ReadonlySet<string>,
): Promise<Claims | null> => {
  const [account, contacts, person] = await Promise.all([
    findAccount(work, subjectId),
    contactScopes.some((scope) => wanted.has(scope)) ? contactsOf(work, context.tools, subjectId) : null,
    personScopes.some((scope) => wanted.has(scope)) ? findPerson(work, context.tools, personalNumber) : null,
  ])
  if (account?.state !== 'active') {
    return null
  }
  const claims: Claims = {}
  if (wanted.has('identity')) {
    Object.assign(claims, { personal_number: account.personalNumber, account_level: account.level })
  }
  if (person && wanted.has('profile')) {
    Object.assign(claims, {
      name: person.fullName,
      birthdate: birthdateOf(person.birthDate),
      gender: person.sex,
    })
  }
  const residence = person && wanted.has('address') ? residenceOf(person).address : null
  if (residence) {
    claims['address'] = { formatted: residence, country: 'VN' }
  }
  if (contacts) {
    const { phone, email, isPhoneProven, isEmailProven } = contacts
    if (phone && wanted.has('phone')) {
      Object.assign(claims, { phone_number: phone, phone_number_verified: isPhoneProven })
    }
    if (email && wanted.has('email')) {
      Object.assign(claims, { email, email_verified: isEmailProven })
    }
  }
  return claims
}

/**
 * Reads and writes the line about it in one transaction. Null when the account may not be used any more, or
 * she has taken back what she agreed to.
 */
const tellClaims = (
  context: AppContext,
  holder: Holder,
  party: Party,
  scopes: ReadonlySet<string>,
): Promise<Claims | null> =>
  context.transact(async (work) => {
    const { subjectId } = holder
    // In one message to the database; what is read without a standing consent is told to nobody.
    const [stands, read] = await Promise.all([
      store.consentIsUsed(work, subjectId, party.clientId, now()),
      readClaims(work, context, holder, scopes),
    ])
    const claims = stands ? read : null
    leaveLine(work, {
      useCase: 'federation.claims',
      actor: system(`client ${party.clientId}`),
      line: {
        about: subjectId,
        purpose: 'sign-in-claims',
        fields: fieldsOfClaims(Object.keys(claims ?? {})),
        detail: { client: party.name },
        ...(claims ? {} : { outcome: stands ? 'account.locked' : 'consent.gone' }),
      },
    })
    return claims
  })

const askedOf = (scope: string): Set<string> =>
  new Set(scope.split(' ').filter((name) => name in claimsByScope && name !== 'openid'))

/** The account as the library wants it: it asks for claims when a token or userinfo needs them. */
export const accountFor = (context: AppContext, holder: Holder, party: () => Promise<Party>): Account => ({
  accountId: holder.subjectId,
  async claims(use, scope) {
    // An ID token says who, not what: the rest is for userinfo (OpenID Connect Core §5.4).
    const asked = use === 'userinfo' ? askedOf(scope) : new Set<string>()
    if (asked.size === 0) {
      return { sub: holder.subjectId }
    }
    const claims = await tellClaims(context, holder, await party(), asked)
    if (!claims) {
      throw new errors.InvalidToken('the account may not be used')
    }
    return { sub: holder.subjectId, ...claims }
  },
})
