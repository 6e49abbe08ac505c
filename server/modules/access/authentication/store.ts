/** SQL of passwords, tries, journeys, app sessions and sign-ins. */
import type { Reading, Work } from '../../../kernel/work.ts'

export const passwordOf = (read: Reading, subjectId: string) =>
  read.maybe<{ phc: string }>('select phc from password where subject_id = $1', [subjectId])
export const savePassword = (work: Work, subjectId: string, phc: string, at: Date): Promise<number> =>
  work.run(
    'insert into password (subject_id, phc, set_at) values ($1, $2, $3) on conflict (subject_id) do update set phc = excluded.phc, set_at = excluded.set_at',
    [subjectId, phc, at],
  )

export const forgetPasswordBefore = (work: Work, subjectId: string, at: Date): Promise<number> =>
  work.run('delete from password where subject_id = $1 and set_at < $2', [subjectId, at])

export interface GuardRow {
  readonly failures: number
  readonly paused_until: Date | null
}
export const guard = (read: Reading, number: Buffer, way: string) =>
  read.maybe<GuardRow>(
    'select failures, paused_until from password_guard where number_digest = $1 and way = $2',
    [number, way],
  )
/** Of two ways in one look, those that there are. */
export const guards = (read: Reading, number: Buffer, [one, other]: readonly [string, string]) =>
  read.rows<GuardRow & { readonly way: string }>(
    'select way, failures, paused_until from password_guard where number_digest = $1 and way in ($2, $3)',
    [number, one, other],
  )
export const countFailure = (
  work: Work,
  number: Buffer,
  way: string,
  most: number,
  pausedUntil: Date,
  at: Date,
): Promise<number> =>
  work.run(
    `insert into password_guard as g (number_digest, way, failures, updated_at) values ($1, $2, 1, $5)
     on conflict (number_digest, way) do update set
       failures = case when g.paused_until is not null and g.paused_until <= $5 then 1
         else g.failures + 1 end,
       paused_until = case when
         (case when g.paused_until is not null and g.paused_until <= $5 then 1 else g.failures + 1 end) >= $3
         then $4::timestamptz end,
       updated_at = $5
     where g.paused_until is null or g.paused_until <= $5`,
    [number, way, most, pausedUntil, at],
  )
export const clearFailures = (work: Work, number: Buffer, way: string): Promise<number> =>
  work.run('delete from password_guard where number_digest = $1 and way = $2', [number, way])

/** A way that she has come by, none of whose tries count against it any more. */
export const keepWay = (work: Work, number: Buffer, way: string, at: Date): void =>
  work.send(
    `insert into password_guard as g (number_digest, way, failures, updated_at) values ($1, $2, 0, $3)
     on conflict (number_digest, way) do update set failures = 0, paused_until = null, updated_at = $3`,
    [number, way, at],
  )

export type JourneyKind =
  | 'activation'
  | 'new-device'
  | 'new-password'
  | 'change-phone'
  | 'change-email'
  | 'close-account'
export interface JourneyRow {
  readonly id: string
  readonly kind: JourneyKind
  readonly subject_id: string | null
  readonly device_id: string | null
  readonly proof_id: string | null
  readonly sealed_target: Buffer | null
  readonly is_proven: boolean
  readonly ends_at: Date
  readonly done_at: Date | null
}
export const insertJourney = (work: Work, row: Omit<JourneyRow, 'is_proven' | 'done_at'>): Promise<number> =>
  work.run(
    'insert into journey (id, kind, subject_id, device_id, proof_id, sealed_target, ends_at) values ($1, $2, $3, $4, $5, $6, $7)',
    [row.id, row.kind, row.subject_id, row.device_id, row.proof_id, row.sealed_target, row.ends_at],
  )
export const journeyForUpdate = (work: Work, id: string, at: Date) =>
  work.maybe<JourneyRow>(
    'select * from journey where id = $1 and ends_at > $2 and done_at is null for update',
    [id, at],
  )
