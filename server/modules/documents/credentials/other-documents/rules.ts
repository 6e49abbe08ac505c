/** Dated rules of the credentials that are made of documents of other registers. */
import { definePolicy } from '../../../../kernel/policy.ts'

/**
 * How long one is good follows from its kind: for as long as it may be shown without asking its register
 * (`offline_hours`), in whole days within these bounds.
 */
export const documentIssuing = definePolicy('credentials.documents', [
  {
    from: '2024-07-01',
    value: { leastDays: 1, mostDays: 14, batchMost: 10, leastLevel: 2 as const },
    source:
      'Decree 69/2024 art. 9 (integrated information counts as the paper at level 2); days and batch: operator policy, as for the identity card',
  },
])
