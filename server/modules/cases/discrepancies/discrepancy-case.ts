/**
 * A case of differing data as its deeds handle it: found for an officer, unsealed, kept, and shown to her or
 * to the person.
 */
import type { z } from 'zod'
import type { discrepancyCase, ownDiscrepancy } from '../../../../contract/discrepancy.ts'
import type { Actor, Officer } from '../../../kernel/actor.ts'
import type { LineOf } from '../../../kernel/audit-line.ts'
import type { discrepancyPurposes } from '../../../../contract/purposes/discrepancy.ts'
import { problem } from '../../../kernel/problem.ts'
import type { Tools } from '../../../kernel/tools.ts'
import type { Reading, Work } from '../../../kernel/work.ts'
import { officeName } from '../../registry/organisations/office-name.ts'
import { officerAbout, type TakenBefore } from '../../registry/organisations/second-eyes.ts'
import { isCorrectable, valueOf } from '../../registry/population/correct-entry.ts'
import { findPerson } from '../../registry/population/find-person.ts'
import { isUnsettled, mayWithdraw, needsExchange, type Content, type Discrepancy } from './discrepancy.ts'
import * as store from './store.ts'
import type { DiscrepancyRow } from './store.ts'

export const worker = officerAbout('discrepancy.work', 'discrepancy.about-yourself')

export interface FoundDiscrepancy extends TakenBefore {
  readonly row: DiscrepancyRow
}

const findHere =
  (look: (work: Work, subjectId: string, id: string) => Promise<DiscrepancyRow | undefined>) =>
  async (work: Work, { id }: { id: string }, actor: Actor): Promise<FoundDiscrepancy> => {
    const name = await store.subjectOfName(work, id)
    const row =
      name && actor.kind === 'officer' && name.office_id === actor.officeId
        ? await look(work, name.subject_id, id)
        : undefined
    if (!row) {
      throw problem('discrepancy.no-such-case')
    }
    return {
      row,
      officeId: row.office_id,
      aboutKey: row.about_key,
      takenBy: row.proposed_by === null ? [] : [row.proposed_by || null],
    }
  }
/** Another office's case does not exist for this officer. */
export const foundForUpdate = findHere(store.forUpdate)
export const lookHere = findHere(store.find)

const COLUMN = 'discrepancy.content'
export const sealContent = (
  tools: Pick<Tools, 'sealer'>,
  subjectId: string,
  content: Content,
): Promise<Buffer> => tools.sealer.seal(subjectId, COLUMN, JSON.stringify(content))
export const discrepancyOf = async (
  tools: Pick<Tools, 'sealer'>,
  row: DiscrepancyRow,
): Promise<Discrepancy> => ({
  state: row.state,
  outcome: row.outcome,
  reason: row.reason,
  content: JSON.parse(
    (await tools.sealer.open(row.subject_id, COLUMN, row.sealed_content)).toString('utf8'),
  ) as Content,
})

/** Writes what a step made of it; answers the row as it stands now. */
export const keep = async (
  work: Work,
  tools: Tools,
  row: DiscrepancyRow,
  after: Discrepancy,
  { at, proposedBy = null }: { at: Date; proposedBy?: string | null },
): Promise<DiscrepancyRow> => {
  const sealed = await sealContent(tools, row.subject_id, after.content)
  const endedAt = isUnsettled(after.state) ? null : at
  await store.save(work, row, {
    state: after.state,
    outcome: after.outcome,
    reason: after.reason,
    proposedBy,
    endedAt,
    sealed,
    at,
  })
  return {
    ...row,
    state: after.state,
    outcome: after.outcome,
    reason: after.reason,
    proposed_by: proposedBy,
    ended_at: endedAt,
    changed_at: at,
    sealed_content: sealed,
  }
}

export const faceOf = (row: DiscrepancyRow, at: Date) => ({
  id: row.id,
  reference: row.reference,
  field: row.field,
  state: row.state,
  openedAt: row.opened_at.toISOString(),
  dueAt: row.due_at.toISOString(),
  endedAt: row.ended_at?.toISOString() ?? null,
  outcome: row.outcome,
  reason: row.reason,
  origin: row.origin,
  isOverdue: (row.ended_at ?? at) > row.due_at,
})

export const viewOf = async (
  work: Reading,
  tools: Tools,
  row: DiscrepancyRow,
  actor: Officer,
  at: Date,
): Promise<z.infer<typeof discrepancyCase>> => {
  const {
    content: { personalNumber, values, proposal, course },
  } = await discrepancyOf(tools, row)
  const person = await findPerson(work, tools, personalNumber)
  return {
    ...faceOf(row, at),
    office: await officeName(work, row.office_id),
    personalNumber,
    name: person?.fullName ?? null,
    values: [...values],
    registerNow: person && valueOf(person, row.field),
    isCorrectable: person !== null && isCorrectable(row.field),
    proposal: proposal && {
      outcome: proposal.outcome,
      value: proposal.value,
      note: proposal.note,
      isMine: row.proposed_by !== null && row.proposed_by === (actor.personKey ?? ''),
    },
    course: [...course],
  }
}

export const ownViewOf = async (
  work: Reading,
  tools: Tools,
  row: DiscrepancyRow,
  at: Date,
): Promise<z.infer<typeof ownDiscrepancy>> => {
  const discrepancy = await discrepancyOf(tools, row)
  const { values, course } = discrepancy.content
  return {
    ...faceOf(row, at),
    office: await officeName(work, row.office_id),
    values: [...values],
    needsExchange: needsExchange(discrepancy, row.field),
    mayWithdraw: mayWithdraw(discrepancy, row.origin),
    course: course.map(({ at: when, what, by }) => ({ at: when, what, by })),
  }
}

type DiscrepancyPurpose = keyof typeof discrepancyPurposes
interface Told {
  readonly found: FoundDiscrepancy
  readonly actor: Officer
}
export const lineOf =
  <P extends DiscrepancyPurpose>(purpose: P) =>
  ({ found: { row }, actor }: Told): LineOf<P> => ({
    about: row.subject_id,
    purpose,
    fields: [row.field, 'fullName', 'personalNumber'],
    detail: { reference: row.reference, office: actor.officeName, officerNumber: actor.number },
  })
