/**
 * A recovery between its pure machine and its rows: found by the browser's session, judged with what stands
 * around it, written back. The first
 * proof makes it the one that counts for its person and tells her on every channel; whoever only knows a
 * number causes no notice.
 */
import type { Actor } from '../../../../kernel/actor.ts'
import { later } from '../../../../kernel/clock.ts'
import { inForce } from '../../../../kernel/policy.ts'
import { problem } from '../../../../kernel/problem.ts'
import type { Tools } from '../../../../kernel/tools.ts'
import type { Reading, Work } from '../../../../kernel/work.ts'
import { stopCodes } from '../stop-code.ts'
import { isRecoveryBarred, wasLockedSince } from './recovery-bar.ts'
import { mayCount } from './objection.ts'
import { holdsStill, proving, ruleOf, type Around, type Recovery } from './recovery.ts'
import { recoveryWindows, type Proof } from './recovery-rules.ts'
import * as store from './recovery-store.ts'
import type { RecoveryRow } from './recovery-store.ts'
import { RecoveryBegun, RecoveryWaits } from './events.ts'

export interface Typed {
  readonly personalNumber: string
  readonly channel: 'sms' | 'email' | null
  readonly to: string
}
const TYPED = 'recovery.typed'
export const sealTyped = (tools: Pick<Tools, 'sealer'>, typed: Typed): Buffer =>
  tools.sealer.sealWithPlatformKey(TYPED, JSON.stringify(typed))
export const openTyped = (tools: Pick<Tools, 'sealer'>, row: RecoveryRow): Typed =>
  JSON.parse(tools.sealer.unsealWithPlatformKey(TYPED, row.sealed_typed).toString('utf8')) as Typed

export const recoveryOf = (row: RecoveryRow): Recovery => ({
  rung: row.rung,
  begunAt: row.begun_at,
  proven: row.proven,
  waitUntil: row.wait_until,
  endsAt: row.ends_at,
  end: row.ended_as,
})
export const rowAfter = (row: RecoveryRow, after: Recovery): RecoveryRow => ({
  ...row,
  proven: after.proven,
  wait_until: after.waitUntil,
  ends_at: after.endsAt,
  ended_as: after.end,
})

export const recoveryForUpdate = async (work: Work, _: unknown, actor: Actor): Promise<RecoveryRow> => {
  const row = actor.kind === 'recovering' ? await store.forUpdate(work, actor.recoveryId) : undefined
  if (!row) {
    throw problem('recovery.gone')
  }
  return row
}

/** Nobody's recovery counts for nobody: it goes as far as its own proofs, and its code is never right. */
export const isCurrent = async (read: Reading, row: RecoveryRow): Promise<boolean> => {
  if (row.subject_id === null) {
    return true
  }
  const current = await store.current(read, row.subject_id)
  return current !== undefined && current.ended_at === null && current.recovery_id === row.id
}

/** Her own lock, set since, has ended it: at once, also before the reaction that writes it down. */
const isOvertakenByLock = async (read: Reading, row: RecoveryRow): Promise<boolean> =>
  row.subject_id !== null &&
  (await wasLockedSince(read, row.subject_id, { rung: row.rung, begunAt: row.begun_at }))

/**
 * Before the first proof nothing is looked up: the time does not tell a stranger that there is an account.
 */
export const aroundOf = async (read: Reading, row: RecoveryRow, at: Date): Promise<Around> => {
  if (row.proven.length === 0) {
    return { at, isCurrent: true, isBarred: false }
  }
  return {
    at,
    isCurrent: (await isCurrent(read, row)) && !(await isOvertakenByLock(read, row)),
    isBarred: row.subject_id !== null && (await isRecoveryBarred(read, row.subject_id, row.rung)),
  }
}

const recoveryCodes = stopCodes('recovery-stop', 'recovery_current.stop_code')

/** For the notices. null when no recovery stands. */
export const stopCodeOf = async (read: Reading, tools: Tools, subjectId: string): Promise<string | null> => {
  const row = await store.current(read, subjectId)
  return row && row.ended_at === null ? recoveryCodes.open(tools, subjectId, row.sealed_stop_code) : null
}
export const isRecoveryCode = (
  read: Reading,
  tools: Tools,
  subjectId: string | null,
  code: string,
): Promise<boolean> =>
  recoveryCodes.isRight(tools, { subjectId, code }, (asked) => store.current(read, asked))

const becomeCurrent = async (
  work: Work,
  tools: Tools,
  row: RecoveryRow,
  subjectId: string,
): Promise<void> => {
  await store.makeCurrent(work, {
    subject_id: subjectId,
    recovery_id: row.id,
    rung: row.rung,
    begun_at: row.begun_at,
    ends_at: row.ends_at,
    ...(await recoveryCodes.draw(tools, subjectId)),
  })
  work.publish(RecoveryBegun, subjectId, { recoveryId: row.id, rung: row.rung })
}

const counts = async (
  work: Work,
  { rung }: Pick<RecoveryRow, 'rung'>,
  subjectId: string,
  at: Date,
): Promise<boolean> => {
  const standing = (await store.currentForUpdate(work, subjectId)) ?? null
  return mayCount(rung, { standing, isBarred: await isRecoveryBarred(work, subjectId, rung) }, at)
}

/** Writes a proof that was found good. `also` carries what the deed itself has changed on the row. */
export const keepProof = async (
  work: Work,
  tools: Tools,
  row: RecoveryRow,
  proof: Proof,
  at: Date,
  also: Partial<RecoveryRow> = {},
): Promise<RecoveryRow> => {
  const after = proving(recoveryOf(row), proof, await aroundOf(work, row, at))
  const kept: RecoveryRow = { ...rowAfter(row, after), ...also }
  await store.save(work, kept)
  if (row.subject_id === null) {
    return kept
  }
  if (row.proven.length === 0 && (await counts(work, row, row.subject_id, at))) {
    await becomeCurrent(work, tools, kept, row.subject_id)
  }
  if (after.waitUntil) {
    await beginWaiting(work, kept, row.subject_id, after, at)
  }
  return kept
}

const beginWaiting = async (
  work: Work,
  row: RecoveryRow,
  subjectId: string,
  after: Recovery,
  at: Date,
): Promise<void> => {
  const isStill = holdsStill(after)
  const remindAt =
    isStill && after.waitUntil
      ? later(after.waitUntil, -inForce(recoveryWindows, row.begun_at).remind_s)
      : null
  await store.saveWaiting(work, subjectId, {
    waitUntil: after.waitUntil,
    endsAt: after.endsAt,
    holdsStill: isStill,
    remindAt: remindAt && remindAt > at ? remindAt : null,
  })
  if (isStill && after.waitUntil) {
    work.publish(RecoveryWaits, subjectId, {
      recoveryId: row.id,
      until: after.waitUntil.toISOString(),
      wait_s: ruleOf(after).wait_s,
    })
  }
}
