/**
 * A document of another register as a mobile document: the elements that its type's file names, with the
 * values that ISO/IEC 18013-5 §7.2.1 asks for.
 */
import type { DocumentType } from '../../../../../contract/document-type.ts'
import type { CborValue } from '../../../../../formats/mdoc/cbor-value.ts'
import { fullDate } from '../../../../../formats/mdoc/dates.ts'
import { datePrecision } from '../../../../../formats/partial-date.ts'
import { withoutAccents } from '../../../../../formats/vietnamese-text.ts'
import type { Values } from '../../integration/claims-of-type.ts'
import type { RegisterPerson } from '../../../registry/population/person.ts'

type Element = NonNullable<DocumentType['mdoc']>['elements'][number]
type OfHolder = Extract<Element, { holder: unknown }>['holder']

/** ISO/IEC 5218. */
const SEX = { male: 1, female: 2 } as const

/** As in a machine-readable zone: the first word is the surname (ICAO 9303 part 3 §4.6). */
const partsOf = (name: string): readonly [family: string, given: string] => {
  const [family = '', ...given] = name.split(' ')
  return [family, given.join(' ')]
}

/** The standard's names are Latin 1, which has no Vietnamese vowels; the national ones are as they are. */
const holderValue = (
  element: OfHolder,
  { fullName, birthDate, sex }: RegisterPerson,
  portrait: Uint8Array | null,
): CborValue | null => {
  const [family, given] = partsOf(fullName)
  switch (element) {
    case 'family_name':
      return withoutAccents(family)
    case 'given_name':
      return withoutAccents(given)
    case 'family_name_national_character':
      return family
    case 'given_name_national_character':
      return given
    case 'birth_date':
      return datePrecision(birthDate) === 'day' ? fullDate(birthDate, element) : null
    case 'sex':
      return SEX[sex]
    case 'portrait':
      return portrait
  }
}

const claimValue = (
  { element, claim, as }: Extract<Element, { claim: unknown }>,
  { claims }: Pick<DocumentType, 'claims'>,
  values: Values,
): CborValue | null => {
  const value = values[claim]
  if (value === undefined) {
    return null
  }
  if (typeof value === 'object') {
    return as === 'privileges'
      ? value.map((one) => new Map<string, CborValue>([['vehicle_category_code', one]]))
      : [...value]
  }
  const isDate = claims.find(({ name }) => name === claim)?.kind === 'date'
  return isDate ? fullDate(String(value), element) : value
}

/** What neither register holds is not there. `portrait`: a small JPEG, where it is asked for at all. */
export const elementsOfDocument = (
  type: Pick<DocumentType, 'claims' | 'mdoc'>,
  values: Values,
  person: RegisterPerson,
  portrait: Uint8Array | null,
): Readonly<Record<string, CborValue>> =>
  Object.fromEntries(
    (type.mdoc?.elements ?? []).flatMap((one): [string, CborValue][] => {
      const value =
        'holder' in one
          ? holderValue(one.holder, person, portrait)
          : 'constant' in one
            ? one.constant
            : claimValue(one, type, values)
      return value === null || value === '' ? [] : [[one.element, value]]
    }),
  )
