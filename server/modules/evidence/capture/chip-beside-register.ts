/**
 * A chip's fields beside the register's, one by one: the same, different, or absent on one side. What a
 * difference means, and who corrects it, is for the kind of case to say. Pure.
 */
import { datesAgree, type PartialDate } from '../../../../formats/partial-date.ts'
import type { ChipFields } from '../../../../formats/emrtd/verify-chip.ts'
import { compareKey } from '../../../../formats/vietnamese-text.ts'
import { residenceOf, type RegisterPerson } from '../../registry/population/person.ts'

type FieldOnBoth =
  | 'personalNumber'
  | 'fullName'
  | 'birthDate'
  | 'sex'
  | 'nationality'
  | 'residence'
  | 'hometown'
  | 'ethnicity'
  | 'oldNumber'
  | 'issuedOn'
  | 'expiresOn'

interface Line {
  readonly field: FieldOnBoth
  readonly chip: string | null
  readonly register: string | null
}
/** Null in `chip` or `register` where the card or the register does not have the field. */
export type FieldBeside =
  | (Line & { readonly state: 'absent' | 'same' })
  | (Line & { readonly chip: string; readonly register: string; readonly state: 'differs' })

type Agree = (chip: string, register: string) => boolean
const alike: Agree = (one, two) => one === two
const alikeAsText: Agree = (one, two) => compareKey(one) === compareKey(two)
const alikeAsDates: Agree = (one, two) => datesAgree(one as PartialDate, two as PartialDate)

const beside = (
  field: FieldOnBoth,
  chip: string | null,
  register: string | null,
  agree: Agree,
): FieldBeside => {
  if (chip === null || register === null) {
    return { field, chip, register, state: 'absent' }
  }
  return { field, chip, register, state: agree(chip, register) ? 'same' : 'differs' }
}

/** A card without end is told as such, or two empty fields would look like something missing. */
const NO_END = 'no-expiry'

/** `fields`: of a genuine chip. */
export const chipBesideRegister = (fields: ChipFields, person: RegisterPerson | null): FieldBeside[] => {
  const card = person?.card ?? null
  const nationality = person?.nationality === 'VNM' ? 'Việt Nam' : (person?.nationality ?? null)
  const residence = person ? residenceOf(person).address : null
  const expiresOn = card ? (card.expiresOn ?? NO_END) : null
  return [
    beside('personalNumber', fields.personalNumber, person?.personalNumber ?? null, alike),
    beside('fullName', fields.fullName, person?.fullName ?? null, alikeAsText),
    beside('birthDate', fields.birthDate, person?.birthDate ?? null, alikeAsDates),
    beside('sex', fields.sex, person?.sex ?? null, alike),
    beside('nationality', fields.nationality, nationality, alikeAsText),
    beside('residence', fields.residence, residence, alikeAsText),
    beside('hometown', fields.hometown, person?.hometown ?? null, alikeAsText),
    beside('ethnicity', fields.ethnicity, person?.private.ethnicity ?? null, alikeAsText),
    beside('oldNumber', fields.oldIdentityNumber, person?.oldNumber ?? null, alike),
    beside('issuedOn', fields.issuedOn, card?.issuedOn ?? null, alike),
    beside('expiresOn', fields.expiresOn ?? NO_END, expiresOn, alike),
  ]
}
