/** The officer's side of a case of differing data: the list, one case, notes, questions, refusal. */
import {
  AskDiscrepancy,
  ListDiscrepancies,
  NoteDiscrepancy,
  RefuseDiscrepancy,
  ViewDiscrepancy,
} from '../../../../contract/discrepancy.ts'
import type { Officer } from '../../../kernel/actor.ts'
import { none } from '../../../kernel/audit-line.ts'
import { officerWith } from '../../../kernel/permit.ts'
import { useCase } from '../../../kernel/use-case.ts'
import { nextCursor, placeAfter } from '../../registry/organisations/queue-cursor.ts'
import { findPerson } from '../../registry/population/find-person.ts'
import { asked, noted, refused, type DataSource } from './discrepancy.ts'
import {
  discrepancyOf,
  faceOf,
  keep,
  lineOf,
  foundForUpdate,
  lookHere,
  viewOf,
  worker,
} from './discrepancy-case.ts'
import * as store from './store.ts'
import { DiscrepancyRefused } from './events.ts'

const PAGE = 30
export const listDiscrepancies = useCase({
  contract: ListDiscrepancies,
  permit: officerWith('discrepancy.work'),
  async act(work, { cursor }, { actor, tools, now }) {
    const rows = await store.queuePage(work, actor.officeId, placeAfter(cursor), PAGE)
    const items = []
    for (const row of rows) {
      const { content } = await discrepancyOf(tools, row)
      const person = await findPerson(work, tools, content.personalNumber)
      items.push({
        ...faceOf(row, now),
        name: person?.fullName ?? null,
        sources: row.sources.split('+') as DataSource[],
      })
    }
    const last = rows.at(-1)
    return { items, next: nextCursor(rows, PAGE, last && { at: last.due_at, id: last.id }) }
  },
  audit: none('the list names who waits; opening one case leaves a line'),
})

export const viewDiscrepancy = useCase({
  contract: ViewDiscrepancy,
  find: lookHere,
  permit: worker,
  act: (work, _, { found, actor, tools, now }) => viewOf(work, tools, found.row, actor, now),
  audit: lineOf('discrepancy-view'),
})

const stepOf = (actor: Officer, at: Date, note: string) => ({ by: actor.number, at, note })

export const noteDiscrepancy = useCase({
  contract: NoteDiscrepancy,
  find: foundForUpdate,
  permit: worker,
  async act(work, { note }, { found: { row }, actor, tools, now }) {
    const after = noted(await discrepancyOf(tools, row), stepOf(actor, now, note))
    return viewOf(
      work,
      tools,
      await keep(work, tools, row, after, { at: now, proposedBy: row.proposed_by }),
      actor,
      now,
    )
  },
  audit: lineOf('discrepancy-note'),
})

export const askDiscrepancy = useCase({
  contract: AskDiscrepancy,
  find: foundForUpdate,
  permit: worker,
  async act(work, { source, note }, { found: { row }, actor, tools, now }) {
    const after = asked(await discrepancyOf(tools, row), stepOf(actor, now, `${source}: ${note}`))
    return viewOf(work, tools, await keep(work, tools, row, after, { at: now }), actor, now)
  },
  audit: lineOf('discrepancy-asked'),
})

export const refuseDiscrepancy = useCase({
  contract: RefuseDiscrepancy,
  find: foundForUpdate,
  permit: worker,
  async act(work, { reason, note }, { found: { row }, actor, tools, now }) {
    const after = refused(await discrepancyOf(tools, row), reason, stepOf(actor, now, note))
    work.publish(DiscrepancyRefused, row.subject_id, {
      id: row.id,
      reference: row.reference,
      field: row.field,
      reason,
    })
    return viewOf(work, tools, await keep(work, tools, row, after, { at: now }), actor, now)
  },
  audit: lineOf('discrepancy-refused'),
})
