/** SQL of requests that lie before people, and of what is sent to parties. */
import { BEFORE_ALL_IDS, pageByPage } from '../../../kernel/page-by-page.ts'
import type { Reading, Work } from '../../../kernel/work.ts'
import type { Way } from './judge-request.ts'

export type RequestState = 'waiting' | 'agreed' | 'refused' | 'reported'
export interface RequestRow {
  readonly subject_id: string
  readonly id: string
  readonly party_id: string
  readonly request_digest: Buffer
  readonly way: Way
  readonly state: RequestState
  readonly sealed: Buffer
  readonly opened_at: Date
  readonly expires_at: Date
}
const REQUEST = 'subject_id, id, party_id, request_digest, way, state, sealed, opened_at, expires_at'

/** `isKept`: false for nobody, of whom nothing is kept by the same statement. */
export const insertRequest = (
  work: Work,
  row: Omit<RequestRow, 'state'> & { readonly isKept: boolean },
): Promise<number> =>
  work.run(
    `insert into sharing_request (${REQUEST})
     select $1, $2, $3, $4, $5, 'waiting', $6, $7, $8 where $9::boolean
     on conflict (subject_id, request_digest) do nothing`,
    [
      row.subject_id,
      row.id,
      row.party_id,
      row.request_digest,
      row.way,
      row.sealed,
      row.opened_at,
      row.expires_at,
      row.isKept,
    ],
  )
export const idOfRequest = (read: Reading, subjectId: string, digest: Buffer) =>
  read.one<{ id: string }>('select id from sharing_request where subject_id = $1 and request_digest = $2', [
    subjectId,
    digest,
  ])
export const findRequest = (read: Reading, subjectId: string, id: string) =>
  read.maybe<RequestRow>(`select ${REQUEST} from sharing_request where subject_id = $1 and id = $2`, [
    subjectId,
    id,
  ])
export const lockRequest = (work: Work, subjectId: string, id: string) =>
  work.maybe<RequestRow>(
    `select ${REQUEST} from sharing_request where subject_id = $1 and id = $2 for update`,
    [subjectId, id],
  )
export const waitingRequests = (read: Reading, subjectId: string, at: Date, most: number) =>
  read.rows<RequestRow>(
    `select ${REQUEST} from sharing_request where subject_id = $1 and state = 'waiting' and expires_at > $2
     order by opened_at desc, id desc limit $3`,
    [subjectId, at, most],
  )
export const countWaiting = async (
  read: Reading,
  subjectId: string,
  at: Date,
  most: number,
): Promise<number> => {
  const { count } = await read.one<{ count: number }>(
    `select count(*) from (select 1 from sharing_request
       where subject_id = $1 and state = 'waiting' and expires_at > $2 limit $3) as waiting`,
    [subjectId, at, most],
  )
  return count
}
export const setRequestState = (
  work: Work,
  { subject_id, id }: Pick<RequestRow, 'subject_id' | 'id'>,
  state: RequestState,
): Promise<number> =>
  work.run('update sharing_request set state = $3 where subject_id = $1 and id = $2', [subject_id, id, state])

/** What somebody opened with her account until then, and nobody has answered: not what was pushed to her. */
export const forgetOpened = (work: Work, subjectId: string, until: Date): Promise<number> =>
  work.run(
    `delete from sharing_request
     where subject_id = $1 and state = 'waiting' and way <> 'pushed' and opened_at <= $2`,
    [subjectId, until],
  )

interface Untold {
  readonly subject_id: string
  readonly id: string
  readonly opened: string
}
/** Pushed ones of which she has not been written to, the oldest first. */
export const untold = (read: Reading): AsyncGenerator<Untold> =>
  pageByPage({ opened: '-infinity', subject_id: BEFORE_ALL_IDS, id: BEFORE_ALL_IDS }, (after, most) =>
    read.rows<Untold>(
      `select subject_id, id, opened_at::text as opened from sharing_request
       where way = 'pushed' and told_at is null
         and (opened_at, subject_id, id) > ($1::timestamptz, $2::uuid, $3::uuid)
       order by opened_at, subject_id, id limit $4`,
      [after.opened, after.subject_id, after.id, most],
    ),
  )
