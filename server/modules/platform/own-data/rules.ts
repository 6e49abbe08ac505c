/** Dated rules of taking along all that is held of oneself. */
import { definePolicy } from '../../../kernel/policy.ts'

/** Tries, wrong passcodes among them. */
export const takesPerDay = definePolicy('own-data.takes_per_day', [
  {
    from: '2022-10-20',
    value: 10,
    source:
      'operator policy: Decree 356/2025 lets whoever the data is about have it; nobody needs it hourly, and it is dear to gather',
  },
])

/** On paper, which is for reading: so many of a kind fill some ten pages. */
export const newestPrinted = definePolicy('own-data.newest_printed', [
  {
    from: '2022-10-20',
    value: 100,
    source: 'operator policy: what nobody reads on paper is in the JSON file',
  },
])

/** Of what grows without end (letters, receipts, cases, lines of the log). */
export const newestGiven = definePolicy('own-data.newest_given', [
  {
    from: '2022-10-20',
    value: 1000,
    source:
      'operator policy: one answer of some megabytes; older letters stay in the inbox, the whole log is a file of its own',
  },
])
