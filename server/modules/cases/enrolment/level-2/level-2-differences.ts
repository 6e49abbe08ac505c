/**
 * The fields in which a card differed from the register when it was read at the counter: for whoever opens a
 * case of differing data.
 */
import type { Tools } from '../../../../kernel/tools.ts'
import type { Reading } from '../../../../kernel/work.ts'
import { differingFields } from './chip-comparison.ts'
import type { Comparison } from './level-2.ts'
import { openContent } from './level-2-case.ts'
import * as store from './level-2-store.ts'

export const differencesOfCase = async (
  read: Reading,
  tools: Pick<Tools, 'sealer'>,
  subjectId: string,
  caseId: string,
): Promise<Comparison[]> => {
  const row = await store.find(read, subjectId, caseId)
  const comparison = row ? ((await openContent(tools, row)).chip?.comparison ?? []) : []
  const fields = differingFields(comparison)
  return comparison.filter(({ field }) => fields.includes(field))
}

/** Whose case it is; null when there is none. */
export const numberOfCase = async (
  read: Reading,
  tools: Pick<Tools, 'sealer'>,
  subjectId: string,
  caseId: string,
): Promise<string | null> => {
  const row = await store.find(read, subjectId, caseId)
  return row ? (await openContent(tools, row)).personalNumber : null
}
