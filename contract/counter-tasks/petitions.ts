/** Petitions of people to offices. */
import { petitionProblems } from '../problems/petition.ts'
import { petitionPurposes } from '../purposes/petition.ts'
import { counterTask } from './counter-task.ts'

export const petitionsTask = counterTask({
  tasks: ['petition.answer'],
  queues: ['petitions'],
  cases: ['petition'],
  questions: [],
  problems: petitionProblems,
  purposes: petitionPurposes,
})
