/** What ends a closing before its time, and what goes when an account is closed. */
import { system } from '../../../../kernel/actor.ts'
import { leaveLine } from '../../../../kernel/leave-line.ts'
import { on, type Reaction } from '../../../../kernel/reaction.ts'
import type { Work } from '../../../../kernel/work.ts'
import { WardTakenOver } from '../../../cases/representation/events.ts'
import {
  AccountClosed,
  AccountDisplaced,
  PhoneFreed,
  PhoneMovedAway,
} from '../../../people/accounts/events.ts'
import { AccountLocked } from '../../../people/locks/events.ts'
import { RecoveryDone } from '../recovery/events.ts'
import * as secrets from '../store.ts'
import * as store from './closing-store.ts'
import { endClosing } from './closing.ts'

/** One that she has begun since goes to the phone that she has now. */
const endWithoutPhone = async (work: Work, subjectId: string, movedAt: Date): Promise<void> => {
  const row = await store.find(work, subjectId)
  if (row && row.begun_at < movedAt) {
    await endClosing(work, subjectId, 'phone-moved')
  }
}

export const closingReactions: readonly Reaction[] = [
  on(AccountLocked, 'her own lock takes the closing back', async (work, { subjectId, data }) => {
    // A lock that others set leaves her wish as it is: the closing waits for it.
    if (data.ground === 'holder-request') {
      await endClosing(work, subjectId, 'locked')
    }
  }),
  on(RecoveryDone, 'who got the account back has not asked to close it', async (work, { subjectId }) => {
    await endClosing(work, subjectId, 'recovered')
  }),
  on(AccountDisplaced, 'who had it until then has not spoken for its holder', async (work, { subjectId }) => {
    await endClosing(work, subjectId, 'recovered')
  }),
  on(PhoneMovedAway, 'its notices would reach nobody', (work, { subjectId, data }) =>
    endWithoutPhone(work, subjectId, new Date(data.at)),
  ),
  on(PhoneFreed, 'its notices would reach nobody', (work, { subjectId, data }) =>
    endWithoutPhone(work, subjectId, new Date(data.at)),
  ),
  on(WardTakenOver, 'who acts for her now has not asked to close it', async (work, { subjectId }) => {
    await endClosing(work, subjectId, 'recovered')
  }),
  on(AccountClosed, 'end app sessions, journeys and the password', async (work, { subjectId, data }) => {
    const at = new Date(data.at)
    await secrets.endSessionsBefore(work, subjectId, at)
    await secrets.endOtherJourneys(work, subjectId, null, at)
    await secrets.forgetPasswordBefore(work, subjectId, at)
  }),
  on(AccountClosed, 'put it in her log', async (work, { subjectId }) => {
    leaveLine(work, {
      useCase: 'closing.close-next',
      actor: system('closing'),
      line: { about: subjectId, purpose: 'account-closed', outcome: 'done' },
    })
  }),
]
