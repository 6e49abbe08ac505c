/** SQL of requests to lock or unlock that somebody decides, and of the office's queue. */
import type { Reading, Work } from '../../../kernel/work.ts'

export type RequestKind = 'body-lock' | 'body-unlock' | 'holder-unlock'
type RequestState = 'received' | 'forwarded' | 'granted' | 'refused'
export interface RequestRow {
  readonly subject_id: string
  readonly id: string
  readonly reference: string
  readonly office_id: string
  readonly kind: RequestKind
  readonly state: RequestState
  readonly personal_number: string
  readonly sealed_content: Buffer
  readonly authority: string
  readonly received_by: string
  readonly received_by_key: string
  readonly received_at: Date
  readonly forwarded_at: Date | null
  readonly due_at: Date
  readonly decided_at: Date | null
  readonly reason: string | null
}
export type NewRequest = Omit<RequestRow, 'forwarded_at' | 'decided_at' | 'reason'>
type Stage = 'receive' | 'decide'
const stageOf = (row: Pick<RequestRow, 'state'>): Stage => (row.state === 'received' ? 'receive' : 'decide')

export const insert = async (work: Work, row: NewRequest): Promise<void> => {
  await work.run(
    `insert into lock_request (subject_id, id, reference, office_id, kind, state, personal_number,
       sealed_content, authority, received_by, received_by_key, received_at, due_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
    [
      row.subject_id,
      row.id,
      row.reference,
      row.office_id,
      row.kind,
      row.state,
      row.personal_number,
      row.sealed_content,
      row.authority,
      row.received_by,
      row.received_by_key,
      row.received_at,
      row.due_at,
    ],
  )
  await work.run(
    'insert into lock_request_reference (reference, subject_id, request_id, office_id) values ($1, $2, $3, $4)',
    [row.reference, row.subject_id, row.id, row.office_id],
  )
  await enqueue(work, row)
}
const enqueue = (
  work: Work,
  row: Pick<RequestRow, 'office_id' | 'state' | 'due_at' | 'reference' | 'subject_id' | 'id'>,
): Promise<number> =>
  work.run(
    'insert into lock_queue (office_id, stage, due_at, reference, subject_id, request_id) values ($1, $2, $3, $4, $5, $6)',
    [row.office_id, stageOf(row), row.due_at, row.reference, row.subject_id, row.id],
  )
const dequeue = (work: Work, row: RequestRow): Promise<number> =>
  work.run('delete from lock_queue where office_id = $1 and stage = $2 and due_at = $3 and reference = $4', [
    row.office_id,
    stageOf(row),
    row.due_at,
    row.reference,
  ])

export const byReference = (read: Reading, reference: string) =>
  read.maybe<{ subject_id: string; request_id: string; office_id: string }>(
    'select subject_id, request_id, office_id from lock_request_reference where reference = $1',
    [reference],
  )
export const find = (read: Reading, subjectId: string, id: string) =>
  read.maybe<RequestRow>('select * from lock_request where subject_id = $1 and id = $2', [subjectId, id])
export const forUpdate = (work: Work, subjectId: string, id: string) =>
  work.maybe<RequestRow>('select * from lock_request where subject_id = $1 and id = $2 for update', [
    subjectId,
    id,
  ])
/** One of a kind waits at a time for a person (and a body). */
export const hasOpen = async (
  read: Reading,
  subjectId: string,
  kind: RequestKind,
  authority: string,
): Promise<boolean> =>
  (await read.maybe(
    `select 1 from lock_request where subject_id = $1 and kind = $2 and authority = $3 and state in ('received', 'forwarded') limit 1`,
    [subjectId, kind, authority],
  )) !== undefined

export const forward = async (work: Work, row: RequestRow, dueAt: Date, at: Date): Promise<void> => {
  await dequeue(work, row)
  await work.run(
    `update lock_request set state = 'forwarded', forwarded_at = $3, due_at = $4 where subject_id = $1 and id = $2`,
    [row.subject_id, row.id, at, dueAt],
  )
  await enqueue(work, { ...row, state: 'forwarded', due_at: dueAt })
}
export const settle = async (
  work: Work,
  row: RequestRow,
  done: { state: 'granted' | 'refused'; by: string; reason: string; at: Date },
): Promise<void> => {
  await dequeue(work, row)
  await work.run(
    'update lock_request set state = $3, decided_by = $4, reason = $5, decided_at = $6 where subject_id = $1 and id = $2',
    [row.subject_id, row.id, done.state, done.by, done.reason, done.at],
  )
}
export const queuePage = (
  read: Reading,
  officeId: string,
  stage: Stage,
  after: { dueAt: string; reference: string },
  most: number,
) =>
  read.rows<RequestRow>(
    `select r.* from lock_queue q join lock_request r on r.subject_id = q.subject_id and r.id = q.request_id
     where q.office_id = $1 and q.stage = $2 and (q.due_at, q.reference) > ($3::timestamptz, $4)
       order by q.due_at, q.reference limit $5`,
    [officeId, stage, after.dueAt, after.reference, most],
  )
/** Counted up to a bound: a queue's length is a figure on a screen, not a truth. */
export const queueFigures = (read: Reading, officeId: string, stage: Stage, at: Date) =>
  read.one<{ waiting: number; overdue: number; next_due_at: Date | null }>(
    `select count(*)::int as waiting, count(*) filter (where due_at < $3)::int as overdue,
       min(due_at) as next_due_at
     from (select due_at from lock_queue where office_id = $1 and stage = $2 order by due_at limit 1000)
       as few`,
    [officeId, stage, at],
  )
