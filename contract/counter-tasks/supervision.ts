/** Whoever supervises the officers of an office: told when one of them names unusually many people. */
import { supervisionProblems } from '../problems/supervision.ts'
import { supervisionPurposes } from '../purposes/supervision.ts'
import { counterTask } from './counter-task.ts'

export const supervisionTask = counterTask({
  tasks: ['officer.supervise'],
  queues: ['unusual-volume'],
  cases: [],
  questions: [],
  problems: supervisionProblems,
  purposes: supervisionPurposes,
})
