/**
 * A household that becomes two at the same address (Law on Residence 68/2020/QH14 art. 25), and one that
 * changes its head (art. 26(1)(a)). Nobody moves.
 */
import { problem } from '../../../../kernel/problem.ts'
import type { Work } from '../../../../kernel/work.ts'
import { carryOut, type PlannedChange, type ResidenceTools } from './carry-out.ts'
import { drawHousehold } from './dwelling.ts'
import {
  leave,
  membersOf,
  mustHaveHead,
  mustNameAll,
  relationsOf,
  residentOf,
  type Ground,
  type Relations,
  type Staying,
} from './household.ts'
import {
  hasFullCapacity,
  mustBeFew,
  mustLive,
  type ByResult,
  type Member,
  type RegisterChange,
} from './residence.ts'

export interface Split {
  /** Who form the new household, with their relation to its head. */
  readonly leaving: readonly Member[]
  /** Where the old head is among them. */
  readonly staying?: Staying
}

/** Throws a `residence.…` problem. */
export const splitHousehold = (
  work: Work,
  tools: ResidenceTools,
  by: ByResult,
  input: Split,
): Promise<RegisterChange> => {
  const { leaving, staying } = input
  mustBeFew(leaving, by.at)
  return carryOut(work, tools, by, {
    deed: 'household-split',
    input,
    people: [...leaving, ...(staying?.members ?? [])],
    plan: async (ground) => {
      const { household: old, unit } = oneHouseholdOf(ground, leaving)
      if (membersOf(ground, old, by.at).length <= leaving.length) {
        throw problem('residence.nobody-stays')
      }
      mustHaveHead(ground, leaving, by.at)
      if (!leaving.some(({ personalNumber }) => hasFullCapacity(residentOf(ground, personalNumber), by.at))) {
        throw problem('residence.head-without-capacity')
      }
      const relations = leave(ground, leaving, staying ? [staying] : [], by.at)
      const household = await drawHousehold(work, unit)
      const changes = withRelations(ground, relations, 'household-changed')
      for (const [number, change] of withRelations(ground, relationsOf(leaving), 'household-split')) {
        changes.set(number, { ...change, after: { ...change.after, household_number: household } })
      }
      return { household, changes }
    },
  })
}

const oneHouseholdOf = (
  ground: Ground,
  leaving: readonly Member[],
): { readonly household: string; readonly unit: string } => {
  const [first, ...others] = leaving.map(({ personalNumber }) => {
    const resident = residentOf(ground, personalNumber)
    mustLive(resident)
    return resident.entry
  })
  const household = first?.household_number ?? null
  const unit = first?.permanent_unit ?? null
  if (household === null || unit === null || others.some((one) => one.household_number !== household)) {
    throw problem('residence.not-one-household')
  }
  return { household, unit }
}

const withRelations = (
  ground: Ground,
  relations: Relations,
  what: PlannedChange['what'],
): Map<string, PlannedChange> =>
  new Map(
    [...relations].map(([number, relation]) => [
      number,
      { what, after: { ...residentOf(ground, number).entry, household_relation: relation } },
    ]),
  )

export interface NewHead {
  readonly household: string
  /** Everybody of it, with the relation to the new head. */
  readonly members: readonly Member[]
}

/** Throws a `residence.…` problem. */
export const changeHead = (
  work: Work,
  tools: ResidenceTools,
  by: ByResult,
  input: NewHead,
): Promise<RegisterChange> => {
  const { household, members } = input
  if (members.length === 0) {
    throw problem('residence.nobody-named')
  }
  return carryOut(work, tools, by, {
    deed: 'head-changed',
    input,
    people: members,
    households: [household],
    plan: (ground) => {
      mustNameAll(members, membersOf(ground, household, by.at))
      mustHaveHead(ground, members, by.at)
      return { household, changes: withRelations(ground, relationsOf(members), 'head-changed') }
    },
  })
}
