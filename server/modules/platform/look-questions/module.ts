/** What this module offers and does. */
import { defineModule } from '../../../kernel/module.ts'
import type { Task } from '../../registry/organisations/mandate.ts'
import { findable } from '../../cases/casework/findable.ts'
import { tellLateCases } from '../../cases/casework/late-cases.ts'
import {
  answerLookQuestion,
  listLookQuestions,
  lookQuestionFigures,
  viewLookQuestion,
} from './answer-look.ts'
import { askAboutLook, viewOwnLookQuestions } from './ask-about-look.ts'
import { LookQuestionAnswered, LookQuestionOpened, LookQuestionOverdue } from './events.ts'
import { lookQuestionKind } from './look-question-case.ts'
import { asShown } from '../../../kernel/telling.ts'

/** How often the clock looks for questions that ran over their time. */
const OVERDUE_EVERY_MS = 10_000

export const lookQuestionsModule = defineModule('platform/look-questions', {
  useCases: [askAboutLook, viewOwnLookQuestions, listLookQuestions, viewLookQuestion, answerLookQuestion],
  forms: {
    citizen: { askAboutLook: { sends: askAboutLook } },
    decision: { answerLookQuestion: { sends: answerLookQuestion } },
  },
  events: [LookQuestionOpened, LookQuestionOverdue, LookQuestionAnswered],
  tells: [{ part: 'lookQuestions', tables: [], tell: asShown(viewOwnLookQuestions, {}) }],
  cases: [findable('look-question', lookQuestionKind)],
  queues: [
    {
      key: 'look-questions',
      task: 'look-question.answer' satisfies Task,
      figures: lookQuestionFigures,
    },
  ],
  jobs: [
    {
      name: 'look-questions-overdue',
      every_ms: OVERDUE_EVERY_MS,
      run: async ({ transact, tools }) => (await tellLateCases(transact, tools, lookQuestionKind)) > 0,
    },
  ],
})
