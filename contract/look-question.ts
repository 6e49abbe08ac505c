/**
 * A question about one line of her own log, or the word that a look was not right: answered in time (Decree
 * 356/2025/ND-CP) by an officer for data protection of the office that looked, never by whoever looked.
 */
import { z } from 'zod'
import { deed, view } from './operation.ts'
import { cursor, moment, nothing, pageOf } from './values.ts'

export const lookAsks = z.enum(['question', 'report'])
const lookQuestionState = z.enum(['open', 'explained'])
export const lookFinding = z.enum(['in-order', 'not-in-order', 'unclear'])

const face = {
  id: z.string(),
  reference: z.string(),
  asks: lookAsks,
  state: lookQuestionState,
  openedAt: moment,
  dueAt: moment,
  endedAt: moment.nullable(),
  isOverdue: z.boolean(),
  finding: lookFinding.nullable(),
}

export const ownLookQuestion = z.object({
  ...face,
  /** The line of her log. */
  line: z.string(),
  office: z.string(),
  question: z.string(),
  answer: z.string().nullable(),
})
export const lookQuestionCase = z.object({
  ...face,
  name: z.string().nullable(),
  question: z.string(),
  answer: z.string().nullable(),
  /** The look as she reads it in her log; null where its years are over. */
  look: z
    .object({
      at: moment,
      who: z.string(),
      purpose: z.string(),
      fields: z.array(z.string()),
      outcome: z.string(),
      leaf: z.number().nullable(),
    })
    .nullable(),
})

const named = z.object({ caseId: z.uuid() })
const common = ['look-question.no-such-case', 'look-question.about-yourself'] as const

export const AskAboutLook = deed('look-question.ask', {
  summary: 'She asks about one line of her own log, or says that the look was not right.',
  input: z.object({ line: z.uuid(), asks: lookAsks, question: z.string().trim().min(5).max(500) }),
  output: ownLookQuestion,
  problems: ['audit.no-such-line', 'limit.reached'],
})
export const ViewOwnLookQuestions = view('look-question.own', {
  summary: 'What she has asked about her log, and the answers, the newest first.',
  input: nothing,
  output: z.object({ items: z.array(ownLookQuestion) }),
})
export const ListLookQuestions = view('look-question.list', {
  summary: "The office's unanswered questions about looks, those due first on top.",
  input: z.object({ cursor }),
  output: pageOf(z.object({ ...face, name: z.string().nullable() })),
})
export const ViewLookQuestion = view('look-question.view', {
  summary: 'One question with the look that it is about. Opening it is seen by the person.',
  input: named,
  output: lookQuestionCase,
  problems: common,
})
export const AnswerLookQuestion = deed('look-question.answer', {
  summary: 'Says whether the look was in order, and explains it to the person.',
  input: named.extend({ finding: lookFinding, answer: z.string().trim().min(20).max(1000) }),
  output: lookQuestionCase,
  problems: [...common, 'look-question.closed'],
})
