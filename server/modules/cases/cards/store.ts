/** SQL of applications for a card. */
import type { Reading, Work } from '../../../kernel/work.ts'
import type { CardRefusal, CardState } from './card-application.ts'
import type { CardKind, CardReason } from './rules.ts'

export type CardQueue = 'open' | 'second' | 'print' | 'receive' | 'ready'
export interface CardRow {
  readonly subject_id: string
  readonly id: string
  readonly reference: string
  readonly office_id: string
  readonly kind: CardKind
  readonly reason: CardReason
  readonly state: CardState
  readonly with_account: boolean
  readonly about_key: string
  /** An empty text stands for an officer whose person is not known. */
  readonly taken_by: string[]
  readonly printed_by: string | null
  readonly opened_by: string
  readonly opened_at: Date
  readonly changed_at: Date
  readonly submitted_at: Date | null
  readonly due_at: Date
  readonly decided_at: Date | null
  readonly decided_by: string | null
  readonly printed_at: Date | null
  readonly ready_at: Date | null
  readonly handed_over_at: Date | null
  readonly refusal: CardRefusal | null
  readonly overdue_told_at: Date | null
  readonly sealed_content: Buffer
  readonly sealed_portrait: Buffer | null
  readonly sealed_prints: Buffer | null
  readonly sealed_chip: Buffer | null
  readonly chip_digest: Buffer | null
}
type Of = Pick<CardRow, 'subject_id' | 'id'>
export type NewCard = Pick<
  CardRow,
  | 'subject_id'
  | 'id'
  | 'reference'
  | 'office_id'
  | 'kind'
  | 'reason'
  | 'with_account'
  | 'about_key'
  | 'taken_by'
  | 'opened_by'
  | 'opened_at'
  | 'due_at'
  | 'sealed_content'
>

export const nameOf = (read: Reading, id: string) =>
  read.maybe<{ subject_id: string; office_id: string }>(
    'select subject_id, office_id from id_card_application_name where id = $1',
    [id],
  )
export const nameOfReference = (read: Reading, reference: string) =>
  read.maybe<Of>('select subject_id, id from id_card_application_name where reference = $1', [reference])
export const find = (read: Reading, subjectId: string, id: string) =>
  read.maybe<CardRow>('select * from id_card_application where subject_id = $1 and id = $2', [subjectId, id])
export const forUpdate = (work: Work, subjectId: string, id: string) =>
  work.maybe<CardRow>('select * from id_card_application where subject_id = $1 and id = $2 for update', [
    subjectId,
    id,
  ])
export const unfinishedForUpdate = (work: Work, subjectId: string) =>
  work.maybe<CardRow>(
    `select * from id_card_application where subject_id = $1 and state in ('open', 'waiting-second', 'accepted', 'printed', 'ready') for update`,
    [subjectId],
  )
export const ofSubject = (read: Reading, subjectId: string, most: number) =>
  read.rows<CardRow>('select * from id_card_application where subject_id = $1 order by id desc limit $2', [
    subjectId,
    most,
  ])

/** False when another application of this person is unfinished. */
export const insert = async (work: Work, row: NewCard): Promise<boolean> => {
  const made = await work.run(
    `insert into id_card_application (subject_id, id, reference, office_id, kind, reason, state,
       with_account, about_key, taken_by, opened_by, opened_at, changed_at, due_at, sealed_content)
     values ($1, $2, $3, $4, $5, $6, 'open', $7, $8, $9, $10, $11, $11, $12, $13)
     on conflict (subject_id) where state in ('open', 'waiting-second', 'accepted', 'printed', 'ready')
       do nothing`,
    [
      row.subject_id,
      row.id,
      row.reference,
      row.office_id,
      row.kind,
      row.reason,
      row.with_account,
      row.about_key,
      row.taken_by,
      row.opened_by,
      row.opened_at,
      row.due_at,
      row.sealed_content,
    ],
  )
  if (made === 1) {
    await enqueue(work, row, 'open', row.due_at)
  }
  return made === 1
}
/** Claims the client's name; false when it is an application already. */
export const claimName = async (
  work: Work,
  row: Pick<CardRow, 'id' | 'reference' | 'subject_id' | 'office_id'>,
): Promise<boolean> =>
  (await work.run(
    'insert into id_card_application_name (id, reference, subject_id, office_id) values ($1, $2, $3, $4) on conflict do nothing',
    [row.id, row.reference, row.subject_id, row.office_id],
  )) === 1

const enqueue = (
  work: Work,
  row: Pick<CardRow, 'office_id' | 'id' | 'subject_id'>,
  which: CardQueue,
  dueAt: Date,
): Promise<number> =>
  work.run(
    'insert into id_card_queue (office_id, which, due_at, id, subject_id) values ($1, $2, $3, $4, $5)',
    [row.office_id, which, dueAt, row.id, row.subject_id],
  )
const move = async (work: Work, row: CardRow, which: CardQueue | null, dueAt: Date): Promise<void> => {
  await work.run('delete from id_card_queue where office_id = $1 and id = $2', [row.office_id, row.id])
  if (which) {
    await enqueue(work, row, which, dueAt)
  }
}

export const saveContent = (
  work: Work,
  row: Of,
  sealed: Buffer,
  takenBy: readonly string[],
  at: Date,
): Promise<number> =>
  work.run(
    'update id_card_application set sealed_content = $3, taken_by = $4, changed_at = $5 where subject_id = $1 and id = $2',
    [row.subject_id, row.id, sealed, takenBy, at],
  )
