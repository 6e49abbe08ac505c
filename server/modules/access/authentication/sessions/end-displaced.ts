/**
 * Somebody had opened an account on a number that was not hers, and its true holder has it now: password,
 * sessions and sign-ins from before end. What the
 * true holder has done since stays. Her devices went with the decision itself, and journeys from before it
 * are void (`finish-journey.ts`).
 */
import type { Work } from '../../../../kernel/work.ts'
import { tellProviderOfEnd } from './sessions.ts'
import * as store from '../store.ts'

export const endDisplaced = async (work: Work, subjectId: string, before: Date): Promise<void> => {
  await store.forgetPasswordBefore(work, subjectId, before)
  await store.endSessionsBefore(work, subjectId, before)
  for (const row of await store.endSignInsBefore(work, subjectId, before)) {
    tellProviderOfEnd(work, subjectId, row)
  }
}
