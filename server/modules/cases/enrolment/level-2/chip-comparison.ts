/**
 * The chip beside the register, field by field: what differs, whether it matters, and who corrects it. Where
 * they differ the electronic identity, that
 * is the register, prevails (Law 26/2023 art. 33(2)); what names another person or another card stops the
 * case. Pure.
 */
import type { ChipFields } from '../../../../../formats/emrtd/verify-chip.ts'
import { compareKey } from '../../../../../formats/vietnamese-text.ts'
import { chipBesideRegister, type FieldBeside } from '../../../evidence/capture/chip-beside-register.ts'
import type { RegisterPerson } from '../../../registry/population/person.ts'
import type { Comparison } from './level-2.ts'

type Field = Comparison['field']
type Difference = Pick<Comparison, 'matters' | 'guidance' | 'corrects'>

const identity: Difference = { matters: true, guidance: 'identity-differs', corrects: 'civil-status' }
const otherCard: Difference = { matters: true, guidance: 'card-replaced', corrects: 'card-office' }
const registerIsNewer: Difference = { matters: false, guidance: 'register-is-newer', corrects: 'nobody' }
const spelling: Difference = { matters: false, guidance: 'spelling', corrects: 'nobody' }
const boundary: Difference = { matters: false, guidance: 'boundary-change', corrects: 'nobody' }
const toRegister: Difference = { matters: false, guidance: 'register-is-newer', corrects: 'register-office' }

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

const residenceDiffers = (chip: string, register: string): Difference =>
  placeOf(chip) !== '' && placeOf(chip) === placeOf(register) ? boundary : registerIsNewer
const nameDiffers = (chip: string, register: string): Difference =>
  chip === chip.normalize('NFD') && withoutAccents(chip) === withoutAccents(register) ? spelling : identity

/** What it means that a field differs, and who corrects it. */
const meaning: Readonly<Record<FieldBeside['field'], (chip: string, register: string) => Difference>> = {
  personalNumber: () => identity,
  fullName: nameDiffers,
  birthDate: () => identity,
  sex: () => identity,
  nationality: () => toRegister,
  residence: residenceDiffers,
  hometown: residenceDiffers,
  ethnicity: () => toRegister,
  oldNumber: () => toRegister,
  issuedOn: () => otherCard,
  expiresOn: () => otherCard,
}

const guided = (told: FieldBeside): Comparison => {
  if (told.state === 'differs') {
    return { ...told, ...meaning[told.field](told.chip, told.register) }
  }
  if (told.state === 'same') {
    return { ...told, matters: false, guidance: 'agrees', corrects: 'nobody' }
  }
  return told.chip === null
    ? { ...told, matters: false, guidance: 'not-on-card', corrects: 'nobody' }
    : { ...told, matters: false, guidance: 'not-in-register', corrects: 'register-office' }
}

/** `fields`: of a genuine chip. */
export const compareChip = (fields: ChipFields, person: RegisterPerson | null): Comparison[] =>
  chipBesideRegister(fields, person).map(guided)

/** Fields that open a case of differing data: whoever corrects them is to hear of it. */
export const differingFields = (comparison: readonly Comparison[]): Field[] =>
  comparison
    .filter(({ state, matters, corrects }) => state === 'differs' && (matters || corrects !== 'nobody'))
    .map(({ field }) => field)