/** undefined when another worker has told her. */
export const markTold = (work: Work, { subject_id, id }: Untold, at: Date) =>
  work.maybe<RequestRow>(
    `update sharing_request set told_at = $3 where (subject_id, id) in
       (select subject_id, id from sharing_request where subject_id = $1 and id = $2 and told_at is null
        for update skip locked) returning ${REQUEST}`,
    [subject_id, id, at],
  )

/** False when somebody has answered it. */
export const spendNonce = async (work: Work, digest: Buffer, endsAt: Date): Promise<boolean> =>
  (await work.run('insert into sharing_nonce (digest, ends_at) values ($1, $2) on conflict do nothing', [
    digest,
    endsAt,
  ])) === 1

type PostKind = 'answer' | 'refusal' | 'withdraw' | 'erase'
export interface PostRow {
  readonly subject_id: string
  readonly id: string
  readonly kind: PostKind
  readonly party_id: string
  readonly sealed: Buffer | null
  readonly look_at: Date
  readonly tries: number
  readonly until_at: Date
}
export const insertPost = (work: Work, row: Omit<PostRow, 'tries'>): Promise<number> =>
  work.run(
    `insert into sharing_post (subject_id, id, kind, party_id, sealed, look_at, until_at)
     values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing`,
    [row.subject_id, row.id, row.kind, row.party_id, row.sealed, row.look_at, row.until_at],
  )
type PostKey = Pick<PostRow, 'subject_id' | 'id' | 'kind'>
interface DuePost extends PostKey {
  /** As the database writes it: to the microsecond. */
  readonly due: string
}
/** Who waits longest first. */
export const duePosts = (read: Reading, at: Date): AsyncGenerator<DuePost> =>
  pageByPage(
    { due: '-infinity', subject_id: BEFORE_ALL_IDS, id: BEFORE_ALL_IDS, kind: 'answer' } as DuePost,
    (after, most) =>
      read.rows<DuePost>(
        `select subject_id, id, kind, look_at::text as due from sharing_post
         where look_at <= $1
           and (look_at, subject_id, id, kind) > ($2::timestamptz, $3::uuid, $4::uuid, $5::text)
         order by look_at, subject_id, id, kind limit $6`,
        [at, after.due, after.subject_id, after.id, after.kind, most],
      ),
  )
/** Taken by one worker until `until`; undefined when another has it or it is not due any more. */
export const leasePost = (work: Work, { subject_id, id, kind }: PostKey, at: Date, until: Date) =>
  work.maybe<PostRow>(
    `update sharing_post set look_at = $5 where (subject_id, id, kind) in
       (select subject_id, id, kind from sharing_post
        where subject_id = $1 and id = $2 and kind = $3 and look_at <= $4 for update skip locked)
     returning subject_id, id, kind, party_id, sealed, look_at, tries, until_at`,
    [subject_id, id, kind, at, until],
  )
/** Of what she agreed to until then, and the party has not taken. */
export const answersOf = (read: Reading, subjectId: string, until: Date) =>
  read.rows<PostKey>(
    `select p.subject_id, p.id, p.kind from sharing_post p
     join sharing_receipt r on r.subject_id = p.subject_id and r.id = p.id
     where p.subject_id = $1 and p.kind = 'answer' and r.agreed_at <= $2`,
    [subjectId, until],
  )
/** It does not go any more; until when a worker may have it in hand, undefined when it had gone before. */
export const takePostBack = (work: Work, { subject_id, id, kind }: PostKey) =>
  work.maybe<{ look_at: Date }>(
    'delete from sharing_post where subject_id = $1 and id = $2 and kind = $3 returning look_at',
    [subject_id, id, kind],
  )
/** False when it is gone: taken by the party, or she has taken it back. */
export const putOffPost = async (
  work: Work,
  { subject_id, id, kind }: PostKey,
  { lookAt, tries }: { readonly lookAt: Date; readonly tries: number },
): Promise<boolean> =>
  (await work.run(
    'update sharing_post set look_at = $4, tries = $5 where subject_id = $1 and id = $2 and kind = $3',
    [subject_id, id, kind, lookAt, tries],
  )) === 1
export const endPost = async (work: Work, { subject_id, id, kind }: PostKey): Promise<boolean> =>
  (await work.run('delete from sharing_post where subject_id = $1 and id = $2 and kind = $3', [
    subject_id,
    id,
    kind,
  ])) === 1
