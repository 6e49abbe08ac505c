/** Forgets what has lapsed: drafts, codes, journeys, sessions, counters, idempotency keys. Small bites, oldest first; each module says what has lapsed. */
import { now } from '../kernel/clock.ts'
import { sweepLapsed } from '../modules/federation/end-provider-session.ts'
import type { Transact } from '../storage/transact.ts'
import type { Work } from '../kernel/work.ts'

type Lapsed = readonly [table: string, where: string]

const DAY_MS = 86_400_000

/** Each row: a table and what in it may go at a moment ($1). Idempotency keys are kept 30 days (security bars). */
const LAPSED: readonly Lapsed[] = [
  ['enrolment_draft', 'ends_at < $1::timestamptz'],
  ['contact_proof', "expires_at < $1::timestamptz - interval '1 day'"],
  ['journey', "ends_at < $1::timestamptz - interval '1 day'"],
  ['app_session', "ends_at < $1::timestamptz - interval '1 day'"],
  ['attempt_counter', 'ends_at < $1::timestamptz'],
  ['idempotency_key', "created_at < $1::timestamptz - interval '30 days'"],
  ['password_guard', "updated_at < $1::timestamptz - interval '1 day' and (paused_until is null or paused_until < $1::timestamptz)"],
]

export const forgetLapsed = async (transact: Transact, at = now()): Promise<number> => {
  let gone = 0
  for (const [table, where] of LAPSED) gone += await transact((work) => forget(work, table, where, at))
  return gone + (await transact(sweepLapsed))
}

/** At most 1,000 rows a bite, so that no bite holds a lock for long. */
const forget = (work: Work, table: string, where: string, at: Date): Promise<number> =>
  work.run(`delete from ${table} where ctid = any(array(select ctid from ${table} where ${where} limit 1000))`, [at])

export const FORGET_EVERY_MS = DAY_MS / 24 / 6