export const savePortrait = (work: Work, row: Of, sealed: Buffer): Promise<number> =>
  work.run('update id_card_application set sealed_portrait = $3 where subject_id = $1 and id = $2', [
    row.subject_id,
    row.id,
    sealed,
  ])
export const savePrints = (work: Work, row: Of, sealed: Buffer): Promise<number> =>
  work.run('update id_card_application set sealed_prints = $3 where subject_id = $1 and id = $2', [
    row.subject_id,
    row.id,
    sealed,
  ])

export interface Decided {
  readonly state: CardState
  readonly refusal: CardRefusal | null
  readonly submittedAt: Date | null
  readonly dueAt: Date
  readonly decidedAt: Date | null
  readonly by: string | null
  readonly takenBy: readonly string[]
  readonly at: Date
}
/**
 * With a decision the picture and the templates go; a card that is withdrawn after it was printed is
 * nobody's.
 */
export const saveDecision = async (work: Work, row: CardRow, s: Decided): Promise<void> => {
  await work.run(
    `update id_card_application set state = $3, refusal = $4, submitted_at = $5, due_at = $6,
       decided_at = $7, decided_by = $8, taken_by = $9, changed_at = $10,
       sealed_portrait = case when $3 = 'waiting-second' then sealed_portrait end,
       sealed_prints = case when $3 = 'waiting-second' then sealed_prints end,
       sealed_chip = null, chip_digest = null
     where subject_id = $1 and id = $2`,
    [row.subject_id, row.id, s.state, s.refusal, s.submittedAt, s.dueAt, s.decidedAt, s.by, s.takenBy, s.at],
  )
  await move(
    work,
    row,
    s.state === 'waiting-second' ? 'second' : s.state === 'accepted' ? 'print' : null,
    s.dueAt,
  )
}
export const savePrinted = async (
  work: Work,
  row: CardRow,
  s: { sealedChip: Buffer; chipDigest: Buffer; by: string; at: Date },
): Promise<void> => {
  await work.run(
    `update id_card_application set state = 'printed', sealed_chip = $3, chip_digest = $4, printed_by = $5, printed_at = $6, changed_at = $6 where subject_id = $1 and id = $2`,
    [row.subject_id, row.id, s.sealedChip, s.chipDigest, s.by, s.at],
  )
  await move(work, row, 'receive', row.due_at)
}
/** Back to the printer: the chip that was made is nobody's. */
export const saveSpoiled = async (work: Work, row: CardRow, at: Date): Promise<void> => {
  await work.run(
    `update id_card_application set state = 'accepted', sealed_chip = null, chip_digest = null, printed_by = null, printed_at = null, ready_at = null, changed_at = $3 where subject_id = $1 and id = $2`,
    [row.subject_id, row.id, at],
  )
  await move(work, row, 'print', row.due_at)
}
export const saveReady = async (work: Work, row: CardRow, at: Date): Promise<void> => {
  await work.run(
    `update id_card_application set state = 'ready', sealed_chip = null, ready_at = $3, changed_at = $3 where subject_id = $1 and id = $2`,
    [row.subject_id, row.id, at],
  )
  await move(work, row, 'ready', row.due_at)
}
export const saveHandedOver = async (work: Work, row: CardRow, at: Date): Promise<void> => {
  await work.run(
    `update id_card_application set state = 'handed-over', handed_over_at = $3, changed_at = $3 where subject_id = $1 and id = $2`,
    [row.subject_id, row.id, at],
  )
  await move(work, row, null, row.due_at)
}

export const queuePage = (
  read: Reading,
  officeId: string,
  which: CardQueue,
  after: { dueAt: string; id: string },
  most: number,
) =>
  read.rows<CardRow>(
    `select a.* from id_card_queue q join id_card_application a on a.subject_id = q.subject_id and a.id = q.id
     where q.office_id = $1 and q.which = $2 and (q.due_at, q.id) > ($3::timestamptz, $4::uuid)
       order by q.due_at, q.id limit $5`,
    [officeId, which, after.dueAt, after.id, most],
  )
/**
 * Counted up to a bound. A card that lies ready is late no more: it waits for its holder, not for the office.
 */
export const queueFigures = (read: Reading, officeId: string, which: readonly CardQueue[], at: Date) =>
  read.one<{ waiting: number; overdue: number; next_due_at: Date | null }>(
    `select count(*)::int as waiting,
       count(*) filter (where due_at < $3 and which <> 'ready')::int as overdue,
       min(due_at) filter (where which <> 'ready') as next_due_at
     from (select which, due_at from id_card_queue where office_id = $1 and which = any($2::text[])
       order by due_at limit 1000) as few`,
    [officeId, which, at],
  )

export const lateUntold = (read: Reading, at: Date, most: number) =>
  read.rows<Of>(
    `select subject_id, id from id_card_queue where not is_overdue_told and which in ('second', 'print', 'receive') and due_at < $1 order by due_at limit $2`,
    [at, most],
  )
export const markLate = async (work: Work, row: CardRow, at: Date): Promise<void> => {
  await work.run(
    'update id_card_application set overdue_told_at = coalesce(overdue_told_at, $3) where subject_id = $1 and id = $2',
    [row.subject_id, row.id, at],
  )
  await work.run('update id_card_queue set is_overdue_told = true where office_id = $1 and id = $2', [
    row.office_id,
    row.id,
  ])
}
