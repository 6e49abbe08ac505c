/** What a document of another register, and the register of persons about its holder, say in a credential. */
import type { DocumentType } from '../../../../../contract/document-type.ts'
import type { Json, JsonObject } from '../../../../../formats/jws/strict-json.ts'
import type { Values } from '../../integration/claims-of-type.ts'
import type { RegisterPerson } from '../../../registry/population/person.ts'

const ISSUING_COUNTRY = 'VN'

const holderClaims = ({ fullName, birthDate, personalNumber }: RegisterPerson): JsonObject => ({
  name: fullName,
  birthdate: birthDate,
  personal_number: personalNumber,
})

const jsonOf = (value: Values[string]): Json =>
  typeof value === 'string' || typeof value === 'number' ? value : [...value]

/** A claim may have the name of something that every object has. */
const told = (values: Values, name: string): Values[string] | undefined =>
  Object.hasOwn(values, name) ? values[name] : undefined

/** Those of the type that the register told. */
const toldClaims = ({ claims }: Pick<DocumentType, 'claims'>, values: Values): JsonObject =>
  Object.fromEntries(
    claims.flatMap(({ name }): [string, Json][] => {
      const value = told(values, name)
      return value === undefined ? [] : [[name, jsonOf(value)]]
    }),
  )

type Derived = DocumentType['derived'][number]
const answerOf = (derived: Derived, value: Values[string] | undefined): boolean | null => {
  if ('has' in derived) {
    return typeof value === 'object' ? derived.has.some((one) => value.includes(one)) : null
  }
  return typeof value === 'number' ? value >= derived.least : null
}
const answers = ({ derived }: Pick<DocumentType, 'derived'>, values: Values): JsonObject =>
  Object.fromEntries(
    derived.flatMap((one): [string, Json][] => {
      const answer = answerOf(one, told(values, one.from))
      return answer === null ? [] : [[one.name, answer]]
    }),
  )

export const claimsOfDocument = (
  type: Pick<DocumentType, 'claims' | 'derived'>,
  values: Values,
  person: RegisterPerson,
  authority: string | null,
): JsonObject => ({
  ...holderClaims(person),
  ...toldClaims(type, values),
  ...answers(type, values),
  issuing_country: ISSUING_COUNTRY,
  ...(authority === null ? {} : { issuing_authority: authority }),
})

/** In one order: a later version of the type may list the same claims in another. */
export const markOfDocument = (values: Values, person: RegisterPerson): JsonObject => ({
  ...holderClaims(person),
  values: Object.entries(values)
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, value]) => [name, jsonOf(value)]),
})
