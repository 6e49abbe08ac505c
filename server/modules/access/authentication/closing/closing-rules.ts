/** Dated rules of closing an account. */
import { definePolicy } from '../../../../kernel/policy.ts'

/**
 * How long she can take it back, when she is reminded, and when it is looked at again while something of hers
 * still goes on.
 */
export const closingTime = definePolicy('authentication.closing', [
  {
    from: '2022-10-20',
    value: { wait_days: 14, remindBefore_days: 2, lookAgain_days: 1 },
    source:
      'operator policy: long enough for a letter to reach whoever did not ask for it, and within the 20 days that Decree 356/2025 gives for a request to delete (domain reference §8.2)',
  },
])
