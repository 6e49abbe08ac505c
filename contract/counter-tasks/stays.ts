/** Notices of stay: whoever may see who stays in the commune. */
import { stayProblems } from '../problems/stays.ts'
import { stayPurposes } from '../purposes/stays.ts'
import { counterTask } from './counter-task.ts'

export const staysTask = counterTask({
  tasks: ['stay.view'],
  queues: [],
  cases: [],
  questions: [],
  problems: stayProblems,
  purposes: stayPurposes,
})
