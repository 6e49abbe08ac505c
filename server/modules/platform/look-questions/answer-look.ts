/** The officer's side: what waits at her office, one question with the look that it is about, the answer. */
import {
  AnswerLookQuestion,
  ListLookQuestions,
  ViewLookQuestion,
} from '../../../../contract/look-question.ts'
import { actorReference } from '../../../kernel/actor.ts'
import { none } from '../../../kernel/audit-line.ts'
import { officerWith } from '../../../kernel/permit.ts'
import { problem } from '../../../kernel/problem.ts'
import { useCase } from '../../../kernel/use-case.ts'
import { lineOf } from '../../cases/casework/case-access.ts'
import { saveCase, takenByWith } from '../../cases/casework/case-file.ts'
import { figuresOf, pageOfCases } from '../../cases/casework/list-cases.ts'
import { LookQuestionAnswered } from './events.ts'
import {
  contentOf,
  faceOf,
  find,
  forUpdate,
  lookQuestionKind,
  taker,
  viewOf,
  type LookQuestionFacts,
  type LookQuestionRow,
} from './look-question-case.ts'

export const listLookQuestions = useCase({
  contract: ListLookQuestions,
  permit: officerWith('look-question.answer'),
  async act(work, { cursor }, { actor, tools, now }) {
    const { rows, next } = await pageOfCases<LookQuestionRow['state'], 'answer', LookQuestionFacts>(
      work,
      lookQuestionKind,
      actor.officeId,
      ['answer'],
      cursor,
    )
    const items = []
    for (const row of rows) {
      items.push({ ...faceOf(row, now), name: (await contentOf(tools, row)).name })
    }
    return { items, next }
  },
  audit: none('the list names who waits; opening one question leaves a line'),
})
export const lookQuestionFigures = figuresOf(lookQuestionKind, 'answer')

export const viewLookQuestion = useCase({
  contract: ViewLookQuestion,
  find,
  permit: taker,
  act: (work, _, { found, tools, now, request: { language } }) =>
    viewOf(work, tools, found.row, { at: now, language }),
  audit: lineOf({ purpose: 'look-question-view', fields: ['fullName'] }),
})

export const answerLookQuestion = useCase({
  contract: AnswerLookQuestion,
  find: forUpdate,
  permit: taker,
  async act(work, { finding, answer }, { found: { row }, actor, tools, now, request: { language } }) {
    if (row.state !== 'open') {
      throw problem('look-question.closed')
    }
    const after = (await saveCase(
      work,
      tools,
      lookQuestionKind,
      row,
      {
        state: 'explained',
        content: { ...(await contentOf(tools, row)), answer },
        facts: { ...row.facts, finding },
        takenBy: takenByWith(row, actor),
        decidedBy: actorReference(actor),
        by: actor.number,
      },
      now,
    )) as LookQuestionRow
    const { id, reference, subject_id } = row
    work.publish(LookQuestionAnswered, subject_id, { id, reference, finding })
    return viewOf(work, tools, after, { at: now, language })
  },
  audit: lineOf({ purpose: 'look-question-answered', fields: ['fullName'] }),
})
