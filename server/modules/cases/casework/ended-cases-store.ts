/** SQL of ended cases, in the order in which they ended. */
import type { Reading, Work } from '../../../kernel/work.ts'

/** As the database writes it: to the microsecond. */
interface Cursor {
  readonly ended: string
  readonly id: string
}
/** undefined while another worker is at it. */
export const takeCursor = (work: Work) =>
  work.maybe<Cursor>('select ended_at::text as ended, id from ended_case_cursor for update skip locked')
export const moveCursor = (work: Work, { ended, id }: Cursor): Promise<number> =>
  work.run('update ended_case_cursor set ended_at = $1::timestamptz, id = $2', [ended, id])

export interface EndedCaseRow extends Cursor {
  readonly subject_id: string
  readonly about_key: string
  readonly ended_at: Date
}
const ENDED = 'coalesce(decided_at, changed_at)'
export const endedAfter = (read: Reading, after: Cursor, until: Date, most: number) =>
  read.rows<EndedCaseRow>(
    `select subject_id, id, about_key, ${ENDED} as ended_at, ${ENDED}::text as ended from case_file
     where unfinished_key is null and ${ENDED} <= $1 and (${ENDED}, id) > ($2::timestamptz, $3::uuid)
     order by ${ENDED}, id limit $4`,
    [until, after.ended, after.id, most],
  )
export const lastEnd = async (read: Reading, subjectId: string): Promise<Date | null> =>
  (
    await read.one<{ ended: Date | null }>(
      `select max(${ENDED}) as ended from case_file where subject_id = $1 and unfinished_key is null`,
      [subjectId],
    )
  ).ended
