/**
 * "This was not me", and what a holder's lock says to a recovery: who ends which, what then is only a
 * counter's, and which paper of a counter is worth nothing any more. Pure: the deeds read the rows.
 */
import { mayLift, type Standing } from '../../../people/locks/lock.ts'
import { isSeenBy } from '../../../people/locks/rules.ts'
import type { Rung } from './recovery-rules.ts'

/** The recovery that counts for a person, as far as an objection asks. */
export interface Counting {
  readonly rung: Rung
  readonly begun_at: Date
  readonly ends_at: Date
  readonly ended_at: Date | null
  readonly disputed_at: Date | null
}

/** Somebody is getting the account back, however far she has come. */
export const goesOn = (current: Counting, at: Date): boolean =>
  current.ended_at === null && current.ends_at > at

/**
 * `isByHerself`: said in the open app, past the passcode, or by a lock of whoever was seen. Whoever only
 * holds the old phone or reads its messages does not end what a counter has given her in person.
 */
export const mayBeStopped = (current: Counting, isByHerself: boolean, at: Date): boolean =>
  goesOn(current, at) && (current.rung !== 'voucher' || isByHerself)

/** Her lock, or her phone that has moved away, ends what was begun before it, not what she begins then. */
export const endsWithLock = (
  current: Counting,
  { before, isSeen }: { readonly before: Date; readonly isSeen: boolean },
): boolean => (isSeen || current.rung !== 'voucher') && current.begun_at < before

/**
 * When she last said "this was not me": of a recovery, or of a closing, which whoever asked for it could only
 * with her phone, its passcode and her messages; with her card besides he would come back in at home.
 */
export const saidNotMeAt = (said: {
  readonly ofRecovery: Date | null
  readonly ofClosing: Date | null
}): Date | null =>
  [said.ofRecovery, said.ofClosing]
    .filter((at) => at !== null)
    .toSorted((a, b) => b.getTime() - a.getTime())[0] ?? null

/** She has said "this was not me", and a lock of then stands: a counter alone helps. */
export const isOnlyForCounter = (disputedAt: Date | null, grounds: readonly Standing[]): boolean =>
  disputedAt !== null && grounds.some(({ setAt }) => setAt <= disputedAt)

/** By a ground that no recovery lifts; away from a counter also by what she has said. */
export const isBarredBy = (
  grounds: readonly Standing[],
  { rung, disputedAt }: { readonly rung: Rung; readonly disputedAt: Date | null },
  at: Date,
): boolean =>
  grounds.some((standing) => !mayLift(standing, { by: 'recovery' }, at)) ||
  (rung !== 'voucher' && isOnlyForCounter(disputedAt, grounds))

/** When she locked it: set it, or asked for it again while it stood. */
const lockedAt = ({ setBy, setAt, askedAt, askedSeenAt }: Standing, rung: Rung): (Date | null)[] =>
  rung === 'voucher' ? [isSeenBy(setBy) ? setAt : null, askedSeenAt] : [setAt, askedAt]

/** Whether she locked her account after this began. `locks`: also those that have been lifted since. */
export const isLockedAfter = (
  locks: readonly Standing[],
  { rung, begunAt }: { readonly rung: Rung; readonly begunAt: Date },
): boolean =>
  locks.some(
    (standing) =>
      standing.ground === 'holder-request' &&
      lockedAt(standing, rung).some((at) => at !== null && at > begunAt),
  )

/**
 * What a counter confirmed or printed at `since` is worth nothing once she has objected to it: locked it as
 * somebody who was seen, or ended a voucher's recovery in her app as not hers. No paper of before comes back
 * with the unlocking: `locks` as for `isLockedAfter`.
 */
export const isPaperContested = (locks: readonly Standing[], since: Date): boolean =>
  isLockedAfter(locks, { rung: 'voucher', begunAt: since })

/**
 * The newest begun is the one that counts, but whoever has her SIM does not push aside what a counter has
 * given her in person: beside a voucher's recovery that stands, and after "not me", one at home counts for
 * nothing and tells nobody anything.
 */
export const mayCount = (
  rung: Rung,
  { standing, isBarred }: { readonly standing: Counting | null; readonly isBarred: boolean },
  at: Date,
): boolean => rung === 'voucher' || (!isBarred && !(standing?.rung === 'voucher' && goesOn(standing, at)))
