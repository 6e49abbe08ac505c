/** Questions of people about looks at their data. */
import { lookQuestionProblems } from '../problems/look-question.ts'
import { lookQuestionPurposes } from '../purposes/look-question.ts'
import { counterTask } from './counter-task.ts'

export const lookQuestionsTask = counterTask({
  tasks: ['look-question.answer'],
  queues: ['look-questions'],
  cases: ['look-question'],
  questions: [],
  problems: lookQuestionProblems,
  purposes: lookQuestionPurposes,
})
