/**
 * Somebody who has closed her account, from that moment until the last thing that law keeps of her is erased.
 * What it is, every module says of its tables; the job `erase-closed` does it.
 */
import { later, now } from '../../../kernel/clock.ts'
import { eachOf } from '../../../kernel/each-of.ts'
import type { Tools } from '../../../kernel/tools.ts'
import type { Transact, Work } from '../../../kernel/work.ts'
import type { Account } from './account.ts'
import * as store from './erasure-store.ts'

/** By then the reactions to the closing have been done, or somebody was told that they fail. */
const FIRST_LOOK_S = 3600

export const beginErasure = (
  work: Work,
  { digests }: Pick<Tools, 'digests'>,
  { subjectId, personalNumber }: Pick<Account, 'subjectId' | 'personalNumber'>,
  closedAt: Date,
): Promise<number> =>
  store.begin(work, {
    subject_id: subjectId,
    number_digest: digests.identifier('number', personalNumber),
    closed_at: closedAt,
    look_at: later(closedAt, FIRST_LOOK_S),
  })

/**
 * Accounts that an older release has closed still have their number: from now on they are looked after as
 * well. Answers how many.
 */
export const takeUpClosed = async (transact: Transact, tools: Tools): Promise<number> =>
  eachOf(await store.notTakenUp(tools.read), transact, async (work, { subject_id }) => {
    const row = await store.takeUp(work, subject_id)
    if (!row) {
      return false
    }
    await beginErasure(
      work,
      tools,
      { subjectId: row.subject_id, personalNumber: row.personal_number },
      row.locked_at ?? now(),
    )
    await store.forgetNumber(work, row.subject_id)
    return true
  })

export interface Erasure {
  readonly subjectId: string
  readonly closedAt: Date
}

/** Whose turn it is; page by page. */
export const dueErasures = (tools: Pick<Tools, 'read'>, at: Date) => store.dueAt(tools.read, at)

/**
 * Taken by one worker. Nobody opens an account or applies for her meanwhile, for both hold one of the rows
 * that are held here. null when it is another's turn, or she has an account again: then nothing is erased.
 */
export const takeErasure = async (work: Work, subjectId: string, at: Date): Promise<Erasure | null> => {
  const row = await store.takeDue(work, subjectId, at)
  if (!row) {
    return null
  }
  if ((await store.stateForUpdate(work, subjectId)) !== 'closed') {
    await store.forget(work, subjectId)
    return null
  }
  await store.holdNumber(work, row.number_digest)
  return { subjectId, closedAt: row.closed_at }
}

export const lookAgainAt = (work: Work, subjectId: string, at: Date): Promise<number> =>
  store.lookAgain(work, subjectId, at)

/** Nothing is left to be erased. */
export const endErasure = (work: Work, subjectId: string): Promise<number> => store.forget(work, subjectId)
