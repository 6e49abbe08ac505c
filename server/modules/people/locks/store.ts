/** SQL of the grounds that stand and stood. */
import type { Reading, Work } from '../../../kernel/work.ts'
import type { Standing } from './lock.ts'
import type { Authority, Ground } from './rules.ts'

export interface LockRow {
  readonly subject_id: string
  readonly id: string
  readonly ground: Ground
  readonly body_key: string
  readonly set_by: Authority
  readonly set_at: Date
  readonly asked_at: Date | null
  readonly asked_seen_at: Date | null
  readonly sealed_set: Buffer
  readonly lifted_by: Authority | null
  readonly lifted_at: Date | null
  readonly sealed_lifted: Buffer | null
  readonly disputed_at: Date | null
}

const standingOf = (row: LockRow): Standing => ({
  id: row.id,
  ground: row.ground,
  bodyKey: row.body_key,
  setBy: row.set_by,
  setAt: row.set_at,
  askedAt: row.asked_at,
  askedSeenAt: row.asked_seen_at,
})

export const standing = async (read: Reading, subjectId: string): Promise<Standing[]> =>
  (
    await read.rows<LockRow>(
      'select * from account_lock where subject_id = $1 and lifted_at is null order by set_at, id',
      [subjectId],
    )
  ).map(standingOf)
/** Her own requests, lifted or not, that were made or made again after this moment. */
export const holderLocksSince = async (read: Reading, subjectId: string, since: Date): Promise<Standing[]> =>
  (
    await read.rows<LockRow>(
      `select * from account_lock where subject_id = $1 and ground = 'holder-request'
         and (set_at > $2 or asked_at > $2 or asked_seen_at > $2) order by set_at, id`,
      [subjectId, since],
    )
  ).map(standingOf)
export const insert = (
  work: Work,
  row: Pick<LockRow, 'subject_id' | 'id' | 'ground' | 'body_key' | 'set_by' | 'set_at' | 'sealed_set'>,
): Promise<number> =>
  work.run(
    `insert into account_lock (subject_id, id, ground, body_key, set_by, set_at, sealed_set) values ($1,
       $2, $3, $4, $5, $6, $7)
     on conflict (subject_id, ground, body_key) where lifted_at is null do nothing`,
    [row.subject_id, row.id, row.ground, row.body_key, row.set_by, row.set_at, row.sealed_set],
  )
/** Her own request is made again while it stands; who was not seen does not take the place of who was. */
export const saveAskedAnew = (
  work: Work,
  subjectId: string,
  { at, isSeen }: { readonly at: Date; readonly isSeen: boolean },
): Promise<number> =>
  work.run(
    `update account_lock set asked_at = $2, asked_seen_at = case when $3 then $2 else asked_seen_at end
     where subject_id = $1 and ground = 'holder-request' and lifted_at is null`,
    [subjectId, at, isSeen],
  )
export const saveLifted = (
  work: Work,
  subjectId: string,
  ids: readonly string[],
  by: Authority,
  at: Date,
  sealed: Buffer,
): Promise<number> =>
  work.run(
    'update account_lock set lifted_by = $3, lifted_at = $4, sealed_lifted = $5 where subject_id = $1 and id = any($2::uuid[]) and lifted_at is null',
    [subjectId, ids, by, at, sealed],
  )
export const history = (read: Reading, subjectId: string, most: number) =>
  read.rows<LockRow>(
    'select * from account_lock where subject_id = $1 order by set_at desc, id desc limit $2',
    [subjectId, most],
  )

/** A code that was used is void: whoever typed it for her has read it. */
export const lockCode = (read: Reading, subjectId: string) =>
  read.maybe<{ code_digest: Buffer; made_at: Date }>(
    'select code_digest, made_at from lock_code where subject_id = $1 and used_at is null',
    [subjectId],
  )
export const saveLockCode = (work: Work, subjectId: string, digest: Buffer, at: Date): Promise<number> =>
  work.run(
    `insert into lock_code (subject_id, code_digest, made_at) values ($1, $2, $3)
     on conflict (subject_id) do update set code_digest = excluded.code_digest, made_at = excluded.made_at,
       used_at = null`,
    [subjectId, digest, at],
  )
export const forgetLockCode = (work: Work, subjectId: string, before: Date): Promise<number> =>
  work.run('delete from lock_code where subject_id = $1 and made_at < $2', [subjectId, before])
export const useLockCode = (work: Work, subjectId: string, at: Date): Promise<number> =>
  work.run('update lock_code set used_at = $2 where subject_id = $1 and used_at is null', [subjectId, at])

export const watch = (work: Work, subjectId: string, at: Date): Promise<number> =>
  work.run(
    'insert into lock_watch (subject_id, next_look_at) values ($1, $2) on conflict (subject_id) do update set next_look_at = least(lock_watch.next_look_at, excluded.next_look_at)',
    [subjectId, at],
  )
/** The one who has waited longest; two workers never take the same. */
export const takeDue = (work: Work, at: Date) =>
  work.maybe<{ subject_id: string }>(
    'select subject_id from lock_watch where next_look_at <= $1 order by next_look_at limit 1 for update skip locked',
    [at],
  )
export const lookAgain = (work: Work, subjectId: string, at: Date): Promise<number> =>
  work.run('update lock_watch set next_look_at = $2 where subject_id = $1', [subjectId, at])
