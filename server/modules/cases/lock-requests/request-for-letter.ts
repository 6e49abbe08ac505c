/** A request as letters speak of it, to the body that asked or to the holder who came to the counter. */
import type { Tools } from '../../../kernel/tools.ts'
import type { Reading } from '../../../kernel/work.ts'
import { findCase } from '../casework/case-access.ts'
import type { RequestFacts, RequestState } from './lock-request.ts'
import { contentOf, lockRequestKind, reasonOf } from './lock-request-case.ts'

export const requestForLetter = async (read: Reading, tools: Tools, subjectId: string, id: string) => {
  const row = await findCase<RequestState, RequestFacts>(read, lockRequestKind, subjectId, id)
  if (!row) {
    return null
  }
  const { replyTo, documentNumber } = await contentOf(tools, row)
  const { reference, state, facts } = row
  const reason = (await reasonOf(read, tools, row)) ?? ''
  return { kind: facts.kind, reference, state, reason, replyTo, documentNumber }
}
