/** Letters about questions that people ask of their logs. */
import { findingWords } from '../../contract/phrases/letters-look-question.ts'
import {
  LookQuestionAnswered,
  LookQuestionOpened,
  LookQuestionOverdue,
} from '../modules/platform/look-questions/events.ts'
import { holder } from './audiences.ts'
import { dayText } from './blanks.ts'
import { letter, type LetterRow } from './letter.ts'

export const lookQuestionLetters: readonly LetterRow[] = [
  letter(LookQuestionOpened, {
    when: 'somebody asks about a look at her data',
    template: 'look-question-opened',
    to: holder,
    params: ({ data: { reference, dueAt, office } }) => ({ reference, due: dayText(dueAt), office }),
  }),
  letter(LookQuestionAnswered, {
    when: 'a question about a look is answered',
    template: 'look-question-answered',
    to: holder,
    params: ({ data: { reference, finding } }) => ({ reference, finding: findingWords[finding] }),
  }),
  letter(LookQuestionOverdue, {
    when: 'a question about a look is late: an apology, once',
    template: 'look-question-overdue',
    to: holder,
    params: ({ data: { reference, dueAt, office } }) => ({ reference, due: dayText(dueAt), office }),
  }),
]
