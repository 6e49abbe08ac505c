/** A decided request, for the letter to the body that asked, or to the holder who came to the counter. */
import type { Tools } from '../../../kernel/tools.ts'
import type { Reading } from '../../../kernel/work.ts'
import { openContent } from './lock-requests.ts'
import * as requests from './request-store.ts'

export const answeredRequest = async (read: Reading, tools: Tools, subjectId: string, id: string) => {
  const row = await requests.find(read, subjectId, id)
  if (!row) {
    return null
  }
  const { replyTo, documentNumber } = await openContent(tools, row)
  const { kind, reference, state, reason } = row
  return { kind, reference, state, reason: reason ?? '', replyTo, documentNumber }
}
