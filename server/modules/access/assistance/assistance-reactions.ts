/** What this module does when a helper has asked whether she may help. */
import { on, type Reaction } from '../../../kernel/reaction.ts'
import { HelpAsked } from './events.ts'
import { sealNumberAsHers } from './session-number.ts'

export const assistanceReactions: readonly Reaction[] = [
  on(HelpAsked, 'seal the number as hers', async (work, { subjectId, data }, tools) => {
    await sealNumberAsHers(work, tools, subjectId, data.sessionId)
  }),
]
