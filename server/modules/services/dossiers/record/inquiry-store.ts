/** SQL of the questions to the register of judgments: for which dossiers, and when next. */
import { BEFORE_ALL_IDS, pageByPage } from '../../../../kernel/page-by-page.ts'
import type { Reading, Work } from '../../../../kernel/work.ts'

export interface InquiryRow {
  readonly subject_id: string
  readonly case_id: string
  readonly asked_at: Date
  readonly look_at: Date | null
  readonly tries: number
  readonly silent_since: Date | null
}
type Named = Pick<InquiryRow, 'subject_id' | 'case_id'>

/** A dossier that begins anew is asked for anew. */
export const ask = (work: Work, { subject_id, id }: { subject_id: string; id: string }, at: Date) =>
  work.run(
    `insert into judgment_inquiry (subject_id, case_id, asked_at, look_at) values ($1, $2, $3, $3)
     on conflict (subject_id, case_id) do update set asked_at = excluded.asked_at,
       look_at = excluded.look_at, tries = 0, silent_since = null`,
    [subject_id, id, at],
  )
export const find = (read: Reading, { subject_id, id }: { subject_id: string; id: string }) =>
  read.maybe<InquiryRow>('select * from judgment_inquiry where subject_id = $1 and case_id = $2', [
    subject_id,
    id,
  ])

interface Due extends Named {
  /** As the database writes it: to the microsecond. */
  readonly due: string
}
/** Whose turn it is by this moment, who waits longest first. */
export const dueAt = (read: Reading, at: Date): AsyncGenerator<Due> =>
  pageByPage({ due: '-infinity', subject_id: BEFORE_ALL_IDS, case_id: BEFORE_ALL_IDS }, (after, most) =>
    read.rows<Due>(
      `select subject_id, case_id, look_at::text as due from judgment_inquiry
       where look_at <= $1 and (look_at, subject_id, case_id) > ($2::timestamptz, $3::uuid, $4::uuid)
       order by look_at, subject_id, case_id limit $5`,
      [at, after.due, after.subject_id, after.case_id, most],
    ),
  )
/** Taken by one worker until `until`; undefined when another has it or it is not due any more. */
export const lease = (work: Work, { subject_id, case_id }: Named, at: Date, until: Date) =>
  work.maybe<InquiryRow>(
    `update judgment_inquiry set look_at = $4 where (subject_id, case_id) in
       (select subject_id, case_id from judgment_inquiry
        where subject_id = $1 and case_id = $2 and look_at <= $3 for update skip locked) returning *`,
    [subject_id, case_id, at, until],
  )
export const save = (work: Work, row: InquiryRow): Promise<number> =>
  work.run(
    `update judgment_inquiry set look_at = $3, tries = $4, silent_since = $5
     where subject_id = $1 and case_id = $2`,
    [row.subject_id, row.case_id, row.look_at, row.tries, row.silent_since],
  )
