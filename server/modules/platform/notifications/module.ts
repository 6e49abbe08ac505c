/** What this module offers and does. */
import { on } from '../../../kernel/reaction.ts'
import { markLetter } from '../../people/accounts/contact-proof.ts'
import { CodeLetterMoved } from './events.ts'
import { defineModule } from '../../../kernel/module.ts'
import { markRead, viewInbox } from './inbox.ts'
import { asShown, newestShown } from '../../../kernel/telling.ts'

export const notificationsModule = defineModule('platform/notifications', {
  useCases: [viewInbox, markRead],
  events: [CodeLetterMoved],
  reactions: [
    on(CodeLetterMoved, 'show how the code travels', (work, { subjectId, data }) =>
      markLetter(work, subjectId, data.letterId, data.state),
    ),
  ],
  tells: [
    {
      part: 'letters',
      tables: ['letter'],
      tell: newestShown((cursor) => asShown(viewInbox, { cursor })),
    },
  ],
  keeps: [
    {
      table: 'letter',
      holds: ['subject_id', 'template', 'sealed_to', 'sealed_params', 'provider_message_id'],
      fate: { is: 'kept', kind: 'letters', since: 'created_at' },
    },
    {
      table: 'letter_handle',
      holds: ['provider_message_id', 'subject_id'],
      fate: { is: 'passes', kind: 'passing', by: 'deliver-letters' },
    },
  ],
})
