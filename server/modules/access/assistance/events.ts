/** What a helper or the hotline did for a person. */
import { z } from 'zod'
import { assistedActKind, hotlineDeed } from '../../../../contract/assistance.ts'
import { defineEvent } from '../../../kernel/event.ts'

/** A helper has asked whether she may help; nobody has agreed yet. */
export const HelpAsked = defineEvent('HelpAsked', z.strictObject({ sessionId: z.uuid() }))
export const AssistedActDone = defineEvent(
  'AssistedActDone',
  z.strictObject({ act: assistedActKind, reference: z.string(), helper: z.string(), office: z.string() }),
)
export const HotlineDeedDone = defineEvent(
  'HotlineDeedDone',
  z.strictObject({ deed: hotlineDeed, reference: z.string(), helper: z.string() }),
)
