/**
 * The chip beside the register, field by field: what differs, whether it matters, and who corrects it. Where
 * they differ the electronic identity, that
 * is the register, prevails (Law 26/2023 art. 33(2)); what names another person or another card stops the
 * case. Pure.
 */
import { datesAgree, type PartialDate } from '../../../../../formats/partial-date.ts'
import { compareKey } from '../../../../../formats/vietnamese-text.ts'
import type { ChipFields } from '../../../../../formats/emrtd/verify-chip.ts'
import type { RegisterPerson } from '../../../registry/population/person.ts'
import { residenceOf } from '../../../registry/population/person.ts'
import type { Comparison } from './level-2.ts'

type Field = Comparison['field']
type Difference = Pick<Comparison, 'matters' | 'guidance' | 'corrects'>

const identity: Difference = { matters: true, guidance: 'identity-differs', corrects: 'civil-status' }
const otherCard: Difference = { matters: true, guidance: 'card-replaced', corrects: 'card-office' }
const registerIsNewer: Difference = { matters: false, guidance: 'register-is-newer', corrects: 'nobody' }
const spelling: Difference = { matters: false, guidance: 'spelling', corrects: 'nobody' }
const boundary: Difference = { matters: false, guidance: 'boundary-change', corrects: 'nobody' }
const toRegister: Difference = { matters: false, guidance: 'register-is-newer', corrects: 'register-office' }

const same = (one: string, two: string): boolean => compareKey(one) === compareKey(two)
/**
 * The zone of a card without DG13 holds no accents; where the chip has accents, other accents are another
 * name.
 */
const withoutAccents = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase()
    .replace(/[^a-z]+/g, ' ')
    .trim()

/**
 * `Số 12, đường Bờ Sông, Phường Sông Lam, Tỉnh Nghệ An`: what is no unit is the place; units were drawn anew
 * in 2025, and districts went.
 */
const UNIT = /^(tỉnh|thành phố|phường|xã|đặc khu|thị trấn|thị xã|huyện|quận) /
const placeOf = (address: string): string =>
  address
    .split(',')
    .map((part) => compareKey(part))
    .filter((part) => !UNIT.test(part))
    .join()

const line = (
  field: Field,
  chip: string | null,
  register: string | null,
  agree: (chip: string, register: string) => boolean,
  differs: (chip: string, register: string) => Difference,
): Comparison => {
  const told = { field, chip, register }
  if (chip === null) {
    return { ...told, state: 'absent', matters: false, guidance: 'not-on-card', corrects: 'nobody' }
  }
  if (register === null) {
    return {
      ...told,
      state: 'absent',
      matters: false,
      guidance: 'not-in-register',
      corrects: 'register-office',
    }
  }
  if (agree(chip, register)) {
    return { ...told, state: 'same', matters: false, guidance: 'agrees', corrects: 'nobody' }
  }
  return { ...told, state: 'differs', ...differs(chip, register) }
}

const alike = (one: string, two: string): boolean => one === two
const residenceDiffers = (chip: string, register: string): Difference =>
  placeOf(chip) !== '' && placeOf(chip) === placeOf(register) ? boundary : registerIsNewer
const nameDiffers = (chip: string, register: string): Difference =>
  chip === chip.normalize('NFD') && withoutAccents(chip) === withoutAccents(register) ? spelling : identity
/** A card without end is told as such, or two empty fields would look like something missing. */
const NO_END = 'no-expiry'

/** `fields`: of a genuine chip. */
export const compareChip = (fields: ChipFields, person: RegisterPerson | null): Comparison[] => {
  const residence = person ? residenceOf(person).address : null
  const card = person?.card ?? null
  return [
    line('personalNumber', fields.personalNumber, person?.personalNumber ?? null, alike, () => identity),
    line('fullName', fields.fullName, person?.fullName ?? null, same, nameDiffers),
    line(
      'birthDate',
      fields.birthDate,
      person?.birthDate ?? null,
      (a, b) => datesAgree(a as PartialDate, b as PartialDate),
      () => identity,
    ),
    line('sex', fields.sex, person?.sex ?? null, alike, () => identity),
    line(
      'nationality',
      fields.nationality,
      person?.nationality === 'VNM' ? 'Việt Nam' : (person?.nationality ?? null),
      same,
      () => toRegister,
    ),
    line('residence', fields.residence, residence, same, residenceDiffers),
    line('hometown', fields.hometown, person?.hometown ?? null, same, residenceDiffers),
    line('ethnicity', fields.ethnicity, person?.private.ethnicity ?? null, same, () => toRegister),
    line('oldNumber', fields.oldIdentityNumber, person?.oldNumber ?? null, alike, () => toRegister),
    line('issuedOn', fields.issuedOn, card?.issuedOn ?? null, alike, () => otherCard),
    line(
      'expiresOn',
      fields.expiresOn ?? NO_END,
      card ? (card.expiresOn ?? NO_END) : null,
      alike,
      () => otherCard,
    ),
  ]
}

/** Fields that open a case of differing data: whoever corrects them is to hear of it. */
export const differingFields = (comparison: readonly Comparison[]): Field[] =>
  comparison
    .filter(({ state, matters, corrects }) => state === 'differs' && (matters || corrects !== 'nobody'))
    .map(({ field }) => field)
