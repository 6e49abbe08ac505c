/** SQL of ties between a ward and those who act for her, of consents, and of who is looked at next. */
import type { Reading, Work } from '../../../kernel/work.ts'
import type { TieEnd, TieKind } from './representation.ts'

export interface WardRow {
  readonly subject_id: string
  readonly id: string
  readonly representative_id: string
  readonly kind: TieKind
  readonly ground: 'register' | 'papers'
  readonly state: 'standing' | 'ended'
  readonly end_reason: TieEnd | null
  readonly begun_at: Date
  readonly until_day: string | null
  readonly ended_at: Date | null
  readonly sealed_papers: Buffer | null
}
const WARD =
  'subject_id, id, representative_id, kind, ground, state, end_reason, begun_at, until_day::text as until_day, ended_at, sealed_papers'

/** False when this tie stands already. */
export const insertTie = async (
  work: Work,
  row: Omit<WardRow, 'state' | 'end_reason' | 'ended_at'>,
): Promise<boolean> =>
  (await work.run(
    `insert into ward (subject_id, id, representative_id, kind, ground, state, begun_at, until_day,
       sealed_papers) values ($1, $2, $3, $4, $5, 'standing', $6, $7, $8)
     on conflict (subject_id, representative_id) where state = 'standing' do nothing`,
    [
      row.subject_id,
      row.id,
      row.representative_id,
      row.kind,
      row.ground,
      row.begun_at,
      row.until_day,
      row.sealed_papers,
    ],
  )) === 1
export const standingTies = (read: Reading, wardId: string) =>
  read.rows<WardRow>(
    `select ${WARD} from ward where subject_id = $1 and state = 'standing' order by id limit 20`,
    [wardId],
  )
export const tiesOf = (read: Reading, wardId: string) =>
  read.rows<WardRow>(
    `select ${WARD} from ward where subject_id = $1 order by begun_at desc, id desc limit 50`,
    [wardId],
  )
export const tiesForUpdate = (work: Work, wardId: string) =>
  work.rows<WardRow>(
    `select ${WARD} from ward where subject_id = $1 and state = 'standing' order by id limit 20 for update`,
    [wardId],
  )
export const tieOf = (read: Reading, wardId: string, id: string) =>
  read.maybe<WardRow>(`select ${WARD} from ward where subject_id = $1 and id = $2`, [wardId, id])
/** `sealedEnd`: the paper and the words by which it ends; null where the register or a day ends it. */
export const endTie = (
  work: Work,
  wardId: string,
  id: string,
  reason: TieEnd,
  at: Date,
  sealedEnd: Buffer | null,
): Promise<number> =>
  work.run(
    `update ward set state = 'ended', end_reason = $3, ended_at = $4, sealed_end = $5
     where subject_id = $1 and id = $2 and state = 'standing'`,
    [wardId, id, reason, at, sealedEnd],
  )

export interface RepresentsRow {
  readonly subject_id: string
  readonly id: string
  readonly ward_id: string
  readonly kind: TieKind
  readonly state: 'standing' | 'ended'
  readonly end_reason: TieEnd | null
  readonly begun_at: Date
  readonly ended_at: Date | null
  readonly handed_over_at: Date | null
}
export const insertRepresents = (
  work: Work,
  row: Pick<RepresentsRow, 'subject_id' | 'id' | 'ward_id' | 'kind' | 'begun_at'>,
): Promise<number> =>
  work.run(
    `insert into represents (subject_id, id, ward_id, kind, state, begun_at) values ($1, $2, $3, $4, 'standing', $5) on conflict (subject_id, id) do nothing`,
    [row.subject_id, row.id, row.ward_id, row.kind, row.begun_at],
  )
export const represented = (read: Reading, subjectId: string) =>
  read.rows<RepresentsRow>(
    'select * from represents where subject_id = $1 order by begun_at desc, id desc limit 50',
    [subjectId],
  )
export const representsOf = (read: Reading, subjectId: string, id: string) =>
  read.maybe<RepresentsRow>('select * from represents where subject_id = $1 and id = $2', [subjectId, id])
export const endRepresents = (
  work: Work,
  subjectId: string,
  id: string,
  reason: TieEnd,
  at: Date,
): Promise<number> =>
  work.run(
    `update represents set state = 'ended', end_reason = $3, ended_at = $4 where subject_id = $1 and id = $2 and state = 'standing'`,
    [subjectId, id, reason, at],
  )
export const setHandedOver = (work: Work, subjectId: string, id: string, at: Date): Promise<number> =>
  work.run('update represents set handed_over_at = $3 where subject_id = $1 and id = $2', [subjectId, id, at])

export const insertConsent = (
  work: Work,
  wardId: string,
  row: { id: string; byId: string; use: string; at: Date; endsAt: Date },
): Promise<number> =>
  work.run(
    'insert into ward_consent (subject_id, id, by_id, used_for, given_at, ends_at) values ($1, $2, $3, $4, $5, $6)',
    [wardId, row.id, row.byId, row.use, row.at, row.endsAt],
  )
export const standingConsent = (read: Reading, wardId: string, byId: string, use: string, at: Date) =>
  read.maybe<{ ends_at: Date }>(
    'select ends_at from ward_consent where subject_id = $1 and by_id = $2 and used_for = $3 and ends_at > $4 order by ends_at desc limit 1',
    [wardId, byId, use, at],
  )

export const watch = (work: Work, wardId: string, lookAt: Date): Promise<number> =>
  work.run(
    'insert into ward_watch (subject_id, look_at) values ($1, $2) on conflict (subject_id) do update set look_at = excluded.look_at',
    [wardId, lookAt],
  )
export const takeDue = (work: Work, at: Date) =>
  work.maybe<{ subject_id: string }>(
    'select subject_id from ward_watch where look_at <= $1 order by look_at limit 1 for update skip locked',
    [at],
  )
export const unwatch = (work: Work, wardId: string): Promise<number> =>
  work.run('delete from ward_watch where subject_id = $1', [wardId])
