/** Where the letters of an application for a card go: the contact that was proven at the counter. */
import type { Tools } from '../../../kernel/tools.ts'
import type { Reading } from '../../../kernel/work.ts'
import { provenContact } from '../../evidence/capture/contact.ts'
import { contentOfCase } from '../casework/case-access.ts'
import type { CardContent } from './card-application.ts'
import { cardKind } from './card-case.ts'

export const cardContact = async (
  read: Reading,
  tools: Pick<Tools, 'sealer'>,
  subjectId: string,
  caseId: string,
) => {
  const content = await contentOfCase<CardContent>(read, tools, cardKind, subjectId, caseId)
  return content && { language: content.language, ...provenContact(content) }
}
