/** What happens to a petition. */
import { z } from 'zod'
import { petitionTopic } from '../../../../contract/petition.ts'
import { moment } from '../../../../contract/values.ts'
import { defineEvent } from '../../../kernel/event.ts'

const named = { id: z.string(), reference: z.string(), topic: petitionTopic, office: z.string() }
const due = { dueAt: moment }

export const PetitionOpened = defineEvent('PetitionOpened', z.strictObject({ ...named, ...due }))
export const PetitionForwarded = defineEvent('PetitionForwarded', z.strictObject({ ...named, ...due }))
export const PetitionOverdue = defineEvent('PetitionOverdue', z.strictObject({ ...named, ...due }))
export const PetitionAnswered = defineEvent('PetitionAnswered', z.strictObject(named))
