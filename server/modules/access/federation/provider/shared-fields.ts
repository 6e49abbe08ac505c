/** What each scope gives (OpenID Connect Core §5.4), and how the person's log names what was given. */
import type { FieldOf } from '../../../../../contract/purposes/catalogue.ts'

export const claimsByScope = {
  // How she signed in is told with who she is: parties of the state need it, and it says nothing of the
  // person.
  openid: ['sub', 'acr', 'amr', 'auth_time', 'sid'],
  profile: ['name', 'birthdate', 'gender'],
  phone: ['phone_number', 'phone_number_verified'],
  email: ['email', 'email_verified'],
  address: ['address'],
  identity: ['personal_number', 'account_level'],
} as const

type Claim = (typeof claimsByScope)[keyof typeof claimsByScope][number]
export type SharedField = FieldOf<'sign-in-claims'>

const fieldOfClaim = {
  sub: 'signIn',
  acr: 'signIn',
  amr: 'signIn',
  auth_time: 'signIn',
  sid: 'signIn',
  name: 'fullName',
  birthdate: 'birthDate',
  gender: 'sex',
  phone_number: 'phone',
  phone_number_verified: 'phone',
  email: 'email',
  email_verified: 'email',
  address: 'residence',
  personal_number: 'personalNumber',
  account_level: 'account',
} as const satisfies Record<Claim, SharedField>

const isClaim = (name: string): name is Claim => Object.hasOwn(fieldOfClaim, name)
const isScope = (name: string): name is keyof typeof claimsByScope => Object.hasOwn(claimsByScope, name)

/** Each field once, in the order of the claims. */
export const fieldsOfClaims = (claims: readonly string[]): SharedField[] => [
  ...new Set(claims.filter(isClaim).map((claim) => fieldOfClaim[claim])),
]

/** A scope that gives no claim (a longer session) is no field. */
export const fieldsOfScopes = (scopes: readonly string[]): SharedField[] =>
  fieldsOfClaims(scopes.filter(isScope).flatMap((scope) => claimsByScope[scope]))
