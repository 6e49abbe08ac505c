/**
 * Whether a record of another register is hers: by number first, then by name and day of birth, as
 * differently as registers write the same ones (old 9-digit numbers, tone marks placed otherwise, capitals
 * without accents, a year without a day). Pure.
 */
import type { z } from 'zod'
import type { holderField } from '../../../../contract/documents.ts'
import { compareKey, withoutAccents } from '../../../../formats/vietnamese-text.ts'
import type { SourceRecord } from '../sources/source-wire.ts'

export interface Herself {
  readonly personalNumber: string
  readonly oldNumber: string | null
  readonly fullName: string
  readonly birthDate: string
}
type HolderField = z.infer<typeof holderField>
export interface Difference {
  readonly field: HolderField
  readonly sourceSays: string
  readonly registerSays: string
}

/**
 * Numbers issued before the present one still name her (Law 26/2023/QH15 art. 46). A record under any other
 * number is as good as none: what she typed may be somebody else's, and nobody learns that it is there.
 */
export const isHerNumber = (holder: SourceRecord['holder'], her: Herself): boolean =>
  holder.personal_number === null
    ? holder.old_number !== null && holder.old_number === her.oldNumber
    : holder.personal_number === her.personalNumber

const plain = (name: string): string => withoutAccents(name).toUpperCase().replace(/\s+/g, ' ').trim()
/** A register that holds capitals without accents cannot say more than those. */
export const isHerName = (said: string, hers: string): boolean =>
  compareKey(said) === compareKey(hers) || (said === withoutAccents(said) && plain(said) === plain(hers))

/** `1958` and `1958-08-20` do not differ: one of them says less. */
export const isHerBirthDate = (said: string, hers: string): boolean =>
  said.startsWith(hers) || hers.startsWith(said)

/**
 * Nine-digit numbers were counted by each province, and some were given to two people: under one of them a
 * record of another name and another birth date is somebody else's, whose name nobody is shown.
 */
export const isOfAnother = (holder: SourceRecord['holder'], her: Herself): boolean =>
  holder.personal_number === null &&
  !isHerName(holder.full_name, her.fullName) &&
  !isHerBirthDate(holder.birth_date, her.birthDate)

/** The first thing in which her record differs from the population register; null when nothing does. */
export const differenceOf = (holder: SourceRecord['holder'], her: Herself): Difference | null => {
  if (!isHerName(holder.full_name, her.fullName)) {
    return { field: 'fullName', sourceSays: holder.full_name, registerSays: her.fullName }
  }
  if (!isHerBirthDate(holder.birth_date, her.birthDate)) {
    return { field: 'birthDate', sourceSays: holder.birth_date, registerSays: her.birthDate }
  }
  return null
}
