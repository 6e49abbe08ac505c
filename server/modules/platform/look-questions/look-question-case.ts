/**
 * A question about a look as its commands handle it: what kind of case it is, how it is kept, and how she and
 * the officer see it.
 */
import type { z } from 'zod'
import type {
  lookAsks,
  lookFinding,
  lookQuestionCase,
  ownLookQuestion,
} from '../../../../contract/look-question.ts'
import type { Tools } from '../../../kernel/tools.ts'
import type { Reading } from '../../../kernel/work.ts'
import { officeName } from '../../registry/organisations/office-name.ts'
import { finders, permitsOf } from '../../cases/casework/case-access.ts'
import { unsealContent } from '../../cases/casework/case-file.ts'
import type { CaseContent, CaseRules } from '../../cases/casework/case-kind.ts'
import type { CaseRow } from '../../cases/casework/case-row.ts'
import { saidLookOf } from '../audit/access-log.ts'
import { LookQuestionOverdue } from './events.ts'
import { answerDueMoment } from './rules.ts'

type LookQuestionState = 'open' | 'explained'
type LookFinding = z.infer<typeof lookFinding>

/** Sealed under the person's key. */
export interface LookQuestionContent extends CaseContent {
  readonly question: string
  readonly answer: string | null
}
export interface LookQuestionFacts {
  /** The line of the log. */
  readonly line: string
  readonly asks: z.infer<typeof lookAsks>
  readonly finding: LookFinding | null
  /** The keyed digest of whoever looked; null where no officer did, or none that is known as a person. */
  readonly lookerKey: string | null
}
export type LookQuestionRow = CaseRow<LookQuestionState, LookQuestionFacts>

export const lookQuestionKind: CaseRules<LookQuestionState, 'answer'> = {
  kind: 'look-question',
  sealedAs: 'look-question.content',
  initial: 'open',
  states: {
    open: { next: ['explained'], stage: 'answer', isUnfinished: true },
    explained: { next: [], stage: null, isUnfinished: false },
  },
  stages: { answer: 'look-question.answer' },
  tasks: {
    take: 'look-question.answer',
    approve: 'look-question.answer',
    view: ['look-question.answer'],
  },
  problems: {
    notFound: 'look-question.no-such-case',
    closed: 'look-question.closed',
    aboutOneself: 'look-question.about-yourself',
    sameOfficer: 'look-question.about-yourself',
  },
  dueFrom: answerDueMoment,
  /** It is about whoever looked as well: nobody judges her own look. */
  alsoAbout(facts) {
    const { lookerKey } = facts as LookQuestionFacts
    return lookerKey === null ? [] : [lookerKey]
  },
  promised: 'look-question',
  late: {
    stages: ['answer'],
    publish(work, { subjectId, caseId: id, reference, dueAt, office }) {
      work.publish(LookQuestionOverdue, subjectId, { id, reference, dueAt: dueAt.toISOString(), office })
    },
  },
}
export const { taker } = permitsOf(lookQuestionKind)
export const { find, forUpdate } = finders<LookQuestionState, LookQuestionFacts>(lookQuestionKind)

export const contentOf = (tools: Pick<Tools, 'sealer'>, row: LookQuestionRow): Promise<LookQuestionContent> =>
  unsealContent<LookQuestionContent>(lookQuestionKind, tools, row)

export const faceOf = (row: LookQuestionRow, at: Date) => {
  const dueAt = row.due_at ?? row.opened_at
  return {
    id: row.id,
    reference: row.reference,
    asks: row.facts.asks,
    state: row.state,
    openedAt: row.opened_at.toISOString(),
    dueAt: dueAt.toISOString(),
    endedAt: row.decided_at?.toISOString() ?? null,
    isOverdue: (row.decided_at ?? at) > dueAt,
    finding: row.facts.finding,
  }
}

export const ownViewOf = async (
  read: Reading,
  tools: Tools,
  row: LookQuestionRow,
  at: Date,
): Promise<z.infer<typeof ownLookQuestion>> => {
  const { question, answer } = await contentOf(tools, row)
  return {
    ...faceOf(row, at),
    line: row.facts.line,
    office: await officeName(read, row.office_id),
    question,
    answer,
  }
}

export const viewOf = async (
  read: Reading,
  tools: Tools,
  row: LookQuestionRow,
  { at, language }: { readonly at: Date; readonly language: 'vi' | 'en' },
): Promise<z.infer<typeof lookQuestionCase>> => {
  const { name, question, answer } = await contentOf(tools, row)
  const look = await saidLookOf(read, row.subject_id, row.facts.line, language)
  return { ...faceOf(row, at), name, question, answer, look }
}
