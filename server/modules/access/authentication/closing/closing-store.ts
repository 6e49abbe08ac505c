/** SQL of accounts that are being closed. */
import { dueRows } from '../../../../kernel/due-rows.ts'
import type { Reading, Work } from '../../../../kernel/work.ts'

export type ClosingEnd = 'closed' | 'kept' | 'disputed' | 'locked' | 'recovered' | 'phone-moved'
export interface ClosingRow {
  readonly subject_id: string
  readonly begun_at: Date
  readonly due_at: Date
  readonly remind_at: Date | null
  readonly look_at: Date | null
  readonly sealed_stop_code: Buffer | null
  readonly stop_code_digest: Buffer
  readonly ended_at: Date | null
}

/** False when one goes on already. */
export const begin = async (work: Work, row: Omit<ClosingRow, 'ended_at'>): Promise<boolean> =>
  (await work.run(
    `insert into account_closing as c (subject_id, begun_at, due_at, remind_at, look_at, sealed_stop_code,
       stop_code_digest) values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (subject_id) do update set begun_at = excluded.begun_at, due_at = excluded.due_at,
       remind_at = excluded.remind_at, look_at = excluded.look_at,
       sealed_stop_code = excluded.sealed_stop_code, stop_code_digest = excluded.stop_code_digest,
       ended_at = null, ended_as = null
       where c.ended_at is not null`,
    [
      row.subject_id,
      row.begun_at,
      row.due_at,
      row.remind_at,
      row.look_at,
      row.sealed_stop_code,
      row.stop_code_digest,
    ],
  )) === 1
export const find = (read: Reading, subjectId: string) =>
  read.maybe<ClosingRow>('select * from account_closing where subject_id = $1', [subjectId])
export const standing = (read: Reading, subjectId: string) =>
  read.maybe<ClosingRow>('select * from account_closing where subject_id = $1 and ended_at is null', [
    subjectId,
  ])
export const standingForUpdate = (work: Work, subjectId: string) =>
  work.maybe<ClosingRow>(
    'select * from account_closing where subject_id = $1 and ended_at is null for update',
    [subjectId],
  )
/** When she said that it was not she who had asked for it; null also where another one has begun since. */
export const disputedClosingAt = async (read: Reading, subjectId: string): Promise<Date | null> =>
  (
    await read.maybe<{ ended_at: Date }>(
      `select ended_at from account_closing where subject_id = $1 and ended_as = 'disputed'`,
      [subjectId],
    )
  )?.ended_at ?? null
/** True when it went on until now. Its code is forgotten with it. */
export const end = async (work: Work, subjectId: string, as: ClosingEnd, at: Date): Promise<boolean> =>
  (await work.run(
    `update account_closing set ended_at = $3, ended_as = $2, look_at = null, sealed_stop_code = null
     where subject_id = $1 and ended_at is null`,
    [subjectId, as, at],
  )) === 1
export const { dueAt, takeDue, lookAgain } = dueRows<ClosingRow>('account_closing')
/** From now on it waits for its day. */
export const reminded = (work: Work, subjectId: string, until: Date): Promise<number> =>
  work.run('update account_closing set due_at = $2, look_at = $2, remind_at = null where subject_id = $1', [
    subjectId,
    until,
  ])
