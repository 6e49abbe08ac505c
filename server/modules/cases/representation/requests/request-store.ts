/** SQL of requests at a counter to act for somebody. */
import type { Reading, Work } from '../../../../kernel/work.ts'
import type { RequestRefusal, RequestState } from './request.ts'

export interface RequestRow {
  readonly subject_id: string
  readonly id: string
  readonly reference: string
  readonly office_id: string
  readonly about_key: string
  readonly representative_key: string
  readonly representative_id: string
  readonly state: RequestState
  readonly reason: RequestRefusal | null
  readonly taken_by: string[]
  readonly opened_at: Date
  readonly due_at: Date
  readonly changed_at: Date
  readonly decided_at: Date | null
  readonly decided_by: string | null
  readonly sealed_content: Buffer
}
type Key = Pick<RequestRow, 'subject_id' | 'id'>
export type Which = 'open' | 'second'

export const subjectOfName = (read: Reading, id: string) =>
  read.maybe<{ subject_id: string; office_id: string }>(
    'select subject_id, office_id from representation_request_name where id = $1',
    [id],
  )
export const find = (read: Reading, subjectId: string, id: string) =>
  read.maybe<RequestRow>('select * from representation_request where subject_id = $1 and id = $2', [
    subjectId,
    id,
  ])
export const forUpdate = (work: Work, subjectId: string, id: string) =>
  work.maybe<RequestRow>(
    'select * from representation_request where subject_id = $1 and id = $2 for update',
    [subjectId, id],
  )

const enqueue = (
  work: Work,
  { office_id: officeId, subject_id: subjectId, id }: Pick<RequestRow, 'office_id' | 'subject_id' | 'id'>,
  which: Which,
  dueAt: Date,
): Promise<number> =>
  work.run(
    'insert into representation_queue (office_id, which, due_at, id, subject_id) values ($1, $2, $3, $4, $5)',
    [officeId, which, dueAt, id, subjectId],
  )

/** False when these two have an unfinished request, or the name is taken. */
export const insert = async (
  work: Work,
  row: Omit<RequestRow, 'state' | 'reason' | 'changed_at' | 'decided_at' | 'decided_by'>,
): Promise<boolean> => {
  if (
    (await work.run(
      'insert into representation_request_name (id, subject_id, office_id) values ($1, $2, $3) on conflict do nothing',
      [row.id, row.subject_id, row.office_id],
    )) !== 1
  ) {
    return false
  }
  const made = await work.run(
    `insert into representation_request (subject_id, id, reference, office_id, about_key,
       representative_key, representative_id, state, taken_by, opened_at, due_at, changed_at, sealed_content)
     values ($1, $2, $3, $4, $5, $6, $7, 'open', $8, $9, $10, $9, $11) on conflict (subject_id,
       representative_id) where state in ('open', 'waiting-second') do nothing`,
    [
      row.subject_id,
      row.id,
      row.reference,
      row.office_id,
      row.about_key,
      row.representative_key,
      row.representative_id,
      row.taken_by,
      row.opened_at,
      row.due_at,
      row.sealed_content,
    ],
  )
  if (made !== 1) {
    return false
  }
  await enqueue(work, row, 'open', row.due_at)
  return true
}
export const saveContent = (
  work: Work,
  row: Key,
  sealed: Buffer,
  takenBy: readonly string[],
  at: Date,
): Promise<number> =>
  work.run(
    'update representation_request set sealed_content = $3, taken_by = $4, changed_at = $5 where subject_id = $1 and id = $2',
    [row.subject_id, row.id, sealed, takenBy, at],
  )

export const saveState = async (
  work: Work,
  row: RequestRow,
  to: {
    state: RequestState
    reason: RequestRefusal | null
    dueAt: Date
    at: Date
    by: string | null
    takenBy: readonly string[]
  },
): Promise<void> => {
  await work.run(
    'update representation_request set state = $3, reason = $4, due_at = $5, changed_at = $6, decided_at = $7, decided_by = $8, taken_by = $9 where subject_id = $1 and id = $2',
    [
      row.subject_id,
      row.id,
      to.state,
      to.reason,
      to.dueAt,
      to.at,
      to.by === null ? null : to.at,
      to.by,
      to.takenBy,
    ],
  )
  await work.run('delete from representation_queue where office_id = $1 and id = $2', [row.office_id, row.id])
  if (to.state === 'waiting-second') {
    await enqueue(work, row, 'second', to.dueAt)
  }
}

export const queuePage = (
  read: Reading,
  officeId: string,
  which: Which,
  after: { dueAt: string; id: string },
  most: number,
) =>
  read.rows<RequestRow>(
    `select r.* from representation_queue q join representation_request r on r.subject_id = q.subject_id
       and r.id = q.id
     where q.office_id = $1 and q.which = $2 and (q.due_at, q.id) > ($3::timestamptz, $4::uuid)
       order by q.due_at, q.id limit $5`,
    [officeId, which, after.dueAt, after.id, most],
  )
/** Counted up to a bound: a queue's length is a figure on a screen, not a truth. */
export const queueFigures = (read: Reading, officeId: string, which: Which, at: Date) =>
  read.one<{ waiting: number; overdue: number; next_due_at: Date | null }>(
    `select count(*)::int as waiting, count(*) filter (where due_at < $3)::int as overdue,
       min(due_at) as next_due_at
     from (select due_at from representation_queue where office_id = $1 and which = $2 order by due_at
       limit 1000) as few`,
    [officeId, which, at],
  )
