/**
 * Temporary residence (Law on Residence 68/2020/QH14 art. 27, 28): registered outside the commune of
 * permanent residence for a stay of thirty days or more, for a term of at most two years, renewed in the
 * fifteen days before its end as often as needed.
 */
import { formatPartialDate, type PartialDate } from '../../../../../formats/partial-date.ts'
import { addDays } from '../../../../../formats/vietnam-day.ts'
import { dayInVietnam, inForce } from '../../../../kernel/policy.ts'
import { problem } from '../../../../kernel/problem.ts'
import type { Reading, Work } from '../../../../kernel/work.ts'
import { carryOut, type PlannedChange, type ResidenceTools } from './carry-out.ts'
import { isSameCommune, mustBeCommune } from './dwelling.ts'
import { residentOf } from './household.ts'
import {
  hasTemporary,
  isSamePlace,
  isShorterThan,
  mustBeDay,
  mustBeFew,
  mustHaveCome,
  mustLive,
  noCurrent,
  yearsLater,
  type ByResult,
  type Day,
  type Dwelling,
  type RegisterChange,
  type RegisteredAs,
  type Resident,
  type ResidenceEntry,
} from './residence.ts'
import * as store from './residence-store.ts'
import { renewalWindow_days, temporaryLongest_years, temporaryShortest_days } from './rules.ts'

export interface TemporaryResidence {
  readonly movers: readonly RegisteredAs[]
  readonly to: Dwelling
  readonly from: Day
  /** The last day of the term. */
  readonly until: Day
}

/** Whatever was registered elsewhere as temporary ends with it. Throws a `residence.…` problem. */
export const registerTemporary = (
  work: Work,
  tools: ResidenceTools,
  by: ByResult,
  input: TemporaryResidence,
): Promise<RegisterChange> => {
  const { movers, to, from, until } = input
  mustBeFew(movers, by.at)
  mustHaveCome(from, by.at)
  mustBeTerm(from, until, by.at)
  return carryOut(work, tools, by, {
    deed: 'temporary-registered',
    input,
    people: movers,
    plan: async (ground) => {
      const { address, unit } = await mustBeCommune(work, to, by.at)
      const changes = new Map<string, PlannedChange>()
      for (const { personalNumber } of movers) {
        const resident = residentOf(ground, personalNumber)
        mustLive(resident)
        mustBeAway(resident.entry, { address, unit }, by.at)
        const after = {
          ...resident.entry,
          ...noCurrent,
          temporary_address: address,
          temporary_unit: unit,
          temporary_since: from,
          temporary_from: from,
          temporary_until: until,
        }
        changes.set(personalNumber, { what: 'temporary-registered', after })
      }
      return { household: null, changes }
    },
  })
}

/** Both days are counted for the shortest stay; the longest term ends on the same day of a later year. */
const mustBeTerm = (from: Day, until: Day, at: Date): void => {
  mustBeDay(until)
  if (until < from || until < dayInVietnam(at)) {
    throw problem('residence.bad-day')
  }
  const days = inForce(temporaryShortest_days, at)
  if (isShorterThan(from, until, days)) {
    throw problem('residence.term-too-short', { params: { days } })
  }
  mustNotBeLong(from, until, at)
}
const mustNotBeLong = (from: Day, until: Day, at: Date): void => {
  const years = inForce(temporaryLongest_years, at)
  if (until > yearsLater(from, years)) {
    throw problem('residence.term-too-long', { params: { years } })
  }
}

const mustBeAway = (entry: ResidenceEntry, to: Dwelling, at: Date): void => {
  if (isSameCommune(entry.permanent_unit, to.unit)) {
    throw problem('residence.same-commune')
  }
  const standing = { address: entry.temporary_address, unit: entry.temporary_unit }
  // A term without an end is of an earlier file: it is registered anew.
  if (entry.temporary_until !== null && hasTemporary(entry, dayInVietnam(at)) && isSamePlace(standing, to)) {
    throw problem('residence.already-there')
  }
}

export interface Renewal {
  readonly movers: readonly RegisteredAs[]
  /** When it was asked for: a term that ends while the office decides is renewed all the same. */
  readonly askedOn: Day
  readonly until: Day
}

/** The new term follows the old one. Throws a `residence.…` problem. */
export const renewTemporary = (
  work: Work,
  tools: ResidenceTools,
  by: ByResult,
  input: Renewal,
): Promise<RegisterChange> => {
  const { movers, askedOn, until } = input
  mustBeFew(movers, by.at)
  mustHaveCome(askedOn, by.at)
  mustBeDay(until)
  return carryOut(work, tools, by, {
    deed: 'temporary-renewed',
    input,
    people: movers,
    plan: async (ground) => {
      const changes = new Map<string, PlannedChange>()
      for (const { personalNumber } of movers) {
        const resident = residentOf(ground, personalNumber)
        mustLive(resident)
        const after = renewed(await lastTerm(work, resident), askedOn, until, by.at)
        changes.set(personalNumber, { what: 'temporary-renewed', after })
      }
      return { household: null, changes }
    },
  })
}

/** As it stands, or as it stood when the calendar ended it. */
const lastTerm = async (read: Reading, { personalNumber, entry }: Resident): Promise<ResidenceEntry> => {
  if ((entry.temporary_address ?? entry.temporary_unit) !== null) {
    return entry
  }
  const ended = await store.endedTermOf(read, personalNumber)
  return ended ? { ...entry, ...ended } : entry
}

const renewed = (entry: ResidenceEntry, askedOn: Day, until: Day, at: Date): ResidenceEntry => {
  const { temporary_until: end } = entry
  if (end === null) {
    throw problem('residence.no-temporary')
  }
  if (isSameCommune(entry.permanent_unit, entry.temporary_unit)) {
    throw problem('residence.same-commune')
  }
  const days = inForce(renewalWindow_days, at)
  const opens = addDays(end, -days)
  if (askedOn < opens) {
    throw problem('residence.renewal-early', { params: { days, day: dayText(opens) } })
  }
  if (askedOn > end) {
    throw problem('residence.renewal-late', { params: { day: dayText(end) } })
  }
  if (until <= end || until < dayInVietnam(at)) {
    throw problem('residence.bad-day')
  }
  mustNotBeLong(end, until, at)
  return { ...entry, ...noCurrent, temporary_from: addDays(end, 1), temporary_until: until }
}
const dayText = (day: Day): string => formatPartialDate(day as PartialDate, 'vi')
