/** SQL of sessions of help and their acts. */
import type { Reading, Work } from '../../../kernel/work.ts'
import type { AssistedActKind, AssistWay } from './rules.ts'

export interface SessionRow {
  readonly subject_id: string
  readonly id: string
  readonly reference: string
  readonly office_id: string
  readonly helper_id: string
  readonly officer_session_id: string
  readonly about_key: string
  readonly purpose: string
  readonly way: AssistWay
  readonly proof_id: string | null
  readonly confirmed_at: Date | null
  readonly asked_at: Date
  readonly ends_at: Date
  readonly ended_at: Date | null
  readonly sealed_number: Buffer
  /** Sealed with the house's key, until the reaction has sealed it with her own. */
  readonly is_number_of_house: boolean
}
export interface ActRow {
  readonly subject_id: string
  readonly id: string
  readonly session_id: string
  readonly kind: AssistedActKind
  readonly way: AssistWay
  readonly proof_id: string | null
  readonly confirmed_at: Date | null
  readonly asked_at: Date
  readonly lapses_at: Date
  readonly done_at: Date | null
  readonly sealed_act: Buffer
  readonly sealed_result: Buffer | null
}

export const subjectOf = (read: Reading, helperId: string, id: string) =>
  read.maybe<{ subject_id: string }>(
    'select subject_id from assistance_helper where helper_id = $1 and id = $2',
    [helperId, id],
  )
export const find = (read: Reading, subjectId: string, id: string) =>
  read.maybe<SessionRow>('select * from assistance_session where subject_id = $1 and id = $2', [
    subjectId,
    id,
  ])
export const forUpdate = (work: Work, subjectId: string, id: string) =>
  work.maybe<SessionRow>('select * from assistance_session where subject_id = $1 and id = $2 for update', [
    subjectId,
    id,
  ])
export const insert = async (
  work: Work,
  row: Omit<SessionRow, 'confirmed_at' | 'ended_at'>,
): Promise<void> => {
  await work.run(
    `insert into assistance_session (subject_id, id, reference, office_id, helper_id, officer_session_id,
       about_key, purpose, way, proof_id, asked_at, ends_at, sealed_number,
       is_number_of_house)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
    [
      row.subject_id,
      row.id,
      row.reference,
      row.office_id,
      row.helper_id,
      row.officer_session_id,
      row.about_key,
      row.purpose,
      row.way,
      row.proof_id,
      row.asked_at,
      row.ends_at,
      row.sealed_number,
      row.is_number_of_house,
    ],
  )
  await work.run('insert into assistance_helper (helper_id, id, subject_id) values ($1, $2, $3)', [
    row.helper_id,
    row.id,
    row.subject_id,
  ])
}
/** Newest first, from before an id. */
export const ofHelper = (read: Reading, helperId: string, before: string | null, most: number) =>
  read.rows<SessionRow>(
    `select s.* from assistance_helper h join assistance_session s on s.subject_id = h.subject_id
       and s.id = h.id
     where h.helper_id = $1 and ($2::uuid is null or h.id < $2) order by h.id desc limit $3`,
    [helperId, before, most],
  )
/** Sealed with her own key. */
export const saveNumber = (work: Work, subjectId: string, id: string, sealed: Buffer): Promise<number> =>
  work.run(
    `update assistance_session set sealed_number = $3, is_number_of_house = false
     where subject_id = $1 and id = $2`,
    [subjectId, id, sealed],
  )
/** Those whose reaction is late: it failed, or an older release keeps the event. */
export const ofHouseBefore = (read: Reading, at: Date, most: number) =>
  read.rows<Pick<SessionRow, 'subject_id' | 'id'>>(
    `select subject_id, id from assistance_session where is_number_of_house and asked_at < $1
     order by asked_at limit $2`,
    [at, most],
  )
export const saveConfirmed = (work: Work, subjectId: string, id: string, at: Date): Promise<number> =>
  work.run('update assistance_session set confirmed_at = $3 where subject_id = $1 and id = $2', [
    subjectId,
    id,
    at,
  ])
export const saveEnded = (work: Work, subjectId: string, id: string, at: Date): Promise<number> =>
  work.run(
    'update assistance_session set ended_at = $3 where subject_id = $1 and id = $2 and ended_at is null',
    [subjectId, id, at],
  )

export const insertAct = (
  work: Work,
  row: Omit<ActRow, 'confirmed_at' | 'done_at' | 'sealed_result'>,
): Promise<number> =>
  work.run(
    'insert into assistance_act (subject_id, id, session_id, kind, way, proof_id, asked_at, lapses_at, sealed_act) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)',
    [
      row.subject_id,
      row.id,
      row.session_id,
      row.kind,
      row.way,
      row.proof_id,
      row.asked_at,
      row.lapses_at,
      row.sealed_act,
    ],
  )
export const actsOf = (read: Reading, subjectId: string, sessionId: string) =>
  read.rows<ActRow>('select * from assistance_act where subject_id = $1 and session_id = $2 order by id', [
    subjectId,
    sessionId,
  ])
export const actForUpdate = (work: Work, subjectId: string, id: string) =>
  work.maybe<ActRow>('select * from assistance_act where subject_id = $1 and id = $2 for update', [
    subjectId,
    id,
  ])
export const saveActConfirmed = (work: Work, subjectId: string, id: string, at: Date): Promise<number> =>
  work.run('update assistance_act set confirmed_at = $3 where subject_id = $1 and id = $2', [
    subjectId,
    id,
    at,
  ])
export const saveActDone = (
  work: Work,
  subjectId: string,
  id: string,
  at: Date,
  sealedResult: Buffer,
): Promise<number> =>
  work.run('update assistance_act set done_at = $3, sealed_result = $4 where subject_id = $1 and id = $2', [
    subjectId,
    id,
    at,
    sealedResult,
  ])

/** Sessions that began up to a moment, with the helper's way to them; answers how many. */
export const eraseSessions = async (
  work: Work,
  { subjectId, before }: { readonly subjectId: string; readonly before: Date },
): Promise<number> => {
  const gone = await work.rows<Pick<SessionRow, 'id' | 'helper_id'>>(
    'delete from assistance_session where subject_id = $1 and asked_at <= $2 returning id, helper_id',
    [subjectId, before],
  )
  await work.run(
    `delete from assistance_helper where (helper_id, id) in
       (select t.helper, t.id from unnest($1::uuid[], $2::uuid[]) as t(helper, id))`,
    [gone.map((row) => row.helper_id), gone.map((row) => row.id)],
  )
  return gone.length
}
