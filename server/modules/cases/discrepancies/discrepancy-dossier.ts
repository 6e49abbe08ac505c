/** How a case of differing data stands, by its reference, for those who help its person. */
import type { Reading } from '../../../kernel/work.ts'
import { caseOfSubject } from '../casework/case-access.ts'
import type { DiscrepancyState } from './discrepancy.ts'
import { discrepancyKind, faceOf, type DiscrepancyFacts } from './discrepancy-case.ts'

/** Hers; null also for what is somebody else's. */
export const discrepancyByReference = async (
  read: Reading,
  subjectId: string,
  reference: string,
  at: Date,
) => {
  const row = await caseOfSubject<DiscrepancyState, DiscrepancyFacts>(
    read,
    discrepancyKind,
    subjectId,
    reference,
  )
  if (!row) {
    return null
  }
  const { state, dueAt, isOverdue } = faceOf(row, at)
  return { kind: 'discrepancy' as const, reference: row.reference, state, dueAt, isOverdue }
}
