/** SQL of who sent the named reports. */
import type { Reading, Work } from '../../../kernel/work.ts'

export interface ReporterRow {
  readonly subject_id: string
  readonly report_id: string
  readonly about_key: string
  readonly is_name_shown: boolean
  readonly sent_at: Date
  readonly sealed: Buffer
}
const COLUMNS = 'subject_id, report_id, about_key, is_name_shown, sent_at, sealed'

export const addReporter = async (work: Work, row: ReporterRow): Promise<void> => {
  await work.run(
    `insert into crime_report_reporter (subject_id, report_id, about_key, is_name_shown, sent_at, sealed)
     values ($1, $2, $3, $4, $5, $6)`,
    [row.subject_id, row.report_id, row.about_key, row.is_name_shown, row.sent_at, row.sealed],
  )
}
export const reporterOf = (read: Reading, reportId: string) =>
  read.maybe<ReporterRow>(`select ${COLUMNS} from crime_report_reporter where report_id = $1`, [reportId])

/** Undefined where it is another's, or nobody's. */
export const ownReporter = (read: Reading, subjectId: string, reportId: string) =>
  read.maybe<ReporterRow>(
    `select ${COLUMNS} from crime_report_reporter where subject_id = $1 and report_id = $2`,
    [subjectId, reportId],
  )

/** The newest first. */
export const reportsOf = (read: Reading, subjectId: string, most: number) =>
  read.rows<ReporterRow>(
    `select ${COLUMNS} from crime_report_reporter where subject_id = $1 order by sent_at desc limit $2`,
    [subjectId, most],
  )
