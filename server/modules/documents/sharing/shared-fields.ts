/**
 * What is shared in the words of her log. A claim of the identity card has a field of its own there; of other
 * documents the line names the words of the day.
 */
import type { FieldOf } from '../../../../contract/purposes/catalogue.ts'
import type { LineDetail } from '../../../kernel/audit-line.ts'
import type { AskableDocument } from './askable-documents.ts'
import { sharedWords, type SharedOfType } from './scope.ts'

type Field = FieldOf<'sharing-agreed'>

const OF_CARD: Readonly<Record<string, Field>> = {
  name: 'fullName',
  birthdate: 'birthDate',
  sex: 'sex',
  nationalities: 'nationality',
  personal_number: 'personalNumber',
  portrait: 'portrait',
  place_of_origin: 'hometown',
  residence: 'residence',
  date_of_issuance: 'issuedOn',
  date_of_expiry: 'expiresOn',
}
/** Who holds it stands on every document under the same names. */
const OF_HOLDER: ReadonlySet<string> = new Set(['name', 'birthdate', 'personal_number', 'portrait'])
const fieldOf = (type: string, claim: string): Field => {
  if (type !== 'identity-card') {
    return OF_HOLDER.has(claim) ? (OF_CARD[claim] ?? 'documents') : 'documents'
  }
  return claim.startsWith('age_over_') ? 'age' : (OF_CARD[claim] ?? 'card')
}

export const fieldsShared = (shared: readonly SharedOfType[]): Field[] => [
  ...new Set(
    shared.flatMap(({ type, claims }): Field[] =>
      claims.length === 0 ? [fieldOf(type, '')] : claims.map((claim) => fieldOf(type, claim)),
    ),
  ),
]

/** `sharedVi`, `sharedEn`: each claim on a line of its own, as `told-line.ts` and the log read them. */
export const wordsShared = (
  shared: readonly SharedOfType[],
  documents: readonly AskableDocument[],
): LineDetail => {
  const { vi, en } = sharedWords(shared, documents)
  return { sharedVi: vi.join('\n'), sharedEn: en.join('\n') }
}
