/** The officer's side of a case of differing data: the list, one case, notes, questions, refusal. */
import {
  AskDiscrepancy,
  ListDiscrepancies,
  NoteDiscrepancy,
  RefuseDiscrepancy,
  ViewDiscrepancy,
} from '../../../../contract/discrepancy.ts'
import type { CaseStep } from '../../../../contract/case-history.ts'
import { actorReference, type Officer } from '../../../kernel/actor.ts'
import { none } from '../../../kernel/audit-line.ts'
import { officerWith } from '../../../kernel/permit.ts'
import { useCase } from '../../../kernel/use-case.ts'
import { findPerson } from '../../registry/population/find-person.ts'
import { figuresOf, pageOfCases } from '../casework/list-cases.ts'
import { asked, noted, refused, type DataSource, type DiscrepancyState } from './discrepancy.ts'
import {
  discrepancyKind,
  discrepancyOf,
  faceOf,
  foundForUpdate,
  foundToLook,
  keep,
  lineOf,
  taker,
  viewOf,
  type DiscrepancyFacts,
} from './discrepancy-case.ts'
import { DiscrepancyRefused } from './events.ts'

export const listDiscrepancies = useCase({
  contract: ListDiscrepancies,
  permit: officerWith('discrepancy.work'),
  async act(work, { cursor }, { actor, tools, now }) {
    const { rows, next } = await pageOfCases<DiscrepancyState, 'work', DiscrepancyFacts>(
      work,
      discrepancyKind,
      actor.officeId,
      ['work'],
      cursor,
    )
    const items = []
    for (const row of rows) {
      const { content } = await discrepancyOf(tools, row)
      const person = await findPerson(work, tools, content.personalNumber)
      items.push({
        ...faceOf(row, now),
        name: person?.fullName ?? null,
        sources: row.facts.sources.split('+') as DataSource[],
      })
    }
    return { items, next }
  },
  audit: none('the list names who waits; opening one case leaves a line'),
})
export const discrepancyFigures = figuresOf(discrepancyKind, 'work')

export const viewDiscrepancy = useCase({
  contract: ViewDiscrepancy,
  find: foundToLook,
  permit: taker,
  act: (work, _, { found, actor, tools, now }) => viewOf(work, tools, found.row, actor, now),
  audit: lineOf('discrepancy-view'),
})

const byOfficer = (what: CaseStep | 'refused', actor: Officer, note: string) => ({
  what,
  by: actor.number,
  note,
  decidedBy: actorReference(actor),
})

export const noteDiscrepancy = useCase({
  contract: NoteDiscrepancy,
  find: foundForUpdate,
  permit: taker,
  async act(work, { note }, { found: { row }, actor, tools, now }) {
    const after = noted(await discrepancyOf(tools, row))
    const step = { ...byOfficer('noted', actor, note), takenBy: row.taken_by }
    return viewOf(work, tools, await keep(work, tools, row, after, step, now), actor, now)
  },
  audit: lineOf('discrepancy-note'),
})

export const askDiscrepancy = useCase({
  contract: AskDiscrepancy,
  find: foundForUpdate,
  permit: taker,
  async act(work, { source, note }, { found: { row }, actor, tools, now }) {
    const after = asked(await discrepancyOf(tools, row))
    const step = byOfficer('asked', actor, `${source}: ${note}`)
    return viewOf(work, tools, await keep(work, tools, row, after, step, now), actor, now)
  },
  audit: lineOf('discrepancy-asked'),
})

export const refuseDiscrepancy = useCase({
  contract: RefuseDiscrepancy,
  find: foundForUpdate,
  permit: taker,
  async act(work, { reason, note }, { found: { row }, actor, tools, now }) {
    const after = refused(await discrepancyOf(tools, row), reason)
    const { id, reference, facts, subject_id } = row
    work.publish(DiscrepancyRefused, subject_id, { id, reference, field: facts.field, reason })
    const kept = await keep(work, tools, row, after, byOfficer('refused', actor, note), now)
    return viewOf(work, tools, kept, actor, now)
  },
  audit: lineOf('discrepancy-refused'),
})
