/** How a case of differing data stands, by its reference, for those who help its person. */
import type { Reading } from '../../../kernel/work.ts'
import { faceOf } from './discrepancy-case.ts'
import * as store from './store.ts'

/** Hers; null also for what is somebody else's. */
export const discrepancyByReference = async (
  read: Reading,
  subjectId: string,
  reference: string,
  at: Date,
) => {
  const row = await store.byReference(read, subjectId, reference)
  if (!row) {
    return null
  }
  const { state, dueAt, isOverdue } = faceOf(row, at)
  return { kind: 'discrepancy' as const, reference: row.reference, state, dueAt, isOverdue }
}
