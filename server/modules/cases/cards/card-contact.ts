/** Where the letters of an application for a card go: the contact that was proven at the counter. */
import type { Tools } from '../../../kernel/tools.ts'
import type { Reading } from '../../../kernel/work.ts'
import { openContent } from './card-case.ts'
import * as store from './store.ts'

/**
 * Phone and e-mail are null unless one of them was proven: nobody is told at an address that was only typed.
 */
export const cardContact = async (
  read: Reading,
  tools: Pick<Tools, 'sealer'>,
  subjectId: string,
  applicationId: string,
) => {
  const row = await store.find(read, subjectId, applicationId)
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
