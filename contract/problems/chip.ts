/** Refusals of chips and trust anchors. */
import { defineProblems } from './shape.ts'

export const chipProblems = defineProblems({})
