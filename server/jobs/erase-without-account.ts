/**
 * Erases people who never had an account: an application that was refused, a body's request to lock, a case
 * about their data. When the last case of such a person is kept no longer, nothing of hers goes on, and no
 * account has come, everything goes as after a closing, and last her key. One person in a transaction; done
 * twice it does nothing more.
 */
import { later, now } from '../kernel/clock.ts'
import { eachOf } from '../kernel/each-of.ts'
import type { Keeping } from '../kernel/keeping.ts'
import { keptSince, keptUntil } from '../kernel/kept.ts'
import type { Tools } from '../kernel/tools.ts'
import type { Transact, Work } from '../kernel/work.ts'
import { lastCaseEnd, nextEndedCases } from '../modules/cases/casework/ended-cases.ts'
import type { Erasure } from '../modules/people/accounts/erasure.ts'
import {
  beginWithoutAccount,
  dueWithoutAccount,
  endWithoutAccount,
  lookAgainWithoutAccount,
  takeWithoutAccount,
} from '../modules/people/accounts/erasure-without-account.ts'
import { whatIsLeft } from '../storage/erase-rows.ts'
import { destroyHerKey, eraseDue, GOES_ON_DAYS } from './erase-closed.ts'

const PAGE = 500
const DAY_S = 86_400

/** Answers whether there was work, so that there may be more; at most a page of ended cases is looked at. */
export const eraseWithoutAccount = async (
  transact: Transact,
  tools: Pick<Tools, 'read'>,
  keeps: readonly Keeping[],
  at = now(),
): Promise<boolean> => {
  const isMore = await transact(async (work) => {
    const ended = await nextEndedCases(work, keptSince('cases', at), PAGE)
    await beginWithoutAccount(work, ended, at)
    return ended.length === PAGE
  })
  const looked = await eachOf(dueWithoutAccount(tools, at), transact, async (work, { subject_id: id }) => {
    const erasure = await takeWithoutAccount(work, id, at)
    if (!erasure) {
      return false
    }
    await eraseOne(work, keeps, erasure, at)
    return true
  })
  return isMore || looked > 0
}

const eraseOne = async (
  work: Work,
  keeps: readonly Keeping[],
  { subjectId, closedAt }: Erasure,
  at: Date,
): Promise<void> => {
  const lastEnd = await lastCaseEnd(work, subjectId)
  const erasure = { subjectId, closedAt: lastEnd ?? closedAt }
  const next = (await waitsUntil(work, keeps, erasure, at)) ?? (await eraseDue(work, keeps, erasure, at))
  if (next) {
    await lookAgainWithoutAccount(work, erasure, next)
    return
  }
  await destroyHerKey(work, subjectId)
  await endWithoutAccount(work, subjectId)
}

/** A later case of hers is still kept, or something goes on: an open case, a lock, whom she acts for. */
const waitsUntil = async (
  work: Work,
  keeps: readonly Keeping[],
  erasure: Erasure,
  at: Date,
): Promise<Date | null> => {
  for (const keeping of keeps.filter(({ fate }) => fate.is === 'kept')) {
    const { is_any: isAny, since } = await whatIsLeft(work, keeping, erasure)
    if (isAny && since === null) {
      return later(at, GOES_ON_DAYS * DAY_S)
    }
  }
  const until = keptUntil('cases', erasure.closedAt, at)
  return until && until > at ? until : null
}
