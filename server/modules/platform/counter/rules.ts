/** Dated rules of the counter. */
import type { z } from 'zod'
import type { searchPurpose } from '../../../../contract/counter.ts'
import { definePolicy } from '../../../kernel/policy.ts'

export type SearchPurpose = z.infer<typeof searchPurpose>

/**
 * Look-ups of one officer: how many in an hour at all, and from how many in a day on somebody should ask her
 * why. Different people are bounded by `organisations.persons_per_hour`; the hour's number here also counts
 * each further look at the same person, and the look that shows her picture is a further one: whoever finds
 * her and then asks for it takes two of both.
 */
export const searchBudget = definePolicy('counter.search_budget', [
  {
    from: '2022-10-20',
    value: { perHour: 60, unusualPerDay: 120 },
    source: 'operator policy: a busy counter serves some 60 people a day',
  },
])

/** References that one officer may look for in an hour. */
export const casesFoundPerHour = definePolicy('counter.cases_found_per_hour', [
  {
    from: '2022-10-20',
    value: 300,
    source: 'operator policy: several for each of the 60 people of a busy counter; guessing finds nothing',
  },
])

/** Purposes that need the number of a document or a case. */
export const purposesWithReference = definePolicy<readonly SearchPurpose[]>(
  'counter.purposes_with_reference',
  [
    {
      from: '2022-10-20',
      value: ['lock-request', 'missing-person', 'court-or-investigation'],
      source: 'operator policy: nobody is looked up for others without their paper',
    },
  ],
)
