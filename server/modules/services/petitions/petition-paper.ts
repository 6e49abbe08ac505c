/** The answer to a petition as the office's paper. */
import type { z } from 'zod'
import type { ownPetition } from '../../../../contract/petition.ts'
import { topicWords } from '../../../../contract/phrases/letters-petition.ts'
import type { Tools } from '../../../kernel/tools.ts'
import { writePetitionAnswer } from '../papers/petitions/petition-answer.ts'
import { contentOf, type PetitionRow } from './petition-case.ts'

/** Stands before the day where no list of units names the place. */
const PLACE = 'Việt Nam'

export const writeAnswerOf = async (
  tools: Tools,
  petition: z.infer<typeof ownPetition>,
  row: PetitionRow,
): Promise<Buffer> => {
  const { name } = await contentOf(tools, row)
  const { article, office, place, reference, topic } = petition
  return writePetitionAnswer({
    isTrial: tools.allowsTestPeople,
    office: { name: office, place: place ?? PLACE },
    number: reference,
    issuedAt: row.decided_at ?? row.opened_at,
    link: `${tools.publicUrl}/app/petitions`,
    hasSeal: true,
    code: reference,
    from: name,
    topic: topicWords[topic].vi,
    receivedAt: row.opened_at,
    question: petition.text,
    answer: petition.answer ?? '',
    ...(article === null ? {} : { article }),
  })
}
