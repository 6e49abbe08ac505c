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
import { mayLift, type Standing } from '../../../people/locks/lock.ts'
import { isSeenBy } from '../../../people/locks/rules.ts'
import { lockStateOf, lockSubject, unlockSubject } from '../../../people/locks/lock-subject.ts'
import { isRepresented } from '../../../cases/representation/tie.ts'
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
  if (grounds.some((standing) => !mayLift(standing, { by: 'recovery' }, now()))) {
    return true
  }
  return rung !== 'voucher' && isDisputed(read, subjectId, grounds)
}

const isDisputed = async (
  read: Reading,
  subjectId: string,
  grounds: readonly Standing[],
): Promise<boolean> => {
  const disputedAt = (await store.current(read, subjectId))?.disputed_at ?? null
  return disputedAt !== null && grounds.some(({ setAt }) => setAt <= disputedAt)
}

/** She has said "this was not me", and the lock of then stands: a counter alone helps. */
export const isOnlyAtCounter = async (read: Reading, subjectId: string): Promise<boolean> =>
  isDisputed(read, subjectId, (await lockStateOf(read, subjectId)).grounds)

/** Somebody is getting this account back, however far she has come. */
export const ongoingRecovery = async (
  read: Reading,
  subjectId: string,
  at: Date,
): Promise<store.CurrentRow | null> => {
  const row = await store.current(read, subjectId)
  return row && row.ended_at === null && row.ends_at > at ? row : null
}

/**
 * Whether somebody is getting this account back on another phone: until that has ended nothing of it is
 * changed, by whomever.
 */
export const isHeldStill = async (read: Reading, subjectId: string): Promise<boolean> =>
  (await ongoingRecovery(read, subjectId, now()))?.holds_still ?? false

/** When she locked it: set it, or asked for it again while it stood. */
const lockedAt = ({ setBy, setAt, askedAt, askedSeenAt }: Standing, rung: Rung): (Date | null)[] =>
  rung === 'voucher' ? [isSeenBy(setBy) ? setAt : null, askedSeenAt] : [setAt, askedAt]

/**
 * Whether she locked her account after this began. Asked only once a proof was shown: a stranger learns
 * nothing.
 */
export const wasLockedSince = async (
  read: Reading,
  subjectId: string,
  { rung, begunAt }: { readonly rung: Rung; readonly begunAt: Date },
): Promise<boolean> =>
  (await lockStateOf(read, subjectId)).grounds.some(
    (standing) =>
      standing.ground === 'holder-request' &&
      lockedAt(standing, rung).some((at) => at !== null && at > begunAt),
  )

/**
 * The account is locked in the same moment as the recovery ends. `by`: in her app, or by the code of the
 * notice.
 */
export const disputedForUpdate = async (
  work: Work,
  tools: Tools,
  subjectId: string,
  by: 'holder' | 'holder-code',
): Promise<void> => {
  await lockSubject(work, tools, { subjectId, ground: 'holder-request', by })
  await store.saveDisputed(work, subjectId, now())
}

/** Whoever proved who she is has opened her own lock. */
export const liftOwnLock = async (work: Work, tools: Tools, subjectId: string): Promise<void> => {
  if ((await lockStateOf(work, subjectId)).isLocked) {
    await unlockSubject(work, tools, { subjectId, by: 'recovery' })
  }
}
