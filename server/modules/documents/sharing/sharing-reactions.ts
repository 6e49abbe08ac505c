/** What becomes of requests, and of answers on their way, when something has happened to the account. */
import { now } from '../../../kernel/clock.ts'
import { on, type Reaction } from '../../../kernel/reaction.ts'
import { AccountDisplaced } from '../../people/accounts/events.ts'
import * as receipts from './receipt-store.ts'
import * as posts from './sharing-store.ts'

export const sharingReactions: readonly Reaction[] = [
  on(
    AccountDisplaced,
    'what its former holder agreed to does not go out, what that one opened is gone',
    async (work, { subjectId, data }) => {
      const before = new Date(data.before)
      // Her yes would open to that one, at the party, what is hers.
      await posts.forgetOpened(work, subjectId, before)
      for (const post of await posts.answersOf(work, subjectId, before)) {
        await posts.takePostBack(work, post)
        await receipts.setState(work, post, { state: 'undeliverable', at: now() })
      }
    },
  ),
]
