/**
 * Who is in a household and who is its head (Law on Residence 68/2020/QH14 art. 10, 25, 26): nobody is in
 * two, and none that has members is without one head. Pure.
 */
import { inForce } from '../../../../kernel/policy.ts'
import { problem } from '../../../../kernel/problem.ts'
import type { HouseholdRelation } from '../person.ts'
import { hasFullCapacity, mustLive, type Member, type RegisteredAs, type Resident } from './residence.ts'
import { mostInHousehold } from './rules.ts'

/** Everybody whom a deed concerns and their households, by number. */
export type Ground = ReadonlyMap<string, Resident>

/** Who stays in a household that its head leaves: everybody, one of them the new head. */
export interface Staying {
  readonly household: string
  readonly members: readonly Member[]
}

export const residentOf = (ground: Ground, number: string): Resident => {
  const resident = ground.get(number)
  if (!resident) {
    throw problem('residence.no-such-person')
  }
  return resident
}

/** Throws where there are more than one deed may hold. */
export const membersOf = (ground: Ground, household: string, at: Date): Resident[] => {
  const members = [...ground.values()].filter(({ entry }) => entry.household_number === household)
  mustNotBeFull(members.length, at)
  return members
}

export const mustNotBeFull = (members: number, at: Date): void => {
  const most = inForce(mostInHousehold, at)
  if (members > most) {
    throw problem('residence.household-full', { params: { most } })
  }
}

const isHead = ({ entry }: Resident): boolean => entry.household_relation === 'head'
export const headOf = (members: readonly Resident[]): Resident | undefined => members.find(isHead)

/** One head, alive, with full civil capacity where any of them has it; who they are all to be. */
export const mustHaveHead = (ground: Ground, members: readonly Member[], at: Date): void => {
  const heads = members.filter(({ relation }) => relation === 'head')
  const [head] = heads
  if (!head || heads.length > 1) {
    throw problem('residence.one-head')
  }
  mustLive(residentOf(ground, head.personalNumber))
  const isCapable = ({ personalNumber }: RegisteredAs): boolean =>
    hasFullCapacity(residentOf(ground, personalNumber), at)
  if (!isCapable(head) && members.some(isCapable)) {
    throw problem('residence.head-without-capacity')
  }
}

const isSameSet = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((number) => other.includes(number))
export const mustNameAll = (members: readonly RegisteredAs[], all: readonly Resident[]): void => {
  const numbersOf = (people: readonly { readonly personalNumber: string }[]): string[] =>
    people.map(({ personalNumber }) => personalNumber)
  if (!isSameSet(numbersOf(members), numbersOf(all))) {
    throw problem('residence.members-differ')
  }
}

export type Relations = ReadonlyMap<string, HouseholdRelation>
export const relationsOf = (members: readonly Member[]): Relations =>
  new Map(members.map(({ personalNumber, relation }) => [personalNumber, relation]))

/**
 * What those who stay are to a new head, where the old one leaves with these people; of a household that
 * keeps its head nobody may be named. Answers their new relations.
 */
export const leave = (
  ground: Ground,
  leaving: readonly RegisteredAs[],
  staying: readonly Staying[],
  at: Date,
): Relations => {
  const goers = new Set(leaving.map(({ personalNumber }) => personalNumber))
  const left = new Set(
    [...goers].flatMap((number) => residentOf(ground, number).entry.household_number ?? []),
  )
  if (staying.some(({ household }, place) => !left.has(household) || placeOf(staying, household) !== place)) {
    throw problem('residence.members-differ')
  }
  const relations = new Map<string, HouseholdRelation>()
  for (const household of left) {
    const rest = membersOf(ground, household, at).filter(({ personalNumber }) => !goers.has(personalNumber))
    const named = staying[placeOf(staying, household)]?.members ?? null
    mustSucceed(ground, rest, named, at)
    for (const [number, relation] of relationsOf(named ?? [])) {
      relations.set(number, relation)
    }
  }
  return relations
}
const placeOf = (staying: readonly Staying[], household: string): number =>
  staying.findIndex((one) => one.household === household)

const mustSucceed = (
  ground: Ground,
  rest: readonly Resident[],
  named: readonly Member[] | null,
  at: Date,
): void => {
  const isHeaded = rest.some(isHead)
  if (named === null) {
    // Of who has died and was not taken out yet nobody is the head.
    if (!isHeaded && rest.some(({ lifeStatus }) => lifeStatus === 'alive')) {
      throw problem('residence.new-head-needed')
    }
    return
  }
  if (isHeaded) {
    throw problem('residence.head-stays')
  }
  mustNameAll(named, rest)
  if (named.length > 0) {
    mustHaveHead(ground, named, at)
  }
}
