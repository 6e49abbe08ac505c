/** Where a case waits. */
import type { Work } from '../../../kernel/work.ts'
import { answerByOf, type CaseRules } from './case-kind.ts'
import type { CaseRow } from './case-row.ts'
import { dequeue, enqueue } from './queue-store.ts'

/** It stands where its state says: at one stage of its office, or nowhere. */
export const requeue = async <S extends string>(
  work: Work,
  kind: CaseRules<S>,
  row: CaseRow<S>,
): Promise<void> => {
  await dequeue(work, row.office_id, kind.kind, row.id)
  const { stage, waitsForHolder = false } = kind.states[row.state]
  if (stage === null) {
    return
  }
  const place = { officeId: row.office_id, kind: kind.kind, stage }
  const answerBy = answerByOf(kind, row)
  if (answerBy) {
    // At this place what is due is the person's answer, and nobody but she is awaited.
    await enqueue(work, place, { ...row, due_at: answerBy, late_told_at: null, asked_by: null }, answerBy)
    return
  }
  const queued = waitsForHolder ? { ...row, due_at: null } : row
  await enqueue(work, place, queued, row.due_at ?? row.opened_at)
}
