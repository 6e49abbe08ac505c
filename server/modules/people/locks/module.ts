/** What this module offers and does. */
import { AccountLocked, AccountUnlocked, LockAskedAnew, LockLifted } from './events.ts'
import { followNext } from './follow-register.ts'
import { lockReactions } from './lock-reactions.ts'
import { defineModule } from '../../../kernel/module.ts'
import { lockForHolder } from './lock-at-counter.ts'
import { lockByEmailCode, lockByLockCode, sendLockCode } from './lock-in-public.ts'
import { lockByDevice, lockNow, makeLockCode, viewLock, viewLockHistory } from './lock-oneself.ts'
import { asShown } from '../../../kernel/telling.ts'

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
  ],
  forms: {
    citizen: {
      sendLockCode: { sends: sendLockCode },
      lockByLockCode: { sends: lockByLockCode },
    },
    counter: {
      lockForHolder: { sends: lockForHolder },
    },
  },
  events: [AccountLocked, LockAskedAnew, LockLifted, AccountUnlocked],
  reactions: lockReactions,
  jobs: [
    {
      name: 'follow-register',
      every_ms: FOLLOW_EVERY_MS,
      run: ({ transact, tools }) => transact((work) => followNext(work, tools)),
    },
  ],
  tells: [{ part: 'locks', tables: ['account_lock', 'lock_code'], tell: asShown(viewLockHistory, {}) }],
  keeps: [
    {
      table: 'account_lock',
      holds: ['subject_id', 'ground', 'body_key', 'set_by', 'sealed_set', 'lifted_by', 'sealed_lifted'],
      fate: { is: 'kept', kind: 'use', since: 'lifted_at' },
    },
    { table: 'lock_code', holds: ['subject_id', 'code_digest'], fate: { is: 'at-once', kind: 'devices' } },
    { table: 'lock_watch', holds: ['subject_id'], untold: 'inner', fate: { is: 'at-once', kind: 'devices' } },
  ],
})
