/** The citizen's own answer at her screen, in the words that stood there. */
import type { Reading } from '../../../kernel/work.ts'
import { answeredAtDesk, type Question } from '../../registry/organisations/desk-prompt.ts'

export type Consent = 'none' | 'asked' | 'agreed' | 'declined'

export const consentAtDesk = async (read: Reading, question: Question): Promise<Consent> => {
  const answer = await answeredAtDesk(read, question)
  return answer === 'waiting' ? 'asked' : answer
}
