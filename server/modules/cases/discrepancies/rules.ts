/** Dated rules of cases of differing data. */
import { definePolicy, inForce } from '../../../kernel/policy.ts'
import { closingAfter } from '../casework/case-clock.ts'

/** Working days from the opening to the answer. */
const discrepancyDueDays = definePolicy('discrepancies.due_working_days', [
  {
    from: '2024-07-01',
    value: 2,
    source:
      "Decree 70/2024/ND-CP art. 6 (form DC02): the commune's chief of police checks within 2 working days",
  },
])

/** Differences that one citizen may report in a day. */
export const reportsPerDay = definePolicy('discrepancies.reports_per_day', [
  {
    from: '2024-07-01',
    value: 10,
    source: 'operator policy: more than there are fields that go wrong at once',
  },
])

export const discrepancyDueMoment = (openedAt: Date): Date =>
  closingAfter(openedAt, inForce(discrepancyDueDays, openedAt))
