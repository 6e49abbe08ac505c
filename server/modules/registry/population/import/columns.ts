/**
 * The columns of the population file, in the order of the canonical export, and where each is kept. One list
 * for the importer, the
 * exporter and the synthesizer. docs/population-file.md says what each holds; Law 26/2023/QH15 article 9 is
 * where they come from.
 */

/** The days of a residence. Synthetic nations leave them out: a seed gives the bytes that it always gave. */
export const residenceDayColumns = [
  'permanent_since',
  'temporary_since',
  'temporary_from',
  'temporary_until',
  'current_since',
  'absence_place',
  'absence_from',
  'absence_until',
] as const

export const personColumns = [
  'personal_number',
  'full_name',
  'other_name',
  'birth_date',
  'sex',
  'birth_place',
  'birth_registration_place',
  'hometown',
  'nationality',
  'old_number',
  'father_number',
  'father_name',
  'mother_number',
  'mother_name',
  'spouse_number',
  'spouse_name',
  'representative_number',
  'permanent_address',
  'permanent_unit',
  'temporary_address',
  'temporary_unit',
  'current_address',
  'current_unit',
  'absence',
  'household_number',
  'household_relation',
  'marital_status',
  'life_status',
  'gone_on',
  ...residenceDayColumns,
] as const

/** Sealed together. Their order is the order inside the sealed value: append, never reorder. */
export const privateColumns = ['ethnicity', 'religion', 'blood_group', 'phone', 'email'] as const

export const cardColumns = [
  'card_issued_on',
  'card_expires_on',
  'card_place',
  'card_state',
  'card_qr',
] as const

export const fileColumns = [...personColumns, ...privateColumns, 'former_numbers', ...cardColumns] as const

export type PersonColumn = (typeof personColumns)[number]
export type PrivateColumn = (typeof privateColumns)[number]
export type FileColumn = (typeof fileColumns)[number]

/** A header without one of these is refused. */
export const requiredColumns: readonly FileColumn[] = ['personal_number', 'full_name', 'birth_date', 'sex']

/** Where a column stands in a record of the file. */
export const placeOf: Readonly<Record<FileColumn, number>> = Object.fromEntries(
  fileColumns.map((name, place) => [name, place]),
) as Record<FileColumn, number>

/** A record of which nothing is known yet. */
export const emptyRecord = (): string[] => Array.from(fileColumns, () => '')
