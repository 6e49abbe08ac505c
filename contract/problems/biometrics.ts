/** Refusals of faces and fingerprints. */
import { defineProblems } from './shape.ts'

export const biometricsProblems = defineProblems({})
