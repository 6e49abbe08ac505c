/** Doubtful level-1 applications: looked at and decided. */
import { enrolmentProblems } from '../problems/enrolment.ts'
import { enrolmentPurposes } from '../purposes/enrolment.ts'
import { counterTask } from './counter-task.ts'

export const level1Task = counterTask({
  tasks: ['enrolment.decide', 'enrolment.view'],
  queues: ['level-1'],
  cases: ['level-1'],
  questions: [],
  problems: enrolmentProblems,
  purposes: enrolmentPurposes,
})
