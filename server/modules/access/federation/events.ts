/** What happens between a person and relying parties. */
import { z } from 'zod'
import { moment } from '../../../../contract/values.ts'
import { defineEvent } from '../../../kernel/event.ts'

/** The first time at this party. */
export const SignedInAtParty = defineEvent(
  'SignedInAtParty',
  z.strictObject({ clientName: z.string(), domain: z.string() }),
)
/** What she had agreed to share with this party she took back. */
export const ConsentWithdrawn = defineEvent('ConsentWithdrawn', z.strictObject({ clientName: z.string() }))
export const PartyToBeToldOfLogout = defineEvent(
  'PartyToBeToldOfLogout',
  z.strictObject({ clientId: z.string(), sid: z.string(), sub: z.string(), until: moment }),
)