export const findJourney = (read: Reading, id: string, at: Date) =>
  read.maybe<JourneyRow>('select * from journey where id = $1 and ends_at > $2 and done_at is null', [id, at])
export const latestJourney = (work: Work, subjectId: string, kind: JourneyKind, at: Date) =>
  work.maybe<JourneyRow>(
    'select * from journey where subject_id = $1 and kind = $2 and ends_at > $3 and done_at is null order by ends_at desc limit 1 for update',
    [subjectId, kind, at],
  )
export const setProof = (work: Work, id: string, proofId: string): Promise<number> =>
  work.run('update journey set proof_id = $2 where id = $1', [id, proofId])
export const setProven = (work: Work, id: string): Promise<number> =>
  work.run('update journey set is_proven = true where id = $1', [id])
export const setDone = (work: Work, id: string, at: Date): Promise<number> =>
  work.run('update journey set done_at = $2 where id = $1', [id, at])

/** What somebody began with the old secrets ends with them. */
export const endOtherJourneys = (
  work: Work,
  subjectId: string,
  keepId: string | null,
  at: Date,
): Promise<number> =>
  work.run(
    'update journey set done_at = $3 where subject_id = $1 and done_at is null and ($2::uuid is null or id <> $2)',
    [subjectId, keepId, at],
  )

export interface AppSessionRow {
  readonly id: string
  readonly device_id: string
  readonly secret_digest: Buffer
  readonly opened_at: Date
  readonly last_seen_at: Date
  readonly ends_at: Date
  readonly user_agent: string
  readonly held_still?: boolean
  readonly acting_id: string | null
  readonly acting_tie: string | null
}
export const insertSession = (
  work: Work,
  subjectId: string,
  row: Omit<AppSessionRow, 'last_seen_at' | 'acting_id' | 'acting_tie'>,
): Promise<number> =>
  work.run(
    'insert into app_session (subject_id, id, device_id, secret_digest, opened_at, last_seen_at, ends_at, user_agent) values ($1, $2, $3, $4, $5, $5, $6, $7)',
    [subjectId, row.id, row.device_id, row.secret_digest, row.opened_at, row.ends_at, row.user_agent],
  )
/** The session while its device is bound and its account may be used. */
export const findSession = (read: Reading, subjectId: string, id: string, at: Date) =>
  read.maybe<AppSessionRow>(
    `select s.*, exists (select 1 from recovery_current r where r.subject_id = s.subject_id
       and r.holds_still and r.ended_at is null and r.ends_at > $3) as held_still
     from app_session s
     join device d on d.subject_id = s.subject_id and d.id = s.device_id and d.removed_at is null
     join account a on a.subject_id = s.subject_id and a.state = 'active'
       and (a.locked_at is null or a.locked_at < s.opened_at)
     where s.subject_id = $1 and s.id = $2 and s.ends_at > $3`,
    [subjectId, id, at],
  )
export const slideSession = (
  work: Work,
  subjectId: string,
  id: string,
  at: Date,
  endsAt: Date,
): Promise<number> =>
  work.run('update app_session set last_seen_at = $3, ends_at = $4 where subject_id = $1 and id = $2', [
    subjectId,
    id,
    at,
    endsAt,
  ])
/** Whose profile is open in this session; nulls: one's own. */
export const openProfile = (
  work: Work,
  subjectId: string,
  id: string,
  wardId: string | null,
  tieId: string | null,
): Promise<number> =>
  work.run('update app_session set acting_id = $3, acting_tie = $4 where subject_id = $1 and id = $2', [
    subjectId,
    id,
    wardId,
    tieId,
  ])
export const endSession = (work: Work, subjectId: string, id: string): Promise<number> =>
  work.run('delete from app_session where subject_id = $1 and id = $2', [subjectId, id])
export const endSessionsOfDevice = (work: Work, subjectId: string, deviceId: string): Promise<number> =>
  work.run('delete from app_session where subject_id = $1 and device_id = $2', [subjectId, deviceId])
