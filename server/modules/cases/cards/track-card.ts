/**
 * Where an application for a card stands: for the citizen in her app, and for whoever holds its reference,
 * who learns nothing about anybody.
 */
import type { z } from 'zod'
import { TrackCard, ViewOwnCards, type trackedCard } from '../../../../contract/card.ts'
import { none } from '../../../kernel/audit-line.ts'
import { now as presentMoment } from '../../../kernel/clock.ts'
import { anyone, citizenHerself } from '../../../kernel/permit.ts'
import { inForce } from '../../../kernel/policy.ts'
import { problem } from '../../../kernel/problem.ts'
import type { Tools } from '../../../kernel/tools.ts'
import { useCase } from '../../../kernel/use-case.ts'
import type { Reading } from '../../../kernel/work.ts'
import { areSettled } from '../discrepancies/settled-cases.ts'
import { officeName } from '../../registry/organisations/office-name.ts'
import { openContent } from './card-case.ts'
import { cardBudget } from './rules.ts'
import * as store from './store.ts'
import type { CardRow } from './store.ts'

const MOST = 20
const iso = (moment: Date | null): string | null => moment?.toISOString() ?? null

const tracked = async (
  work: Reading,
  tools: Tools,
  row: CardRow,
  at: Date,
): Promise<z.infer<typeof trackedCard>> => {
  const { cases } = await openContent(tools, row)
  const end =
    row.ready_at ??
    row.handed_over_at ??
    (row.state === 'refused' || row.state === 'withdrawn' ? row.decided_at : null) ??
    at
  return {
    reference: row.reference,
    kind: row.kind,
    state: row.state,
    openedAt: row.opened_at.toISOString(),
    dueAt: row.due_at.toISOString(),
    submittedAt: iso(row.submitted_at),
    decidedAt: iso(row.decided_at),
    printedAt: iso(row.printed_at),
    readyAt: iso(row.ready_at),
    handedOverAt: iso(row.handed_over_at),
    refusal: row.refusal,
    office: await officeName(work, row.office_id),
    withAccount: row.with_account,
    waitsForChanges:
      row.state === 'accepted' && !(await areSettled(work, row.subject_id, Object.values(cases))),
    isOverdue: end > row.due_at,
  }
}

export const viewOwnCards = useCase({
  contract: ViewOwnCards,
  permit: citizenHerself,
  async act(work, _, { actor, tools, now }) {
    const items = []
    for (const row of await store.ofSubject(work, actor.subjectId, MOST)) {
      items.push(await tracked(work, tools, row, now))
    }
    return { items }
  },
  audit: none('the citizen sees her own applications'),
})

/** A reference of 40 bits leads to states and dates only. */
export const trackCard = useCase({
  contract: TrackCard,
  limits: (_, { network }) => [
    { scope: 'card.track', key: network, most: inForce(cardBudget, presentMoment()).tracked, per_s: 3600 },
  ],
  permit: anyone, // who applies for card and account together has no account yet to sign in with
  async act(work, { reference }, { tools, now }) {
    const name = await store.nameOfReference(work, reference)
    const row = name && (await store.find(work, name.subject_id, name.id))
    if (!row) {
      throw problem('card.no-such-reference')
    }
    return tracked(work, tools, row, now)
  },
  audit: none('states and dates by a reference; nobody is named'),
})
