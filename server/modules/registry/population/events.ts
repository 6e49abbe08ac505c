/** What happens to an entry of the register by the results of public services. */
import { z } from 'zod'
import { moment } from '../../../../contract/values.ts'
import { defineEvent } from '../../../kernel/event.ts'

/** What a result does to where somebody lives (Law on Residence 68/2020/QH14). */
const residenceDeeds = [
  'permanent-registered',
  'temporary-registered',
  'temporary-renewed',
  'absence-declared',
  'household-split',
  'head-changed',
  'permanent-removed',
  'current-declared',
] as const
export type ResidenceDeed = (typeof residenceDeeds)[number]

/** And what is so because of others, or of the calendar. */
export const residenceChanges = [...residenceDeeds, 'household-changed', 'temporary-ended'] as const
export type ResidenceChangeKind = (typeof residenceChanges)[number]

/** One for each person whose entry changed. Its subject is the change: the register knows no accounts. */
export const ResidenceChanged = defineEvent(
  'ResidenceChanged',
  z.strictObject({
    /** The personal number, sealed under the platform's key. */
    person: z.string(),
    what: z.enum(residenceChanges),
    /** The dossier's code; null where the calendar did it. */
    reference: z.string().nullable(),
    at: moment,
  }),
)

/** Phone or e-mail of the register, by a result. As above. */
export const RegisterContactChanged = defineEvent(
  'RegisterContactChanged',
  z.strictObject({ person: z.string(), reference: z.string(), at: moment }),
)
