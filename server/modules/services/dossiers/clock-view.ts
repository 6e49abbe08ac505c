/** The legal clock of a dossier as it is shown. */
import type { z } from 'zod'
import type { dossierClock } from '../../../../contract/dossiers.ts'
import { dayInVietnam } from '../../../kernel/policy.ts'
import { cameAfterCutOff, countOf, receivedOn } from '../procedures/legal-clock.ts'
import type { Dossier } from './dossier-facts.ts'
import type { DossierRow } from './dossier-case.ts'

/** null while agreements are awaited: then it has not begun. `at`: the end, for a dossier that has ended. */
export const clockViewOf = (
  { facts: { clock }, content }: Pick<Dossier, 'facts' | 'content'>,
  at: Date,
): z.infer<typeof dossierClock> | null => {
  if (!clock) {
    return null
  }
  const still = clock.pauses.find(({ to }) => to === null)
  return {
    ...countOf(clock, at),
    from: receivedOn(clock) || dayInVietnam(at),
    cameAfterCutOff: cameAfterCutOff(clock),
    pausedSince: still?.from ?? null,
    pausedFor: still?.why ?? null,
    law: content.limitLaw,
  }
}

export const isOverdue = ({ due_at, decided_at }: DossierRow, at: Date): boolean =>
  due_at !== null && (decided_at ?? at) > due_at
