/** What passes between a recovery and the trusted relative whom it asks. */
import { now } from '../../../../kernel/clock.ts'
import { on, type Reaction } from '../../../../kernel/reaction.ts'
import { putAsk, takeConfirmation, takeDenial } from './answer-ask.ts'
import {
  RecoveryAsksRelative,
  RecoveryQuestionCame,
  RecoveryStopped,
  RelativeConfirmed,
  RelativeDenied,
} from './events.ts'

export const recoveryReactions: readonly Reaction[] = [
  on(RecoveryAsksRelative, 'put the question to the relative', async (work, { subjectId, data }, tools) => {
    const { recoveryId, forSubject, match, endsAt } = data
    const sealedMatch = Buffer.from(match, 'base64url')
    const ask = { recoveryId, forSubject, sealedMatch, endsAt: new Date(endsAt) }
    if (await putAsk(work, tools, subjectId, ask, now())) {
      work.publish(RecoveryQuestionCame, subjectId, { recoveryId, forSubject })
    }
  }),
  on(RelativeConfirmed, 'her yes is a proof', (work, { subjectId, data }, tools) =>
    takeConfirmation(work, tools, subjectId, data, now()),
  ),
  on(RelativeDenied, 'her no ends it', async (work, { subjectId, data }) => {
    if (await takeDenial(work, subjectId, data.recoveryId, now())) {
      work.publish(RecoveryStopped, subjectId, { how: 'denied' })
    }
  }),
]
