/** The officer's side: what waits at her office, one petition, its answer, and the way to another office. */
import {
  AnswerPetition,
  ForwardPetition,
  ListPetitions,
  ViewPetition,
} from '../../../../contract/petition.ts'
import { actorReference } from '../../../kernel/actor.ts'
import { none } from '../../../kernel/audit-line.ts'
import { officerWith } from '../../../kernel/permit.ts'
import { problem } from '../../../kernel/problem.ts'
import { useCase } from '../../../kernel/use-case.ts'
import type { Work } from '../../../kernel/work.ts'
import { lineOf } from '../../cases/casework/case-access.ts'
import { saveCase, takenByWith } from '../../cases/casework/case-file.ts'
import { figuresOf, pageOfCases } from '../../cases/casework/list-cases.ts'
import { moveToOffice } from '../../cases/casework/move-case.ts'
import { officeName } from '../../registry/organisations/office-name.ts'
import { officeFor } from '../../registry/organisations/route-office.ts'
import { findUnit } from '../../registry/territory/find-unit.ts'
import { PetitionAnswered, PetitionForwarded } from './events.ts'
import {
  contentOf,
  faceOf,
  find,
  forUpdate,
  petitionKind,
  taker,
  viewOf,
  type PetitionFacts,
  type PetitionRow,
  type PetitionState,
} from './petition-case.ts'
import { countPetition } from './statistics.ts'

export const listPetitions = useCase({
  contract: ListPetitions,
  permit: officerWith('petition.answer'),
  async act(work, { cursor }, { actor, tools, now }) {
    const { rows, next } = await pageOfCases<PetitionState, 'answer', PetitionFacts>(
      work,
      petitionKind,
      actor.officeId,
      ['answer'],
      cursor,
    )
    const items = []
    for (const row of rows) {
      items.push({ ...(await faceOf(work, row, now)), name: (await contentOf(tools, row)).name })
    }
    return { items, next }
  },
  audit: none('the list names who waits; opening one petition leaves a line'),
})
export const petitionFigures = figuresOf(petitionKind, 'answer')

export const viewPetition = useCase({
  contract: ViewPetition,
  find,
  permit: taker,
  act: (work, _, { found, tools, now }) => viewOf(work, tools, found.row, now),
  audit: lineOf({ purpose: 'petition-view', fields: ['fullName'] }),
})

const mustBeOpen = ({ state }: PetitionRow): void => {
  if (state !== 'open') {
    throw problem('petition.closed')
  }
}

export const answerPetition = useCase({
  contract: AnswerPetition,
  find: forUpdate,
  permit: taker,
  async act(work, { answer, article }, { found: { row }, actor, tools, now }) {
    mustBeOpen(row)
    const content = { ...(await contentOf(tools, row)), answer, article: article || null }
    const change = {
      state: 'settled',
      content,
      takenBy: takenByWith(row, actor),
      decidedBy: actorReference(actor),
      by: actor.number,
    } as const
    const after = (await saveCase(work, tools, petitionKind, row, change, now)) as PetitionRow
    const isInTime = row.due_at === null || now <= row.due_at
    await countPetition(work, row, isInTime ? ['answered', 'in_time'] : ['answered'], now)
    const { id, reference, subject_id, facts } = row
    const office = await officeName(work, row.office_id)
    work.publish(PetitionAnswered, subject_id, { id, reference, topic: facts.topic, office })
    return viewOf(work, tools, after, now)
  },
  audit: lineOf({ purpose: 'petition-answered', fields: ['fullName'] }),
})

/** The office of a place that an officer has chosen; never her own. */
const competentFor = async (
  work: Work,
  unitCode: string | undefined,
  own: string,
  at: Date,
): Promise<string> => {
  if (unitCode !== undefined && !(await findUnit(work, unitCode))) {
    throw problem('petition.no-such-unit')
  }
  const officeId = await officeFor(work, 'petition.answer', unitCode ?? null, at)
  if (officeId === own) {
    throw problem('petition.same-office')
  }
  return officeId
}

/**
 * Her clock goes on: what offices settle among themselves takes nothing from the days that the law gives
 * her.
 */
export const forwardPetition = useCase({
  contract: ForwardPetition,
  find: forUpdate,
  permit: taker,
  async act(work, { unitCode, reason }, { found: { row }, actor, tools, now }) {
    mustBeOpen(row)
    if (row.facts.forwardedAt !== null) {
      throw problem('petition.forwarded-before')
    }
    const officeId = await competentFor(work, unitCode, row.office_id, now)
    const change = {
      content: { ...(await contentOf(tools, row)), forwardReason: reason },
      facts: { ...row.facts, forwardedAt: now.toISOString() },
      by: actor.number,
    }
    const kept = (await saveCase(work, tools, petitionKind, row, change, now)) as PetitionRow
    await moveToOffice(work, tools, petitionKind, kept, { officeId, by: actor.number, note: reason }, now)
    const { id, reference, dueAt } = await faceOf(work, row, now)
    const office = await officeName(work, officeId)
    const { topic } = row.facts
    work.publish(PetitionForwarded, row.subject_id, { id, reference, topic, office, dueAt })
    return { reference, office }
  },
  audit: ({ found, actor }) => ({
    about: found.row.subject_id,
    purpose: 'petition-forwarded',
    fields: ['fullName'],
    detail: { reference: found.row.reference, office: actor.officeName, officerNumber: actor.number },
  }),
})
