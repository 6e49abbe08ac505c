/**
 * Rows that the clock looks at: one a person, in a table with `subject_id` and `look_at` (null when there is
 * nothing to look for). The module that owns the table says what is done to a row (`each-of.ts`).
 */
import { BEFORE_ALL_IDS, pageByPage } from './page-by-page.ts'
import type { Reading, Work } from './work.ts'

interface Due {
  readonly subject_id: string
  /** As the database writes it: to the microsecond. */
  readonly due: string
}
const BEFORE_ALL: Due = { subject_id: BEFORE_ALL_IDS, due: '-infinity' }

export const dueRows = <Row>(table: string) => ({
  /** Whose turn it is by this moment, who waits longest first. */
  dueAt: (read: Reading, at: Date): AsyncGenerator<Due> =>
    pageByPage(BEFORE_ALL, (after, most) =>
      read.rows<Due>(
        `select subject_id, look_at::text as due from ${table}
         where look_at <= $1 and (look_at, subject_id) > ($2::timestamptz, $3::uuid)
         order by look_at, subject_id limit $4`,
        [at, after.due, after.subject_id, most],
      ),
    ),
  /** Taken by one worker, while it is still to be looked at; else undefined. */
  takeDue: (work: Work, subjectId: string, at: Date): Promise<Row | undefined> =>
    work.maybe<Row>(`select * from ${table} where subject_id = $1 and look_at <= $2 for update skip locked`, [
      subjectId,
      at,
    ]),
  lookAgain: (work: Work, subjectId: string, at: Date): Promise<number> =>
    work.run(`update ${table} set look_at = $2 where subject_id = $1`, [subjectId, at]),
})
