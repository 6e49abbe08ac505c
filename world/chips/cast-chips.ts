/** The chips of the cast, as they lie on the world's reader. */
import { cast, type CastMember } from '../cast.ts'
import {
  chipOf,
  chipVariants,
  type ChipHolder,
  type ChipOptions,
  type ChipVariant,
  type WorldChip,
} from './chip-of.ts'

export const isChipVariant = (text: string): text is ChipVariant =>
  chipVariants.some((variant) => variant === text)

const holderOf = (member: CastMember) => ({
  personalNumber: member.personalNumber,
  fullName: member.name,
  birthDate: member.birthDate,
  sex: member.sex,
  face: member.id,
  residence: member.residence,
  hometown: member.hometown,
  ethnicity: member.ethnicity,
  issuedOn: member.issuedOn,
  expiresOn: member.expiresOn,
  ...(member.mother ? { motherName: cast.find(({ id }) => id === member.mother)?.name } : {}),
})

const made = new Map<string, Promise<WorldChip>>()

/**
 * `card`: the one that the register has for her now, where another was made since the world's first morning.
 * Undefined for who has no card of this country.
 */
export const castChip = (
  id: string,
  options: ChipOptions = {},
  card: Pick<ChipHolder, 'issuedOn' | 'expiresOn'> = {},
): Promise<WorldChip> | undefined => {
  const member = cast.find((one) => one.id === id && one.isInRegister)
  if (!member) {
    return undefined
  }
  const key = JSON.stringify([id, options, card])
  const chip = made.get(key) ?? chipOf({ ...holderOf(member), ...card }, options)
  made.set(key, chip)
  return chip
}
