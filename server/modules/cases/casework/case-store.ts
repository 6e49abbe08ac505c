/** SQL of cases, whatever their kind. */
import { newId } from '../../../kernel/id.ts'
import type { Reading, Work } from '../../../kernel/work.ts'
import type { CaseName, CaseOf, CaseRow } from './case-row.ts'

export const nameOfCase = (read: Reading, kind: string, id: string) =>
  read.maybe<CaseName>('select * from case_name where id = $1 and kind = $2', [id, kind])
export const hasName = async (read: Reading, id: string): Promise<boolean> =>
  (await read.one<{ has: boolean }>('select exists (select 1 from case_name where id = $1) as has', [id])).has
export const nameOfReference = (read: Reading, reference: string) =>
  read.maybe<CaseName>('select * from case_name where reference = $1', [reference])

export const find = (read: Reading, subjectId: string, id: string) =>
  read.maybe<CaseRow>('select * from case_file where subject_id = $1 and id = $2', [subjectId, id])
export const forUpdate = (work: Work, subjectId: string, id: string) =>
  work.maybe<CaseRow>('select * from case_file where subject_id = $1 and id = $2 for update', [subjectId, id])
export const unfinishedForUpdate = (work: Work, subjectId: string, kind: string, key: string) =>
  work.maybe<CaseRow>(
    'select * from case_file where subject_id = $1 and kind = $2 and unfinished_key = $3 for update',
    [subjectId, kind, key],
  )
/** The newest first. */
export const ofSubject = (read: Reading, subjectId: string, kind: string, max: number) =>
  read.rows<CaseRow>(
    `select * from case_file where subject_id = $1 and kind = $2 order by opened_at desc, id desc limit $3`,
    [subjectId, kind, max],
  )

/** Those that were opened before this one, the newest first. */
export const ofSubjectBefore = (
  read: Reading,
  subjectId: string,
  kind: string,
  before: { readonly at: string; readonly id: string },
  max: number,
) =>
  read.rows<CaseRow>(
    `select * from case_file where subject_id = $1 and kind = $2
       and (opened_at, id) < ($3::timestamptz, $4::uuid)
     order by opened_at desc, id desc limit $5`,
    [subjectId, kind, before.at, before.id, max],
  )

/** Of every kind but these, the newest first. */
export const allOfSubject = (
  read: Reading,
  subjectId: string,
  { but, max }: { readonly but: readonly string[]; readonly max: number },
) =>
  read.rows<
    Pick<CaseRow, 'kind' | 'reference' | 'office_id' | 'state' | 'opened_at' | 'submitted_at' | 'decided_at'>
  >(
    `select kind, reference, office_id, state, opened_at, submitted_at, decided_at from case_file
     where subject_id = $1 and kind <> all($2) order by opened_at desc, id desc limit $3`,
    [subjectId, but, max],
  )

export const hasUnfinished = async (read: Reading, subjectId: string): Promise<boolean> =>
  (
    await read.one<{ has: boolean }>(
      'select exists (select 1 from case_file where subject_id = $1 and unfinished_key is not null) as has',
      [subjectId],
    )
  ).has

/** False when the id or the reference names a case already. */
export const reserveName = async (work: Work, name: CaseName): Promise<boolean> =>
  (await work.run(
    `insert into case_name (id, kind, reference, subject_id, office_id) values ($1, $2, $3, $4, $5)
     on conflict do nothing`,
    [name.id, name.kind, name.reference, name.subject_id, name.office_id],
  )) === 1

export type NewCase = Pick<
  CaseRow,
  | 'subject_id'
  | 'id'
  | 'kind'
  | 'reference'
  | 'office_id'
  | 'state'
  | 'about_key'
  | 'taken_by'
  | 'unfinished_key'
  | 'opened_by'
  | 'opened_at'
  | 'received_at'
  | 'due_at'
  | 'calendar_revision'
  | 'facts'
  | 'sealed_content'
>
/** False when the person has an unfinished case of this kind and key. */
export const insert = async (work: Work, row: NewCase): Promise<boolean> =>
  (await work.run(
    `insert into case_file (subject_id, id, kind, reference, office_id, state, about_key, taken_by,
       unfinished_key, opened_by, opened_at, received_at, changed_at, due_at, facts, sealed_content,
       calendar_revision)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $12, $13, $14, $15, $16)
     on conflict (subject_id, kind, unfinished_key) where unfinished_key is not null do nothing`,
    [
      row.subject_id,
      row.id,
      row.kind,
      row.reference,
      row.office_id,
      row.state,
      row.about_key,
      row.taken_by,
      row.unfinished_key,
      row.opened_by,
      row.opened_at,
      row.received_at,
      row.due_at,
      JSON.stringify(row.facts),
      row.sealed_content,
      row.calendar_revision,
    ],
  )) === 1

