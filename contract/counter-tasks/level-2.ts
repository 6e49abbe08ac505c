/** Level 2 at the counter: to take it, and to be the second pair of eyes on an exception. */
import { level2Problems } from '../problems/level-2.ts'
import { level2Purposes } from '../purposes/level-2.ts'
import { counterTask } from './counter-task.ts'

export const level2Task = counterTask({
  tasks: ['level-2.take', 'level-2.second'],
  queues: ['level-2-open', 'level-2-second'],
  cases: ['level-2'],
  questions: ['level-2-consent'],
  problems: level2Problems,
  purposes: level2Purposes,
})
