/** The permit of whatever an officer does at her own desk, about nobody in particular. */
import type { Officer } from '../../../kernel/actor.ts'
import type { Permit } from '../../../kernel/permit.ts'

export const officerAtWork: Permit<Officer> = {
  says: 'an officer with a task, at her own desk',
  session: 'counter',
  allows: (actor): actor is Officer => actor.kind === 'officer' && actor.tasks.length > 0,
}
