/**
 * What waits at an officer's office by next action, with the earliest moment that the law sets: only the
 * queues whose tasks she has.
 */
import type { z } from 'zod'
import { ViewOverview, type queueKey } from '../../../../contract/counter.ts'
import type { Officer } from '../../../kernel/actor.ts'
import { none } from '../../../kernel/audit-line.ts'
import type { Permit } from '../../../kernel/permit.ts'
import { useCase } from '../../../kernel/use-case.ts'
import type { Reading } from '../../../kernel/work.ts'
import {
  cardDecideFigures,
  cardHandOverFigures,
  cardOpenFigures,
  cardPrintFigures,
} from '../../cases/cards/queue-figures.ts'
import { voucherSecondFigures } from '../../access/authentication/voucher/open-voucher-case.ts'
import { discrepancyFigures } from '../../cases/discrepancies/work-discrepancy.ts'
import { level1Figures, level2OpenFigures, level2SecondFigures } from '../../cases/enrolment/queue-figures.ts'
import { lockDecideFigures, lockReceiveFigures } from '../../people/locks/queue-figures.ts'
import { representationFigures } from '../../cases/representation/requests/decide-request.ts'
import type { Task } from '../../registry/organisations/mandate.ts'

interface Queue {
  readonly key: z.infer<typeof queueKey>
  readonly task: Task
  figures(
    read: Reading,
    officeId: string,
    at: Date,
  ): Promise<{ readonly waiting: number; readonly overdue: number; readonly nextDueAt: Date | null }>
}

/** Every module's queue has its line here, in the order of the counter's navigation. */
const queues: readonly Queue[] = [
  { key: 'level-1', task: 'enrolment.decide', figures: level1Figures },
  { key: 'level-2-open', task: 'level-2.take', figures: level2OpenFigures },
  { key: 'level-2-second', task: 'level-2.second', figures: level2SecondFigures },
  { key: 'card-open', task: 'card.take', figures: cardOpenFigures },
  { key: 'card-decide', task: 'card.decide', figures: cardDecideFigures },
  { key: 'card-print', task: 'card.print', figures: cardPrintFigures },
  { key: 'card-hand-over', task: 'card.hand-over', figures: cardHandOverFigures },
  { key: 'recovery-second', task: 'recovery.second', figures: voucherSecondFigures },
  { key: 'discrepancies', task: 'discrepancy.work', figures: discrepancyFigures },
  { key: 'representation', task: 'representation.second', figures: representationFigures },
  { key: 'lock-receive', task: 'lock.receive', figures: lockReceiveFigures },
  { key: 'lock-decide', task: 'lock.decide', figures: lockDecideFigures },
]

const anOfficer: Permit<Officer> = {
  says: 'an officer, for the queues of her own tasks at her office',
  session: 'counter',
  allows: (actor): actor is Officer => actor.kind === 'officer',
}

export const viewOverview = useCase({
  contract: ViewOverview,
  permit: anOfficer,
  async act(work, _, { actor, now }) {
    const seen = []
    for (const { key, figures } of queues.filter((queue) => actor.tasks.includes(queue.task))) {
      const { waiting, overdue, nextDueAt } = await figures(work, actor.officeId, now)
      seen.push({ key, waiting, overdue, nextDueAt: nextDueAt?.toISOString() ?? null })
    }
    return { queues: seen }
  },
  audit: none('figures of queues; nobody is named'),
})
