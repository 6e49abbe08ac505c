/** Refusals of children, wards and those who act for them. */
import { defineProblems } from './shape.ts'

export const representationProblems = defineProblems({})
