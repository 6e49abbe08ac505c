/** SQL of cases for level 2. */
import type { Reading, Work } from '../../../../kernel/work.ts'
import type { Level2Refusal, Level2State } from './level-2.ts'

export interface Level2Row {
  readonly subject_id: string
  readonly id: string
  readonly reference: string
  readonly office_id: string
  readonly state: Level2State
  readonly about_key: string
  /** An empty text stands for an officer whose person is not known. */
  readonly taken_by: string[]
  readonly opened_by: string
  readonly opened_at: Date
  readonly received_at: Date
  readonly changed_at: Date
  readonly submitted_at: Date | null
  readonly due_at: Date
  readonly decided_at: Date | null
  readonly decided_by: string | null
  readonly reason: Level2Refusal | null
  readonly sealed_content: Buffer
  readonly sealed_portrait: Buffer | null
  readonly sealed_chip_portrait: Buffer | null
}
export type NewLevel2 = Pick<
  Level2Row,
  | 'subject_id'
  | 'id'
  | 'reference'
  | 'office_id'
  | 'about_key'
  | 'taken_by'
  | 'opened_by'
  | 'opened_at'
  | 'received_at'
  | 'due_at'
  | 'sealed_content'
>

export const subjectOfName = (read: Reading, id: string) =>
  read.maybe<{ subject_id: string; office_id: string }>(
    'select subject_id, office_id from level_2_name where id = $1',
    [id],
  )
export const find = (read: Reading, subjectId: string, id: string) =>
  read.maybe<Level2Row>('select * from level_2 where subject_id = $1 and id = $2', [subjectId, id])
export const ofSubject = (read: Reading, subjectId: string, reference: string) =>
  read.maybe<Level2Row>('select * from level_2 where subject_id = $1 and reference = $2', [
    subjectId,
    reference,
  ])
export const forUpdate = (work: Work, subjectId: string, id: string) =>
  work.maybe<Level2Row>('select * from level_2 where subject_id = $1 and id = $2 for update', [subjectId, id])
export const unfinishedForUpdate = (work: Work, subjectId: string) =>
  work.maybe<Level2Row>(
    `select * from level_2 where subject_id = $1 and state in ('open', 'waiting-second') for update`,
    [subjectId],
  )

/** False when another case of this person is unfinished. */
export const insert = async (work: Work, row: NewLevel2): Promise<boolean> => {
  const made = await work.run(
    `insert into level_2 (subject_id, id, reference, office_id, state, about_key, taken_by, opened_by,
       opened_at, received_at, changed_at, due_at, sealed_content)
     values ($1, $2, $3, $4, 'open', $5, $6, $7, $8, $9, $9, $10, $11) on conflict (subject_id)
       where state in ('open', 'waiting-second') do nothing`,
    [
      row.subject_id,
      row.id,
      row.reference,
      row.office_id,
      row.about_key,
      row.taken_by,
      row.opened_by,
      row.opened_at,
      row.received_at,
      row.due_at,
      row.sealed_content,
    ],
  )
  if (made !== 1) {
    return false
  }
  await work.run(
    'insert into level_2_queue (office_id, which, due_at, id, subject_id) values ($1, $2, $3, $4, $5)',
    [row.office_id, 'open', row.due_at, row.id, row.subject_id],
  )
  return true
}
/** Claims the client's name of a case; false when it is a case already. */
export const claimName = async (
  work: Work,
  row: Pick<Level2Row, 'id' | 'subject_id' | 'office_id'>,
): Promise<boolean> =>
  (await work.run(
    'insert into level_2_name (id, subject_id, office_id) values ($1, $2, $3) on conflict do nothing',
    [row.id, row.subject_id, row.office_id],
  )) === 1

export const saveContent = (
  work: Work,
  row: Pick<Level2Row, 'subject_id' | 'id'>,
  sealed: Buffer,
  takenBy: readonly string[],
  at: Date,
): Promise<number> =>
  work.run(
    'update level_2 set sealed_content = $3, taken_by = $4, changed_at = $5 where subject_id = $1 and id = $2',
    [row.subject_id, row.id, sealed, takenBy, at],
  )
export const savePortrait = (
  work: Work,
  row: Pick<Level2Row, 'subject_id' | 'id'>,
  sealed: Buffer,
): Promise<number> =>
  work.run('update level_2 set sealed_portrait = $3 where subject_id = $1 and id = $2', [
    row.subject_id,
    row.id,
    sealed,
  ])
export const saveChipPortrait = (
  work: Work,
  row: Pick<Level2Row, 'subject_id' | 'id'>,
  sealed: Buffer | null,
): Promise<number> =>
  work.run('update level_2 set sealed_chip_portrait = $3 where subject_id = $1 and id = $2', [
    row.subject_id,
    row.id,
    sealed,
  ])

export interface NewState {
  readonly state: Level2State
  readonly reason: Level2Refusal | null
  readonly submittedAt: Date | null
  readonly dueAt: Date
  readonly decidedAt: Date | null
  readonly by: string | null
  readonly takenBy: readonly string[]
  readonly at: Date
}
/** With a decision the pictures go. */
export const saveState = async (work: Work, row: Level2Row, s: NewState): Promise<void> => {
  await work.run(
    `update level_2 set state = $3, reason = $4, submitted_at = $5, due_at = $6, decided_at = $7,
       decided_by = $8, taken_by = $9, changed_at = $10,
       sealed_portrait = case when $3 = 'waiting-second' then sealed_portrait end,
       sealed_chip_portrait = case when $3 = 'waiting-second' then sealed_chip_portrait end
     where subject_id = $1 and id = $2`,
    [row.subject_id, row.id, s.state, s.reason, s.submittedAt, s.dueAt, s.decidedAt, s.by, s.takenBy, s.at],
  )
  await work.run('delete from level_2_queue where office_id = $1 and id = $2', [row.office_id, row.id])
  if (s.state === 'waiting-second') {
    await work.run(
      'insert into level_2_queue (office_id, which, due_at, id, subject_id) values ($1, $2, $3, $4, $5)',
      [row.office_id, 'second', s.dueAt, row.id, row.subject_id],
    )
  }
}

export const queuePage = (
  read: Reading,
  officeId: string,
  which: 'open' | 'second',
  after: { dueAt: string; id: string },
  most: number,
) =>
  read.rows<Level2Row>(
    `select l.* from level_2_queue q join level_2 l on l.subject_id = q.subject_id and l.id = q.id
     where q.office_id = $1 and q.which = $2 and (q.due_at, q.id) > ($3::timestamptz, $4::uuid)
       order by q.due_at, q.id limit $5`,
    [officeId, which, after.dueAt, after.id, most],
  )
/** Counted up to a bound: a queue's length is a figure on a screen, not a truth. */
export const queueFigures = (read: Reading, officeId: string, which: 'open' | 'second', at: Date) =>
  read.one<{ waiting: number; overdue: number; next_due_at: Date | null }>(
    `select count(*)::int as waiting, count(*) filter (where due_at < $3)::int as overdue,
       min(due_at) as next_due_at
     from (select due_at from level_2_queue where office_id = $1 and which = $2 order by due_at limit 1000)
       as few`,
    [officeId, which, at],
  )
