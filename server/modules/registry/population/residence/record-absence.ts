/**
 * Temporary absence as it is declared (Law on Residence 68/2020/QH14 art. 31): why, where to, from when and
 * until when.
 */
import { dayInVietnam } from '../../../../kernel/policy.ts'
import { problem } from '../../../../kernel/problem.ts'
import type { Work } from '../../../../kernel/work.ts'
import { carryOut, type ResidenceTools } from './carry-out.ts'
import { residentOf } from './household.ts'
import {
  hasPermanent,
  hasTemporary,
  mustBeDay,
  mustLive,
  mustReadLine,
  type ByResult,
  type Day,
  type RegisterChange,
  type RegisteredAs,
} from './residence.ts'

export interface Absence {
  readonly person: RegisteredAs
  readonly reason: string
  /** Where to. */
  readonly place: string
  /** May be to come: an absence is declared before it begins. */
  readonly from: Day
  readonly until: Day
}

/** Takes the place of one that was declared before. Throws a `residence.…` problem. */
export const recordAbsence = (
  work: Work,
  tools: ResidenceTools,
  by: ByResult,
  input: Absence,
): Promise<RegisterChange> => {
  const { person, from, until } = input
  const reason = mustReadLine(input.reason, 'residence.bad-reason')
  const place = mustReadLine(input.place, 'residence.bad-reason')
  const today = dayInVietnam(by.at)
  mustBeDay(from, until)
  if (until < from || until < today) {
    throw problem('residence.bad-day')
  }
  return carryOut(work, tools, by, {
    deed: 'absence-declared',
    input,
    people: [person],
    plan: (ground) => {
      const resident = residentOf(ground, person.personalNumber)
      mustLive(resident)
      if (!hasPermanent(resident.entry) && !hasTemporary(resident.entry, today)) {
        throw problem('residence.nothing-to-leave')
      }
      const after = {
        ...resident.entry,
        absence: reason,
        absence_place: place,
        absence_from: from,
        absence_until: until,
      }
      return {
        household: null,
        changes: new Map([[person.personalNumber, { what: 'absence-declared', after } as const]]),
      }
    },
  })
}
