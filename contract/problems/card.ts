/** Refusals of applications for a card. */
import { defineProblems } from './shape.ts'

export const cardProblems = defineProblems({})
