/** Letters: Differences between sources. */
import { defineLetters } from './letter-form.ts'

export const discrepancyLetters = defineLetters({})
