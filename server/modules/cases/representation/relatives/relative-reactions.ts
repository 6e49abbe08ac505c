/** What passes between a person and her trusted relatives: the other side follows. */
import { now } from '../../../../kernel/clock.ts'
import { on, type Reaction } from '../../../../kernel/reaction.ts'
import { AccountClosed } from '../../../people/accounts/events.ts'
import {
  LockedByRelative,
  RelativeAgreed,
  RelativeAnswered,
  RelativeAsked,
  RelativeDeclined,
  RelativeEnded,
  RelativeLocks,
  RelativeQuestionCame,
  RelativeTieEnded,
} from './events.ts'
import { askRelative, endEveryTie, followEnd, takeAnswer } from './trusted-relative-follow.ts'
import { takeRelativeLock } from './trusted-relative-lock.ts'

export const relativeReactions: readonly Reaction[] = [
  on(RelativeAsked, 'put the question to the relative', async (work, { subjectId, data }, tools) => {
    const { id, namedBy, askedAt, lapsesAt } = data
    const asked = { id, namedBy, askedAt: new Date(askedAt), lapsesAt: new Date(lapsesAt) }
    if (await askRelative(work, tools, subjectId, asked)) {
      work.publish(RelativeQuestionCame, subjectId, { id, lapsesAt })
    }
  }),
  on(RelativeAnswered, 'the answer reaches the person', async (work, { subjectId, data }) => {
    const { id, accept, at } = data
    const outcome = await takeAnswer(work, subjectId, { id, accept, at: new Date(at) })
    if (outcome) {
      work.publish(outcome === 'trusted' ? RelativeAgreed : RelativeDeclined, subjectId, { id })
    }
  }),
  on(RelativeEnded, 'the other side ends', async (work, { subjectId, data: { id, side } }) => {
    if (await followEnd(work, subjectId, id, side, now())) {
      work.publish(RelativeTieEnded, subjectId, { id })
    }
  }),
  on(AccountClosed, 'end her ties to trusted relatives, both ways', (work, { subjectId, data }) =>
    endEveryTie(work, subjectId, new Date(data.at)),
  ),
  on(RelativeLocks, 'lock, in her own transaction', async (work, { subjectId, data }, tools) => {
    if (await takeRelativeLock(work, tools, subjectId, data)) {
      work.publish(LockedByRelative, subjectId, { id: data.id })
    }
  }),
]
