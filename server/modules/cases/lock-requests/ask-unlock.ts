/**
 * The holder asks in person to be unlocked: an officer has asked her the script, another one decides. What is
 * refused tells the officer something about her account, so its line stays in her log.
 */
import { AskUnlock } from '../../../../contract/lock.ts'
import { dayInVietnam } from '../../../kernel/policy.ts'
import { problem } from '../../../kernel/problem.ts'
import { useCase } from '../../../kernel/use-case.ts'
import { findHolder, mustHaveAsked, officeOf, takesLocks } from '../../people/locks/lock-at-counter.ts'
import { mayLift } from '../../people/locks/lock.ts'
import { lockStateOf } from '../../people/locks/lock-subject.ts'
import { openRequest } from './lock-request-case.ts'
import { unlockBy } from './rules.ts'

export const askUnlock = useCase({
  contract: AskUnlock,
  find: findHolder,
  permit: takesLocks,
  async act(work, { script, note }, { found, actor, now, tools, refuse }) {
    mustHaveAsked(script, now)
    const standing = (await lockStateOf(work, found.subjectId)).grounds
    if (standing.length === 0) {
      return refuse(problem('lock.not-locked'))
    }
    if (!standing.some((one) => mayLift(one, { by: 'officer-second' }, now))) {
      return refuse(problem('lock.ground-of-others'))
    }
    const opened = await openRequest(work, tools, {
      found,
      actor,
      now,
      facts: { kind: 'holder-unlock', authority: '' },
      content: { documentNumber: '', documentDate: dayInVietnam(now), reason: note, script, replyTo: '' },
      begins: { state: 'forwarded', dueAt: unlockBy(now) },
    })
    return opened ?? refuse(problem('lock.request-open'))
  },
  audit: ({ found, actor, input, result, refusal }) => ({
    about: found.subjectId,
    purpose: 'unlock-asked',
    outcome: refusal ?? 'done',
    detail: { ...officeOf(actor), reference: result?.reference ?? null, script: input.script.join(' ') },
  }),
})
