/**
 * Numbers of test people: they obey every rule of the real ones, begin with 9, and are unique without a list
 * of those already given.
 */
import {
  composePersonalNumber,
  type PersonalNumber,
  type Sex,
} from '../../../../../formats/personal-number.ts'
import { shuffle, type Chance } from './chance.ts'

/**
 * Two-digit beginnings after 0 that no operator in Vietnam was given (plan of 2018), so that no letter of a
 * test reaches anybody.
 */
const unassigned = ['30', '31', '50', '51', '53', '54', '57', '71', '72', '73', '74', '75', '80', '95']

export interface TestNumbers {
  /** 9, the last two digits of the place of birth, century and sex, year, and six digits. */
  personal(formerProvince: string, sex: Sex, birthYear: number): PersonalNumber
  /** E.164, valid and assigned to nobody. */
  phone(): string
  old(): string
  household(provinceCode: string): string
}

export const openTestNumbers = (chance: Chance): TestNumbers => {
  const serialOf = shuffle(chance, 1_000_000, [2, 5])
  const phoneOf = shuffle(chance, 10_000_000 * unassigned.length, [2, 5, 7])
  const oldOf = shuffle(chance, 10_000_000, [2, 5])
  const given = new Map<number, number>()
  let phones = 0
  let olds = 0
  let households = 0
  return {
    personal(formerProvince, sex, birthYear) {
      const provinceCode = `9${formerProvince.slice(1)}`
      // A counter for each place, sex and year: some thousands, however many people. The year and place turn
      // the shuffle, or serials would repeat visibly.
      const cell = (Number(provinceCode) * 400 + (birthYear - 1900)) * 2 + (sex === 'male' ? 0 : 1)
      const index = given.get(cell) ?? 0
      if (index >= 1_000_000) {
        throw new RangeError(`no test numbers are left for ${provinceCode} and ${birthYear}`)
      }
      given.set(cell, index + 1)
      return composePersonalNumber({
        provinceCode,
        sex,
        birthYear,
        serial: serialOf((index + cell * 7919) % 1_000_000),
      })
    },
    phone() {
      const drawn = phoneOf(phones++)
      return `+84${unassigned[Math.floor(drawn / 10_000_000)] ?? '30'}${String(drawn % 10_000_000).padStart(7, '0')}`
    },
    // Real ones began with 0, 1, 2 or 3; these begin with 99.
    old: () => `99${String(oldOf(olds++)).padStart(7, '0')}`,
    household: (provinceCode) => `${provinceCode}-${String(++households).padStart(8, '0')}`,
  }
}
