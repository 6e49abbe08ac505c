/** Refusals of differences between sources. */
import { defineProblems } from './shape.ts'

export const discrepancyProblems = defineProblems({})
