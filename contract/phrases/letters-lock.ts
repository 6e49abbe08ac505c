/** Letters: Locking and unlocking. */
import { defineLetters } from './letter-form.ts'

export const lockLetters = defineLetters({})
