/**
 * A case of differing data as its commands handle it: what kind of case it is, found for an officer, kept
 * after a step, and shown to her or to the person.
 */
import type { z } from 'zod'
import type { discrepancyCase, ownDiscrepancy } from '../../../../contract/discrepancy.ts'
import type { discrepancyPurposes } from '../../../../contract/purposes/discrepancy.ts'
import type { Actor, Officer } from '../../../kernel/actor.ts'
import type { AuditLine } from '../../../kernel/audit-line.ts'
import type { Tools } from '../../../kernel/tools.ts'
import type { Reading, Work } from '../../../kernel/work.ts'
import { officeName } from '../../registry/organisations/office-name.ts'
import { isCorrectable, valueOf } from '../../registry/population/correct-entry.ts'
import { findPerson } from '../../registry/population/find-person.ts'
import { finders, lineOf as lineOfCase, permitsOf, type FoundCase } from '../casework/case-access.ts'
import { saveCase, unsealContent, type Change } from '../casework/case-file.ts'
import { historyOf } from '../casework/happenings.ts'
import type { CaseRules } from '../casework/case-kind.ts'
import type { CaseRow } from '../casework/case-row.ts'
import {
  isUnsettled,
  mayWithdraw,
  needsExchange,
  type DifferingField,
  type Discrepancy,
  type DiscrepancyContent,
  type DiscrepancyOrigin,
  type DiscrepancyOutcome,
  type DiscrepancyRefusal,
  type DiscrepancyState,
} from './discrepancy.ts'
import { DiscrepancyOverdue } from './events.ts'
import { discrepancyDueMoment } from './rules.ts'

export interface DiscrepancyFacts {
  readonly field: DifferingField
  /** Which sources differ, in order: with the field, what makes a case the same case. */
  readonly sources: string
  readonly origin: DiscrepancyOrigin
  readonly outcome: DiscrepancyOutcome | null
}
export type DiscrepancyRow = CaseRow<DiscrepancyState, DiscrepancyFacts>
export type FoundDiscrepancy = FoundCase<DiscrepancyState, DiscrepancyFacts>

const unsettled = { stage: 'work', isUnfinished: true } as const
const ended = { next: [], stage: null, isUnfinished: false } as const

/** `taken_by` holds whoever proposed, and nobody before: any officer of the task may be the second one. */
export const discrepancyKind: CaseRules<DiscrepancyState, 'work'> = {
  kind: 'discrepancy',
  sealedAs: 'discrepancy.content',
  initial: 'open',
  states: {
    open: { ...unsettled, next: ['waiting', 'proposed', 'refused', 'withdrawn'] },
    waiting: { ...unsettled, next: ['proposed', 'refused', 'withdrawn'] },
    proposed: { ...unsettled, next: ['open', 'waiting', 'settled', 'refused'] },
    settled: ended,
    refused: ended,
    withdrawn: ended,
  },
  stages: { work: 'discrepancy.work' },
  tasks: { take: 'discrepancy.work', approve: 'discrepancy.work', view: ['discrepancy.work'] },
  problems: {
    notFound: 'discrepancy.no-such-case',
    closed: 'discrepancy.closed',
    aboutOneself: 'discrepancy.about-yourself',
    sameOfficer: 'discrepancy.same-eyes',
  },
  dueFrom: discrepancyDueMoment,
  promised: 'discrepancy',
  late: {
    stages: ['work'],
    publish(work, { subjectId, caseId: id, reference, facts, dueAt, office }) {
      const { field } = facts as DiscrepancyFacts
      work.publish(DiscrepancyOverdue, subjectId, {
        id,
        reference,
        field,
        dueAt: dueAt.toISOString(),
        office,
      })
    },
  },
}
export const { taker, approver } = permitsOf(discrepancyKind)

/** On the wire a case of differing data is named by `id`. */
interface Named {
  readonly id: string
}
const { find, forUpdate } = finders<DiscrepancyState, DiscrepancyFacts>(discrepancyKind)
export const foundToLook = (work: Work, { id }: Named, actor: Actor): Promise<FoundDiscrepancy> =>
  find(work, { caseId: id }, actor)
export const foundForUpdate = (work: Work, { id }: Named, actor: Actor): Promise<FoundDiscrepancy> =>
  forUpdate(work, { caseId: id }, actor)

