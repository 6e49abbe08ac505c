/** SQL of what waits at an office: the queue by stage, its count by increment, and what runs late. */
import { BEFORE_ALL_IDS, pageByPage } from '../../../kernel/page-by-page.ts'
import type { Reading, Work } from '../../../kernel/work.ts'
import type { CaseRow } from './case-row.ts'

export interface Place {
  readonly officeId: string
  readonly kind: string
  readonly stage: string
}
type Queued = Pick<
  CaseRow,
  'id' | 'subject_id' | 'due_at' | 'calendar_revision' | 'late_told_at' | 'asked_by'
>

/** Spread by the id's last digit: a random one, and the same for entering and leaving. */
const slotOf = (id: string): number => Number.parseInt(id.slice(-1), 16) % 8

const count = (work: Work, { officeId, kind, stage }: Place, id: string, by: 1 | -1): Promise<number> =>
  work.run(
    `insert into case_count as c (office_id, kind, stage, slot, waiting) values ($1, $2, $3, $4, $5)
     on conflict (office_id, kind, stage, slot) do update set waiting = c.waiting + excluded.waiting`,
    [officeId, kind, stage, slotOf(id), by],
  )

export const enqueue = async (work: Work, place: Place, row: Queued, sortAt: Date): Promise<void> => {
  await work.run(
    `insert into case_queue (office_id, kind, stage, sort_at, id, subject_id, due_at, is_late_told,
       for_officer, calendar_revision)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      place.officeId,
      place.kind,
      place.stage,
      sortAt,
      row.id,
      row.subject_id,
      row.due_at,
      row.late_told_at !== null,
      row.asked_by,
      row.calendar_revision,
    ],
  )
  await count(work, place, row.id, 1)
}
/** Takes a case out of whatever queue of its kind it stands in at this office. */
export const dequeue = async (work: Work, officeId: string, kind: string, id: string): Promise<void> => {
  const gone = await work.rows<{ stage: string }>(
    'delete from case_queue where office_id = $1 and kind = $2 and id = $3 returning stage',
    [officeId, kind, id],
  )
  for (const { stage } of gone) {
    await count(work, { officeId, kind, stage }, id, -1)
  }
}

interface Along {
  readonly columns: string
  readonly where?: string
  readonly order: string
  readonly most: string
}
/**
 * What waits at the stages `$3` of office `$1`, as `q`, each stage read along its own key. One scan over
 * `stage = any(…)` gives its rows in no order: all that waits would be read and sorted for a page.
 */
const atStages = ({ columns, where = 'true', order, most }: Along): string =>
  `unnest($3::text[]) as at (its_stage) cross join lateral (
     select ${columns} from case_queue where office_id = $1 and kind = $2 and stage = at.its_stage
       and ${where} order by ${order} limit ${most}) as q`

const PAGE_AT_STAGES = atStages({
  columns: 'subject_id, id, sort_at',
  where: '(sort_at, id) > ($4::timestamptz, $5::uuid)',
  order: 'sort_at, id',
  most: '$6',
})
const LATE_AT_STAGES = atStages({
  columns: 'id',
  where: 'sort_at < $4 and due_at < $4',
  order: 'sort_at',
  most: '1000',
})
const FIRST_AT_STAGES = atStages({ columns: 'due_at, sort_at', order: 'sort_at', most: '1000' })

/** In the order of `sort_at`, then id; `after` is the last row of the page before. */
export const queuePage = <S extends string, F>(
  read: Reading,
  { officeId, kind, stages }: { officeId: string; kind: string; stages: readonly string[] },
  after: { readonly at: string; readonly id: string },
  max: number,
) =>
  read.rows<CaseRow<S, F> & { readonly sort_at: Date }>(
    `select c.*, q.sort_at from (select q.* from ${PAGE_AT_STAGES}
       order by q.sort_at, q.id limit $6) as q
     join case_file c on c.subject_id = q.subject_id and c.id = q.id order by q.sort_at, q.id`,
    [officeId, kind, stages, after.at, after.id, max],
  )

/** What an officer had asked more of, and waits for her again; the most urgent first. */
export const queueFor = <S extends string, F>(
  read: Reading,
  { officeId, kind, stages }: { officeId: string; kind: string; stages: readonly string[] },
  officerId: string,
  max: number,
) =>
  read.rows<CaseRow<S, F>>(
    `select c.* from case_queue q join case_file c on c.subject_id = q.subject_id and c.id = q.id
     where q.for_officer = $4 and q.office_id = $1 and q.kind = $2 and q.stage = any($3::text[])
     order by q.sort_at, q.id limit $5`,
    [officeId, kind, stages, officerId, max],
  )

export interface QueueFigures {
  readonly waiting: number
  readonly overdue: number
  readonly nextDueAt: Date | null
}
export const countOf = async (
  read: Reading,
  { officeId, kind, stages }: { officeId: string; kind: string; stages: readonly string[] },
): Promise<number> =>
  (
    await read.one<{ waiting: number }>(
      `select coalesce(sum(waiting), 0)::float8 as waiting from case_count
       where office_id = $1 and kind = $2 and stage = any($3::text[])`,
      [officeId, kind, stages],
    )
  ).waiting

/** `waiting` is true to the last one; `overdue` is counted up to 1,000 along the queue's own key. */
export const queueFigures = async (
  read: Reading,
  { officeId, kind, stages }: { officeId: string; kind: string; stages: readonly string[] },
  at: Date,
): Promise<QueueFigures> => {
  const row = await read.one<{ waiting: number; overdue: number; next_due_at: Date | null }>(
    `select
       (select coalesce(sum(waiting), 0)::float8 from case_count
        where office_id = $1 and kind = $2 and stage = any($3::text[])) as waiting,
       (select count(*)::int from (select 1 from ${LATE_AT_STAGES} limit 1000) as late) as overdue,
       (select min(due_at) from (select q.due_at from ${FIRST_AT_STAGES}
          order by q.sort_at limit 1000) as first) as next_due_at`,
    [officeId, kind, stages, at],
  )
  return { waiting: row.waiting, overdue: row.overdue, nextDueAt: row.next_due_at }
}

interface Late {
  readonly subject_id: string
  readonly id: string
  /** When it was due, as the database writes it: to the microsecond. */
  readonly due: string
}

/**
 * What has run over its time and was not told yet, the most overdue first; those that cannot be told
 * hide nobody behind them.
 */
export const lateUntold = (
  read: Reading,
  kind: string,
  stages: readonly string[],
  at: Date,
): AsyncGenerator<Late> =>
  pageByPage({ id: BEFORE_ALL_IDS, due: '-infinity' }, (after, most) =>
    read.rows<Late>(
      `select subject_id, id, due_at::text as due from case_queue
       where not is_late_told and due_at is not null and due_at < $3 and kind = $1 and stage = any($2::text[])
         and (due_at, id) > ($4::timestamptz, $5::uuid)
       order by due_at, id limit $6`,
      [kind, stages, at, after.due, after.id, most],
    ),
  )
/**
 * What is due from this moment on and was counted by an earlier calendar, the most urgent first. Along the
 * key of what is late: what was told late is due before it.
 */
export const countedBefore = (
  read: Reading,
  kind: string,
  { revision, from }: { readonly revision: number; readonly from: Date },
): AsyncGenerator<Late> =>
  pageByPage({ id: BEFORE_ALL_IDS, due: '-infinity' }, (after, most) =>
    read.rows<Late>(
      `select subject_id, id, due_at::text as due from case_queue
       where not is_late_told and due_at is not null and due_at >= $3 and kind = $1
         and calendar_revision < $2 and (due_at, id) > ($4::timestamptz, $5::uuid)
       order by due_at, id limit $6`,
      [kind, revision, from, after.due, after.id, most],
    ),
  )
/** Where its due time did not move by the calendar of its revision. */
export const markQueueCounted = (
  work: Work,
  {
    office_id,
    kind,
    id,
    calendar_revision,
  }: Pick<CaseRow, 'office_id' | 'kind' | 'id' | 'calendar_revision'>,
): Promise<number> =>
  work.run('update case_queue set calendar_revision = $4 where office_id = $1 and kind = $2 and id = $3', [
    office_id,
    kind,
    id,
    calendar_revision,
  ])
interface Untouched {
  readonly subject_id: string
  readonly id: string
  /** When somebody last did something on it, as the database writes it: to the microsecond. */
  readonly changed: string
}
/** Those in the first state of their kind on which nobody did anything since, longest untouched first. */
export const openUntouched = (
  read: Reading,
  { kind, initial }: { readonly kind: string; readonly initial: string },
  since: Date,
): AsyncGenerator<Untouched> =>
  pageByPage({ id: BEFORE_ALL_IDS, changed: '-infinity' }, (after, most) =>
    read.rows<Untouched>(
      `select subject_id, id, changed_at::text as changed from case_file
       where kind = $1 and state = $2 and unfinished_key is not null and changed_at <= $3
         and (changed_at, id) > ($4::timestamptz, $5::uuid)
       order by changed_at, id limit $6`,
      [kind, initial, since, after.changed, after.id, most],
    ),
  )
export const markQueueTold = (work: Work, officeId: string, kind: string, id: string): Promise<number> =>
  work.run('update case_queue set is_late_told = true where office_id = $1 and kind = $2 and id = $3', [
    officeId,
    kind,
    id,
  ])