export type CaseChange = Pick<
  CaseRow,
  | 'state'
  | 'taken_by'
  | 'unfinished_key'
  | 'changed_at'
  | 'submitted_at'
  | 'due_at'
  | 'calendar_revision'
  | 'paused_at'
  | 'asked_by'
  | 'late_told_at'
  | 'decided_at'
  | 'decided_by'
  | 'reason'
  | 'facts'
  | 'sealed_content'
>
export const save = async (work: Work, of: CaseOf, c: CaseChange): Promise<void> => {
  await work.run(
    `update case_file set state = $3, taken_by = $4, unfinished_key = $5, changed_at = $6, submitted_at = $7,
       due_at = $8, paused_at = $9, decided_at = $10, decided_by = $11, reason = $12, facts = $13,
       sealed_content = $14, late_told_at = $15, asked_by = $16, calendar_revision = $17
     where subject_id = $1 and id = $2`,
    [
      of.subject_id,
      of.id,
      c.state,
      c.taken_by,
      c.unfinished_key,
      c.changed_at,
      c.submitted_at,
      c.due_at,
      c.paused_at,
      c.decided_at,
      c.decided_by,
      c.reason,
      JSON.stringify(c.facts),
      c.sealed_content,
      c.late_told_at,
      c.asked_by,
      c.calendar_revision,
    ],
  )
}
/** Of the case and of its name. */
export const saveOffice = async (
  work: Work,
  { subject_id, id, office_id, changed_at }: Pick<CaseRow, 'subject_id' | 'id' | 'office_id' | 'changed_at'>,
): Promise<void> => {
  await work.run('update case_file set office_id = $3, changed_at = $4 where subject_id = $1 and id = $2', [
    subject_id,
    id,
    office_id,
    changed_at,
  ])
  await work.run('update case_name set office_id = $2 where id = $1', [id, office_id])
}
/** As the calendar of its revision counts it; nobody has done anything on it. */
export const saveDue = (
  work: Work,
  {
    subject_id,
    id,
    due_at,
    calendar_revision,
  }: Pick<CaseRow, 'subject_id' | 'id' | 'due_at' | 'calendar_revision'>,
): Promise<number> =>
  work.run('update case_file set due_at = $3, calendar_revision = $4 where subject_id = $1 and id = $2', [
    subject_id,
    id,
    due_at,
    calendar_revision,
  ])
export const markLateTold = (work: Work, of: CaseOf, at: Date): Promise<number> =>
  work.run(
    'update case_file set late_told_at = $3 where subject_id = $1 and id = $2 and late_told_at is null',
    [of.subject_id, of.id, at],
  )

export const attachment = async (read: Reading, of: CaseOf, name: string): Promise<Buffer | null> =>
  (
    await read.maybe<{ sealed: Buffer }>(
      'select sealed from case_attachment where subject_id = $1 and case_id = $2 and name = $3',
      [of.subject_id, of.id, name],
    )
  )?.sealed ?? null
export const attach = (work: Work, of: CaseOf, name: string, sealed: Buffer): Promise<number> =>
  work.run(
    `insert into case_attachment (subject_id, case_id, name, sealed) values ($1, $2, $3, $4)
     on conflict (subject_id, case_id, name) do update set sealed = excluded.sealed`,
    [of.subject_id, of.id, name, sealed],
  )
/** All but those named go. */
export const detachAllBut = (work: Work, of: CaseOf, kept: readonly string[]): Promise<number> =>
  work.run('delete from case_attachment where subject_id = $1 and case_id = $2 and name <> all($3::text[])', [
    of.subject_id,
    of.id,
    kept,
  ])
export const detach = (work: Work, of: CaseOf, name: string): Promise<number> =>
  work.run('delete from case_attachment where subject_id = $1 and case_id = $2 and name = $3', [
    of.subject_id,
    of.id,
    name,
  ])

export interface HistoryRow {
  readonly id: string
  readonly at: Date
  readonly what: string
  readonly by: string
  readonly sealed_note: Buffer | null
}
export const insertHistory = (work: Work, of: CaseOf, entry: Omit<HistoryRow, 'id'>): Promise<number> =>
  work.run(
    `insert into case_history (subject_id, case_id, id, at, what, by, sealed_note)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [of.subject_id, of.id, newId(), entry.at, entry.what, entry.by, entry.sealed_note],
  )
export const historyOf = (read: Reading, of: CaseOf, max: number) =>
  read.rows<HistoryRow>(
    `select id, at, what, by, sealed_note from case_history where subject_id = $1 and case_id = $2
     order by at, id limit $3`,
    [of.subject_id, of.id, max],
  )