export const endSessionsBut = (work: Work, subjectId: string, keepId: string | null): Promise<number> =>
  work.run('delete from app_session where subject_id = $1 and ($2::uuid is null or id <> $2)', [
    subjectId,
    keepId,
  ])
export const endSessionsBefore = (work: Work, subjectId: string, at: Date): Promise<number> =>
  work.run('delete from app_session where subject_id = $1 and opened_at < $2', [subjectId, at])
/** Those that open something: a device that gave way took its own with it. */
export const sessions = (read: Reading, subjectId: string, at: Date) =>
  read.rows<AppSessionRow>(
    `select s.* from app_session s
     join device d on d.subject_id = s.subject_id and d.id = s.device_id and d.removed_at is null
     where s.subject_id = $1 and s.ends_at > $2 order by s.opened_at desc limit 50`,
    [subjectId, at],
  )

export interface SignInRow {
  readonly id: string
  readonly client_id: string
  readonly client_name: string
  readonly client_domain: string
  readonly provider_session: string
  readonly grant_id: string
  readonly user_agent: string
  readonly opened_at: Date
}
export const insertSignIn = (work: Work, subjectId: string, row: SignInRow & { acr: string }): void =>
  work.send(
    `insert into sign_in (subject_id, id, client_id, client_name, client_domain, provider_session, grant_id, acr, user_agent, opened_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      subjectId,
      row.id,
      row.client_id,
      row.client_name,
      row.client_domain,
      row.provider_session,
      row.grant_id,
      row.acr,
      row.user_agent,
      row.opened_at,
    ],
  )
export const signIns = (read: Reading, subjectId: string) =>
  read.rows<SignInRow>(
    'select * from sign_in where subject_id = $1 and ended_at is null order by opened_at desc limit 100',
    [subjectId],
  )
/** Ended ones too: a grant may outlive its session. */
export const signInsBetween = (read: Reading, subjectId: string, from: Date, to: Date) =>
  read.rows<SignInRow>(
    'select * from sign_in where subject_id = $1 and opened_at > $2 and opened_at <= $3 order by opened_at desc',
    [subjectId, from, to],
  )
export const signInsAt = (read: Reading, subjectId: string, clientId: string) =>
  read.rows<SignInRow>('select * from sign_in where subject_id = $1 and client_id = $2', [
    subjectId,
    clientId,
  ])
export const endSignInsAt = (work: Work, subjectId: string, clientId: string, at: Date): Promise<number> =>
  work.run('update sign_in set ended_at = $3 where subject_id = $1 and client_id = $2 and ended_at is null', [
    subjectId,
    clientId,
    at,
  ])
export const endSignIn = (work: Work, subjectId: string, id: string, at: Date) =>
  work.maybe<SignInRow>(
    'update sign_in set ended_at = $3 where subject_id = $1 and id = $2 and ended_at is null returning *',
    [subjectId, id, at],
  )
export const endAllSignIns = (work: Work, subjectId: string, at: Date) =>
  work.rows<SignInRow>(
    'update sign_in set ended_at = $2 where subject_id = $1 and ended_at is null returning *',
    [subjectId, at],
  )
export const endSignInsBefore = (work: Work, subjectId: string, at: Date) =>
  work.rows<SignInRow>(
    'update sign_in set ended_at = $2 where subject_id = $1 and opened_at < $2 and ended_at is null returning *',
    [subjectId, at],
  )
export const forgetSignInsBefore = (work: Work, subjectId: string, at: Date): Promise<number> =>
  work.run('delete from sign_in where subject_id = $1 and opened_at < $2', [subjectId, at])
export const endSignInsOfProviderSession = (
  work: Work,
  subjectId: string,
  providerSession: string,
  at: Date,
) =>
  work.rows<SignInRow>(
    'update sign_in set ended_at = $3 where subject_id = $1 and provider_session = $2 and ended_at is null returning *',
    [subjectId, providerSession, at],
  )
