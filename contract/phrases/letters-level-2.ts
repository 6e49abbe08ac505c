/** Letters: Level 2 at the counter. */
import { defineLetters } from './letter-form.ts'

export const level2Letters = defineLetters({})
