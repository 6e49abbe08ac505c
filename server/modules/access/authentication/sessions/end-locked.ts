/**
 * The account was locked: app sessions and open journeys from before are gone. They do not come back with the
 * unlocking.
 */
import type { Work } from '../../../../kernel/work.ts'
import * as store from '../store.ts'

export const endLocked = async (work: Work, subjectId: string, lockedAt: Date): Promise<void> => {
  await store.endSessionsBefore(work, subjectId, lockedAt)
  await store.endOtherJourneys(work, subjectId, null, lockedAt)
}
