/** Locking: the holder's own requests in person; a competent body's TK03; the head who decides. */
import { lockProblems } from '../problems/lock.ts'
import { lockPurposes } from '../purposes/lock.ts'
import { counterTask } from './counter-task.ts'

export const locksTask = counterTask({
  tasks: ['lock.take', 'lock.receive', 'lock.decide'],
  queues: ['lock-receive', 'lock-decide'],
  cases: ['lock-request'],
  questions: ['unlock-consent'],
  problems: lockProblems,
  purposes: lockPurposes,
})
