/** What the oracle knows of a person, by the acts alone. Moments in minutes from the beginning. */
import { DEMANDS, FINISH_H } from '../recovery-acts/spec.ts'
import type { Locker, Subject } from './act.ts'

export interface Trial {
  readonly subject: Subject
  readonly rung: keyof typeof DEMANDS
  readonly begunAt: number
  proofs: number
  lastAt: number
  /** Finished, left, disputed, or ended by a lock that was heard. */
  isDead: boolean
  /** Her lock came after its beginning: whatever it shows from then on is worth nothing. */
  isOvertaken: boolean
}
export interface Paper {
  readonly subject: Subject
  readonly of: number
  readonly at: number
  isVoid: boolean
}
export interface Wish {
  readonly subject: Subject
  readonly at: number
  isOpen: boolean
}
export interface Person {
  /** The one that counts, or counted last. */
  counting: Trial | null
  /** The grounds that stand, each time it was set another one. */
  holderLock: number | null
  bodyLock: number | null
  /** Grounds that stood when she said "not me". */
  disputedUnder: Set<number>
  askedAt: number
  askedSeenAt: number
  closing: { dueAt: number; isOpen: boolean } | null
  isClosed: boolean
}
export const newPerson = (): Person => ({
  counting: null,
  holderLock: null,
  bodyLock: null,
  disputedUnder: new Set(),
  askedAt: -1,
  askedSeenAt: -1,
  closing: null,
  isClosed: false,
})

export const isSeen = (by: Locker): boolean => by === 'hotline' || by === 'officer'
export const isLocked = ({ holderLock, bodyLock }: Person): boolean =>
  holderLock !== null || bodyLock !== null
/** She said "not me", and what stood then stands. */
export const isForCounter = ({ disputedUnder, holderLock, bodyLock }: Person): boolean =>
  [holderLock, bodyLock].some((lock) => lock !== null && disputedUnder.has(lock))

export const isComplete = ({ rung, proofs }: Trial): boolean => proofs >= DEMANDS[rung].proofs.length
export const waitedAt = ({ rung, lastAt }: Trial): number => lastAt + DEMANDS[rung].wait_h * 60
export const isAlive = (trial: Trial, at: number): boolean =>
  !trial.isDead &&
  at <
    (isComplete(trial) ? waitedAt(trial) + FINISH_H * 60 : trial.begunAt + DEMANDS[trial.rung].prove_h * 60)
