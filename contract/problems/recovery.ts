/** Refusals of a lost or new phone. */
import { defineProblems } from './shape.ts'

export const recoveryProblems = defineProblems({})
