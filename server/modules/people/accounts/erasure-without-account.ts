/**
 * Somebody who never had an account but was in cases, from the moment from which the last of them is kept no
 * longer until the last thing that law keeps of her is erased. The job `erase-without-account` does it.
 */
import type { Tools } from '../../../kernel/tools.ts'
import type { Work } from '../../../kernel/work.ts'
import { holdNumber, stateForUpdate } from './erasure-store.ts'
import type { Erasure } from './erasure.ts'
import * as store from './erasure-without-account-store.ts'

interface Ended {
  readonly subjectId: string
  readonly numberDigest: Buffer
  readonly endedAt: Date
}

/** Whoever has an account, or has closed one and is not erased yet, is another's to erase. */
export const beginWithoutAccount = async (
  work: Work,
  ended: readonly Ended[],
  lookAt: Date,
): Promise<void> => {
  const held = await store.withAccount(work, [...new Set(ended.map(({ subjectId }) => subjectId))])
  const others = new Set(held.map((row) => row.subject_id))
  for (const { subjectId, numberDigest, endedAt } of ended.filter((one) => !others.has(one.subjectId))) {
    const row = { subject_id: subjectId, number_digest: numberDigest, ended_at: endedAt, look_at: lookAt }
    await store.begin(work, row)
  }
}

/** Whose turn it is; page by page. */
export const dueWithoutAccount = (tools: Pick<Tools, 'read'>, at: Date) => store.dueAt(tools.read, at)

/**
 * Taken by one worker. Nobody applies or opens a case for her meanwhile, for that holds the row of her
 * number, which is held here before anything is looked at. null when it is another's turn, or she has an
 * account by now, or one that is still being erased: then nothing is erased here.
 */
export const takeWithoutAccount = async (
  work: Work,
  subjectId: string,
  at: Date,
): Promise<Erasure | null> => {
  const row = await store.takeDue(work, subjectId, at)
  if (!row) {
    return null
  }
  await holdNumber(work, row.number_digest)
  await stateForUpdate(work, subjectId)
  if ((await store.withAccount(work, [subjectId])).length > 0) {
    await store.forget(work, subjectId)
    return null
  }
  return { subjectId, closedAt: row.ended_at }
}

export const lookAgainWithoutAccount = (
  work: Work,
  { subjectId, closedAt }: Erasure,
  at: Date,
): Promise<number> => store.lookAgain(work, subjectId, closedAt, at)

/** Nothing is left to be erased. */
export const endWithoutAccount = (work: Work, subjectId: string): Promise<number> =>
  store.forget(work, subjectId)
