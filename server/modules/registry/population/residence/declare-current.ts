/**
 * The present place of somebody who has neither permanent nor temporary residence (Law on Residence
 * 68/2020/QH14 art. 19): an address where there is one, else the commune in which she lives.
 */
import { dayInVietnam } from '../../../../kernel/policy.ts'
import { problem } from '../../../../kernel/problem.ts'
import type { Work } from '../../../../kernel/work.ts'
import { carryOut, type ResidenceTools } from './carry-out.ts'
import { mustBeUnit } from './dwelling.ts'
import { residentOf } from './household.ts'
import {
  hasPermanent,
  hasTemporary,
  mustHaveCome,
  mustLive,
  mustReadLine,
  type ByResult,
  type Day,
  type RegisterChange,
  type RegisteredAs,
} from './residence.ts'

export interface PresentPlace {
  readonly person: RegisteredAs
  readonly place: { readonly address: string | null; readonly unit: string }
  readonly from: Day
}

/** Throws a `residence.…` problem. */
export const declareWithoutResidence = (
  work: Work,
  tools: ResidenceTools,
  by: ByResult,
  input: PresentPlace,
): Promise<RegisterChange> => {
  const { person, place, from } = input
  const address = place.address === null ? null : mustReadLine(place.address, 'residence.bad-place')
  mustHaveCome(from, by.at)
  return carryOut(work, tools, by, {
    deed: 'current-declared',
    input,
    people: [person],
    plan: async (ground) => {
      const resident = residentOf(ground, person.personalNumber)
      mustLive(resident)
      if (hasPermanent(resident.entry) || hasTemporary(resident.entry, dayInVietnam(by.at))) {
        throw problem('residence.has-residence')
      }
      await mustBeUnit(work, place.unit, by.at)
      const after = {
        ...resident.entry,
        current_address: address,
        current_unit: place.unit,
        current_since: from,
      }
      return {
        household: null,
        changes: new Map([[person.personalNumber, { what: 'current-declared', after } as const]]),
      }
    },
  })
}
