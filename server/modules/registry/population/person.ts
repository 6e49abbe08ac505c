/** A person as the register knows her: the fields of Law 26/2023/QH15 article 9, with her current card. */
import type { PartialDate } from '../../../../formats/partial-date.ts'
import type { PersonalNumber, Sex } from '../../../../formats/personal-number.ts'

export const householdRelations = [
  'head',
  'spouse',
  'child',
  'parent',
  'grandparent',
  'grandchild',
  'sibling',
  'child-in-law',
  'parent-in-law',
  'relative',
  'other',
] as const
export const maritalStatuses = ['single', 'married', 'divorced', 'widowed'] as const
export const lifeStatuses = ['alive', 'dead', 'missing'] as const
export const cardStates = ['valid', 'held', 'revoked', 'lost', 'expired', 'replaced'] as const
export const bloodGroups = ['A', 'B', 'AB', 'O', 'A+', 'A-', 'B+', 'B-', 'AB+', 'AB-', 'O+', 'O-'] as const

export type HouseholdRelation = (typeof householdRelations)[number]
export type MaritalStatus = (typeof maritalStatuses)[number]
export type LifeStatus = (typeof lifeStatuses)[number]
export type CardState = (typeof cardStates)[number]

/** A relative by number, or only by name when the register has no number for her. */
export interface Relative {
  readonly number: PersonalNumber | null
  readonly name: string | null
}

export interface Place {
  readonly address: string | null
  /** Code of a commune (5 digits) or province (2). */
  readonly unit: string | null
}

export interface RegisterCard {
  readonly issuedOn: string
  /** null: without an end. */
  readonly expiresOn: string | null
  readonly place: string | null
  readonly state: CardState
  readonly qrText: string | null
}

/** What is sealed in the register. */
export interface PrivateFields {
  readonly ethnicity: string | null
  readonly religion: string | null
  readonly bloodGroup: string | null
  /** E.164. */
  readonly phone: string | null
  readonly email: string | null
}

export interface RegisterPerson {
  readonly personalNumber: PersonalNumber
  readonly fullName: string
  readonly otherName: string | null
  readonly birthDate: PartialDate
  readonly sex: Sex
  readonly birthPlace: string | null
  readonly birthRegistrationPlace: string | null
  readonly hometown: string | null
  /** ISO 3166-1 alpha-3. */
  readonly nationality: string
  readonly oldNumber: string | null
  readonly father: Relative
  readonly mother: Relative
  readonly spouse: Relative
  readonly representativeNumber: PersonalNumber | null
  readonly permanent: Place
  readonly temporary: Place
  readonly current: Place
  /** ISO days, as far as they are known: since when, and the first and last day of what has a term. */
  readonly permanentSince: string | null
  readonly temporarySince: string | null
  readonly temporaryFrom: string | null
  readonly temporaryUntil: string | null
  readonly currentSince: string | null
  /** Why, where to, from when and until when. */
  readonly absence: string | null
  readonly absencePlace: string | null
  readonly absenceFrom: string | null
  readonly absenceUntil: string | null
  readonly householdNumber: string | null
  readonly householdRelation: HouseholdRelation | null
  readonly maritalStatus: MaritalStatus | null
  readonly lifeStatus: LifeStatus
  /** Day of death, or since when missing. */
  readonly goneOn: PartialDate | null
  readonly private: PrivateFields
  readonly card: RegisterCard | null
  readonly version: number
}

/** The residence printed on a card: permanent, else temporary, else current (Law 26/2023 article 18). */
export const residenceOf = (person: Pick<RegisterPerson, 'permanent' | 'temporary' | 'current'>): Place =>
  person.permanent.address ? person.permanent : person.temporary.address ? person.temporary : person.current
