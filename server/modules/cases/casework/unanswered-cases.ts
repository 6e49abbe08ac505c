/**
 * Cases whose person was asked for more and has not answered in time: each ends once, as its kind says, and
 * she is told. Run by the clock.
 */
import { now } from '../../../kernel/clock.ts'
import { eachOf } from '../../../kernel/each-of.ts'
import type { Tools } from '../../../kernel/tools.ts'
import type { Transact, Work } from '../../../kernel/work.ts'
import { saveCase } from './case-file.ts'
import { noteHistory } from './happenings.ts'
import { answerByOf, type CaseRules } from './case-kind.ts'
import type { CaseOf, CaseRow } from './case-row.ts'
import * as store from './case-store.ts'
import { lateUntold } from './queue-store.ts'

const stagesAwaiting = <S extends string, Stage extends string>({ states }: CaseRules<S, Stage>): Stage[] =>
  Object.values<(typeof states)[S]>(states).flatMap(({ waitsForAnswer, stage }) =>
    waitsForAnswer && stage !== null ? [stage] : [],
  )

/** Answers how many were ended; each in a transaction of its own. */
export const endUnanswered = <S extends string>(
  transact: Transact,
  tools: Pick<Tools, 'read' | 'sealer'>,
  kind: CaseRules<S>,
  at = now(),
): Promise<number> =>
  eachOf(lateUntold(tools.read, kind.kind, stagesAwaiting(kind), at), transact, (work, of) =>
    endOne(work, tools, kind, of, at),
  )

/** What was answered since it was looked up goes on. */
const endOne = async <S extends string>(
  work: Work,
  tools: Pick<Tools, 'sealer'>,
  kind: CaseRules<S>,
  of: CaseOf,
  at: Date,
): Promise<boolean> => {
  const row = (await store.forUpdate(work, of.subject_id, of.id)) as CaseRow<S> | undefined
  const answerBy = row && answerByOf(kind, row)
  if (!kind.asking || !answerBy || answerBy >= at) {
    return false
  }
  const { state, reason } = kind.asking.unanswered
  await noteHistory(work, tools, row, { what: 'unanswered', by: 'automatic', at, note: null })
  const change = { state, reason, decidedBy: 'system:unanswered', by: 'automatic' }
  await saveCase(work, tools, kind, row, change, at)
  kind.asking.publish(work, { subjectId: row.subject_id, caseId: row.id, reference: row.reference })
  return true
}
