/** How long things that have lapsed are still kept: dated policies, like every other window. */
import type { Keeping } from './keeping.ts'
import type { Lapse } from './module.ts'
import { definePolicy } from './policy.ts'

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
/** An officer's own log, beside the audit lines. */
export const officerLog_days = definePolicy('counter.own_log_days', [
  {
    from: '2022-10-20',
    value: 365,
    source: 'operator policy; the audit lines themselves are kept at least 5 years (Decree 69/2024 art. 17)',
  },
])

/** What the kernel itself keeps for a while. */
export const kernelLapses: readonly Lapse[] = [
  { table: 'attempt_counter', since: 'ends_at', days: atOnce_days },
  { table: 'spent_presence', since: 'ends_at', days: atOnce_days },
  { table: 'idempotency_key', since: 'created_at', days: idempotencyKept_days },
]

/** They are found by keyed digests only; an outcome is sealed by the house. */
export const kernelKeeps: readonly Keeping[] = [
  {
    table: 'attempt_counter',
    holds: ['key_digest'],
    fate: { is: 'passes', kind: 'passing', by: 'lapse' },
  },
  { table: 'spent_presence', holds: ['digest'], fate: { is: 'passes', kind: 'passing', by: 'lapse' } },
  {
    table: 'idempotency_key',
    holds: ['key_digest', 'body_digest', 'outcome'],
    fate: { is: 'passes', kind: 'passing', by: 'lapse' },
  },
]
