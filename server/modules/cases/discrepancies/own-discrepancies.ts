/** The citizen's side: her cases, a difference that she reports herself, and taking it back. */
import {
  ReportDiscrepancy,
  ViewOwnDiscrepancies,
  WithdrawDiscrepancy,
} from '../../../../contract/discrepancy.ts'
import { actorReference, type Actor, type Citizen } from '../../../kernel/actor.ts'
import { none } from '../../../kernel/audit-line.ts'
import { now as presentMoment } from '../../../kernel/clock.ts'
import { citizenHerself } from '../../../kernel/permit.ts'
import { inForce } from '../../../kernel/policy.ts'
import { useCase, type RequestContext } from '../../../kernel/use-case.ts'
import type { Work } from '../../../kernel/work.ts'
import { findAccount } from '../../people/accounts/open-account.ts'
import { ownCaseForUpdate, casesOfSubject } from '../casework/case-access.ts'
import { withdrawn, type DiscrepancyState } from './discrepancy.ts'
import {
  discrepancyKind,
  discrepancyOf,
  keep,
  ownViewOf,
  type DiscrepancyFacts,
  type DiscrepancyRow,
} from './discrepancy-case.ts'
import { reportRow } from './report-for-holder.ts'
import { reportsPerDay } from './rules.ts'

const SHOWN = 50

export const viewOwnDiscrepancies = useCase({
  contract: ViewOwnDiscrepancies,
  permit: citizenHerself,
  async act(work, _, { actor, tools, now }) {
    const items = []
    for (const row of await casesOfSubject<DiscrepancyState, DiscrepancyFacts>(
      work,
      discrepancyKind,
      actor.subjectId,
      SHOWN,
    )) {
      items.push(await ownViewOf(work, tools, row, now))
    }
    return { items }
  },
  audit: none('her own cases'),
})

export const reportDiscrepancy = useCase({
  contract: ReportDiscrepancy,
  limits: (_, __: RequestContext, actor) => [
    {
      scope: 'discrepancy.report',
      key: actorReference(actor),
      most: inForce(reportsPerDay, presentMoment()),
      per_s: 86_400,
    },
  ],
  permit: citizenHerself,
  async act(work, { field, value }, { actor, tools, now }) {
    const account = await findAccount(work, actor.subjectId)
    if (!account) {
      throw new Error('a session without an account')
    }
    const row = await reportRow(work, tools, {
      subjectId: actor.subjectId,
      personalNumber: account.personalNumber,
      field,
      value,
      by: 'citizen',
    })
    return ownViewOf(work, tools, row, now)
  },
  audit: ({ actor, input }) => ({
    about: actor.subjectId,
    purpose: 'discrepancy-reported',
    fields: [input.field],
  }),
})

interface Own {
  readonly row: DiscrepancyRow
}
const ownForUpdate = async (work: Work, { id }: { id: string }, actor: Actor): Promise<Own> => ({
  row: await ownCaseForUpdate<DiscrepancyState, DiscrepancyFacts>(work, discrepancyKind, id, actor),
})

export const withdrawDiscrepancy = useCase<typeof WithdrawDiscrepancy, Citizen, Own>({
  contract: WithdrawDiscrepancy,
  find: ownForUpdate,
  permit: citizenHerself,
  async act(work, _, { found: { row }, actor, tools, now }) {
    const after = withdrawn(await discrepancyOf(tools, row), row.facts.origin)
    const step = { by: 'citizen', what: 'withdrawn', decidedBy: actorReference(actor) } as const
    return ownViewOf(work, tools, await keep(work, tools, row, after, step, now), now)
  },
  audit: ({ found }) => ({
    about: found.row.subject_id,
    purpose: 'discrepancy-withdrawn',
    fields: [found.row.facts.field],
    detail: { reference: found.row.reference },
  }),
})
