/** SQL of the citizen's screens and of what they were asked. */
import type { Reading, Work } from '../../../kernel/work.ts'

export interface ScreenRow {
  readonly officer_session_id: string
  readonly office_id: string
  readonly office: string
  readonly desk: string
  readonly secret_digest: Buffer
}

export const saveScreen = (
  work: Work,
  row: {
    id: string
    officerSessionId: string
    deviceId: string
    secret: Buffer
    at: Date
    endsAt: Date
  },
): Promise<number> =>
  work.run(
    `insert into screen_session (id, officer_session_id, device_id, secret_digest, opened_at, ends_at)
     values ($1, $2, $3, $4, $5, $6)`,
    [row.id, row.officerSessionId, row.deviceId, row.secret, row.at, row.endsAt],
  )
/**
 * A screen that is registered for the very desk at which its officer sits: one that opened while she left for
 * another desk would show a stranger what she asks there, and take the stranger's answer.
 */
const STANDS_AT_ITS_DESK = `join officer_session s on s.id = c.officer_session_id
       join capture_device d on d.id = c.device_id and d.ended_at is null
         and d.office_id = s.office_id and d.desk_key = s.desk_key`

/** The screen with its desk, as long as the officer's own session stands, and the device is registered. */
export const findScreen = (read: Reading, id: string, at: Date) =>
  read.maybe<ScreenRow>(
    `select c.officer_session_id, s.office_id, f.name as office, s.desk, c.secret_digest
     from screen_session c ${STANDS_AT_ITS_DESK}
       join officer o on o.id = s.officer_id join office f on f.id = s.office_id
     where c.id = $1 and c.ends_at > $2 and s.ends_at > $2 and o.left_at is null`,
    [id, at],
  )
/** Where the screens of an officer's session stand. */
export const deskOf = (read: Reading, officerSessionId: string, at: Date) =>
  read.maybe<{ office_id: string; office: string; desk: string; ends_at: Date }>(
    'select s.office_id, f.name as office, s.desk, s.ends_at from officer_session s join office f on f.id = s.office_id where s.id = $1 and s.ends_at > $2',
    [officerSessionId, at],
  )
export const hasScreen = async (read: Reading, officerSessionId: string, at: Date): Promise<boolean> =>
  (
    await read.one<{ has: boolean }>(
      `select exists (
         select 1 from screen_session c ${STANDS_AT_ITS_DESK}
         where c.officer_session_id = $1 and c.ends_at > $2
       ) as has`,
      [officerSessionId, at],
    )
  ).has
export const endScreens = (work: Work, officerSessionId: string): Promise<number> =>
  work.run('delete from screen_session where officer_session_id = $1', [officerSessionId])

type PromptState = 'waiting' | 'agreed' | 'declined' | 'withdrawn'
export interface PromptRow {
  readonly subject_id: string
  readonly id: string
  readonly officer_session_id: string
  readonly office_id: string
  readonly case_id: string
  readonly kind: string
  readonly sealed_params: Buffer
  /** Until the reaction has sealed it with her own key. */
  readonly is_sealed_by_house: boolean
  readonly params_digest: Buffer
  /** False: an older Sen kept it (`desk-digests.ts`). */
  readonly is_digest_keyed: boolean
  readonly state: PromptState
  readonly asked_at: Date
}

export const insertPrompt = (
  work: Work,
  row: Omit<PromptRow, 'state' | 'is_digest_keyed'>,
): Promise<number> =>
  work.run(
    `insert into desk_prompt (subject_id, id, officer_session_id, office_id, case_id, kind, sealed_params,
       is_sealed_by_house, params_digest, is_digest_keyed, state, asked_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, true, 'waiting', $10)`,
    [
      row.subject_id,
      row.id,
      row.officer_session_id,
      row.office_id,
      row.case_id,
      row.kind,
      row.sealed_params,
      row.is_sealed_by_house,
      row.params_digest,
      row.asked_at,
    ],
  )
export const promptForUpdate = (work: Work, subjectId: string, id: string) =>
  work.maybe<PromptRow>('select * from desk_prompt where subject_id = $1 and id = $2 for update', [
    subjectId,
    id,
  ])
/** Sealed with her own key. */
export const saveParams = (
  work: Work,
  row: Pick<PromptRow, 'subject_id' | 'id'>,
  sealed: Buffer,
): Promise<number> =>
  work.run(
    `update desk_prompt set sealed_params = $3, is_sealed_by_house = false
     where subject_id = $1 and id = $2`,
    [row.subject_id, row.id, sealed],
  )
export type PromptName = Pick<PromptRow, 'subject_id' | 'id'>
export const unkeyedAfter = (read: Reading, after: PromptName, most: number) =>
  read.rows<PromptName>(
    `select subject_id, id from desk_prompt where not is_digest_keyed and (subject_id, id) > ($1, $2)
     order by subject_id, id limit $3`,
    [after.subject_id, after.id, most],
  )
export const saveDigest = (work: Work, { subject_id, id }: PromptName, digest: Buffer): Promise<number> =>
  work.run(
    'update desk_prompt set params_digest = $3, is_digest_keyed = true where subject_id = $1 and id = $2',
    [subject_id, id, digest],
  )
/** Those whose reaction is late: it failed, or an older release keeps the event. */
export const ofHouseBefore = (read: Reading, at: Date, most: number) =>
  read.rows<Pick<PromptRow, 'subject_id' | 'id'>>(
    `select subject_id, id from desk_prompt where is_sealed_by_house and asked_at < $1
     order by asked_at limit $2`,
    [at, most],
  )
export const waitingPrompt = (read: Reading, officerSessionId: string) =>
  read.maybe<PromptRow>(
    `select * from desk_prompt where officer_session_id = $1 and state = 'waiting' order by asked_at desc limit 1`,
    [officerSessionId],
  )
export const waitingForUpdate = (work: Work, officerSessionId: string, id: string) =>
  work.maybe<PromptRow>(
    `select * from desk_prompt where officer_session_id = $1 and id = $2 and state = 'waiting' for update`,
    [officerSessionId, id],
  )
export const saveAnswer = (
  work: Work,
  row: Pick<PromptRow, 'subject_id' | 'id'>,
  state: 'agreed' | 'declined',
  at: Date,
): Promise<number> =>
  work.run('update desk_prompt set state = $3, answered_at = $4 where subject_id = $1 and id = $2', [
    row.subject_id,
    row.id,
    state,
    at,
  ])
export const withdrawWaiting = (work: Work, officerSessionId: string, at: Date): Promise<number> =>
  work.run(
    `update desk_prompt set state = 'withdrawn', answered_at = $2 where officer_session_id = $1 and state = 'waiting'`,
    [officerSessionId, at],
  )
/** The newest question of a case; an earlier answer does not stand beside a later question. */
export const newestOfCase = (read: Reading, subjectId: string, caseId: string, kind: string) =>
  read.maybe<PromptRow>(
    'select * from desk_prompt where subject_id = $1 and case_id = $2 and kind = $3 order by id desc limit 1',
    [subjectId, caseId, kind],
  )
