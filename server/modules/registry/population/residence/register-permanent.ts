/**
 * Permanent residence (Law on Residence 68/2020/QH14 art. 20 to 22): somebody and those who move with her
 * come into a household, or form one, at one address and in one step. Temporary residence at the very place
 * ends with it (art. 29(1)(đ)), and so do a declared absence from the old place and a declared present place.
 */
import { problem } from '../../../../kernel/problem.ts'
import type { Reading, Work } from '../../../../kernel/work.ts'
import { carryOut, type Plan, type PlannedChange, type ResidenceTools } from './carry-out.ts'
import {
  headOf,
  leave,
  membersOf,
  mustHaveHead,
  mustNotBeFull,
  residentOf,
  type Ground,
  type Relations,
  type Staying,
} from './household.ts'
import { drawHousehold, mustBeCommune } from './dwelling.ts'
import {
  isSamePlace,
  mustBeFew,
  mustHaveCome,
  mustLive,
  noAbsence,
  noCurrent,
  noTemporary,
  type ByResult,
  type Day,
  type Dwelling,
  type Member,
  type RegisterChange,
  type Resident,
  type ResidenceEntry,
} from './residence.ts'

export interface PermanentResidence {
  /** Who asks first. */
  readonly movers: readonly Member[]
  /** A household that stands, of which nobody of these becomes the head; or a new one at this place. */
  readonly to: { readonly household: string } | Dwelling
  readonly from: Day
  /** For each household that is left without its head. */
  readonly staying?: readonly Staying[]
}

/** Throws a `residence.…` problem; nothing has changed then. */
export const registerPermanent = (
  work: Work,
  tools: ResidenceTools,
  by: ByResult,
  input: PermanentResidence,
): Promise<RegisterChange> => {
  const { movers, to, from, staying = [] } = input
  mustBeFew(movers, by.at)
  mustHaveCome(from, by.at)
  return carryOut(work, tools, by, {
    deed: 'permanent-registered',
    input,
    people: [...movers, ...staying.flatMap(({ members }) => members)],
    households: 'household' in to ? [to.household] : [],
    plan: async (ground) => {
      for (const { personalNumber } of movers) {
        mustLive(residentOf(ground, personalNumber))
      }
      const home =
        'household' in to
          ? joined(ground, movers, to.household, by.at)
          : await founded(work, ground, movers, to, by.at)
      const relations = leave(ground, movers, staying, by.at)
      return planned(ground, input, home, relations)
    },
  })
}

interface Home extends Dwelling {
  readonly household: string
}

const joined = (ground: Ground, movers: readonly Member[], household: string, at: Date): Home => {
  const members = membersOf(ground, household, at)
  const { permanent_address: address, permanent_unit: unit } = headOf(members)?.entry ?? {}
  if (!address || !unit) {
    throw problem('residence.no-such-household')
  }
  if (movers.some(({ personalNumber }) => members.includes(residentOf(ground, personalNumber)))) {
    throw problem('residence.already-there')
  }
  if (movers.some(({ relation }) => relation === 'head')) {
    throw problem('residence.one-head')
  }
  mustNotBeFull(members.length + movers.length, at)
  return { household, address, unit }
}

const founded = async (
  read: Reading,
  ground: Ground,
  movers: readonly Member[],
  to: Dwelling,
  at: Date,
): Promise<Home> => {
  const dwelling = await mustBeCommune(read, to, at)
  const isThere = ({ entry }: Resident): boolean =>
    entry.household_number !== null && isSamePlace(permanentOf(entry), dwelling)
  if (movers.some(({ personalNumber }) => isThere(residentOf(ground, personalNumber)))) {
    throw problem('residence.already-there')
  }
  mustHaveHead(ground, movers, at)
  return { ...dwelling, household: await drawHousehold(read, dwelling.unit) }
}

const permanentOf = ({ permanent_address: address, permanent_unit: unit }: ResidenceEntry) => ({
  address,
  unit,
})
const temporaryOf = ({ temporary_address: address, temporary_unit: unit }: ResidenceEntry) => ({
  address,
  unit,
})

const planned = (
  ground: Ground,
  { movers, from }: PermanentResidence,
  { household, address, unit }: Home,
  relations: Relations,
): Plan => {
  const changes = new Map<string, PlannedChange>()
  for (const [number, relation] of relations) {
    const after = { ...residentOf(ground, number).entry, household_relation: relation }
    changes.set(number, { what: 'household-changed', after })
  }
  for (const { personalNumber, relation } of movers) {
    const { entry } = residentOf(ground, personalNumber)
    const isTemporaryHere = isSamePlace(temporaryOf(entry), { address, unit })
    changes.set(personalNumber, {
      what: 'permanent-registered',
      after: {
        ...entry,
        ...(isTemporaryHere ? noTemporary : {}),
        ...noAbsence,
        ...noCurrent,
        permanent_address: address,
        permanent_unit: unit,
        permanent_since: from,
        household_number: household,
        household_relation: relation,
      },
    })
  }
  return { household, changes }
}