export const discrepancyOf = async (
  tools: Pick<Tools, 'sealer'>,
  row: DiscrepancyRow,
): Promise<Discrepancy> => ({
  state: row.state,
  outcome: row.facts.outcome,
  reason: row.reason as DiscrepancyRefusal | null,
  content: await unsealContent<DiscrepancyContent>(discrepancyKind, tools, row),
})

/** Who does a step, as the history names her, what it calls it, and in whose name a decision is made. */
type Step = Pick<Change<DiscrepancyState, DiscrepancyContent>, 'by' | 'what' | 'note'> & {
  readonly decidedBy: string
  readonly takenBy?: readonly string[]
}

/** Writes what a step made of it; answers the row as it stands now. */
export const keep = async (
  work: Work,
  tools: Tools,
  row: DiscrepancyRow,
  { state, outcome, reason, content }: Discrepancy,
  { decidedBy, takenBy = [], ...step }: Step,
  at: Date,
): Promise<DiscrepancyRow> => {
  const decided = isUnsettled(state) ? {} : { decidedBy }
  const facts: DiscrepancyFacts = { ...row.facts, outcome }
  const change = { ...step, ...decided, state, content, takenBy, facts, reason }
  return (await saveCase(work, tools, discrepancyKind, row, change, at)) as DiscrepancyRow
}

export const faceOf = ({ facts, ...row }: DiscrepancyRow, at: Date) => {
  const dueAt = row.due_at ?? row.opened_at
  return {
    id: row.id,
    reference: row.reference,
    field: facts.field,
    state: row.state,
    openedAt: row.opened_at.toISOString(),
    dueAt: dueAt.toISOString(),
    endedAt: row.decided_at?.toISOString() ?? null,
    outcome: facts.outcome,
    reason: row.reason as DiscrepancyRefusal | null,
    origin: facts.origin,
    isOverdue: (row.decided_at ?? at) > dueAt,
  }
}

type View = z.infer<typeof discrepancyCase>
const courseOf = async (
  read: Reading,
  tools: Tools,
  row: DiscrepancyRow,
  { course = [] }: DiscrepancyContent,
): Promise<View['course']> => [...course, ...(await historyOf(read, tools, row))] as View['course']

export const viewOf = async (
  read: Reading,
  tools: Tools,
  row: DiscrepancyRow,
  actor: Officer,
  at: Date,
): Promise<View> => {
  const { content } = await discrepancyOf(tools, row)
  const { personalNumber, values, proposal } = content
  const { field } = row.facts
  const person = await findPerson(read, tools, personalNumber)
  return {
    ...faceOf(row, at),
    office: await officeName(read, row.office_id),
    personalNumber,
    name: person?.fullName ?? null,
    values: [...values],
    registerNow: person && valueOf(person, field),
    isCorrectable: person !== null && isCorrectable(field),
    proposal: proposal && {
      outcome: proposal.outcome,
      value: proposal.value,
      note: proposal.note,
      isMine: row.taken_by.includes(actor.personKey ?? ''),
    },
    course: await courseOf(read, tools, row, content),
  }
}

export const ownViewOf = async (
  read: Reading,
  tools: Tools,
  row: DiscrepancyRow,
  at: Date,
): Promise<z.infer<typeof ownDiscrepancy>> => {
  const discrepancy = await discrepancyOf(tools, row)
  const { content } = discrepancy
  const course = await courseOf(read, tools, row, content)
  return {
    ...faceOf(row, at),
    office: await officeName(read, row.office_id),
    values: [...content.values],
    needsExchange: needsExchange(discrepancy, row.facts.field),
    mayWithdraw: mayWithdraw(discrepancy, row.facts.origin),
    course: course.map(({ at: when, what, by }) => ({ at: when, what, by })),
  }
}

type DiscrepancyPurpose = keyof typeof discrepancyPurposes
export const lineOf =
  <P extends DiscrepancyPurpose>(purpose: P) =>
  (done: Parameters<ReturnType<typeof lineOfCase>>[0] & { readonly found: FoundDiscrepancy }): AuditLine =>
    lineOfCase({ purpose, fields: [done.found.row.facts.field, 'fullName', 'personalNumber'] })(done)
