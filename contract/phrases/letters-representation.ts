/** Letters: Children, wards and those who act for them. */
import { defineLetters } from './letter-form.ts'

export const representationLetters = defineLetters({})
