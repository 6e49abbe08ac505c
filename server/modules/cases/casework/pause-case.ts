/**
 * The clock of a case stands still while somebody else has to bring or answer something, and is late for
 * nobody. What stood still is given back to the office when it runs again.
 */
import type { Tools } from '../../../kernel/tools.ts'
import type { Work } from '../../../kernel/work.ts'
import { dueAfterPause } from './case-clock.ts'
import { requeue, saveCase } from './case-file.ts'
import type { CaseRules } from './case-kind.ts'
import type { CaseRow } from './case-row.ts'

interface Who {
  /** As the history names whoever does it. */
  readonly by: string
  /** What is waited for, or what came; sealed in the history. */
  readonly note: string
}

/** Throws a plain Error when it stands still already: whether it may is the noun's to say. */
export const pauseCase = async <S extends string>(
  work: Work,
  tools: Pick<Tools, 'sealer'>,
  kind: CaseRules<S>,
  row: CaseRow<S>,
  who: Who,
  at: Date,
): Promise<CaseRow<S>> => {
  if (row.paused_at) {
    throw new Error(`a ${kind.kind} case whose clock stands still is paused`)
  }
  const after = await saveCase(work, tools, kind, row, { ...who, what: 'paused', pausedAt: at }, at)
  await requeue(work, kind, after)
  return after
}

/** Throws a plain Error when it runs already. */
export const resumeCase = async <S extends string>(
  work: Work,
  tools: Pick<Tools, 'sealer'>,
  kind: CaseRules<S>,
  row: CaseRow<S>,
  who: Who,
  at: Date,
): Promise<CaseRow<S>> => {
  if (!row.paused_at) {
    throw new Error(`a ${kind.kind} case whose clock runs is resumed`)
  }
  const dueAt = row.due_at && dueAfterPause(row.due_at, row.paused_at, at)
  const change = { ...who, what: 'resumed', pausedAt: null, dueAt } as const
  const after = await saveCase(work, tools, kind, row, change, at)
  await requeue(work, kind, after)
  return after
}
