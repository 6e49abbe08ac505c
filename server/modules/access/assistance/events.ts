/** What a helper or the hotline did for a person. */
import { z } from 'zod'
import { assistedActKind, hotlineDeed } from '../../../../contract/assistance.ts'
import { defineEvent } from '../../../kernel/event.ts'

export const AssistedActDone = defineEvent(
  'AssistedActDone',
  z.strictObject({ act: assistedActKind, reference: z.string(), helper: z.string(), office: z.string() }),
)
export const HotlineDeedDone = defineEvent(
  'HotlineDeedDone',
  z.strictObject({ deed: hotlineDeed, reference: z.string(), helper: z.string() }),
)
