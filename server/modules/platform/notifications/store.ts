/** The SQL of letters: the queue, the handles under which operators know a message, and the inbox. */
import type { LetterKind } from '../../../../contract/phrases/letter-form.ts'
import type { Reading, Work } from '../../../kernel/work.ts'
import type { Channel, Delivery, LetterState, OutwardChannel, Receipt } from './letter.ts'

interface NewLetter {
  readonly subjectId: string
  readonly id: string
  readonly channel: Channel
  readonly kind: LetterKind
  readonly template: string
  readonly language: 'vi' | 'en'
  readonly sealedTo: Buffer | null
  readonly sealedParams: Buffer
  readonly isSecret: boolean
  readonly at: Date
  readonly expiresAt: Date
}

/** An inbox letter is delivered by being there. */
export const insertLetter = (work: Work, letter: NewLetter): Promise<number> =>
  work.run(
    `insert into letter (subject_id, id, channel, kind, template, language, sealed_to, sealed_params,
       is_secret, state,
       next_attempt_at, expires_at, created_at, delivered_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, case when $3 = 'inbox' then 'delivered' else 'queued' end,
       $10, $11, $10, case when $3 = 'inbox' then $10::timestamptz end)
     on conflict (subject_id, id) do nothing`,
    [
      letter.subjectId,
      letter.id,
      letter.channel,
      letter.kind,
      letter.template,
      letter.language,
      letter.sealedTo,
      letter.sealedParams,
      letter.isSecret,
      letter.at,
      letter.expiresAt,
    ],
  )

export const readDelivery = async (
  read: Reading,
  subjectId: string,
  id: string,
): Promise<Delivery | null> => {
  const row = await read.maybe<{
    state: LetterState
    channel: Channel
    sent_at: Date | null
    delivered_at: Date | null
    failure: string | null
  }>('select state, channel, sent_at, delivered_at, failure from letter where subject_id = $1 and id = $2', [
    subjectId,
    id,
  ])
  return row
    ? {
        state: row.state,
        channel: row.channel,
        sentAt: row.sent_at,
        deliveredAt: row.delivered_at,
        failure: row.failure,
      }
    : null
}

export interface DueLetter {
  readonly subject_id: string
  readonly id: string
  readonly channel: OutwardChannel
  readonly template: string
  readonly language: 'vi' | 'en'
  readonly sealed_to: Buffer | null
  readonly sealed_params: Buffer | null
  readonly is_secret: boolean
  readonly attempts: number
  readonly expires_at: Date
  readonly claimed_at: Date
  /** A worker took it before and never said what became of it: it may go out twice. */
  readonly was_abandoned: boolean
}

/**
 * Takes due letters, codes first, then the oldest; two workers never take the same one, and a worker's claim
 * lapses at `heldUntil`.
 */
export const claimDue = (
  work: Work,
  { channel, at, heldUntil, most }: { channel: OutwardChannel; at: Date; heldUntil: Date; most: number },
): Promise<DueLetter[]> =>
  work.rows<DueLetter>(
    `with due as materialized (
       select subject_id, id, claimed_at from letter
       where state = 'queued' and channel = $1 and next_attempt_at <= $2 and expires_at > $2
       order by is_secret desc, next_attempt_at limit $4 for update skip locked)
     update letter as l set claimed_at = $2, next_attempt_at = $3, attempts = l.attempts + 1
     from due where l.subject_id = due.subject_id and l.id = due.id
     returning l.subject_id, l.id, l.channel, l.template, l.language, l.sealed_to, l.sealed_params,
       l.is_secret, l.attempts, l.expires_at, l.claimed_at, due.claimed_at is not null as was_abandoned`,
    [channel, at, heldUntil, most],
  )

export interface EndedLetter {
  readonly subject_id: string
  readonly id: string
  readonly channel: OutwardChannel
  readonly template: string
}
type Key = Pick<DueLetter, 'subject_id' | 'id'>

export const expireDue = (work: Work, at: Date, most: number): Promise<EndedLetter[]> =>
  work.rows<EndedLetter>(
    `with late as materialized (
       select subject_id, id from letter where state = 'queued' and expires_at <= $1
         and (claimed_at is null or next_attempt_at <= $1)
       order by expires_at limit $2 for update skip locked)
     update letter as l set state = 'failed', failure = 'expired', claimed_at = null,
       sealed_to = case when l.is_secret then null else l.sealed_to end,
       sealed_params = case when l.is_secret then null else l.sealed_params end
     from late where l.subject_id = late.subject_id and l.id = late.id
     returning l.subject_id, l.id, l.channel, l.template`,
    [at, most],
  )

/**
 * The state is asked for, so that a worker that comes back late does not undo what another one has settled.
 */
export const markSent = (
  work: Work,
  letter: Key,
  at: Date,
  providerMessageId: string | null,
): Promise<number> =>
  work.run(
    `update letter set state = 'sent', provider_message_id = $3, sent_at = $4, claimed_at = null,
       failure = null,
       sealed_to = case when is_secret then null else sealed_to end,
       sealed_params = case when is_secret then null else sealed_params end
     where subject_id = $1 and id = $2 and state = 'queued'`,
    [letter.subject_id, letter.id, providerMessageId, at],
  )

