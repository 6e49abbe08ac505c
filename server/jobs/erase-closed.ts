/**
 * Erases what is left of those who have closed their accounts: at the first look what should have gone with
 * the account, then each kept thing when its time is over, and last her key. One person in a transaction, a
 * bite at a time; done twice it does nothing more.
 */
import { system } from '../kernel/actor.ts'
import { later, now } from '../kernel/clock.ts'
import { eachOf } from '../kernel/each-of.ts'
import type { Keeping } from '../kernel/keeping.ts'
import { keptSince, keptUntil } from '../kernel/kept.ts'
import { leaveLine } from '../kernel/leave-line.ts'
import type { Tools } from '../kernel/tools.ts'
import type { Transact, Work } from '../kernel/work.ts'
import {
  dueErasures,
  endErasure,
  lookAgainAt,
  takeErasure,
  takeUpClosed,
  type Erasure,
} from '../modules/people/accounts/erasure.ts'
import { eraseRows, whatIsLeft } from '../storage/erase-rows.ts'
import { destroyKey } from '../storage/subject-key-store.ts'

export const ERASE_EVERY_MS = 600_000
const SOON_S = 60
const DAY_S = 86_400
/** Something of hers goes on that another ends: an application, an event that nobody could read. */
export const GOES_ON_DAYS = 7

/** Answers whether there was work, so that there may be more. */
export const eraseClosed = async (
  transact: Transact,
  tools: Tools,
  keeps: readonly Keeping[],
  at = now(),
): Promise<boolean> => {
  const takenUp = await takeUpClosed(transact, tools)
  const looked = await eachOf(dueErasures(tools, at), transact, async (work, { subject_id: subjectId }) => {
    const erasure = await takeErasure(work, subjectId, at)
    if (!erasure) {
      return false
    }
    await eraseOne(work, keeps, erasure, at)
    return true
  })
  return takenUp + looked > 0
}

const eraseOne = async (work: Work, keeps: readonly Keeping[], erasure: Erasure, at: Date): Promise<void> => {
  const { subjectId } = erasure
  const next = await eraseDue(work, keeps, erasure, at)
  if (next) {
    await lookAgainAt(work, subjectId, next)
    return
  }
  await destroyHerKey(work, subjectId)
  await endErasure(work, subjectId)
}

/** With its signed line. */
export const destroyHerKey = async (work: Work, subjectId: string): Promise<void> => {
  await destroyKey(work, subjectId)
  leaveLine(work, {
    useCase: 'erasure.destroy-key',
    actor: system('erasure'),
    line: { about: subjectId, purpose: 'key-destroyed', outcome: 'done' },
  })
}

/** Answers when the next look is; null when nothing is left that her key opens or law keeps. */
export const eraseDue = async (
  work: Work,
  keeps: readonly Keeping[],
  erasure: Erasure,
  at: Date,
): Promise<Date | null> => {
  let next = Infinity
  for (const keeping of keeps) {
    const { fate } = keeping
    if (fate.is === 'at-once') {
      await eraseRows(work, keeping, erasure, null)
    } else if (fate.is === 'kept') {
      await eraseRows(work, keeping, erasure, keptSince(fate.kind, at))
    } else if (fate.is !== 'passes' || !fate.holdsKey) {
      continue
    }
    const left = await whatIsLeft(work, keeping, erasure)
    if (left.is_any) {
      next = Math.min(next, nextLook(keeping, left.since, at).getTime())
    }
  }
  return next === Infinity ? null : new Date(next)
}

const nextLook = ({ fate }: Keeping, since: Date | null, at: Date): Date => {
  if (fate.is === 'at-once') {
    return at
  }
  const until = fate.is === 'kept' && since ? keptUntil(fate.kind, since, at) : null
  return until === null ? later(at, GOES_ON_DAYS * DAY_S) : until <= at ? at : later(until, SOON_S)
}
