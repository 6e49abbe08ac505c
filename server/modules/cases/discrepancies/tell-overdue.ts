/**
 * Cases that are not settled in time: each is put on record once, the person gets an apology, the office's
 * list shows it on top. Run by the clock.
 */
import { now } from '../../../kernel/clock.ts'
import type { Tools } from '../../../kernel/tools.ts'
import type { Work } from '../../../kernel/work.ts'
import { officeName } from '../../registry/organisations/office-name.ts'
import { isUnsettled, overdueTold } from './discrepancy.ts'
import { discrepancyOf, keep } from './discrepancy-case.ts'
import * as store from './store.ts'
import { DiscrepancyOverdue } from './events.ts'

const BITE = 100

/** Answers how many there were; each in a transaction of its own. */
export const tellOverdue = async (
  transact: <T>(deed: (work: Work) => Promise<T>) => Promise<T>,
  tools: Tools,
  at = now(),
): Promise<number> => {
  const due = await store.overdueUntold(tools.read, at, BITE)
  for (const { subject_id, id } of due) {
    await transact((work) => tellOne(work, tools, subject_id, id, at))
  }
  return due.length
}

const tellOne = async (work: Work, tools: Tools, subjectId: string, id: string, at: Date): Promise<void> => {
  const row = await store.forUpdate(work, subjectId, id)
  if (!row || row.overdue_told_at || !isUnsettled(row.state)) {
    return
  }
  const after = overdueTold(await discrepancyOf(tools, row), { by: 'system', at, note: null })
  await keep(work, tools, row, after, { at, proposedBy: row.proposed_by })
  await store.markOverdue(work, row, at)
  work.publish(DiscrepancyOverdue, subjectId, {
    id,
    reference: row.reference,
    field: row.field,
    dueAt: row.due_at.toISOString(),
    office: await officeName(work, row.office_id),
  })
}
