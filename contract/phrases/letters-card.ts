/** Letters: Applications for an identity card. */
import { defineLetters } from './letter-form.ts'

export const cardLetters = defineLetters({})
