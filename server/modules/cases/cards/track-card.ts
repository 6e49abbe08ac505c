/**
 * Where an application for a card stands: for the citizen in her app, and for whoever holds its reference,
 * who learns nothing about anybody.
 */
import type { z } from 'zod'
import { TrackCard, ViewOwnCards, type trackedCard } from '../../../../contract/card-tracking.ts'
import { none } from '../../../kernel/audit-line.ts'
import { now as presentMoment } from '../../../kernel/clock.ts'
import { anyone, citizenHerself } from '../../../kernel/permit.ts'
import { inForce } from '../../../kernel/policy.ts'
import { problem } from '../../../kernel/problem.ts'
import type { Tools } from '../../../kernel/tools.ts'
import { useCase } from '../../../kernel/use-case.ts'
import type { Reading } from '../../../kernel/work.ts'
import { officeName } from '../../registry/organisations/office-name.ts'
import { caseOfReference, casesOfSubject } from '../casework/case-access.ts'
import { hasLapsed } from '../casework/lapse-open.ts'
import { areSettled } from '../discrepancies/settled-cases.ts'
import type { CardFacts, CardState } from './card-application.ts'
import { cardKind, contentOf, dueOf, type CardRow } from './card-case.ts'
import { refusalStored } from './card-view.ts'
import { cardBudget } from './rules.ts'

const MAX = 20

/** When it stopped to wait for the office; null while it does. */
const endOf = ({ facts, state, decided_at }: CardRow): Date | null => {
  const done = facts.readyAt ?? facts.handedOverAt
  if (done !== null) {
    return new Date(done)
  }
  return state === 'refused' || state === 'withdrawn' ? decided_at : null
}

const tracked = async (
  read: Reading,
  tools: Tools,
  row: CardRow,
  at: Date,
): Promise<z.infer<typeof trackedCard>> => {
  const { kind, withAccount, printedAt, readyAt, handedOverAt } = row.facts
  const { cases } = await contentOf(tools, row)
  const isSettled = await areSettled(read, row.subject_id, Object.values(cases))
  return {
    reference: row.reference,
    kind,
    state: row.state,
    openedAt: row.opened_at.toISOString(),
    dueAt: dueOf(row).toISOString(),
    submittedAt: row.submitted_at?.toISOString() ?? null,
    decidedAt: row.decided_at?.toISOString() ?? null,
    hasLapsed: hasLapsed(row),
    printedAt,
    readyAt,
    handedOverAt,
    refusal: refusalStored(row),
    office: await officeName(read, row.office_id),
    withAccount,
    waitsForChanges: row.state === 'accepted' && !isSettled,
    isOverdue: (endOf(row) ?? at) > dueOf(row),
  }
}

export const viewOwnCards = useCase({
  contract: ViewOwnCards,
  permit: citizenHerself,
  async act(work, _, { actor, tools, now }) {
    const items = []
    for (const row of await casesOfSubject<CardState, CardFacts>(work, cardKind, actor.subjectId, MAX)) {
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
    const row = await caseOfReference<CardState, CardFacts>(work, cardKind, reference)
    if (!row) {
      throw problem('card.no-such-reference')
    }
    return tracked(work, tools, row, now)
  },
  audit: none('states and dates by a reference; nobody is named'),
})
