/** What this module does after one of its own deeds. */
import { system } from '../../../kernel/actor.ts'
import { leaveLine } from '../../../kernel/leave-line.ts'
import { on, type Reaction } from '../../../kernel/reaction.ts'
import { PhoneMovedAway } from './events.ts'

export const accountReactions: readonly Reaction[] = [
  // The deed is another person's; her own log says it too.
  on(PhoneMovedAway, 'put it in the log of whose phone it was', (work, { subjectId }) =>
    leaveLine(work, {
      useCase: 'accounts.bind-phone',
      actor: system('bind-phone'),
      line: { about: subjectId, purpose: 'phone-moved-away' },
    }),
  ),
]
