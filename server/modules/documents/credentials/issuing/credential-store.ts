/** SQL of what was issued to whom. */
import { dueRows } from '../../../../kernel/due-rows.ts'
import type { Reading, Work } from '../../../../kernel/work.ts'
import type { Place } from '../status/draw-places.ts'

export type BatchState = 'valid' | 'held' | 'revoked'

export interface BatchRow {
  readonly id: string
  readonly type: string
  /** Null for what a person has once. */
  readonly document_id: string | null
  readonly format: string
  /** Who acts for her, and by which tie, where it is that person's device. */
  readonly holder_id: string | null
  readonly tie_id: string | null
  readonly device_id: string | null
  readonly wallet: 'own' | 'other'
  readonly size: number
  readonly issued_at: Date
  readonly expires_at: Date
  readonly source_mark: Buffer
  readonly state: BatchState
}
const BATCH = `id, type, document_id, format, device_id, wallet, size, issued_at, expires_at, source_mark,
  state, holder_id, tie_id`

export const insertBatch = (work: Work, subjectId: string, row: BatchRow): void =>
  work.send(
    `insert into credential_batch (subject_id, ${BATCH}, changed_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $9)`,
    [
      subjectId,
      row.id,
      row.type,
      row.document_id,
      row.format,
      row.device_id,
      row.wallet,
      row.size,
      row.issued_at,
      row.expires_at,
      row.source_mark,
      row.state,
      row.holder_id,
      row.tie_id,
    ],
  )
/** Those that would still be taken by a verifier but for their status; locked, so that two agree. */
export const liveBatchesForUpdate = (work: Work, subjectId: string, at: Date) =>
  work.rows<BatchRow>(
    `select ${BATCH} from credential_batch where subject_id = $1 and expires_at > $2 and state <> 'revoked'
     order by id for update`,
    [subjectId, at],
  )
/** What went to phones and wallets of her own. */
export const ownBatchesOf = (read: Reading, subjectId: string, at: Date) =>
  read.rows<BatchRow>(
    `select ${BATCH} from credential_batch where subject_id = $1 and expires_at > $2 and holder_id is null
     order by id desc`,
    [subjectId, at],
  )
export const batchForUpdate = (work: Work, subjectId: string, id: string) =>
  work.maybe<BatchRow>(`select ${BATCH} from credential_batch where subject_id = $1 and id = $2 for update`, [
    subjectId,
    id,
  ])
export const setBatchState = (
  work: Work,
  subjectId: string,
  ids: readonly string[],
  state: BatchState,
  at: Date,
): Promise<number> =>
  work.run('update credential_batch set state = $3, changed_at = $4 where subject_id = $1 and id = any($2)', [
    subjectId,
    ids,
    state,
    at,
  ])
export const noteOfWallet = (work: Work, subjectId: string, id: string, event: string): Promise<number> =>
  work.run('update credential_batch set notified = $3 where subject_id = $1 and id = $2', [
    subjectId,
    id,
    event,
  ])

export interface NewCredential {
  readonly keyDigest: Buffer
  readonly place: Place
}
/** Answers how many keys were new; nothing else may be kept where one was not. */
export const insertCredentials = (
  work: Work,
  subjectId: string,
  batchId: string,
  credentials: readonly NewCredential[],
): Promise<number> =>
  work.run(
    `insert into issued_credential (subject_id, key_digest, batch_id, list_id, idx)
     select $1, k, $2, l, i from unnest($3::bytea[], $4::text[], $5::int[]) as t(k, l, i) order by k
     on conflict do nothing`,
    [
      subjectId,
      batchId,
      credentials.map(({ keyDigest }) => keyDigest),
      credentials.map(({ place }) => place.listId),
      credentials.map(({ place }) => place.idx),
    ],
  )
export const placesOf = async (
  read: Reading,
  subjectId: string,
  batchIds: readonly string[],
): Promise<Place[]> =>
  (
    await read.rows<{ list_id: string; idx: number }>(
      'select list_id, idx from issued_credential where subject_id = $1 and batch_id = any($2)',
      [subjectId, batchIds],
    )
  ).map(({ list_id: listId, idx }) => ({ listId, idx }))

/**
 * What has lapsed: nobody believes it any more, and its places go with their list. Answers how many stay.
 */
export const forgetLapsed = async (work: Work, subjectId: string, at: Date): Promise<number> => {
  await work.run(
    `delete from issued_credential where subject_id = $1 and batch_id in
       (select id from credential_batch where subject_id = $1 and expires_at <= $2)`,
    [subjectId, at],
  )
  await work.run('delete from credential_batch where subject_id = $1 and expires_at <= $2', [subjectId, at])
  return (
    await work.one<{ stay: number }>(
      'select count(*)::int as stay from credential_batch where subject_id = $1',
      [subjectId],
    )
  ).stay
}
export const forgetEverything = async (work: Work, subjectId: string): Promise<void> => {
  await work.run('delete from issued_credential where subject_id = $1', [subjectId])
  await work.run('delete from credential_batch where subject_id = $1', [subjectId])
  await work.run('delete from credential_watch where subject_id = $1', [subjectId])
}

/** An earlier look stands. */
export const watch = (work: Work, subjectId: string, at: Date): void =>
  work.send(
    `insert into credential_watch (subject_id, look_at) values ($1, $2)
     on conflict (subject_id) do update set look_at = least(credential_watch.look_at, excluded.look_at)`,
    [subjectId, at],
  )
export const endWatch = (work: Work, subjectId: string): Promise<number> =>
  work.run('delete from credential_watch where subject_id = $1', [subjectId])
export const watched = dueRows<{ readonly subject_id: string }>('credential_watch')
