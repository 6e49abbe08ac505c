/** SQL of documents of other registers, and of the kinds that were added. */
import { BEFORE_ALL_IDS, pageByPage } from '../../../kernel/page-by-page.ts'
import type { Reading, Work } from '../../../kernel/work.ts'
import type { DocumentState, Standing } from './own-document.ts'

export interface DocumentRow {
  readonly subject_id: string
  readonly id: string
  readonly type: string
  readonly reference: string
  readonly state: DocumentState
  readonly standing: Standing | null
  readonly sealed: Buffer
  readonly added_at: Date
  readonly synced_at: Date | null
  readonly silent_since: Date | null
  readonly due_at: Date | null
  readonly look_at: Date
  readonly tries: number
}

/** False when the same one is there already. */
export const insert = async (
  work: Work,
  row: DocumentRow & { readonly asked_digest: Buffer },
): Promise<boolean> =>
  (await work.run(
    `insert into document (subject_id, id, type, asked_digest, reference, state, sealed, added_at, look_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict (subject_id, type, asked_digest) do nothing`,
    [
      row.subject_id,
      row.id,
      row.type,
      row.asked_digest,
      row.reference,
      row.state,
      row.sealed,
      row.added_at,
      row.look_at,
    ],
  )) === 1
export const count = async (read: Reading, subjectId: string, type: string): Promise<number> =>
  (
    await read.one<{ count: number }>(
      'select count(*)::int as count from document where subject_id = $1 and type = $2',
      [subjectId, type],
    )
  ).count
export const all = (read: Reading, subjectId: string): Promise<DocumentRow[]> =>
  read.rows<DocumentRow>('select * from document where subject_id = $1 order by added_at, id', [subjectId])
export const standing = (read: Reading, subjectId: string, id: string) =>
  read.maybe<Pick<DocumentRow, 'state' | 'silent_since'>>(
    'select state, silent_since from document where subject_id = $1 and id = $2',
    [subjectId, id],
  )
export const find = (read: Reading, subjectId: string, id: string) =>
  read.maybe<DocumentRow>('select * from document where subject_id = $1 and id = $2', [subjectId, id])
/** Of each that she has, without what it says. */
export const inShort = (read: Reading, subjectId: string) =>
  read.rows<Pick<DocumentRow, 'id' | 'type' | 'state' | 'standing' | 'synced_at'>>(
    `select id, type, state, standing, synced_at from document where subject_id = $1 order by added_at, id`,
    [subjectId],
  )
export const hold = (work: Work, subjectId: string, id: string): Promise<unknown> =>
  work.maybe('select id from document where subject_id = $1 and id = $2 for share', [subjectId, id])
export const lock = (work: Work, subjectId: string, id: string) =>
  work.maybe<DocumentRow>('select * from document where subject_id = $1 and id = $2 for update', [
    subjectId,
    id,
  ])
export const save = (work: Work, row: DocumentRow): Promise<number> =>
  work.run(
    `update document set state = $3, standing = $4, sealed = $5, synced_at = $6, silent_since = $7,
       due_at = $8, look_at = $9, tries = $10 where subject_id = $1 and id = $2`,
    [
      row.subject_id,
      row.id,
      row.state,
      row.standing,
      row.sealed,
      row.synced_at,
      row.silent_since,
      row.due_at,
      row.look_at,
      row.tries,
    ],
  )
/** Answers its type; undefined where there was none. */
export const remove = async (work: Work, subjectId: string, id: string): Promise<string | undefined> =>
  (
    await work.maybe<{ type: string }>(
      'delete from document where subject_id = $1 and id = $2 returning type',
      [subjectId, id],
    )
  )?.type

interface Due {
  readonly subject_id: string
  readonly id: string
  /** As the database writes it: to the microsecond. */
  readonly due: string
}
/** Those that are to be asked for by this moment, who waits longest first. */
export const dueAt = (read: Reading, at: Date): AsyncGenerator<Due> =>
  pageByPage({ due: '-infinity', subject_id: BEFORE_ALL_IDS, id: BEFORE_ALL_IDS }, (after, most) =>
    read.rows<Due>(
      `select subject_id, id, look_at::text as due from document
       where look_at <= $1 and (look_at, subject_id, id) > ($2::timestamptz, $3::uuid, $4::uuid)
       order by look_at, subject_id, id limit $5`,
      [at, after.due, after.subject_id, after.id, most],
    ),
  )
/** Taken by one worker until `until`; undefined when another has it or it is not due any more. */
export const lease = (work: Work, { subject_id, id }: Due, at: Date, until: Date) =>
  work.maybe<DocumentRow>(
    `update document set look_at = $4 where (subject_id, id) in
       (select subject_id, id from document where subject_id = $1 and id = $2 and look_at <= $3
        for update skip locked) returning *`,
    [subject_id, id, at, until],
  )

export interface TypeRow {
  readonly definition: unknown
}
/** False when this version is there already. */
export const insertType = async (
  work: Work,
  row: { readonly id: string; readonly version: number; readonly definition: unknown; readonly at: Date },
): Promise<boolean> =>
  (await work.run(
    `insert into document_type (id, version, definition, added_at) values ($1, $2, $3, $4)
     on conflict do nothing`,
    [row.id, row.version, JSON.stringify(row.definition), row.at],
  )) === 1
export const addedTypes = (read: Reading): Promise<TypeRow[]> =>
  read.rows<TypeRow>('select definition from document_type order by id, version limit 2000')
