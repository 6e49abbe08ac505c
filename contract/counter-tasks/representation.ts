/** Children, wards and those who act for them. */
import { representationProblems } from '../problems/representation.ts'
import { representationPurposes } from '../purposes/representation.ts'
import { counterTask } from './counter-task.ts'

export const representationTask = counterTask({
  tasks: ['representation.take', 'representation.second'],
  queues: ['representation'],
  cases: ['representation', 'representation-end'],
  questions: ['representation-consent'],
  problems: representationProblems,
  purposes: representationPurposes,
})
