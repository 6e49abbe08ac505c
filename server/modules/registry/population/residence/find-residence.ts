/**
 * Where somebody lives as it holds on a day, and who lives with her: what forms CT01 and CT07 are filled
 * with. No permit and no audit line: whoever asks writes the line.
 */
import type { PartialDate } from '../../../../../formats/partial-date.ts'
import type { PersonalNumber, Sex } from '../../../../../formats/personal-number.ts'
import { dayInVietnam, inForce } from '../../../../kernel/policy.ts'
import type { Reading } from '../../../../kernel/work.ts'
import type { HouseholdRelation, Place } from '../person.ts'
import { hasAbsence, hasPermanent, hasTemporary, type Day } from './residence.ts'
import * as store from './residence-store.ts'
import { mostInHousehold } from './rules.ts'

interface Named {
  readonly personalNumber: PersonalNumber
  readonly fullName: string
}

/** Days are null where the register does not know them. */
export interface StandingResidence extends Named {
  readonly version: number
  readonly permanent: (Place & { readonly since: Day | null }) | null
  readonly temporary:
    | (Place & {
        readonly since: Day | null
        /** First and last day of the present term. */
        readonly from: Day | null
        readonly until: Day | null
      })
    | null
  /** Declared by who has neither. */
  readonly current: (Place & { readonly since: Day | null }) | null
  readonly absence: {
    readonly reason: string | null
    readonly place: string | null
    readonly from: Day | null
    readonly until: Day | null
  } | null
  readonly household: {
    readonly number: string
    readonly relation: HouseholdRelation | null
    readonly head: Named | null
  } | null
}

/**
 * What stands at a moment; null when the register has nobody of this number. A term that is over by then is
 * no residence.
 */
export const residenceOfPerson = async (
  read: Reading,
  personalNumber: string,
  at: Date,
): Promise<StandingResidence | null> => {
  const row = await store.standingOf(read, personalNumber)
  if (!row) {
    return null
  }
  const day = dayInVietnam(at)
  const { household_number: number } = row
  return {
    personalNumber: row.personal_number as PersonalNumber,
    fullName: row.full_name,
    version: row.version,
    permanent: hasPermanent(row)
      ? { address: row.permanent_address, unit: row.permanent_unit, since: row.permanent_since }
      : null,
    temporary: hasTemporary(row, day)
      ? {
          address: row.temporary_address,
          unit: row.temporary_unit,
          since: row.temporary_since,
          from: row.temporary_from,
          until: row.temporary_until,
        }
      : null,
    current:
      row.current_address === null && row.current_unit === null
        ? null
        : { address: row.current_address, unit: row.current_unit, since: row.current_since },
    absence: hasAbsence(row, day)
      ? {
          reason: row.absence,
          place: row.absence_place,
          from: row.absence_from,
          until: row.absence_until,
        }
      : null,
    household:
      number === null
        ? null
        : {
            number,
            relation: row.household_relation as HouseholdRelation | null,
            head: await householdHead(read, number),
          },
  }
}

export interface HouseholdMemberEntry extends Named {
  readonly birthDate: PartialDate
  readonly sex: Sex
  readonly relation: HouseholdRelation | null
  readonly version: number
}

/** The head first, then the eldest. `areAll`: false where there are more than one page shows. */
export const membersOfHousehold = async (
  read: Reading,
  household: string,
  at: Date,
): Promise<{ readonly members: readonly HouseholdMemberEntry[]; readonly areAll: boolean }> => {
  const most = inForce(mostInHousehold, at)
  const rows = await store.membersOfHousehold(read, household, most + 1)
  const members = rows.slice(0, most).map((row) => ({
    personalNumber: row.number as PersonalNumber,
    fullName: row.name,
    birthDate: row.birthDate as PartialDate,
    sex: row.sex as Sex,
    relation: row.relation as HouseholdRelation | null,
    version: row.version,
  }))
  return { members, areAll: rows.length <= most }
}

export const householdHead = async (read: Reading, household: string): Promise<Named | null> => {
  const row = await store.headOfHousehold(read, household)
  return row ? { personalNumber: row.number as PersonalNumber, fullName: row.name } : null
}