export const markFailed = (work: Work, letter: Key, failure: string): Promise<number> =>
  work.run(
    `update letter set state = 'failed', failure = $3, claimed_at = null,
       sealed_to = case when is_secret then null else sealed_to end,
       sealed_params = case when is_secret then null else sealed_params end
     where subject_id = $1 and id = $2 and state = 'queued'`,
    [letter.subject_id, letter.id, failure],
  )

/**
 * Back into the queue. The claim is compared, so that only the worker that holds the letter gives it back.
 */
export const putBack = (
  work: Work,
  letter: DueLetter,
  { next, failure, isTryKept }: { next: Date; failure: string; isTryKept: boolean },
): Promise<number> =>
  work.run(
    `update letter set next_attempt_at = $4, claimed_at = null, failure = $5, attempts = attempts - $6
     where subject_id = $1 and id = $2 and state = 'queued' and claimed_at = $3`,
    [letter.subject_id, letter.id, letter.claimed_at, next, failure, isTryKept ? 0 : 1],
  )

/**
 * Writes down whose message this is; answers a receipt that came before. A number used again by the operator
 * starts afresh.
 */
export const handleOfLetter = async (
  work: Work,
  letter: Key,
  providerMessageId: string,
  at: Date,
): Promise<Receipt['outcome'] | null> => {
  const row = await work.one<{ outcome: Receipt['outcome'] | null }>(
    `insert into letter_handle as h (provider_message_id, subject_id, letter_id, at) values ($1, $2, $3, $4)
     on conflict (provider_message_id) do update set subject_id = excluded.subject_id,
       letter_id = excluded.letter_id, at = excluded.at,
       outcome = case when h.letter_id is null or h.letter_id = excluded.letter_id then h.outcome end
     returning outcome`,
    [providerMessageId, letter.subject_id, letter.id, at],
  )
  return row.outcome
}

/**
 * Keeps a receipt's first outcome; answers whose it is, null when the hand-over is not yet written down or
 * the outcome is known.
 */
export const handleOfReceipt = (
  work: Work,
  { providerMessageId, outcome }: Receipt,
  at: Date,
): Promise<{ subject_id: string | null; letter_id: string | null } | undefined> =>
  work.maybe(
    `insert into letter_handle as h (provider_message_id, outcome, at) values ($1, $2, $3)
     on conflict (provider_message_id) do update set outcome = excluded.outcome where h.outcome is null
     returning subject_id, letter_id`,
    [providerMessageId, outcome, at],
  )

/** A delivery counts whatever was thought before; a failure only while nothing better is known. */
export const applyOutcome = (
  work: Work,
  letter: Key,
  outcome: Receipt['outcome'],
  at: Date,
): Promise<EndedLetter | undefined> =>
  work.maybe<EndedLetter>(
    `update letter set state = $3, failure = case when $3 = 'failed' then 'undelivered' end,
       delivered_at = case when $3 = 'delivered' then $4::timestamptz end
     where subject_id = $1 and id = $2 and (state = 'sent' or ($3 = 'delivered' and state = 'failed'
       and failure = 'undelivered'))
     returning subject_id, id, channel, template`,
    [letter.subject_id, letter.id, outcome, at],
  )

/** Outward letters and handles past their retention, some at a time. */
export const forgetBefore = async (work: Work, before: Date, most: number): Promise<number> => {
  const letters = await work.run(
    `delete from letter where (subject_id, id) in
       (select subject_id, id from letter where channel <> 'inbox' and created_at < $1
         order by created_at limit $2)`,
    [before, most],
  )
  const handles = await work.run(
    'delete from letter_handle where provider_message_id in (select provider_message_id from letter_handle where at < $1 order by at limit $2)',
    [before, most],
  )
  return letters + handles
}

export interface InboxRow {
  readonly id: string
  readonly template: string
  readonly sealed_params: Buffer
  readonly created_at: Date
  readonly read_at: Date | null
}

export const inboxPage = (
  read: Reading,
  subjectId: string,
  before: string | null,
  most: number,
): Promise<InboxRow[]> =>
  read.rows<InboxRow>(
    `select id, template, sealed_params, created_at, read_at from letter
     where subject_id = $1 and channel = 'inbox' and ($2::uuid is null or id < $2::uuid) order by id desc
       limit $3`,
    [subjectId, before, most],
  )

export const markRead = (work: Work, subjectId: string, ids: readonly string[], at: Date): Promise<number> =>
  work.run(
    `update letter set read_at = $3 where subject_id = $1 and id = any($2::uuid[]) and channel = 'inbox' and read_at is null`,
    [subjectId, ids, at],
  )

export const countUnread = async (read: Reading, subjectId: string): Promise<number> =>
  (
    await read.one<{ unread: number }>(
      `select count(*) as unread from (select 1 from letter where subject_id = $1 and channel = 'inbox' and read_at is null limit 100) as few`,
      [subjectId],
    )
  ).unread
