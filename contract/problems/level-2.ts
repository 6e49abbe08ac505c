/** Refusals of level 2 at the counter. */
import { defineProblems } from './shape.ts'

export const level2Problems = defineProblems({})
