/** Refusals of help by a helper and by the hotline. */
import { defineProblems } from './shape.ts'

export const assistanceProblems = defineProblems({})
