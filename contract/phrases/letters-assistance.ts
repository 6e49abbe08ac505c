/** Letters: Help by a helper and by the hotline. */
import { defineLetters } from './letter-form.ts'

export const assistanceLetters = defineLetters({})
