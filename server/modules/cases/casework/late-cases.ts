/**
 * Cases that run over their time: each is put on record once, and what its kind publishes goes out once. Run
 * by the clock.
 */
import { now } from '../../../kernel/clock.ts'
import { eachOf } from '../../../kernel/each-of.ts'
import type { Tools } from '../../../kernel/tools.ts'
import type { Transact, Work } from '../../../kernel/work.ts'
import { officeName } from '../../registry/organisations/office-name.ts'
import { noteHistory } from './happenings.ts'
import type { CaseRules } from './case-kind.ts'
import type { CaseOf } from './case-row.ts'
import * as store from './case-store.ts'
import { lateUntold, markQueueTold } from './queue-store.ts'

/** Answers how many were told; each in a transaction of its own. */
export const tellLateCases = async (
  transact: Transact,
  tools: Pick<Tools, 'read' | 'sealer'>,
  kind: CaseRules,
  at = now(),
): Promise<number> =>
  kind.late
    ? eachOf(lateUntold(tools.read, kind.kind, kind.late.stages, at), transact, (work, of) =>
        tellOne(work, tools, kind, of, at),
      )
    : 0

/** What was decided since it was looked up is late for nobody. */
const waitsLate = (kind: CaseRules, state: string): boolean => {
  const stage = kind.states[state]?.stage ?? null
  return stage !== null && kind.late?.stages.includes(stage) === true
}

/** A state that changes makes a new place in the queue; that it was told stays with the case. */
const tellOne = async (
  work: Work,
  tools: Pick<Tools, 'sealer'>,
  kind: CaseRules,
  of: CaseOf,
  at: Date,
): Promise<boolean> => {
  const row = await store.forUpdate(work, of.subject_id, of.id)
  if (!row?.due_at || row.due_at >= at || !waitsLate(kind, row.state)) {
    return false
  }
  await markQueueTold(work, row.office_id, kind.kind, row.id)
  if ((await store.markLateTold(work, row, at)) === 0) {
    return false
  }
  await noteHistory(work, tools, row, { what: 'overdue', by: 'automatic', at, note: null })
  kind.late?.publish(work, {
    subjectId: row.subject_id,
    caseId: row.id,
    reference: row.reference,
    facts: row.facts,
    dueAt: row.due_at,
    office: await officeName(work, row.office_id),
  })
  return true
}
