/** SQL of erasures of people who never had an account. */
import { dueRows } from '../../../kernel/due-rows.ts'
import type { Reading, Work } from '../../../kernel/work.ts'

interface WithoutAccountRow {
  readonly subject_id: string
  readonly number_digest: Buffer
  readonly ended_at: Date
  readonly look_at: Date
}

/** One that is looked after already stays as it is. */
export const begin = (work: Work, row: WithoutAccountRow): Promise<number> =>
  work.run(
    `insert into erasure_without_account (subject_id, number_digest, ended_at, look_at)
     values ($1, $2, $3, $4) on conflict (subject_id) do nothing`,
    [row.subject_id, row.number_digest, row.ended_at, row.look_at],
  )
/** Also who has closed one and is still being erased; not who was erased after that, and came again. */
export const withAccount = (read: Reading, subjectIds: readonly string[]) =>
  read.rows<{ subject_id: string }>(
    `select subject_id from account a where subject_id = any($1::uuid[])
       and (state <> 'closed' or personal_number is not null
         or exists (select 1 from erasure e where e.subject_id = a.subject_id))`,
    [subjectIds],
  )

export const { dueAt, takeDue } = dueRows<WithoutAccountRow>('erasure_without_account')
export const lookAgain = (work: Work, subjectId: string, endedAt: Date, at: Date): Promise<number> =>
  work.run('update erasure_without_account set ended_at = $2, look_at = $3 where subject_id = $1', [
    subjectId,
    endedAt,
    at,
  ])
export const forget = (work: Work, subjectId: string): Promise<number> =>
  work.run('delete from erasure_without_account where subject_id = $1', [subjectId])
