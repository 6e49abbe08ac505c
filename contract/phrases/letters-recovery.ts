/** Letters: A lost or new phone. */
import { defineLetters } from './letter-form.ts'

export const recoveryLetters = defineLetters({})
