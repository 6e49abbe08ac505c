/** What the router offers of this module. */
import type { AnyUseCase } from '../../../kernel/use-case.ts'
import { askUnlock, lockForHolder } from './lock-at-counter.ts'
import { lockByEmailCode, lockByLockCode, sendLockCode } from './lock-in-public.ts'
import { lockByDevice, lockNow, makeLockCode, viewLock, viewLockHistory } from './lock-oneself.ts'
import {
  decideLockRequest,
  forwardTk03,
  listLockRequests,
  openLockRequest,
  receiveTk03,
} from './lock-requests.ts'

export const useCases: AnyUseCase[] = [
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
]
