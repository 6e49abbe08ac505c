/** Where the result of a case for level 2 goes: the contact that was proven at the counter. */
import type { Tools } from '../../../../kernel/tools.ts'
import type { Reading } from '../../../../kernel/work.ts'
import { openContent } from './level-2-case.ts'
import * as store from './level-2-store.ts'

/**
 * Phone and e-mail are null unless one of them was proven: nobody is told at an address that was only typed.
 */
export const level2Contact = async (
  read: Reading,
  tools: Pick<Tools, 'sealer'>,
  subjectId: string,
  caseId: string,
) => {
  const row = await store.find(read, subjectId, caseId)
  if (!row) {
    return null
  }
  const { contact, language } = await openContent(tools, row)
  return {
    language,
    phone: contact?.isProven ? contact.phone : null,
    email: contact?.isProven ? contact.email : null,
  }
}
