/** People whom tests make up: what the register has of them, and where they are reached. */
import { composePersonalNumber } from '../formats/personal-number.ts'
import { chipOf, type ChipOptions, type WorldChip } from '../world/chips/chip-of.ts'
import { isOfFingerprintAge } from './prints.ts'
import type { RegisterEntry } from './register.ts'

export interface TestPerson extends RegisterEntry {
  readonly phone: string
  readonly email: string
}

let serial = 0
/** Somebody who does not exist: numbers begin with 9. */
export const newPerson = (changes: Partial<TestPerson> = {}): TestPerson => {
  serial++
  const { sex = 'female', birthDate = '1991-04-12' } = changes
  const digits = String(serial).padStart(6, '0')
  const personalNumber = composePersonalNumber({
    provinceCode: '940',
    sex,
    birthYear: Number(birthDate.slice(0, 4)),
    serial: 100_000 + serial,
  })
  const phone = `+84917${digits}`
  return {
    personalNumber,
    fullName: 'Nguyễn Thị Hạnh',
    birthDate,
    sex,
    phone,
    email: `p${digits}@thu.example`,
    face: 'hanh',
    registerPhone: phone,
    registerEmail: '',
    hasRegisterPortrait: true,
    hasRegisterFingerprints: isOfFingerprintAge(birthDate),
    hands: 'clean',
    lifeStatus: 'alive',
    cardState: 'valid',
    cardExpiresOn: '2041-04-12',
    ...changes,
  }
}

/** The chip of her card: JSON in `file`, answers to challenges; the fixture trusts its signers. */
export const chipOfPerson = (person: TestPerson, options: ChipOptions = {}): Promise<WorldChip> =>
  chipOf({ ...person, expiresOn: person.cardExpiresOn }, options)
