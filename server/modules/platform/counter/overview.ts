/**
 * What waits at an officer's office by next action, with the earliest moment that the law sets: only the
 * queues whose tasks she has.
 */
import { queueKey, ViewOverview } from '../../../../contract/counter.ts'
import type { Officer } from '../../../kernel/actor.ts'
import { none } from '../../../kernel/audit-line.ts'
import type { Queue } from '../../../kernel/module.ts'
import type { Permit } from '../../../kernel/permit.ts'
import { useCase } from '../../../kernel/use-case.ts'

const anOfficer: Permit<Officer> = {
  says: 'an officer, for the queues of her own tasks at her office',
  session: 'counter',
  allows: (actor): actor is Officer => actor.kind === 'officer',
}

/** In the order of the counter's navigation. */
const inOrder = (queues: readonly Queue[]): Queue[] =>
  queueKey.options.flatMap((key) => queues.filter((queue) => queue.key === key))

export const overviewOf = (queues: readonly Queue[]) =>
  useCase({
    contract: ViewOverview,
    permit: anOfficer,
    async act(work, _, { actor, now }) {
      const seen = []
      for (const { key, figures } of inOrder(queues).filter((queue) => actor.tasks.includes(queue.task))) {
        const { waiting, overdue, nextDueAt } = await figures(work, actor.officeId, now)
        seen.push({ key, waiting, overdue, nextDueAt: nextDueAt?.toISOString() ?? null })
      }
      return { queues: seen }
    },
    audit: none('figures of queues; nobody is named'),
  })
