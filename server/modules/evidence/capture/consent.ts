/** The citizen's own answer at her screen, in the words that stood there. */
import type { Tools } from '../../../kernel/tools.ts'
import type { Reading } from '../../../kernel/work.ts'
import { answeredAtDesk, type Question } from '../../registry/organisations/desk-prompt.ts'

export type Consent = 'none' | 'asked' | 'agreed' | 'declined'

export const consentAtDesk = async (
  read: Reading,
  tools: Pick<Tools, 'digests'>,
  question: Question,
): Promise<Consent> => {
  const answer = await answeredAtDesk(read, tools, question)
  return answer === 'waiting' ? 'asked' : answer
}
