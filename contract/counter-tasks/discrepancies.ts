/** Cases of differing data. */
import { discrepancyProblems } from '../problems/discrepancy.ts'
import { discrepancyPurposes } from '../purposes/discrepancy.ts'
import { counterTask } from './counter-task.ts'

export const discrepanciesTask = counterTask({
  tasks: ['discrepancy.work'],
  queues: ['discrepancies'],
  cases: ['discrepancy'],
  questions: [],
  problems: discrepancyProblems,
  purposes: discrepancyPurposes,
})
