/** Letters about petitions. */
import { topicWords } from '../../contract/phrases/letters-petition.ts'
import {
  PetitionAnswered,
  PetitionForwarded,
  PetitionOpened,
  PetitionOverdue,
} from '../modules/services/petitions/events.ts'
import { holder } from './audiences.ts'
import { dayText } from './blanks.ts'
import { letter, type LetterRow } from './letter.ts'

export const petitionLetters: readonly LetterRow[] = [
  letter(PetitionOpened, {
    when: 'a petition has come to an office',
    template: 'petition-opened',
    to: holder,
    params: ({ data: { reference, topic, office, dueAt } }) => ({
      reference,
      topic: topicWords[topic],
      office,
      due: dayText(dueAt),
    }),
  }),
  letter(PetitionForwarded, {
    when: 'a petition was handed to the competent office',
    template: 'petition-forwarded',
    to: holder,
    params: ({ data: { reference, office, dueAt } }) => ({ reference, office, due: dayText(dueAt) }),
  }),
  letter(PetitionAnswered, {
    when: 'a petition is answered',
    template: 'petition-answered',
    to: holder,
    params: ({ data: { reference, topic, office } }) => ({ reference, topic: topicWords[topic], office }),
  }),
  letter(PetitionOverdue, {
    when: 'a petition is late: an apology, once',
    template: 'petition-overdue',
    to: holder,
    params: ({ data: { reference, office, dueAt } }) => ({ reference, office, due: dayText(dueAt) }),
  }),
]
