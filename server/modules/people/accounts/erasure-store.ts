/** SQL of erasures. */
import { dueRows } from '../../../kernel/due-rows.ts'
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

export const { dueAt, takeDue, lookAgain } = dueRows<ErasureRow>('erasure')
export const stateForUpdate = async (work: Work, subjectId: string): Promise<string | undefined> =>
  (
    await work.maybe<{ state: string }>('select state from account where subject_id = $1 for update', [
      subjectId,
    ])
  )?.state
export const holdNumber = async (work: Work, digest: Buffer): Promise<void> => {
  await work.rows(`select 1 from identifier where kind = 'number' and digest = $1 for update`, [digest])
}
export const forget = (work: Work, subjectId: string): Promise<number> =>
  work.run('delete from erasure where subject_id = $1', [subjectId])
