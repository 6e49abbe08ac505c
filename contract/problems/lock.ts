/** Refusals of locking and unlocking. */
import { defineProblems } from './shape.ts'

export const lockProblems = defineProblems({})
