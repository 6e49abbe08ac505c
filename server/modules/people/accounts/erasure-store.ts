/** SQL of erasures. */
import { dueSubjects } from '../../../kernel/page-by-page.ts'
import type { Reading, Work } from '../../../kernel/work.ts'

export interface ErasureRow {
  readonly subject_id: string
  readonly number_digest: Buffer
  readonly closed_at: Date
  readonly look_at: Date
}

/** A later closing begins it anew. */
export const begin = (work: Work, row: ErasureRow): Promise<number> =>
  work.run(
    `insert into erasure (subject_id, number_digest, closed_at, look_at) values ($1, $2, $3, $4)
     on conflict (subject_id) do update set number_digest = excluded.number_digest,
       closed_at = excluded.closed_at, look_at = excluded.look_at`,
    [row.subject_id, row.number_digest, row.closed_at, row.look_at],
  )

export const notTakenUp = (read: Reading) =>
  read.rows<{ subject_id: string }>(
    `select subject_id from account where state = 'closed' and personal_number is not null limit 100`,
  )
export const takeUp = (work: Work, subjectId: string) =>
  work.maybe<{ subject_id: string; personal_number: string; locked_at: Date | null }>(
    `select subject_id, personal_number, locked_at from account
     where subject_id = $1 and state = 'closed' and personal_number is not null for update skip locked`,
    [subjectId],
  )
export const forgetNumber = (work: Work, subjectId: string): Promise<number> =>
  work.run(`update account set personal_number = null where subject_id = $1 and state = 'closed'`, [
    subjectId,
  ])

/** Who waits longest first. */
export const dueAt = (read: Reading, at: Date) =>
  dueSubjects((after, most) =>
    read.rows(
      `select subject_id, look_at::text as due from erasure
       where look_at <= $1 and (look_at, subject_id) > ($2::timestamptz, $3::uuid)
       order by look_at, subject_id limit $4`,
      [at, after.due, after.subject_id, most],
    ),
  )
export const takeDue = (work: Work, subjectId: string, at: Date) =>
  work.maybe<ErasureRow>(
    'select * from erasure where subject_id = $1 and look_at <= $2 for update skip locked',
    [subjectId, at],
  )
export const stateForUpdate = async (work: Work, subjectId: string): Promise<string | undefined> =>
  (
    await work.maybe<{ state: string }>('select state from account where subject_id = $1 for update', [
      subjectId,
    ])
  )?.state
export const holdNumber = async (work: Work, digest: Buffer): Promise<void> => {
  await work.rows(`select 1 from identifier where kind = 'number' and digest = $1 for update`, [digest])
}
export const lookAgain = (work: Work, subjectId: string, at: Date): Promise<number> =>
  work.run('update erasure set look_at = $2 where subject_id = $1', [subjectId, at])
export const forget = (work: Work, subjectId: string): Promise<number> =>
  work.run('delete from erasure where subject_id = $1', [subjectId])
