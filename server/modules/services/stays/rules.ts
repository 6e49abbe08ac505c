/** Dated rules of notices of stay. */
import type { z } from 'zod'
import type { facilityKind, stayReason } from '../../../../contract/stays.ts'
import { definePolicy } from '../../../kernel/policy.ts'

type Reason = z.infer<typeof stayReason>

/** Times of day in Vietnam, as minutes from midnight. */
export const noticeHours = definePolicy('stays.notice_hours', [
  {
    from: '2021-07-01',
    value: { evening_min: 23 * 60, morning_min: 8 * 60 },
    source:
      'Law on Residence 68/2020/QH14 art. 30(4): before 23:00 of the day of arrival; who comes after 23:00, before 08:00 of the next day',
  },
])

/** Whoever stays longer registers a temporary residence (Law on Residence art. 27). */
export const longestStay_days = definePolicy('stays.longest_days', [
  { from: '2021-07-01', value: 30, source: 'Law on Residence 68/2020/QH14 art. 27(1): from 30 days on' },
])

export const reasonsOfKind = definePolicy<Readonly<Record<z.infer<typeof facilityKind>, readonly Reason[]>>>(
  'stays.reasons',
  [
    {
      from: '2021-07-01',
      value: {
        lodging: ['tourism', 'work', 'visit', 'study', 'treatment', 'other'],
        medical: ['treatment', 'care', 'other'],
        'rented-rooms': ['rent', 'work', 'study', 'visit', 'other'],
        dormitory: ['study', 'work', 'visit', 'other'],
        household: ['visit', 'work', 'study', 'treatment', 'tourism', 'other'],
        other: ['work', 'visit', 'tourism', 'study', 'treatment', 'care', 'other'],
      },
      source:
        'operator policy: art. 30(3) wants a reason and names none; each place sees those that occur there',
    },
  ],
)

/** Lines of one file. */
export const fileRows = definePolicy('stays.file_rows', [
  {
    from: '2021-07-01',
    value: 500,
    source: 'operator policy: a large hotel has some hundreds of arrivals a day',
  },
])

/**
 * What one place may send: single notices and messages in an hour, files in an hour, files' notices
 * beside.
 */
export const placeBudget = definePolicy('stays.place_budget', [
  {
    from: '2021-07-01',
    value: { noticesPerHour: 2000, messagesPerHour: 600, filesPerHour: 60 },
    source: 'operator policy: a place with a thousand beds that sends everything twice stays below it',
  },
])

/** Keys that one network may try in an hour. */
export const keysPerHour = definePolicy('stays.keys_per_hour', [
  {
    from: '2021-07-01',
    value: 30,
    source: 'operator policy: a key has 120 bits; typing errors of a reception',
  },
])

/** How long a desk stays open. */
export const deskOpen_s = definePolicy('stays.desk_open_s', [
  { from: '2021-07-01', value: 12 * 3600, source: 'operator policy: one shift of a reception' },
])

/** Notices are gone so many days after the stay has ended. */
export const staysKept_days = definePolicy('stays.kept_days', [
  {
    from: '2021-07-01',
    value: 365,
    source: 'operator policy until an archive schedule names the term: a year of questions about a stay',
  },
])

/** Pages of guests and searches of one officer in an hour; different people are bounded beside. */
export const policeBudget = definePolicy('stays.police_budget', [
  {
    from: '2021-07-01',
    value: { pagesPerHour: 120, searchesPerHour: 60 },
    source: 'operator policy: an evening round through the places of a large ward, twice',
  },
])

/** Purposes of a search that need the number of a paper. */
export const searchesWithReference = definePolicy<readonly string[]>('stays.searches_with_reference', [
  {
    from: '2021-07-01',
    value: ['missing-person', 'court-or-investigation'],
    source: 'operator policy: nobody is looked up for others without their paper',
  },
])

/** Homes and houses with rooms of one person, and guests that she tells of, or corrects, in an hour. */
export const hostBudget = definePolicy('stays.host_budget', [
  {
    from: '2021-07-01',
    value: { places: 10, noticesPerHour: 60 },
    source: 'operator policy: whoever lets more than ten houses is registered by the operator',
  },
])

/** Stays of her own that one person notifies in an hour, and codes that she looks at. */
export const ownBudget = definePolicy('stays.own_budget', [
  {
    from: '2021-07-01',
    value: { noticesPerHour: 10, looksPerHour: 60 },
    source: 'operator policy: nobody moves through ten hotels in an hour',
  },
])

/**
 * Days after the end of a stay in which a host or the guest still tells of it by herself: of what is older
 * the register would say what nobody can look at any more.
 */
export const toldAfter_days = definePolicy('stays.told_after_days', [
  {
    from: '2021-07-01',
    value: 7,
    source:
      'operator policy: art. 30(4) wants it that evening; a week for who forgot, what is older is told to the police',
  },
])
