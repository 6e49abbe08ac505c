/** SQL of a person's own log. */
import type { StoredLine } from '../../../kernel/audit-store.ts'
import type { Reading } from '../../../kernel/work.ts'
import { LINE, type LineRow } from './store.ts'

export interface LogRow {
  readonly id: string
  readonly at: Date
  readonly use_case: string
  readonly actor: string
  readonly purpose: string
  readonly outcome: string
  readonly fields: string[]
  readonly detail: StoredLine['detail']
  readonly leaf_no: number | null
}

export interface LinesAsked {
  /** The id of the last line that was read. */
  readonly before: string | null
  readonly most: number
  /** Lines of these alone; null for all. */
  readonly purposes: readonly string[] | null
  readonly from: Date | null
  /** Without this moment. */
  readonly until: Date | null
}

/** Lines about a person, newest first; her lines lie together under her subject. */
export const linesAbout = (
  read: Reading,
  subjectId: string,
  { before, most, purposes, from, until }: LinesAsked,
) =>
  read.rows<LogRow>(
    `select id, at, use_case, actor, purpose, outcome, fields, detail, leaf_no from audit_line
     where subject_id = $1 and id < $2 and ($4::text[] is null or purpose = any($4))
       and ($5::timestamptz is null or at >= $5) and ($6::timestamptz is null or at < $6)
     order by id desc limit $3`,
    [subjectId, before ?? 'ffffffff-ffff-ffff-ffff-ffffffffffff', most, purposes, from, until],
  )

export const logRow = (read: Reading, subjectId: string, id: string) =>
  read.maybe<LogRow>(
    `select id, at, use_case, actor, purpose, outcome, fields, detail, leaf_no from audit_line
     where subject_id = $1 and id = $2`,
    [subjectId, id],
  )

/** Hers alone: another person's line is as absent as one that nobody has. */
export const lineAbout = (read: Reading, subjectId: string, id: string) =>
  read.maybe<LineRow & { leaf_no: number | null }>(
    `select ${LINE}, l.leaf_no from audit_line l where l.subject_id = $1 and l.id = $2`,
    [subjectId, id],
  )

/** Her lines as they were digested, the newest first. */
export const wholeLinesAbout = (read: Reading, subjectId: string, before: string | null, most: number) =>
  read.rows<LineRow & { leaf_no: number | null }>(
    `select ${LINE}, l.leaf_no from audit_line l where l.subject_id = $1 and l.id < $2
     order by l.id desc limit $3`,
    [subjectId, before ?? 'ffffffff-ffff-ffff-ffff-ffffffffffff', most],
  )

export const lastLineOfOthers = (read: Reading, subjectId: string) =>
  read.maybe<LogRow>(
    `select id, at, use_case, actor, purpose, outcome, fields, detail, leaf_no from audit_line
     where subject_id = $1 and (actor like 'officer:%' or detail ? 'client') and cardinality(fields) > 0
       order by id desc limit 1`,
    [subjectId],
  )

export const firstOfEachPurpose = (read: Reading, subjectId: string) =>
  read.rows<{ purpose: string; at: Date }>(
    "select purpose, min(at) as at from audit_line where subject_id = $1 and outcome in ('done', 'accept', 'accepted', 'refused', 'review') group by purpose",
    [subjectId],
  )
