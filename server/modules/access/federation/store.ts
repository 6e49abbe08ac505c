/** SQL of clients, signing keys, consents and sign-in attempts. */
import type { Reading, Work } from '../../../kernel/work.ts'

export interface ClientRow {
  readonly id: string
  readonly name: string
  readonly domain: string
  readonly metadata: Record<string, unknown>
}
export const client = (read: Reading, id: string) =>
  read.maybe<ClientRow>('select id, name, domain, metadata from oidc_client where id = $1', [id])
export const insertClient = (work: Work, row: ClientRow, at: Date): Promise<number> =>
  work.run(
    `insert into oidc_client (id, name, domain, metadata, added_at) values ($1, $2, $3, $4, $5)
     on conflict (id) do update set name = excluded.name, domain = excluded.domain,
       metadata = excluded.metadata`,
    [row.id, row.name, row.domain, JSON.stringify(row.metadata), at],
  )

export type KeyState = 'current' | 'next' | 'retired'
export interface KeyRow {
  readonly kid: string
  readonly state: KeyState
  readonly sealed_jwk: Buffer
  readonly ends_at: Date | null
}
export const keys = (read: Reading, at: Date) =>
  read.rows<KeyRow>(
    `select kid, state, sealed_jwk, ends_at from oidc_signing_key where ends_at is null or ends_at > $1
     order by array_position(array['current', 'next', 'retired'], state), created_at desc`,
    [at],
  )
export const insertKey = (
  work: Work,
  kid: string,
  state: KeyState,
  sealedJwk: Buffer,
  at: Date,
): Promise<number> =>
  work.run(
    'insert into oidc_signing_key (kid, state, sealed_jwk, created_at) values ($1, $2, $3, $4) on conflict do nothing',
    [kid, state, sealedJwk, at],
  )
export const retireKey = (work: Work, endsAt: Date): Promise<number> =>
  work.run(`update oidc_signing_key set state = 'retired', ends_at = $1 where state = 'current'`, [endsAt])
export const promoteKey = (work: Work): Promise<number> =>
  work.run(`update oidc_signing_key set state = 'current' where state = 'next'`)
export const deleteEndedKeys = (work: Work, at: Date): Promise<number> =>
  work.run('delete from oidc_signing_key where ends_at <= $1', [at])

export interface ConsentRow {
  readonly client_id: string
  readonly scopes: string[]
  readonly given_at: Date
  readonly last_used_at: Date | null
}
export const consentOf = (read: Reading, subjectId: string, clientId: string) =>
  read.maybe<ConsentRow>(
    'select client_id, scopes, given_at, last_used_at from consent where subject_id = $1 and client_id = $2 and withdrawn_at is null',
    [subjectId, clientId],
  )
/** Every party that she agreed with and has not taken it back from, the one used last first. */
export const consents = (read: Reading, subjectId: string) =>
  read.rows<ConsentRow>(
    `select client_id, scopes, given_at, last_used_at from consent
     where subject_id = $1 and withdrawn_at is null order by last_used_at desc nulls last, client_id`,
    [subjectId],
  )
/** True when it stood until now. Whatever goes on from a consent takes this row first, and waits here. */
export const endConsent = async (
  work: Work,
  subjectId: string,
  clientId: string,
  at: Date,
): Promise<boolean> =>
  (await work.run(
    'update consent set withdrawn_at = $3 where subject_id = $1 and client_id = $2 and withdrawn_at is null',
    [subjectId, clientId, at],
  )) === 1
export const endConsentsBefore = (work: Work, subjectId: string, at: Date): Promise<number> =>
  work.run(
    'update consent set withdrawn_at = $2 where subject_id = $1 and given_at < $2 and withdrawn_at is null',
    [subjectId, at],
  )
/** Something is told or given on this consent: false when she has taken it back. */
export const consentIsUsed = async (
  work: Work,
  subjectId: string,
  clientId: string,
  at: Date,
): Promise<boolean> =>
  (await work.run(
    'update consent set last_used_at = $3 where subject_id = $1 and client_id = $2 and withdrawn_at is null',
    [subjectId, clientId, at],
  )) === 1
/**
 * Adds scopes to what she agreed to; answers whether it is her first time with this party. What was taken
 * back does not come back with it.
 */
export const saveConsent = async (
  work: Work,
  subjectId: string,
  clientId: string,
  scopes: readonly string[],
  at: Date,
): Promise<boolean> => {
  const earlier = await work.maybe<{ scopes: string[]; withdrawn_at: Date | null }>(
    'select scopes, withdrawn_at from consent where subject_id = $1 and client_id = $2 for update',
    [subjectId, clientId],
  )
  const kept = earlier && !earlier.withdrawn_at ? earlier.scopes : []
  await work.run(
    `insert into consent (subject_id, client_id, scopes, given_at) values ($1, $2, $3, $4)
     on conflict (subject_id, client_id) do update set scopes = excluded.scopes,
       given_at = case when consent.withdrawn_at is null then consent.given_at else excluded.given_at end,
       last_used_at = case when consent.withdrawn_at is null then consent.last_used_at end,
       withdrawn_at = null`,
    [subjectId, clientId, [...new Set([...kept, ...scopes])].sort(), at],
  )
  return earlier === undefined || earlier.withdrawn_at !== null
}
export interface AttemptRow {
  readonly id: string
  readonly subject_id: string
  readonly proof_id: string | null
}
export const attempt = (read: Reading, key: Buffer, at: Date) =>
  read.maybe<AttemptRow>(
    'select id, subject_id, proof_id from sign_in_attempt where key = $1 and expires_at > $2',
    [key, at],
  )
export const saveAttempt = (
  work: Work,
  key: Buffer,
  row: Omit<AttemptRow, 'proof_id'>,
  expiresAt: Date,
): void =>
  work.send(
    `insert into sign_in_attempt (key, id, subject_id, expires_at) values ($1, $2, $3, $4)
     on conflict (key) do update set id = excluded.id, subject_id = excluded.subject_id, proof_id = null,
       expires_at = excluded.expires_at`,
    [key, row.id, row.subject_id, expiresAt],
  )
export const setAttemptProof = (work: Work, key: Buffer, proofId: string): void =>
  work.send('update sign_in_attempt set proof_id = $2 where key = $1', [key, proofId])
export const deleteAttempt = (work: Work, key: Buffer): Promise<number> =>
  work.run('delete from sign_in_attempt where key = $1', [key])
export const deleteAttemptsOf = (work: Work, subjectId: string): Promise<number> =>
  work.run('delete from sign_in_attempt where subject_id = $1', [subjectId])
