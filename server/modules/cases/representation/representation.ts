/**
 * Who may act for whom: a parent for a child under the age of an account of one's own, a guardian for a ward
 * (Decree 69/2024/ND-CP art. 7, 9, 10; Civil
 * Code 2015 art. 46-63). Pure: eligibility by dated rules, what a tie is worth at a moment, and why it ends.
 */
import type { z } from 'zod'
import type { notEligible, tieEnd, tieKind } from '../../../../contract/representation.ts'
import { ageOn, type PartialDate } from '../../../../formats/partial-date.ts'
import { dayInVietnam, inForce } from '../../../kernel/policy.ts'
import { ownAccountAge } from '../../people/accounts/rules.ts'
import type { RegisterPerson } from '../../registry/population/person.ts'
import { portraitAge, wardLevel2Age, wardNeedsCard } from './rules.ts'

export type TieKind = z.infer<typeof tieKind>
export type TieEnd = z.infer<typeof tieEnd>
export type NotEligible = z.infer<typeof notEligible>
type Birth = Pick<RegisterPerson, 'birthDate'>

/** Full years today, in Vietnam. */
export const ageAt = ({ birthDate }: Birth, at: Date): number =>
  ageOn(birthDate as PartialDate, dayInVietnam(at))

/** A parent acts until the age of an account of one's own. */
export const isOfAge = (person: Birth, at: Date): boolean => ageAt(person, at) >= inForce(ownAccountAge, at)

/** What the register says of two people. */
export const kindOfRelation = (
  ward: Pick<RegisterPerson, 'father' | 'mother' | 'representativeNumber'>,
  representativeNumber: string,
): TieKind | null => {
  if (ward.father.number === representativeNumber || ward.mother.number === representativeNumber) {
    return 'parent'
  }
  return ward.representativeNumber === representativeNumber ? 'guardian' : null
}

/** Both parents whom the register names. */
export const parentsOf = ({ father, mother }: Pick<RegisterPerson, 'father' | 'mother'>): string[] =>
  [father.number, mother.number].filter((number) => number !== null)

export const hasValidCard = ({ card }: Pick<RegisterPerson, 'card'>, at: Date): boolean =>
  card !== null && card.state === 'valid' && (card.expiresOn === null || card.expiresOn >= dayInVietnam(at))

/** Why this person cannot be registered through a tie of this kind; null when she can. */
export const whyNot = (ward: RegisterPerson, kind: TieKind, at: Date): NotEligible | null => {
  if (ward.lifeStatus !== 'alive') {
    return 'deceased'
  }
  if (kind === 'parent' && isOfAge(ward, at)) {
    return 'of-age'
  }
  return inForce(wardNeedsCard, at) && !hasValidCard(ward, at) ? 'no-valid-card' : null
}

/** The highest level that a represented person of this age may have. */
export const levelMost = (ward: Birth, at: Date): 1 | 2 =>
  ageAt(ward, at) >= inForce(wardLevel2Age, at) ? 2 : 1

/** Whether a portrait is compared, or only taken: of the youngest the register holds none. */
export const needsPortrait = (ward: Birth, at: Date): boolean => ageAt(ward, at) >= inForce(portraitAge, at)

/** As it is kept on the ward's side. */
export interface Tie {
  readonly kind: TieKind
  readonly ground: 'register' | 'papers'
  readonly state: 'standing' | 'ended'
  /** ISO; the last day that a decision names. */
  readonly untilDay: string | null
}

export interface Seen {
  /**
   * Null: the register has nobody of this number any more; it says no ground either, so nothing ends by that.
   */
  readonly ward: Pick<
    RegisterPerson,
    'birthDate' | 'lifeStatus' | 'father' | 'mother' | 'representativeNumber'
  > | null
  readonly representative: {
    readonly number: string
    readonly isAlive: boolean
    readonly hasAccount: boolean
  }
}

/** Why a standing tie ends now; null while it stands. */
export const endOf = (tie: Tie, { ward, representative }: Seen, at: Date): TieEnd | null => {
  if (tie.state === 'ended' || !ward) {
    return null
  }
  if (ward.lifeStatus === 'dead') {
    return 'died'
  }
  if (!representative.isAlive || !representative.hasAccount) {
    return 'representative-gone'
  }
  if (tie.kind === 'parent' && isOfAge(ward, at)) {
    return 'came-of-age'
  }
  if (tie.untilDay !== null && tie.untilDay < dayInVietnam(at)) {
    return 'term-ended'
  }
  return tie.ground === 'register' && kindOfRelation(ward, representative.number) !== tie.kind
    ? 'register-changed'
    : null
}
