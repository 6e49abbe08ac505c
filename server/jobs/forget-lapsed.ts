/**
 * Forgets what has lapsed: drafts, codes, journeys, sessions, counters, idempotency keys. Small bites, so
 * that no bite holds a lock for long.
 */
import { later, now } from '../kernel/clock.ts'
import { inForce, type Policy } from '../kernel/policy.ts'
import type { Work } from '../kernel/work.ts'
import { sweepLapsed } from '../modules/access/federation/provider/end-provider-session.ts'
import { ownLogDays } from '../modules/platform/counter/rules.ts'
import type { Transact } from '../storage/transact.ts'
import { atOnce_days, idempotencyKept_days, lapsedKept_days } from './retention.ts'

interface Lapsed {
  readonly table: string
  /** The moment from which a row's days are counted. */
  readonly since: string
  readonly days: Policy<number>
  readonly and?: string
}

const LAPSED: readonly Lapsed[] = [
  { table: 'enrolment_draft', since: 'ends_at', days: atOnce_days },
  { table: 'attempt_counter', since: 'ends_at', days: atOnce_days },
  { table: 'contact_proof', since: 'expires_at', days: lapsedKept_days },
  { table: 'journey', since: 'ends_at', days: lapsedKept_days },
  { table: 'recovery', since: 'ends_at', days: lapsedKept_days },
  {
    table: 'recovery_current',
    since: 'ends_at',
    days: lapsedKept_days,
    and: 'disputed_at is null and $2::timestamptz is not null',
  },
  { table: 'recovery_ask', since: 'ends_at', days: lapsedKept_days },
  { table: 'recovery_voucher', since: 'ends_at', days: lapsedKept_days },
  { table: 'ward_consent', since: 'ends_at', days: lapsedKept_days },
  { table: 'app_session', since: 'ends_at', days: lapsedKept_days },
  { table: 'officer_session', since: 'ends_at', days: lapsedKept_days },
  { table: 'screen_session', since: 'ends_at', days: atOnce_days },
  { table: 'screen_ticket', since: 'expires_at', days: atOnce_days },
  { table: 'officer_challenge', since: 'expires_at', days: atOnce_days },
  {
    table: 'password_guard',
    since: 'updated_at',
    days: lapsedKept_days,
    and: '(paused_until is null or paused_until < $2)',
  },
  { table: 'counter_look', since: 'at', days: ownLogDays },
  { table: 'hotline_call', since: 'began_at', days: ownLogDays },
  { table: 'idempotency_key', since: 'created_at', days: idempotencyKept_days },
]

const BITE = 1000
const DAY_S = 86_400

/** Answers how many rows went; when it is a bite or more, there may be more. */
export const forgetLapsed = async (transact: Transact, at = now()): Promise<number> => {
  let gone = 0
  for (const lapsed of LAPSED) {
    gone += await transact((work) => forget(work, lapsed, at))
  }
  return gone + (await transact(sweepLapsed))
}

const forget = (
  work: Work,
  { table, since, days, and = '$2::timestamptz is not null' }: Lapsed,
  at: Date,
): Promise<number> =>
  work.run(
    `delete from ${table} where ctid = any(array(select ctid from ${table} where ${since} < $1::timestamptz and ${and} limit ${BITE}))`,
    [later(at, -inForce(days, at) * DAY_S), at],
  )

export const FORGET_EVERY_MS = 600_000
