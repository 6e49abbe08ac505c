/** What this module does when something has happened to an account. */
import { on, type Reaction } from '../../../kernel/reaction.ts'
import { WardTakenOver } from '../../cases/representation/events.ts'
import { joinChildren } from '../../cases/representation/register-ward.ts'
import { AccountDisplaced, PhoneFreed, PhoneMovedAway } from '../../people/accounts/events.ts'
import { AccountLocked, LockAskedAnew } from '../../people/locks/events.ts'
import { watchRegister } from '../../people/locks/follow-register.ts'
import { isSeenBy } from '../../people/locks/rules.ts'
import { AccountActivated } from './events.ts'
import { closingReactions } from './closing/closing-reactions.ts'
import { endDisplaced } from './sessions/end-displaced.ts'
import { phoneReleaseReactions } from './phone-release/release-reactions.ts'
import { endBegunBefore } from './recovery/stop-recovery.ts'
import { endLocked } from './sessions/end-locked.ts'

export const authenticationReactions: readonly Reaction[] = [
  on(AccountActivated, 'follow the register from now on', (work, { subjectId }) =>
    watchRegister(work, subjectId),
  ),
  on(AccountActivated, 'join those who act for her children', (work, { subjectId }, tools) =>
    joinChildren(work, tools, subjectId),
  ),
  on(AccountDisplaced, 'end what its former holder had', (work, { subjectId, data }) =>
    endDisplaced(work, subjectId, new Date(data.before)),
  ),
  on(WardTakenOver, 'end what the ward had herself', (work, { subjectId, data }) =>
    endDisplaced(work, subjectId, new Date(data.at)),
  ),
  on(AccountLocked, 'end app sessions and journeys', (work, { subjectId, data }) =>
    endLocked(work, subjectId, new Date(data.at)),
  ),
  on(AccountLocked, 'end the recovery that was going on', async (work, { subjectId, data }) => {
    if (data.ground === 'holder-request') {
      await endBegunBefore(work, subjectId, {
        before: new Date(data.at),
        how: 'locked',
        isSeen: isSeenBy(data.by),
      })
    }
  }),
  on(LockAskedAnew, 'end the recovery that began since she locked it', (work, { subjectId, data }) =>
    endBegunBefore(work, subjectId, { before: new Date(data.at), how: 'locked', isSeen: isSeenBy(data.by) }),
  ),
  on(PhoneMovedAway, 'end the recovery that was going on', (work, { subjectId, data }) =>
    endBegunBefore(work, subjectId, { before: new Date(data.at), how: 'phone-moved', isSeen: false }),
  ),
  on(PhoneFreed, 'end the recovery that was going on', (work, { subjectId, data }) =>
    endBegunBefore(work, subjectId, { before: new Date(data.at), how: 'phone-moved', isSeen: false }),
  ),
  ...closingReactions,
  ...phoneReleaseReactions,
]
