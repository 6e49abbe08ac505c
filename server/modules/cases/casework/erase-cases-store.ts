/** SQL of erased cases. */
import type { Reading, Work } from '../../../kernel/work.ts'

export const decidedBefore = async (
  read: Reading,
  subjectId: string,
  before: Date,
  most: number,
): Promise<string[]> =>
  (
    await read.rows<{ id: string }>(
      `select id from case_file where subject_id = $1 and unfinished_key is null
         and coalesce(decided_at, changed_at) <= $2 order by id limit $3`,
      [subjectId, before, most],
    )
  ).map(({ id }) => id)

export const eraseAll = async (work: Work, subjectId: string, ids: readonly string[]): Promise<void> => {
  for (const table of ['case_attachment', 'case_history', 'case_old_note']) {
    await work.run(`delete from ${table} where subject_id = $1 and case_id = any($2::uuid[])`, [
      subjectId,
      ids,
    ])
  }
  await work.run('delete from case_name where id = any($1::uuid[])', [ids])
  await work.run('delete from case_file where subject_id = $1 and id = any($2::uuid[])', [subjectId, ids])
}
