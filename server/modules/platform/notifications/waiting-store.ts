/** What is asked of the letters before anything is done with them: each one message, and no transaction. */
import type { Reading } from '../../../kernel/work.ts'
import type { OutwardChannel } from './letter.ts'

/** A Sen without letters asks this several times a second. */
export const isAnyDue = async (read: Reading, channel: OutwardChannel, at: Date): Promise<boolean> =>
  (
    await read.one<{ yes: boolean }>(
      `select exists (select 1 from letter where state = 'queued' and channel = $1
         and next_attempt_at <= $2 and expires_at > $2) as yes`,
      [channel, at],
    )
  ).yes

/** Whether a letter has expired, or a letter or an operator's name of one has been kept long enough. */
export const isAnyOver = async (read: Reading, at: Date, keptSince: Date): Promise<boolean> =>
  (
    await read.one<{ yes: boolean }>(
      `select exists (select 1 from letter where state = 'queued' and expires_at <= $1
           and (claimed_at is null or next_attempt_at <= $1))
         or exists (select 1 from letter where channel <> 'inbox' and created_at < $2)
         or exists (select 1 from letter_handle where at < $2) as yes`,
      [at, keptSince],
    )
  ).yes

/** Letters that a line has in its hands now: they may arrive whatever becomes of their rows. */
export const isAnyInHand = async (work: Reading, at: Date): Promise<boolean> =>
  (
    await work.one<{ yes: boolean }>(
      `select exists (select 1 from letter
         where state = 'queued' and claimed_at is not null and next_attempt_at > $1) as yes`,
      [at],
    )
  ).yes
