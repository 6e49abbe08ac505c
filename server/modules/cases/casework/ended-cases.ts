/** Cases that have ended, each looked at once, in the order in which they ended: for the erasing job. */
import type { Reading, Work } from '../../../kernel/work.ts'
import * as store from './ended-cases-store.ts'

export interface EndedCase {
  readonly subjectId: string
  /** Of the digest that `identifier` has of her number; empty for a number that has none there. */
  readonly numberDigest: Buffer
  readonly endedAt: Date
}

/**
 * Those that follow, of what had ended by this moment; fewer than `most` are the last for now. Where it has
 * come to is kept in the same transaction. None while another worker is at it.
 */
export const nextEndedCases = async (work: Work, until: Date, most: number): Promise<EndedCase[]> => {
  const cursor = await store.takeCursor(work)
  const rows = cursor ? await store.endedAfter(work, cursor, until, most) : []
  const last = rows.at(-1)
  if (last) {
    await store.moveCursor(work, last)
  }
  return rows.map(({ subject_id: subjectId, about_key: aboutKey, ended_at: endedAt }) => ({
    subjectId,
    numberDigest: Buffer.from(aboutKey, 'hex'),
    endedAt,
  }))
}

/** When the last of her ended cases did; null when she has none, or none any more. */
export const lastCaseEnd = (read: Reading, subjectId: string): Promise<Date | null> =>
  store.lastEnd(read, subjectId)
