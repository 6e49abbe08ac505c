/**
 * One field of an entry corrected on decision (Decree 70/2024/ND-CP art. 6): what it said before stays in the
 * entry's history. Who decided, and with whose
 * second pair of eyes, is the caller's concern.
 */
import { parsePartialDate } from '../../../../formats/partial-date.ts'
import { normaliseName } from '../../../../formats/vietnamese-text.ts'
import type { Tools } from '../../../kernel/tools.ts'
import type { Work } from '../../../kernel/work.ts'
import { privateColumns, type PersonColumn, type PrivateColumn } from './import/columns.ts'
import { openPrivateText, privateText, privateValues, sealPrivate } from './private-fields.ts'
import { residenceOf, type RegisterPerson } from './person.ts'
import * as store from './store.ts'

const open = {
  fullName: 'full_name',
  birthDate: 'birth_date',
  sex: 'sex',
  nationality: 'nationality',
  residence: 'permanent_address',
  hometown: 'hometown',
  oldNumber: 'old_number',
} as const satisfies Record<string, PersonColumn>
const sealed = { ethnicity: 'ethnicity', religion: 'religion' } as const satisfies Record<
  string,
  PrivateColumn
>

export type CorrectableField = keyof typeof open | keyof typeof sealed
export const isCorrectable = (field: string): field is CorrectableField => field in open || field in sealed

/** As the register writes it; null when it is no value of this field. */
export const readCorrection = (field: CorrectableField, text: string): string | null => {
  if (field === 'fullName') {
    const name = normaliseName(text)
    return name.ok ? name.value : null
  }
  if (field === 'birthDate') {
    const date = parsePartialDate(text)
    return date.ok ? date.value : null
  }
  if (field === 'sex') {
    return text === 'male' || text === 'female' ? text : null
  }
  if (field === 'nationality') {
    return /^[A-Z]{3}$/.test(text) ? text : null
  }
  if (field === 'oldNumber') {
    return /^\d{9}$/.test(text) ? text : null
  }
  const clean = text.normalize('NFC').trim()
  return clean !== '' && clean.length <= 300 && !/[\p{Cc}|]/u.test(clean) ? clean : null
}

/** What an entry says of a field, as text; null when nothing. */
export const valueOf = (person: RegisterPerson, field: string): string | null => {
  switch (field) {
    case 'personalNumber':
      return person.personalNumber
    case 'fullName':
      return person.fullName
    case 'birthDate':
      return person.birthDate
    case 'sex':
      return person.sex
    case 'nationality':
      return person.nationality
    case 'residence':
      return residenceOf(person).address
    case 'hometown':
      return person.hometown
    case 'oldNumber':
      return person.oldNumber
    case 'ethnicity':
      return person.private.ethnicity
    case 'religion':
      return person.private.religion
    case 'issuedOn':
      return person.card?.issuedOn ?? null
    case 'expiresOn':
      return person.card?.expiresOn ?? null
    default:
      return null
  }
}

export interface Correction {
  readonly field: CorrectableField
  /** As `readCorrection` gave it. */
  readonly value: string
  /** The entry's version that was looked at: a later one is not written over. */
  readonly version: number
  readonly source: string
  readonly at: Date
}

const isOpen = (field: CorrectableField): field is keyof typeof open => field in open

/** False when the entry is gone or has changed since. */
export const correctEntry = async (
  work: Work,
  tools: Pick<Tools, 'sealer'>,
  number: string,
  { field, value, version, source, at }: Correction,
): Promise<boolean> => {
  const row = await store.entryForUpdate(work, number)
  if (!row || row.version !== version) {
    return false
  }
  if (isOpen(field)) {
    await store.keepFieldHistory(work, number, open[field], source, at)
    await store.setField(work, number, open[field], value, at)
    return true
  }
  const values = privateValues(openPrivateText(tools.sealer, number, row.private))
  values[privateColumns.indexOf(sealed[field])] = value
  await store.keepSealedHistory(work, number, source, at)
  await store.setSealed(work, number, sealPrivate(tools.sealer, number, privateText(values)), at)
  return true
}
