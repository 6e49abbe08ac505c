/** SQL of notes that an older Sen kept in the clear, until they are sealed. */
import type { Reading, Work } from '../../../kernel/work.ts'

export interface OldNote {
  readonly subject_id: string
  readonly case_id: string
  readonly id: string
  readonly at: Date
  readonly what: string
  readonly by: string
  readonly note: string
}
export const oldNotes = (read: Reading, after: string, max: number) =>
  read.rows<OldNote>('select * from case_old_note where id > $1 order by id limit $2', [after, max])
/** Whether it was still there: only one worker takes it. */
export const takeOldNote = async (work: Work, { id }: Pick<OldNote, 'id'>): Promise<boolean> =>
  (await work.run('delete from case_old_note where id = $1', [id])) === 1
/** The newest of a case that is not sealed yet. */
export const oldNoteOf = (read: Reading, subjectId: string, caseId: string, what: string) =>
  read.maybe<Pick<OldNote, 'note'>>(
    `select note from case_old_note where subject_id = $1 and case_id = $2 and what = $3 order by at desc limit 1`,
    [subjectId, caseId, what],
  )
