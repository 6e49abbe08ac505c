/**
 * How a case of differing data ends: one officer proposes, another person confirms; only then the register
 * changes, with its history.
 */
import { ConfirmDiscrepancy, ProposeDiscrepancy } from '../../../../contract/discrepancy.ts'
import { actorReference, type Officer } from '../../../kernel/actor.ts'
import type { Permit } from '../../../kernel/permit.ts'
import { problem } from '../../../kernel/problem.ts'
import type { Tools } from '../../../kernel/tools.ts'
import { useCase } from '../../../kernel/use-case.ts'
import type { Work } from '../../../kernel/work.ts'
import { correctEntry, isCorrectable, readCorrection } from '../../registry/population/correct-entry.ts'
import { findPerson } from '../../registry/population/find-person.ts'
import {
  mustBeProposed,
  needsExchange,
  proposed,
  sentBack,
  settled,
  type Discrepancy,
  type DiscrepancyOutcome,
} from './discrepancy.ts'
import {
  approver,
  discrepancyOf,
  foundForUpdate,
  keep,
  lineOf,
  taker,
  viewOf,
  type DiscrepancyRow,
  type FoundDiscrepancy,
} from './discrepancy-case.ts'
import { DiscrepancySettled } from './events.ts'

/** The value to write, as the register writes it; null where nothing is written. */
const correctionOf = (
  field: string,
  outcome: DiscrepancyOutcome,
  value: string | undefined,
): string | null => {
  if (outcome !== 'register-corrected') {
    return null
  }
  if (!isCorrectable(field)) {
    throw problem('discrepancy.not-correctable')
  }
  const read = value === undefined ? null : readCorrection(field, value)
  if (read === null) {
    throw problem('discrepancy.bad-value')
  }
  return read
}

export const proposeDiscrepancy = useCase({
  contract: ProposeDiscrepancy,
  find: foundForUpdate,
  permit: taker,
  async act(work, { outcome, value, note }, { found: { row }, actor, tools, now }) {
    const before = await discrepancyOf(tools, row)
    const person = await findPerson(work, tools, before.content.personalNumber)
    const correction = correctionOf(row.facts.field, outcome, value)
    if (correction !== null && !person) {
      throw problem('discrepancy.not-correctable')
    }
    const version = person?.version ?? null
    const by = actor.number
    const after = proposed(before, { outcome, value: correction, note, by, version })
    const takenBy = [actor.personKey ?? '']
    const step = { by, what: 'proposed', note, decidedBy: actorReference(actor), takenBy } as const
    return viewOf(work, tools, await keep(work, tools, row, after, step, now), actor, now)
  },
  audit: lineOf('discrepancy-proposed'),
})

const eyesFor = ({ row }: FoundDiscrepancy) => (row.state === 'proposed' ? approver : taker)
/**
 * A case without a proposal has nothing to be second to: whoever may work on it hears that, whosever eyes
 * hers are.
 */
const confirmer: Permit<Officer, FoundDiscrepancy> = {
  ...approver,
  allows: (actor, found): actor is Officer => eyesFor(found).allows(actor, found),
  refusal: (actor, found) => eyesFor(found).refusal?.(actor, found) ?? null,
}

const writeRegister = async (
  work: Work,
  tools: Tools,
  row: DiscrepancyRow,
  { content: { personalNumber, proposal } }: Discrepancy,
  at: Date,
): Promise<void> => {
  if (proposal?.outcome !== 'register-corrected') {
    return
  }
  const { field } = row.facts
  if (proposal.value === null || proposal.version === null || !isCorrectable(field)) {
    throw problem('discrepancy.not-correctable')
  }
  const isWritten = await correctEntry(work, tools, personalNumber, {
    field,
    value: proposal.value,
    version: proposal.version,
    source: `discrepancy ${row.reference}`,
    at,
  })
  if (!isWritten) {
    throw problem('discrepancy.register-moved')
  }
}

export const confirmDiscrepancy = useCase({
  contract: ConfirmDiscrepancy,
  find: foundForUpdate,
  permit: confirmer,
  async act(work, { verdict, note }, { found: { row }, actor, tools, now }) {
    const before = await discrepancyOf(tools, row)
    mustBeProposed(before)
    const step = { by: actor.number, note, decidedBy: actorReference(actor) }
    if (verdict === 'send-back') {
      const back = { ...step, what: 'sent-back' } as const
      return viewOf(work, tools, await keep(work, tools, row, sentBack(before), back, now), actor, now)
    }
    await writeRegister(work, tools, row, before, now)
    const after = settled(before)
    if (after.outcome === null) {
      throw new Error('a case is settled without an outcome')
    }
    const { id, reference, facts, subject_id } = row
    work.publish(DiscrepancySettled, subject_id, {
      id,
      reference,
      field: facts.field,
      outcome: after.outcome,
      needsExchange: needsExchange(after, facts.field),
    })
    const end = { ...step, what: 'settled', takenBy: row.taken_by } as const
    return viewOf(work, tools, await keep(work, tools, row, after, end, now), actor, now)
  },
  audit: lineOf('discrepancy-confirmed'),
})
