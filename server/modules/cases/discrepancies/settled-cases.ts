/** Whether cases of differing data have ended: for whoever waits for them. */
import type { Reading } from '../../../kernel/work.ts'
import { findCase } from '../casework/case-access.ts'
import { isUnfinished } from '../casework/case-kind.ts'
import { discrepancyKind } from './discrepancy-case.ts'

/** True for an empty list. */
export const areSettled = async (
  read: Reading,
  subjectId: string,
  ids: readonly string[],
): Promise<boolean> => (await unsettledOf(read, subjectId, ids)).length === 0

export const unsettledOf = async (
  read: Reading,
  subjectId: string,
  ids: readonly string[],
): Promise<string[]> => {
  const left: string[] = []
  for (const id of ids) {
    const row = await findCase(read, discrepancyKind, subjectId, id)
    if (row && isUnfinished(discrepancyKind, row.state)) {
      left.push(id)
    }
  }
  return left
}
