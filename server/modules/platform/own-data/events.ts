/** What happens with all of a person's data at once. */
import { z } from 'zod'
import { moment } from '../../../../contract/values.ts'
import { defineEvent } from '../../../kernel/event.ts'

export const OwnDataTaken = defineEvent(
  'OwnDataTaken',
  z.strictObject({ deviceName: z.string(), at: moment }),
)
