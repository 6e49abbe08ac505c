/** SQL of cases of differing data. */
import type { Reading, Work } from '../../../kernel/work.ts'
import type {
  DifferingField,
  DiscrepancyOrigin,
  DiscrepancyOutcome,
  DiscrepancyRefusal,
  DiscrepancyState,
} from './discrepancy.ts'

export interface DiscrepancyRow {
  readonly subject_id: string
  readonly id: string
  readonly reference: string
  readonly office_id: string
  readonly about_key: string
  readonly field: DifferingField
  readonly sources: string
  readonly origin: DiscrepancyOrigin
  readonly state: DiscrepancyState
  readonly outcome: DiscrepancyOutcome | null
  readonly reason: DiscrepancyRefusal | null
  readonly proposed_by: string | null
  readonly opened_at: Date
  readonly due_at: Date
  readonly changed_at: Date
  readonly ended_at: Date | null
  readonly overdue_told_at: Date | null
  readonly sealed_content: Buffer
}
export type NewDiscrepancy = Pick<
  DiscrepancyRow,
  | 'subject_id'
  | 'id'
  | 'reference'
  | 'office_id'
  | 'about_key'
  | 'field'
  | 'sources'
  | 'origin'
  | 'opened_at'
  | 'due_at'
  | 'sealed_content'
>

export const subjectOfName = (read: Reading, id: string) =>
  read.maybe<{ subject_id: string; office_id: string }>(
    'select subject_id, office_id from discrepancy_name where id = $1',
    [id],
  )
export const find = (read: Reading, subjectId: string, id: string) =>
  read.maybe<DiscrepancyRow>('select * from discrepancy where subject_id = $1 and id = $2', [subjectId, id])
export const byReference = (read: Reading, subjectId: string, reference: string) =>
  read.maybe<DiscrepancyRow>('select * from discrepancy where subject_id = $1 and reference = $2', [
    subjectId,
    reference,
  ])
export const forUpdate = (work: Work, subjectId: string, id: string) =>
  work.maybe<DiscrepancyRow>('select * from discrepancy where subject_id = $1 and id = $2 for update', [
    subjectId,
    id,
  ])
export const unsettledOf = (read: Reading, subjectId: string, field: string, sources: string) =>
  read.maybe<DiscrepancyRow>(
    `select * from discrepancy where subject_id = $1 and field = $2 and sources = $3 and state in ('open', 'waiting', 'proposed')`,
    [subjectId, field, sources],
  )
export const ofSubject = (read: Reading, subjectId: string, most: number) =>
  read.rows<DiscrepancyRow>('select * from discrepancy where subject_id = $1 order by id desc limit $2', [
    subjectId,
    most,
  ])

/** False when the same difference of this person is unsettled already. */
export const insert = async (work: Work, row: NewDiscrepancy): Promise<boolean> => {
  const made = await work.run(
    `insert into discrepancy (subject_id, id, reference, office_id, about_key, field, sources, origin,
       state, opened_at, changed_at, due_at, sealed_content)
     values ($1, $2, $3, $4, $5, $6, $7, $8, 'open', $9, $9, $10, $11) on conflict (subject_id, field,
       sources) where state in ('open', 'waiting', 'proposed') do nothing`,
    [
      row.subject_id,
      row.id,
      row.reference,
      row.office_id,
      row.about_key,
      row.field,
      row.sources,
      row.origin,
      row.opened_at,
      row.due_at,
      row.sealed_content,
    ],
  )
  if (made !== 1) {
    return false
  }
  await work.run('insert into discrepancy_name (id, subject_id, office_id) values ($1, $2, $3)', [
    row.id,
    row.subject_id,
    row.office_id,
  ])
  await work.run(
    'insert into discrepancy_queue (office_id, due_at, id, subject_id) values ($1, $2, $3, $4)',
    [row.office_id, row.due_at, row.id, row.subject_id],
  )
  return true
}

export interface NewState {
  readonly state: DiscrepancyState
  readonly outcome: DiscrepancyOutcome | null
  readonly reason: DiscrepancyRefusal | null
  readonly proposedBy: string | null
  readonly endedAt: Date | null
  readonly sealed: Buffer
  readonly at: Date
}
export const save = async (work: Work, row: DiscrepancyRow, s: NewState): Promise<void> => {
  await work.run(
    'update discrepancy set state = $3, outcome = $4, reason = $5, proposed_by = $6, ended_at = $7, sealed_content = $8, changed_at = $9 where subject_id = $1 and id = $2',
    [row.subject_id, row.id, s.state, s.outcome, s.reason, s.proposedBy, s.endedAt, s.sealed, s.at],
  )
  if (s.endedAt) {
    await work.run('delete from discrepancy_queue where office_id = $1 and due_at = $2 and id = $3', [
      row.office_id,
      row.due_at,
      row.id,
    ])
  }
}
export const markOverdue = async (work: Work, row: DiscrepancyRow, at: Date): Promise<void> => {
  await work.run('update discrepancy set overdue_told_at = $3 where subject_id = $1 and id = $2', [
    row.subject_id,
    row.id,
    at,
  ])
  await work.run(
    'update discrepancy_queue set is_overdue_told = true where office_id = $1 and due_at = $2 and id = $3',
    [row.office_id, row.due_at, row.id],
  )
}
export const overdueUntold = (read: Reading, at: Date, most: number) =>
  read.rows<{ subject_id: string; id: string }>(
    'select subject_id, id from discrepancy_queue where not is_overdue_told and due_at < $1 order by due_at limit $2',
    [at, most],
  )

export const queuePage = (
  read: Reading,
  officeId: string,
  after: { dueAt: string; id: string },
  most: number,
) =>
  read.rows<DiscrepancyRow>(
    `select d.* from discrepancy_queue q join discrepancy d on d.subject_id = q.subject_id and d.id = q.id
     where q.office_id = $1 and (q.due_at, q.id) > ($2::timestamptz, $3::uuid) order by q.due_at, q.id
       limit $4`,
    [officeId, after.dueAt, after.id, most],
  )
/** Counted up to a bound: a queue's length is a figure on a screen, not a truth. */
export const queueFigures = (read: Reading, officeId: string, at: Date) =>
  read.one<{ waiting: number; overdue: number; next_due_at: Date | null }>(
    `select count(*)::int as waiting, count(*) filter (where due_at < $2)::int as overdue,
       min(due_at) as next_due_at
     from (select due_at from discrepancy_queue where office_id = $1 order by due_at limit 1000) as few`,
    [officeId, at],
  )
