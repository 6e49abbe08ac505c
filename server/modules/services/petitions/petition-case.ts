/**
 * A petition as its commands handle it: what kind of case it is, how it is kept, and how she and the
 * officer see it.
 */
import type { z } from 'zod'
import type { ownPetition, petitionCase, petitionTopic } from '../../../../contract/petition.ts'
import type { Tools } from '../../../kernel/tools.ts'
import type { Reading } from '../../../kernel/work.ts'
import { finders, permitsOf } from '../../cases/casework/case-access.ts'
import { unsealContent } from '../../cases/casework/case-file.ts'
import type { CaseContent, CaseRules } from '../../cases/casework/case-kind.ts'
import type { CaseRow } from '../../cases/casework/case-row.ts'
import { officeName } from '../../registry/organisations/office-name.ts'
import { findUnit, unitHistory } from '../../registry/territory/find-unit.ts'
import { PetitionOverdue } from './events.ts'
import { answerDueMoment } from './rules.ts'

export type PetitionState = 'open' | 'settled'
type PetitionTopic = z.infer<typeof petitionTopic>

/** Sealed under the person's key. */
export interface PetitionContent extends CaseContent {
  readonly text: string
  readonly answer: string | null
  readonly article: string | null
  /** Why it went to another office. */
  readonly forwardReason: string | null
}
export interface PetitionFacts {
  readonly topic: PetitionTopic
  /** Of the place that it is about; null where it is not known. */
  readonly unitCode: string | null
  readonly forwardedAt: string | null
  readonly isRated: boolean
}
export type PetitionRow = CaseRow<PetitionState, PetitionFacts>

export const petitionKind: CaseRules<PetitionState, 'answer'> = {
  kind: 'petition',
  sealedAs: 'petition.content',
  initial: 'open',
  states: {
    open: { next: ['settled'], stage: 'answer', isUnfinished: true },
    settled: { next: [], stage: null, isUnfinished: false },
  },
  stages: { answer: 'petition.answer' },
  tasks: { take: 'petition.answer', approve: 'petition.answer', view: ['petition.answer'] },
  problems: {
    notFound: 'petition.no-such-case',
    closed: 'petition.closed',
    aboutOneself: 'petition.about-yourself',
    sameOfficer: 'petition.about-yourself',
  },
  dueFrom: answerDueMoment,
  promised: 'petition',
  late: {
    stages: ['answer'],
    publish(work, { subjectId, caseId: id, reference, facts, dueAt, office }) {
      const { topic } = facts as PetitionFacts
      work.publish(PetitionOverdue, subjectId, { id, reference, topic, office, dueAt: dueAt.toISOString() })
    },
  },
}
export const { taker } = permitsOf(petitionKind)
export const { find, forUpdate } = finders<PetitionState, PetitionFacts>(petitionKind)

export const contentOf = (tools: Pick<Tools, 'sealer'>, row: PetitionRow): Promise<PetitionContent> =>
  unsealContent<PetitionContent>(petitionKind, tools, row)

/** As it is called today, or was last; null for what stands in no list. */
const placeName = async (read: Reading, code: string | null): Promise<string | null> =>
  code === null
    ? null
    : (((await findUnit(read, code)) ?? (await unitHistory(read, code)).at(-1))?.name ?? null)

export const faceOf = async (read: Reading, row: PetitionRow, at: Date) => {
  const dueAt = row.due_at ?? row.opened_at
  return {
    id: row.id,
    reference: row.reference,
    topic: row.facts.topic,
    place: await placeName(read, row.facts.unitCode),
    state: row.state,
    openedAt: row.opened_at.toISOString(),
    dueAt: dueAt.toISOString(),
    endedAt: row.decided_at?.toISOString() ?? null,
    isOverdue: (row.decided_at ?? at) > dueAt,
  }
}

const saidOf = async (read: Reading, row: PetitionRow, content: PetitionContent) => {
  const { forwardedAt } = row.facts
  return {
    office: await officeName(read, row.office_id),
    text: content.text,
    answer: content.answer,
    article: content.article,
    forwarded: forwardedAt === null ? null : { at: forwardedAt, reason: content.forwardReason ?? '' },
  }
}

export const ownViewOf = async (
  read: Reading,
  tools: Tools,
  row: PetitionRow,
  at: Date,
): Promise<z.infer<typeof ownPetition>> => ({
  ...(await faceOf(read, row, at)),
  ...(await saidOf(read, row, await contentOf(tools, row))),
  isRated: row.facts.isRated,
})

export const viewOf = async (
  read: Reading,
  tools: Tools,
  row: PetitionRow,
  at: Date,
): Promise<z.infer<typeof petitionCase>> => {
  const content = await contentOf(tools, row)
  return {
    ...(await faceOf(read, row, at)),
    ...(await saidOf(read, row, content)),
    name: content.name,
  }
}
