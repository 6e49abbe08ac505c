/** What becomes of answers on their way when something has happened to the account. */
import { now } from '../../../kernel/clock.ts'
import { on, type Reaction } from '../../../kernel/reaction.ts'
import { AccountDisplaced } from '../../people/accounts/events.ts'
import * as receipts from './receipt-store.ts'
import * as posts from './sharing-store.ts'

export const sharingReactions: readonly Reaction[] = [
  on(
    AccountDisplaced,
    'what its former holder agreed to does not go out',
    async (work, { subjectId, data }) => {
      for (const post of await posts.answersOf(work, subjectId, new Date(data.before))) {
        await posts.takePostBack(work, post)
        await receipts.setState(work, post, { state: 'undeliverable', at: now() })
      }
    },
  ),
]
