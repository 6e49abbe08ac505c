/** SQL of trusted relatives, the side of her who named and the side of whom she named. */
import type { Reading, Work } from '../../../../kernel/work.ts'
import type { Kept } from './trusted-relative.ts'

export interface NamedRow {
  readonly subject_id: string
  readonly id: string
  readonly relative_id: string | null
  readonly sealed_label: Buffer
  readonly state: Kept
  readonly asked_at: Date
  readonly lapses_at: Date
  readonly trusted_from: Date | null
  readonly ended_at: Date | null
}
export const insertNamed = (work: Work, row: Omit<NamedRow, 'trusted_from' | 'ended_at'>): Promise<number> =>
  work.run(
    'insert into trusted_relative (subject_id, id, relative_id, sealed_label, state, asked_at, lapses_at) values ($1, $2, $3, $4, $5, $6, $7)',
    [row.subject_id, row.id, row.relative_id, row.sealed_label, row.state, row.asked_at, row.lapses_at],
  )
/** The newest first; what ended long ago is not shown. */
export const namedBy = (read: Reading, subjectId: string) =>
  read.rows<NamedRow>(
    'select * from trusted_relative where subject_id = $1 order by asked_at desc, id desc limit 50',
    [subjectId],
  )
export const namedByForUpdate = (work: Work, subjectId: string) =>
  work.rows<NamedRow>(
    'select * from trusted_relative where subject_id = $1 order by id desc limit 50 for update',
    [subjectId],
  )
export const namedForUpdate = (work: Work, subjectId: string, id: string) =>
  work.maybe<NamedRow>('select * from trusted_relative where subject_id = $1 and id = $2 for update', [
    subjectId,
    id,
  ])
export const saveNamed = (
  work: Work,
  subjectId: string,
  id: string,
  state: Kept,
  trustedFrom: Date | null,
  endedAt: Date | null,
): Promise<number> =>
  work.run(
    'update trusted_relative set state = $3, trusted_from = $4, ended_at = $5 where subject_id = $1 and id = $2',
    [subjectId, id, state, trustedFrom, endedAt],
  )
export const trustedNow = (read: Reading, subjectId: string, at: Date) =>
  read.rows<{ relative_id: string }>(
    "select relative_id from trusted_relative where subject_id = $1 and state = 'accepted' and trusted_from <= $2 and relative_id is not null order by id",
    [subjectId, at],
  )

export interface AskedRow {
  readonly subject_id: string
  readonly id: string
  readonly named_by: string
  readonly sealed_name: Buffer
  readonly state: Kept
  readonly asked_at: Date
  readonly lapses_at: Date
  readonly answered_at: Date | null
  readonly ended_at: Date | null
}
export const insertAsked = (
  work: Work,
  row: Omit<AskedRow, 'answered_at' | 'ended_at' | 'state'>,
): Promise<number> =>
  work.run(
    "insert into trusted_by (subject_id, id, named_by, sealed_name, state, asked_at, lapses_at) values ($1, $2, $3, $4, 'asked', $5, $6) on conflict (subject_id, id) do nothing",
    [row.subject_id, row.id, row.named_by, row.sealed_name, row.asked_at, row.lapses_at],
  )
export const askedOf = (read: Reading, subjectId: string) =>
  read.rows<AskedRow>(
    "select * from trusted_by where subject_id = $1 and state in ('asked', 'accepted') order by asked_at desc limit 50",
    [subjectId],
  )
export const askedForUpdate = (work: Work, subjectId: string, id: string) =>
  work.maybe<AskedRow>('select * from trusted_by where subject_id = $1 and id = $2 for update', [
    subjectId,
    id,
  ])
export const saveAnswer = (
  work: Work,
  subjectId: string,
  id: string,
  state: Kept,
  at: Date,
): Promise<number> =>
  work.run('update trusted_by set state = $3, answered_at = $4 where subject_id = $1 and id = $2', [
    subjectId,
    id,
    state,
    at,
  ])
/** The name of who asked goes with the tie, whatever it has come to. Answers 1 where it still stood. */
export const endAsked = async (work: Work, subjectId: string, id: string): Promise<number> =>
  (
    await work.one<{ stood: number }>(
      `with gone as (delete from trusted_by where subject_id = $1 and id = $2 returning state)
       select count(*) filter (where state in ('asked', 'accepted'))::int as stood from gone`,
      [subjectId, id],
    )
  ).stood
/** Both sides' rows that stand with her: names and labels, also of what ended long ago. */
export const forgetTiesBefore = async (work: Work, subjectId: string, at: Date): Promise<void> => {
  await work.run('delete from trusted_relative where subject_id = $1 and asked_at < $2', [subjectId, at])
  await work.run('delete from trusted_by where subject_id = $1 and asked_at < $2', [subjectId, at])
}
/** Whether the relative herself still stands by it. */
export const standsBy = (read: Reading, subjectId: string, namedBySubject: string) =>
  read.maybe<{ id: string }>(
    "select id from trusted_by where subject_id = $1 and named_by = $2 and state = 'accepted' limit 1",
    [subjectId, namedBySubject],
  )
