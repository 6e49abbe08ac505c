/** What this module offers and does. */
import type { Task } from '../../registry/organisations/mandate.ts'
import { AccountLocked, AccountUnlocked, LockLifted, LockRequestAnswered } from './events.ts'
import { followNext } from './follow-register.ts'
import { lockReactions } from './lock-reactions.ts'
import { lockDecideFigures, lockReceiveFigures } from './queue-figures.ts'
import { defineModule } from '../../../kernel/module.ts'
import { askUnlock, lockForHolder } from './lock-at-counter.ts'
import { lockByEmailCode, lockByLockCode, sendLockCode } from './lock-in-public.ts'
import { lockByDevice, lockNow, makeLockCode, viewLock, viewLockHistory } from './lock-oneself.ts'
import {
  decideLockRequest,
  forwardTk03,
  listLockRequests,
  lockRequestFindable,
  openLockRequest,
  receiveTk03,
} from './lock-requests.ts'

/** How long the job rests when nobody's card or life is due to be asked about. */
const FOLLOW_EVERY_MS = 5000

export const locksModule = defineModule('people/locks', {
  useCases: [
    lockNow,
    lockByDevice,
    viewLock,
    viewLockHistory,
    makeLockCode,
    sendLockCode,
    lockByEmailCode,
    lockByLockCode,
    lockForHolder,
    askUnlock,
    receiveTk03,
    forwardTk03,
    decideLockRequest,
    listLockRequests,
    openLockRequest,
  ],
  events: [AccountLocked, LockLifted, AccountUnlocked, LockRequestAnswered],
  reactions: lockReactions,
  cases: [lockRequestFindable],
  queues: [
    { key: 'lock-receive', task: 'lock.receive' satisfies Task, figures: lockReceiveFigures },
    { key: 'lock-decide', task: 'lock.decide' satisfies Task, figures: lockDecideFigures },
  ],
  jobs: [
    {
      name: 'follow-register',
      every_ms: FOLLOW_EVERY_MS,
      run: ({ transact, tools }) => transact((work) => followNext(work, tools)),
    },
  ],
})
