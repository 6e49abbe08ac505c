/**
 * Limits per person, phone and network. A counter is a row of its own window, committed before the deed: a
 * refused deed has counted.
 */
import { now } from './clock.ts'
import type { AppContext } from './app-context.ts'
import { problem, type Problem } from './problem.ts'
import type { Digests } from './tools.ts'
import type { Limit } from './use-case.ts'
import type { Reading, Work } from './work.ts'

/**
 * Who counts as one asker for what belongs to somebody else: a provider hands out a /48 of IPv6 as one, and
 * its holder must not be 65,536 askers about one person. `network` is a /64, or an address of IPv4.
 */
export const askerAt = (network: string): string =>
  network.includes(':') ? network.split(':').slice(0, 3).join(':') : network

interface Counted {
  readonly key_digest: Buffer
  readonly scope: string
  readonly ends_at: Date
  readonly used: number
}

/**
 * Counts one try against the asker's own limits first; only when they let it pass, against those of what the
 * request names: what is refused to a stranger costs nobody else anything. Throws `limit.reached` with the
 * time to wait when one of them is full.
 */
export const withinLimits = async (context: AppContext, limits: readonly Limit[]): Promise<void> => {
  const [own, named] = [limits.filter((limit) => !limit.of), limits.filter((limit) => limit.of)]
  for (const together of [own, named]) {
    if (together.length > 0) {
      await countTogether(context, together)
    }
  }
}

const countTogether = async (context: AppContext, limits: readonly Limit[]): Promise<void> => {
  const at_s = now().getTime() / 1000
  const ends = limits.map((limit) => (Math.floor(at_s / limit.per_s) + 1) * limit.per_s)
  // Counted for everybody at once, on the disk a moment later, with the deed's own commit at the latest: when
  // the machine stops in between, some askers have a try more, and nobody was told of a count.
  // One row per limit in one statement; ordered by key, so that two askers never wait for each other in a
  // circle.
  const rows = limits
    .map((limit, i) => ({
      scope: limit.scope,
      key: context.tools.digests.identifier(limit.scope, limit.key),
      most: limit.most,
      ends_s: ends[i] ?? at_s,
    }))
    .sort((a, b) => Buffer.compare(a.key, b.key))
  const counted = await context.atOnce.rows<Counted>(
    `with soon as materialized (select set_config('synchronous_commit', 'off', true))
     insert into attempt_counter as c (key_digest, scope, ends_at, used)
     select k, s, e, 1 from soon, unnest($1::bytea[], $2::text[], $3::timestamptz[]) as t(k, s, e)
     on conflict (key_digest, scope, ends_at) do update set used = c.used + 1
     returning key_digest, scope, ends_at, used`,
    [rows.map((r) => r.key), rows.map((r) => r.scope), rows.map((r) => new Date(r.ends_s * 1000))],
  )
  for (const row of rows) {
    // In the order of the database, which is nobody's promise.
    const used = counted.find(
      ({ scope, key_digest: key, ends_at: endsAt }) =>
        scope === row.scope && row.key.equals(key) && endsAt.getTime() === row.ends_s * 1000,
    )?.used
    if (used !== undefined && used <= row.most) {
      continue
    }
    throw reached(row.ends_s - at_s)
  }
}

const reached = (left_s: number): Problem => {
  const wait_s = Math.max(1, Math.ceil(left_s))
  return problem('limit.reached', { retryAfter_s: wait_s, params: { wait: wait_s } })
}

/** The end of the window that `now()` is in. */
const windowEnd = (limit: Limit): Date =>
  new Date((Math.floor(now().getTime() / 1000 / limit.per_s) + 1) * limit.per_s * 1000)

/** What has been counted in this window, without counting. */
export const countedSoFar = async (read: Reading, digests: Digests, limit: Limit): Promise<number> =>
  (
    await read.maybe<{ used: number }>(
      'select used from attempt_counter where key_digest = $1 and scope = $2 and ends_at = $3',
      [digests.identifier(limit.scope, limit.key), limit.scope, windowEnd(limit)],
    )
  )?.used ?? 0

/** Counts one more inside a transaction; answers how many that makes in this window. */
export const countUse = async (work: Work, digests: Digests, limit: Limit): Promise<number> => {
  const { used } = await work.one<{ used: number }>(
    `insert into attempt_counter as c (key_digest, scope, ends_at, used) values ($1, $2, $3, 1)
     on conflict (key_digest, scope, ends_at) do update set used = c.used + 1 returning used`,
    [digests.identifier(limit.scope, limit.key), limit.scope, windowEnd(limit)],
  )
  return used
}

/**
 * Counts one try inside the deed's own transaction; answers whether it is still within the limit. For limits
 * on what a deed finds, not on what is asked.
 */
export const countInside = async (work: Work, digests: Digests, limit: Limit): Promise<boolean> =>
  (await countUse(work, digests, limit)) <= limit.most

/**
 * As `countInside`. Throws `limit.reached` with the time to wait, and with that the try that was one too many
 * leaves nothing.
 */
export const mustBeInside = async (work: Work, digests: Digests, limit: Limit): Promise<void> => {
  if (!(await countInside(work, digests, limit))) {
    throw reached((windowEnd(limit).getTime() - now().getTime()) / 1000)
  }
}
