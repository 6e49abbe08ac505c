/** SQL of which officer was shown whose picture. */
import type { Reading, Work } from '../../../kernel/work.ts'

export const keepShown = (work: Work, seenBy: string, about: Buffer, at: Date): void =>
  work.send(
    `insert into shown_portrait (seen_by, about, at) values ($1, $2, $3)
     on conflict (seen_by, about) do update set at = greatest(shown_portrait.at, excluded.at)`,
    [seenBy, about, at],
  )
export const isShownSince = async (
  read: Reading,
  seenBy: string,
  about: Buffer,
  since: Date,
): Promise<boolean> =>
  (await read.maybe('select 1 from shown_portrait where seen_by = $1 and about = $2 and at > $3', [
    seenBy,
    about,
    since,
  ])) !== undefined
