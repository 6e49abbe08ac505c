/** A community helper, and the hotline: acts confirmed by the citizen, without a queue or a case. */
import { assistanceProblems } from '../problems/assistance.ts'
import { assistancePurposes } from '../purposes/assistance.ts'
import { counterTask } from './counter-task.ts'

export const assistanceTask = counterTask({
  tasks: ['assist', 'hotline'],
  queues: [],
  cases: [],
  questions: ['assisted-act', 'assisted-code'],
  problems: assistanceProblems,
  purposes: assistancePurposes,
})
