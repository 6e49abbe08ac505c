/** What an office answers to a petition (Decree 118/2025/ND-CP). */
import { momentText } from '../../../../kernel/paper/paper-dates.ts'
import { writeFields, writeHeading, writeParagraphs, writeSentence } from '../office/fields.ts'
import { closeOfficePaper, openOfficePaper, type OfficePaper } from '../office/office-paper.ts'
import { fill } from '../office/office-words.ts'
import { answerWords as says } from './petition-answer-words.ts'

export interface PetitionAnswer extends OfficePaper {
  readonly code: string
  /** null: who wrote is not known. */
  readonly from: string | null
  readonly topic: string
  readonly receivedAt: Date
  /** Hers: it stands on one line, so that it is not taken for the office's. */
  readonly question: string
  /** The office's, in paragraphs. */
  readonly answer: string
  readonly article?: string
}

/** The same answer gives the same bytes. */
export const writePetitionAnswer = (input: PetitionAnswer): Promise<Buffer> => {
  const { code } = input
  const paper = openOfficePaper(input, {
    title: says.title,
    below: fill(says.code, { code }),
    foot: fill(says.foot, { code }),
  })
  writeFields(paper, [says.to, input.from ?? says.nobody])
  writeFields(paper, [says.about, input.topic], [says.received, momentText(input.receivedAt)])
  writeHeading(paper, says.question)
  writeSentence(paper, `“${input.question}”`)
  writeHeading(paper, says.answer)
  writeParagraphs(paper, input.answer)
  if (input.article !== undefined) {
    writeFields(paper, [says.article, input.article])
  }
  writeSentence(paper, says.next)
  return closeOfficePaper(paper, input, 'follow')
}
