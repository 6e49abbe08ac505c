/** What this module offers and does. */
import type { Task } from '../../registry/organisations/mandate.ts'
import { defineModule } from '../../../kernel/module.ts'
import { findable } from '../casework/findable.ts'
import { tellLateCases } from '../casework/late-cases.ts'
import { askUnlock } from './ask-unlock.ts'
import { decideLockRequest } from './decide-lock-request.ts'
import { LockRequestAnswered, LockRequestOverdue } from './events.ts'
import { lockRequestKind } from './lock-request-case.ts'
import {
  listLockRequests,
  lockDecideFigures,
  lockReceiveFigures,
  openLockRequest,
  viewLockPages,
} from './look-at-lock-request.ts'
import { forwardTk03, receiveTk03 } from './receive-tk03.ts'

/** How often the clock looks for requests that ran over their time. */
const OVERDUE_EVERY_MS = 10_000

export const lockRequestsModule = defineModule('cases/lock-requests', {
  useCases: [
    askUnlock,
    receiveTk03,
    forwardTk03,
    decideLockRequest,
    listLockRequests,
    openLockRequest,
    viewLockPages,
  ],
  forms: {
    counter: {
      receiveTk03: { sends: receiveTk03 },
    },
    decision: {
      decideLockRequest: { sends: decideLockRequest },
    },
  },
  events: [LockRequestAnswered, LockRequestOverdue],
  cases: [findable('lock-request', lockRequestKind, 'reference')],
  queues: [
    { key: 'lock-receive', task: 'lock.receive' satisfies Task, figures: lockReceiveFigures },
    { key: 'lock-decide', task: 'lock.decide' satisfies Task, figures: lockDecideFigures },
  ],
  jobs: [
    {
      name: 'lock-requests-overdue',
      every_ms: OVERDUE_EVERY_MS,
      run: async ({ transact, tools }) => (await tellLateCases(transact, tools, lockRequestKind)) > 0,
    },
  ],
})
