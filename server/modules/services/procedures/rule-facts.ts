/**
 * What a rule of a procedure may speak of, and how CEL names it. All days are ISO texts, which compare as
 * days do; what the register does not know is an empty text, so that a rule never meets a null.
 */
export interface PlaceFact {
  /** Code of the commune; empty where there is none. */
  readonly unit: string
  /** Code of its province; empty where there is none. */
  readonly province: string
  /** The commune and its province in words. */
  readonly unitName: string
  readonly address: string
}
export interface MemberFact {
  readonly number: string
  readonly name: string
  readonly relation: string
  readonly birthDate: string
  readonly age: bigint
}
export interface PersonFact {
  readonly number: string
  readonly name: string
  readonly birthDate: string
  readonly sex: string
  readonly age: bigint
  readonly hometown: string
  readonly nationality: string
  readonly maritalStatus: string
  readonly fatherNumber: string
  readonly fatherName: string
  readonly motherNumber: string
  readonly motherName: string
  readonly spouseNumber: string
  readonly spouseName: string
  readonly hasValidCard: boolean
  readonly permanent: PlaceFact
  readonly temporary: PlaceFact & { readonly from: string; readonly until: string }
  readonly current: PlaceFact
  /** The permanent residence, else the temporary, else where she lives. */
  readonly residence: PlaceFact
  readonly isAbsent: boolean
  /** Where she lived and worked since she was 14, as for the kind `spans`; empty unless it is known whole. */
  readonly history: readonly SpanFact[]
}
/** Days are ISO; `until` is empty where it still holds. */
interface SpanFact {
  readonly from: string
  readonly until: string
  readonly place: string
  readonly work: string
}
export interface HouseholdFact {
  readonly number: string
  readonly headNumber: string
  readonly headName: string
  readonly relation: string
  readonly members: readonly MemberFact[]
}

/** Whose profile is open (`person`), who holds the phone (`filer`), and what was answered so far (`form`). */
export interface RuleFacts {
  readonly today: string
  readonly who: 'self' | 'child' | 'ward'
  readonly person: PersonFact
  readonly household: HouseholdFact
  readonly filer: {
    readonly number: string
    readonly name: string
    readonly level: bigint
    readonly age: bigint
  }
  readonly account: { readonly phone: string; readonly email: string }
  /** Kinds of documents that her wallet holds and that are in force. */
  readonly wallet: readonly string[]
  /** Procedures whose results she has in the archive, still in force. */
  readonly archive: readonly string[]
  /** The household of whoever `form.joins` names; all of it empty where nobody is named or known. */
  readonly joined: HouseholdFact & { readonly place: PlaceFact }
  readonly form: Readonly<Record<string, unknown>>
}

const place = { unit: 'string', province: 'string', unitName: 'string', address: 'string' } as const
const household = {
  number: 'string',
  headNumber: 'string',
  headName: 'string',
  relation: 'string',
  members: 'list<map<string, dyn>>',
} as const

/** The same, as CEL checks it. */
export const factTypes = {
  today: 'string',
  who: 'string',
  wallet: 'list<string>',
  archive: 'list<string>',
  form: 'map<string, dyn>',
} as const
export const factSchemas = {
  person: {
    number: 'string',
    name: 'string',
    birthDate: 'string',
    sex: 'string',
    age: 'int',
    hometown: 'string',
    nationality: 'string',
    maritalStatus: 'string',
    fatherNumber: 'string',
    fatherName: 'string',
    motherNumber: 'string',
    motherName: 'string',
    spouseNumber: 'string',
    spouseName: 'string',
    hasValidCard: 'bool',
    permanent: place,
    temporary: { ...place, from: 'string', until: 'string' },
    current: place,
    residence: place,
    isAbsent: 'bool',
    history: 'list<map<string, dyn>>',
  },
  household,
  joined: { ...household, place },
  filer: { number: 'string', name: 'string', level: 'int', age: 'int' },
  account: { phone: 'string', email: 'string' },
} as const
