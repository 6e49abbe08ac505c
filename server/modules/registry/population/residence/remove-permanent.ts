/**
 * Permanent residence taken out of the register, for one of the reasons of Law on Residence 68/2020/QH14
 * art. 24(1).
 */
import { dayInVietnam } from '../../../../kernel/policy.ts'
import { problem } from '../../../../kernel/problem.ts'
import type { Work } from '../../../../kernel/work.ts'
import { carryOut, type PlannedChange, type ResidenceTools } from './carry-out.ts'
import { leave, residentOf, type Staying } from './household.ts'
import {
  hasAbsence,
  hasPermanent,
  hasTemporary,
  mustBeFew,
  noAbsence,
  noHousehold,
  noPermanent,
  noTemporary,
  type ByResult,
  type RegisterChange,
  type RegisteredAs,
  type Resident,
} from './residence.ts'

/** Points a, b, c, d, đ, e, g, h, i of art. 24(1), in their order. */
export const removalReasons = [
  'died',
  'settled-abroad',
  'registration-cancelled',
  'absent-12-months',
  'citizenship-ended',
  'lease-ended',
  'dwelling-sold',
  'not-kept-by-owner',
  'dwelling-gone',
] as const
export type RemovalReason = (typeof removalReasons)[number]

export interface Removal {
  readonly leaving: readonly RegisteredAs[]
  readonly reason: RemovalReason
  /** For each household that is left without its head. */
  readonly staying?: readonly Staying[]
}

/** Art. 29(1)(a), (d): temporary residence ends for the same reasons. */
const endsTemporaryToo: readonly RemovalReason[] = ['died', 'citizenship-ended']

/** Throws a `residence.…` problem. */
export const removePermanent = (
  work: Work,
  tools: ResidenceTools,
  by: ByResult,
  input: Removal,
): Promise<RegisterChange> => {
  const { leaving, reason, staying = [] } = input
  mustBeFew(leaving, by.at)
  return carryOut(work, tools, by, {
    deed: 'permanent-removed',
    input,
    people: [...leaving, ...staying.flatMap(({ members }) => members)],
    plan: (ground) => {
      const changes = new Map<string, PlannedChange>()
      for (const [number, relation] of leave(ground, leaving, staying, by.at)) {
        const after = { ...residentOf(ground, number).entry, household_relation: relation }
        changes.set(number, { what: 'household-changed', after })
      }
      for (const { personalNumber } of leaving) {
        const resident = residentOf(ground, personalNumber)
        mustAgree(resident, reason, dayInVietnam(by.at))
        const after = {
          ...resident.entry,
          ...noPermanent,
          ...noHousehold,
          ...noAbsence,
          ...(endsTemporaryToo.includes(reason) ? noTemporary : {}),
        }
        changes.set(personalNumber, { what: 'permanent-removed', after })
      }
      return { household: null, changes }
    },
  })
}

/** What the register itself says against the reason. */
const mustAgree = ({ lifeStatus, entry }: Resident, reason: RemovalReason, today: string): void => {
  if (!hasPermanent(entry)) {
    throw problem('residence.no-permanent')
  }
  if (reason === 'died' && lifeStatus === 'alive') {
    throw problem('residence.still-living')
  }
  if (reason === 'absent-12-months' && (hasTemporary(entry, today) || hasAbsence(entry, today))) {
    throw problem('residence.absence-known')
  }
}
