/** SQL of the outbox: published events that wait for their reactions. */
import type { StoredEvent } from '../kernel/event.ts'
import type { Reading, Work } from '../kernel/work.ts'
import { newId } from '../kernel/id.ts'

export interface OutboxRow {
  readonly subject_id: string
  readonly id: string
  readonly kind: string
  readonly data: Record<string, unknown>
}

export const storeEvents = (work: Pick<Work, 'send'>, events: readonly StoredEvent[], at: Date): void =>
  work.send(
    `insert into outbox (subject_id, id, kind, data, due_at)
     select s, i, k, d::jsonb, $5 from unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[]) as t(s, i, k,
       d)`,
    [
      events.map((e) => e.subjectId),
      events.map(() => newId()),
      events.map((e) => e.kind),
      events.map((e) => JSON.stringify(e.data)),
      at,
    ],
  )

/** One message, and no transaction: a Sen without work looks several times a second. */
export const isAnyDue = async (read: Reading, at: Date): Promise<boolean> =>
  (await read.one<{ yes: boolean }>('select exists (select 1 from outbox where due_at <= $1) as yes', [at]))
    .yes

/** The oldest due event that nobody else holds. */
export const claimEvent = (work: Work, at: Date) =>
  work.maybe<OutboxRow>(
    'select subject_id, id, kind, data from outbox where due_at <= $1 order by due_at, id limit 1 for update skip locked',
    [at],
  )

export const deleteEvent = (work: Work, row: OutboxRow): Promise<number> =>
  work.run('delete from outbox where subject_id = $1 and id = $2', [row.subject_id, row.id])

/** Puts a failed event off: `first_s` doubling to `longest_s`. */
export const postponeEvent = (
  work: Work,
  row: OutboxRow,
  failure: { error: string; at: Date; first_s: number; longest_s: number },
): Promise<number> =>
  work.run(
    `update outbox set attempts = attempts + 1, last_error = $3,
       due_at = $4::timestamptz
         + least($5::float8, $6::float8 * power(2, least(attempts, 20))) * interval '1 second'
     where subject_id = $1 and id = $2`,
    [row.subject_id, row.id, failure.error.slice(0, 300), failure.at, failure.longest_s, failure.first_s],
  )

/** Why an event is kept: no declared event has its name, or its data does not fit the schema. */
export type KeptBecause = 'unknown' | 'unreadable'

/** Never deleted and not tried again, until somebody who knows it takes it up. */
export const keepEvent = (work: Work, row: OutboxRow, because: KeptBecause): Promise<number> =>
  work.run(`update outbox set kept_because = $3, due_at = 'infinity' where subject_id = $1 and id = $2`, [
    row.subject_id,
    row.id,
    because,
  ])

/** Makes kept events of these kinds due; answers how many. */
export const takeUpKept = (work: Work, kinds: readonly string[], at: Date): Promise<number> =>
  work.run(
    `update outbox set kept_because = null, due_at = $2 where kept_because is not null and kind = any($1::text[])`,
    [kinds, at],
  )

/** How many failed and how many are kept, each counted up to 1000; since when the oldest due one waits. */
export const backlog = (read: Reading, at: Date) =>
  read.one<{ failing: number; kept: number; oldest: Date | null }>(
    `select (select count(*) from (select 1 from outbox where attempts > 0 limit 1000) as few) as failing,
       (select count(*) from (select 1 from outbox where kept_because is not null limit 1000) as few) as kept,
       (select due_at from outbox where due_at <= $1 order by due_at limit 1) as oldest`,
    [at],
  )
