/** How long things that have lapsed are still kept: dated policies, like every other window. */
import { definePolicy } from '../kernel/policy.ts'

/** Codes, journeys and sessions: long enough to look into a complaint of the day before. */
export const lapsedKept_days = definePolicy('retention.lapsed_days', [
  { from: '2022-10-20', value: 1, source: 'operator policy' },
])
export const idempotencyKept_days = definePolicy('retention.idempotency_days', [
  {
    from: '2022-10-20',
    value: 30,
    source: 'operator policy: a payment is asked for again within a month at most',
  },
])
export const atOnce_days = definePolicy('retention.at_once_days', [
  { from: '2022-10-20', value: 0, source: 'Law 91/2025: data is not kept past its purpose' },
])
