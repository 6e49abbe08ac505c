/** What the register says of a person's identity card, as claims and as elements of a mobile document. */
import type { JsonObject } from '../../../../../formats/jws/strict-json.ts'
import type { CborValue } from '../../../../../formats/mdoc/cbor-value.ts'
import { fullDate } from '../../../../../formats/mdoc/dates.ts'
import { ageOn, datePrecision } from '../../../../../formats/partial-date.ts'
import { dayInVietnam, inForce } from '../../../../kernel/policy.ts'
import type { Tools } from '../../../../kernel/tools.ts'
import type { Reading } from '../../../../kernel/work.ts'
import { findPerson } from '../../../registry/population/find-person.ts'
import { residenceOf, type RegisterPerson } from '../../../registry/population/person.ts'
import { registerPortraitOf } from '../../../registry/population/register-portrait.ts'
import type { CredentialContent } from '../credential-type.ts'
import { portraitForCredential } from './portrait-for-credential.ts'
import { toldAges } from './rules.ts'

const ISSUING_COUNTRY = 'VN'
const ISSUING_AUTHORITY = 'Bộ Công an'

/** ISO/IEC 5218. */
const SEX = { male: 1, female: 2 } as const

/** Alpha-2, as the European names have it, of the register's alpha-3; a card is a citizen's. */
const nationalityOf = ({ nationality }: RegisterPerson): string | null =>
  nationality === 'VNM' ? 'VN' : null

/** Names of claims are fixed, so they are those of the rule's first day and later ones add to them. */
export const agesTold: readonly number[] = [...new Set(toldAges.versions.flatMap(({ value }) => value))].sort(
  (a, b) => a - b,
)

/** At the day of issue. Of a date that is not known whole, an age counts once it is certain. */
const agesOf = (person: RegisterPerson, at: Date): Record<string, boolean> => {
  const age = ageOn(person.birthDate, dayInVietnam(at))
  return Object.fromEntries(inForce(toldAges, at).map((told) => [`age_over_${told}`, age >= told]))
}

const present = <V>(entries: readonly (readonly [string, V | null | undefined | ''])[]): Record<string, V> =>
  Object.fromEntries(
    entries.flatMap(([name, value]) =>
      value === null || value === undefined || value === '' ? [] : [[name, value]],
    ),
  )

const markOf = (person: RegisterPerson): JsonObject =>
  present<string | number>([
    ['name', person.fullName],
    ['birthdate', person.birthDate],
    ['sex', SEX[person.sex]],
    ['nationality', nationalityOf(person)],
    ['personal_number', person.personalNumber],
    ['place_of_origin', person.hometown],
    ['residence', residenceOf(person).address],
    ['date_of_issuance', person.card?.issuedOn],
    ['date_of_expiry', person.card?.expiresOn],
  ])

export const readIdentityMark = async (
  read: Reading,
  tools: Tools,
  personalNumber: string,
): Promise<JsonObject | null> => {
  const person = await findPerson(read, tools, personalNumber)
  return person && markOf(person)
}

const claimsOf = (person: RegisterPerson, portrait: Buffer | null, at: Date): JsonObject => {
  const { nationality, ...said } = markOf(person)
  return {
    ...said,
    ...(nationality === undefined ? {} : { nationalities: [nationality] }),
    ...(portrait ? { portrait: `data:image/jpeg;base64,${portrait.toString('base64')}` } : {}),
    ...agesOf(person, at),
    issuing_country: ISSUING_COUNTRY,
    issuing_authority: ISSUING_AUTHORITY,
  }
}

const dayOf = (day: string | null | undefined, name: string): CborValue | null =>
  day ? fullDate(day, name) : null

const elementsOf = (
  person: RegisterPerson,
  portrait: Buffer | null,
  at: Date,
): Readonly<Record<string, CborValue>> =>
  present<CborValue>([
    ['name', person.fullName],
    ['birth_date', datePrecision(person.birthDate) === 'day' ? dayOf(person.birthDate, 'birth_date') : null],
    ['sex', SEX[person.sex]],
    ['nationality', nationalityOf(person)],
    ['personal_number', person.personalNumber],
    ['portrait', portrait],
    ['place_of_origin', person.hometown],
    ['residence', residenceOf(person).address],
    ['issue_date', dayOf(person.card?.issuedOn, 'issue_date')],
    ['expiry_date', dayOf(person.card?.expiresOn, 'expiry_date')],
    ['issuing_country', ISSUING_COUNTRY],
    ['issuing_authority', ISSUING_AUTHORITY],
    ...Object.entries(agesOf(person, at)),
  ])

/** A JPEG of her face as a document shows it, where the register has one. */
export const smallPortraitOf = async (
  read: Reading,
  tools: Tools,
  personalNumber: string,
): Promise<Buffer | null> => {
  const picture = await registerPortraitOf(read, tools, personalNumber)
  return picture && portraitForCredential(picture)
}

export const readIdentityCard = async (
  read: Reading,
  tools: Tools,
  personalNumber: string,
  at: Date,
): Promise<CredentialContent | null> => {
  const person = await findPerson(read, tools, personalNumber)
  if (!person) {
    return null
  }
  const portrait = await smallPortraitOf(read, tools, personalNumber)
  return {
    claims: claimsOf(person, portrait, at),
    elements: elementsOf(person, portrait, at),
    mark: markOf(person),
    endsAt: null,
  }
}
