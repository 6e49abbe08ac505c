/** For a module that keeps a queue of its own: how many wait there is counted as for every kind of case. */
import type { Reading, Work } from '../../../kernel/work.ts'
import { count, countOf, type Place } from './queue-store.ts'

export const countEntered = (work: Work, place: Place, id: string): Promise<number> =>
  count(work, place, id, 1)
export const countLeft = (work: Work, place: Place, id: string): Promise<number> => count(work, place, id, -1)
/** True to the last one. */
export const waitingAt = (read: Reading, { officeId, kind, stage }: Place): Promise<number> =>
  countOf(read, { officeId, kind, stages: [stage] })
