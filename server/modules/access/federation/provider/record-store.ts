/** SQL of the provider's protocol records. */
import type { Reading, Work } from '../../../../kernel/work.ts'
import type { FoundRow, RecordRow, Shelf } from './record.ts'

const FOUND = 'key, model, session_uid, payload, consumed_at'

export const findRecord = (read: Reading, shelf: Shelf, key: Buffer) =>
  read.maybe<FoundRow>(`select ${FOUND} from ${shelf} where key = $1`, [key])

/** A token or code with the session and the grant that it stands on: three look-ups of the library in one. */
export const findWithKin = (read: Reading, shelf: Shelf, key: Buffer) =>
  read.rows<FoundRow>(
    `with asked as materialized (select ${FOUND}, grant_id from ${shelf} where key = $1)
     select ${FOUND} from asked
     union all select s.key, s.model, s.session_uid, s.payload, s.consumed_at from asked a
       join oidc_record s on s.session_uid = a.session_uid and s.model = 'Session'
     union all select g.key, g.model, g.session_uid, g.payload, g.consumed_at from asked a
       join oidc_record g on g.grant_id = a.grant_id and g.model = 'Grant'`,
    [key],
  )

export const findSession = (read: Reading, uid: string) =>
  read.maybe<FoundRow>(
    `select ${FOUND} from oidc_record where session_uid = $1 and model = 'Session' order by expires_at desc limit 1`,
    [uid],
  )

export interface RecordChanges {
  readonly at: Date
  readonly puts: readonly (RecordRow & { shelf: Shelf })[]
  /** Each may be spent once; when one has been spent before, nothing is put. */
  readonly spends: readonly { shelf: Shelf; key: Buffer }[]
  readonly drops: readonly { shelf: Shelf; key: Buffer }[]
  readonly revokedGrants: readonly string[]
}

const SHELVES: readonly Shelf[] = ['oidc_passing', 'oidc_record']

/**
 * Written out one by one: of an array PostgreSQL does not know beforehand how long it is, and plans the
 * statement anew each time, which costs more than running it. A request has few records, so the shapes are
 * few.
 */
const listOf = (values: readonly unknown[], hold: (value: unknown) => string): string =>
  values.map(hold).join(', ')

/**
 * Writes all changes of one request in one statement. Answers false when a record had been spent before
 * (compare-and-set lost).
 */
export const applyChanges = async (to: Reading, changes: RecordChanges): Promise<boolean> => {
  const params: unknown[] = []
  const hold = (value: unknown): string => `$${params.push(value)}`
  const parts: string[] = []
  const spent: string[] = []
  const at = changes.spends.length > 0 ? hold(changes.at) : ''
  for (const shelf of SHELVES) {
    const keys = changes.spends.filter((s) => s.shelf === shelf).map((s) => s.key)
    if (keys.length === 0) {
      continue
    }
    parts.push(
      `spent_${shelf} as (update ${shelf} set consumed_at = ${at} where key in (${listOf(keys, hold)}) and consumed_at is null returning key)`,
    )
    spent.push(`(select count(*) from spent_${shelf})`)
  }
  parts.push(
    `fair as materialized (select ${spent.length > 0 ? `${spent.join(' + ')} = ${hold(changes.spends.length)}::int` : 'true'} as is_fair)`,
  )
  for (const shelf of SHELVES) {
    parts.push(...dropParts(shelf, changes, hold), ...putParts(shelf, changes, hold))
  }
  const { is_fair } = await to.one<{ is_fair: boolean }>(
    `with ${parts.join(',\n')}\nselect is_fair from fair`,
    params,
  )
  return is_fair
}

const dropParts = (shelf: Shelf, changes: RecordChanges, hold: (value: unknown) => string): string[] => {
  const keys = changes.drops.filter((d) => d.shelf === shelf).map((d) => d.key)
  return [
    ...(keys.length > 0
      ? [`dropped_${shelf} as (delete from ${shelf} where key in (${listOf(keys, hold)}))`]
      : []),
    ...(changes.revokedGrants.length > 0
      ? [
          `revoked_${shelf} as (delete from ${shelf} where grant_id = any(${hold(changes.revokedGrants)}::text[]))`,
        ]
      : []),
  ]
}

const putParts = (shelf: Shelf, changes: RecordChanges, hold: (value: unknown) => string): string[] => {
  const puts = changes.puts.filter((p) => p.shelf === shelf)
  if (puts.length === 0) {
    return []
  }
  const rows = puts.map(
    (p) =>
      `(${hold(p.key)}::bytea, ${hold(p.model)}, ${hold(p.grant_id)}, ${hold(p.session_uid)},
        ${hold(p.payload)}::bytea, ${hold(p.expires_at)}::timestamptz)`,
  )
  return [
    `kept_${shelf} as (insert into ${shelf} (key, model, grant_id, session_uid, payload, expires_at)
       select t.* from (values ${rows.join(', ')}) as t, fair where fair.is_fair
       on conflict (key) do update set grant_id = excluded.grant_id, session_uid = excluded.session_uid,
         payload = excluded.payload, expires_at = excluded.expires_at)`,
  ]
}

/** True when this id is seen for the first time (RFC 7523 §3, RFC 9449 §11.1). */
export const insertUsedId = async (
  to: Reading,
  key: Buffer,
  payload: Buffer,
  expiresAt: Date,
): Promise<boolean> =>
  (
    await to.rows(
      `insert into oidc_record (key, model, payload, expires_at) values ($1, 'ReplayDetection', $2, $3) on conflict (key) do nothing returning 1 as one`,
      [key, payload, expiresAt],
    )
  ).length === 1

export const savePayload = (work: Work, shelf: Shelf, key: Buffer, payload: Buffer): void =>
  work.send(`update ${shelf} set payload = $2 where key = $1`, [key, payload])

export const recordForUpdate = (work: Work, shelf: Shelf, key: Buffer, at: Date) =>
  work.maybe<FoundRow>(`select ${FOUND} from ${shelf} where key = $1 and expires_at > $2 for update`, [
    key,
    at,
  ])

export const sessionsForUpdate = (work: Work, uids: readonly string[]) =>
  work.rows<FoundRow>(
    `select ${FOUND} from oidc_record where session_uid = any($1::text[]) and model = 'Session' order by key for update`,
    [uids],
  )

export const deleteSession = (work: Work, uid: string) =>
  work.rows<FoundRow>(
    `delete from oidc_record where session_uid = $1 and model = 'Session' returning ${FOUND}`,
    [uid],
  )

export const deleteGrants = async (work: Work, grantIds: readonly string[]): Promise<number> =>
  (await work.run('delete from oidc_record where grant_id = any($1::text[])', [grantIds])) +
  (await work.run('delete from oidc_passing where grant_id = any($1::text[])', [grantIds]))

/** Removes what has lapsed, a bounded number at a time. */
export const deleteLapsed = async (work: Work, at: Date, most: number): Promise<number> => {
  let gone = 0
  for (const shelf of [...SHELVES, 'sign_in_attempt']) {
    gone += await work.run(
      `delete from ${shelf} where key in (select key from ${shelf} where expires_at < $1 limit $2)`,
      [at, most],
    )
  }
  return gone
}
