/** Where the result of a case for level 2 goes: the contact that was proven at the counter. */
import type { Tools } from '../../../../kernel/tools.ts'
import type { Reading } from '../../../../kernel/work.ts'
import { provenContact } from '../../../evidence/capture/contact.ts'
import { contentOfCase } from '../../casework/case-access.ts'
import { level2Kind } from './level-2-case.ts'
import type { Content } from './level-2.ts'

/** Phone and e-mail are null unless one of them was proven. */
export const level2Contact = async (
  read: Reading,
  tools: Pick<Tools, 'sealer'>,
  subjectId: string,
  caseId: string,
) => {
  const content = await contentOfCase<Content>(read, tools, level2Kind, subjectId, caseId)
  return content && { language: content.language, ...provenContact(content) }
}
