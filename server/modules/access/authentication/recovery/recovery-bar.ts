/**
 * Locks and recoveries. A ground that a recovery may not lift (a death, a competent body, a card that is
 * locked) bars every rung. Whoever said
 * "this was not me" fears a thief with her number or her face: until that lock is lifted only a counter
 * helps. What a parent or guardian uses is not
 * got onto a phone of the child's or ward's own this way: that is the hand-over, or level 2 at a counter.
 */
import { now } from '../../../../kernel/clock.ts'
import type { Tools } from '../../../../kernel/tools.ts'
import type { Reading, Work } from '../../../../kernel/work.ts'
import { findAccount } from '../../../people/accounts/open-account.ts'
import {
  askAsSeen,
  holderLocksSince,
  lockStateOf,
  lockSubject,
  unlockSubject,
} from '../../../people/locks/lock-subject.ts'
import { isRepresented } from '../../../cases/representation/tie.ts'
import { disputedClosingAt } from '../closing/closing-store.ts'
import {
  goesOn,
  isBarredBy,
  isLockedAfter,
  isOnlyForCounter,
  isPaperContested,
  saidNotMeAt,
} from './objection.ts'
import type { Rung } from './recovery-rules.ts'
import * as store from './recovery-store.ts'

export const isRecoveryBarred = async (read: Reading, subjectId: string, rung: Rung): Promise<boolean> => {
  if (!(await findAccount(read, subjectId))) {
    return true
  }
  if (await isRepresented(read, subjectId)) {
    return true
  }
  const { grounds } = await lockStateOf(read, subjectId)
  return isBarredBy(grounds, { rung, disputedAt: await disputedAt(read, subjectId) }, now())
}

const disputedAt = async (read: Reading, subjectId: string): Promise<Date | null> => {
  const [recovery, ofClosing] = [
    await store.current(read, subjectId),
    await disputedClosingAt(read, subjectId),
  ]
  return saidNotMeAt({ ofRecovery: recovery?.disputed_at ?? null, ofClosing })
}

/** She has said "this was not me", and the lock of then stands: a counter alone helps. */
export const isOnlyAtCounter = async (read: Reading, subjectId: string): Promise<boolean> =>
  isOnlyForCounter(await disputedAt(read, subjectId), (await lockStateOf(read, subjectId)).grounds)

/** Somebody is getting this account back, however far she has come. */
export const ongoingRecovery = async (
  read: Reading,
  subjectId: string,
  at: Date,
): Promise<store.CurrentRow | null> => {
  const row = await store.current(read, subjectId)
  return row && goesOn(row, at) ? row : null
}

/**
 * Whether somebody is getting this account back on another phone: until that has ended nothing of it is
 * changed, by whomever.
 */
export const isHeldStill = async (read: Reading, subjectId: string): Promise<boolean> =>
  (await ongoingRecovery(read, subjectId, now()))?.holds_still ?? false

/**
 * Whether she locked her account after this began, also where that lock has been lifted since. Asked only
 * once a proof was shown: a stranger learns nothing.
 */
export const wasLockedSince = async (
  read: Reading,
  subjectId: string,
  { rung, begunAt }: { readonly rung: Rung; readonly begunAt: Date },
): Promise<boolean> => isLockedAfter(await holderLocksSince(read, subjectId, begunAt), { rung, begunAt })

/** Whether she has objected to what a counter confirmed or printed for her then. */
export const isContestedSince = async (read: Reading, subjectId: string, since: Date): Promise<boolean> =>
  isPaperContested(await holderLocksSince(read, subjectId, since), since)

/**
 * The account is locked in the same moment as the recovery of that rung ends. `by`: in her app, or by the
 * code of the notice. What ended a voucher's, past the passcode, ends what else a counter has printed until
 * then.
 */
export const disputedForUpdate = async (
  work: Work,
  tools: Tools,
  subjectId: string,
  { rung, by }: { readonly rung: Rung; readonly by: 'holder' | 'holder-code' },
): Promise<void> => {
  await lockSubject(work, tools, { subjectId, ground: 'holder-request', by })
  if (rung === 'voucher') {
    await askAsSeen(work, subjectId)
  }
  await store.saveDisputed(work, subjectId, now())
}

/** Whoever proved who she is has opened her own lock. */
export const liftOwnLock = async (work: Work, tools: Tools, subjectId: string): Promise<void> => {
  if ((await lockStateOf(work, subjectId)).isLocked) {
    await unlockSubject(work, tools, { subjectId, by: 'recovery' })
  }
}
