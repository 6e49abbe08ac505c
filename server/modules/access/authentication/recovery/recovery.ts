/**
 * The way back after a lost or new phone: one state machine for every rung of the ladder. Proofs come in the
 * rung's order, then the waiting, then
 * the new phone; nothing is skipped, nothing comes twice. One recovery of a person counts at a time: the
 * newest of those that showed a proof.
 * Pure: what a proof is worth is asked before; whether it may be brought now is asked here.
 */
import type { ProblemCode } from '../../../../../contract/problems/catalogue.ts'
import { later } from '../../../../kernel/clock.ts'
import { inForce } from '../../../../kernel/policy.ts'
import { problem } from '../../../../kernel/problem.ts'
import { recoveryLadder, recoveryWindows, type Proof, type Rung } from './recovery-rules.ts'

export type RecoveryEnd = 'done' | 'cancelled' | 'disputed' | 'superseded' | 'failed'

export interface Recovery {
  readonly rung: Rung
  readonly begunAt: Date
  readonly proven: readonly Proof[]
  /** Set with the last proof. */
  readonly waitUntil: Date | null
  readonly endsAt: Date
  readonly end: RecoveryEnd | null
}

export type RecoveryStep = Proof | 'wait' | 'secrets' | 'ended'

/** What stands around it at the moment of an act. */
export interface Around {
  readonly at: Date
  /** Whether it is the one that counts for its person; true before the first proof has made it so. */
  readonly isCurrent: boolean
  /**
   * A lock that its holder cannot open by proving who she is (a death, a competent body, a card that is
   * locked).
   */
  readonly isBarred: boolean
}

/** The rule of the day on which it began. */
export const ruleOf = ({ rung, begunAt }: Pick<Recovery, 'rung' | 'begunAt'>) =>
  inForce(recoveryLadder, begunAt)[rung]

export const beginning = (rung: Rung, at: Date): Recovery => ({
  rung,
  begunAt: at,
  proven: [],
  waitUntil: null,
  endsAt: later(at, ruleOf({ rung, begunAt: at }).prove_s),
  end: null,
})

export const stepOf = (recovery: Recovery, at: Date): RecoveryStep => {
  if (recovery.end !== null || recovery.endsAt <= at) {
    return 'ended'
  }
  const next = ruleOf(recovery).proofs[recovery.proven.length]
  if (next) {
    return next
  }
  return recovery.waitUntil === null || recovery.waitUntil > at ? 'wait' : 'secrets'
}

/**
 * Whether the person's other phones may only read until this has ended: from the last proof on, where there
 * is a waiting.
 */
export const holdsStill = (recovery: Recovery): boolean =>
  recovery.waitUntil !== null && ruleOf(recovery).wait_s > 0

/** Why it may not go on now; null when it may. */
const hindrance = (recovery: Recovery, { at, isCurrent, isBarred }: Around): ProblemCode | null => {
  if (stepOf(recovery, at) === 'ended') {
    return 'recovery.gone'
  }
  if (recovery.proven.length === 0) {
    return null
  }
  return isBarred ? 'recovery.barred' : isCurrent ? null : 'recovery.gone'
}

/** After this proof. Throws `recovery.order` for any but the next one. */
export const proving = (recovery: Recovery, proof: Proof, around: Around): Recovery => {
  const refusal = hindrance(recovery, around)
  if (refusal) {
    throw problem(refusal)
  }
  if (stepOf(recovery, around.at) !== proof) {
    throw problem('recovery.order')
  }
  const proven = [...recovery.proven, proof]
  const rule = ruleOf(recovery)
  if (proven.length < rule.proofs.length) {
    return { ...recovery, proven }
  }
  const waitUntil = later(around.at, rule.wait_s)
  return {
    ...recovery,
    proven,
    waitUntil,
    endsAt: later(waitUntil, inForce(recoveryWindows, recovery.begunAt).finish_s),
  }
}

/**
 * The new phone is bound and everything old ends. Throws before the last proof, and `recovery.waiting` before
 * the waiting is over.
 */
export const finishing = (recovery: Recovery, around: Around): Recovery => {
  const refusal = hindrance(recovery, around)
  if (refusal) {
    throw problem(refusal)
  }
  const step = stepOf(recovery, around.at)
  if (step === 'wait') {
    throw problem('recovery.waiting')
  }
  if (step !== 'secrets') {
    throw problem('recovery.order')
  }
  return { ...recovery, end: 'done' }
}

/** Ends it without a new phone. What has ended stays as it ended. */
export const ending = (recovery: Recovery, end: Exclude<RecoveryEnd, 'done'>): Recovery =>
  recovery.end === null ? { ...recovery, end } : recovery
