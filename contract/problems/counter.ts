/** Refusals of the counter: search, shifts, the second screen, the outbox. */
import { defineProblems } from './shape.ts'

export const counterProblems = defineProblems({})
