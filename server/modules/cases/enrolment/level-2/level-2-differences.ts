/**
 * The fields in which a card differed from the register when it was read at the counter: for whoever opens a
 * case of differing data.
 */
import type { Tools } from '../../../../kernel/tools.ts'
import type { Reading } from '../../../../kernel/work.ts'
import { contentOfCase } from '../../casework/case-access.ts'
import { differingFields } from './chip-comparison.ts'
import { level2Kind } from './level-2-case.ts'
import type { Comparison, Content } from './level-2.ts'

export const differencesOfCase = async (
  read: Reading,
  tools: Pick<Tools, 'sealer'>,
  subjectId: string,
  caseId: string,
): Promise<Comparison[]> => {
  const content = await contentOfCase<Content>(read, tools, level2Kind, subjectId, caseId)
  const comparison = content?.chip?.comparison ?? []
  const fields = differingFields(comparison)
  return comparison.filter(({ field }) => fields.includes(field))
}

/** Whose case it is; null when there is none. */
export const numberOfCase = async (
  read: Reading,
  tools: Pick<Tools, 'sealer'>,
  subjectId: string,
  caseId: string,
): Promise<string | null> =>
  (await contentOfCase(read, tools, level2Kind, subjectId, caseId))?.personalNumber ?? null
