/** She closes her own account: asked with passcode and code, to be taken back until its day. */
import { AskClosing, ConfirmClosing, KeepAccount, ViewClosing } from '../../../../../contract/closing.ts'
import { goneKinds } from '../../../../../contract/erasure.ts'
import { none } from '../../../../kernel/audit-line.ts'
import { later } from '../../../../kernel/clock.ts'
import { keptAfter } from '../../../../kernel/kept.ts'
import { citizenHerself } from '../../../../kernel/permit.ts'
import { inForce } from '../../../../kernel/policy.ts'
import { problem } from '../../../../kernel/problem.ts'
import { CommittedRefusal, useCase } from '../../../../kernel/use-case.ts'
import type { Reading } from '../../../../kernel/work.ts'
import { contactsOf } from '../../../people/accounts/contacts.ts'
import { accountForUpdate } from '../../../people/accounts/open-account.ts'
import { beginStepUp, codeLimits, finishStepUp } from '../secrets/step-up.ts'
import { closingTime } from './closing-rules.ts'
import * as store from './closing-store.ts'
import { beginClosing, endClosing, obstacleOf } from './closing.ts'

const DAY_S = 86_400

export const viewClosing = useCase({
  contract: ViewClosing,
  permit: citizenHerself,
  async act(work, _, { actor, now }) {
    const row = await store.standing(work, actor.subjectId)
    const obstacle = await obstacleOf(work, actor.subjectId)
    const waitDays = inForce(closingTime, now).wait_days
    return {
      closing: row ? { begunAt: row.begun_at.toISOString(), dueAt: row.due_at.toISOString() } : null,
      waitDays,
      waitsFor:
        obstacle === 'closing.case-open'
          ? ('case' as const)
          : obstacle === null
            ? null
            : ('representation' as const),
      erased: {
        gone: Object.values(goneKinds),
        kept: keptAfter(row?.due_at ?? later(now, waitDays * DAY_S)),
      },
    }
  },
  audit: none('what stands in her own account'),
})

const mustBeFree = async (read: Reading, subjectId: string): Promise<void> => {
  if (await store.standing(read, subjectId)) {
    throw problem('closing.goes-on')
  }
  const obstacle = await obstacleOf(read, subjectId)
  if (obstacle) {
    throw problem(obstacle)
  }
}

export const askClosing = useCase({
  contract: AskClosing,
  limits: codeLimits,
  permit: citizenHerself,
  async act(work, { passcode }, doing) {
    const { actor, tools } = doing
    await mustBeFree(work, actor.subjectId)
    const { phone } = await contactsOf(work, tools, actor.subjectId)
    if (!phone) {
      throw problem('closing.no-phone')
    }
    return beginStepUp(work, { kind: 'close-account', to: phone, passcode }, doing)
  },
  audit: ({ actor, refusal }) => ({
    about: actor.subjectId,
    purpose: 'closing-asked',
    outcome: refusal ?? 'code-sent',
  }),
})

export const confirmClosing = useCase({
  contract: ConfirmClosing,
  permit: citizenHerself,
  async act(work, { code }, doing) {
    const { actor, tools } = doing
    await mustBeFree(work, actor.subjectId)
    const proven = await finishStepUp(work, 'close-account', code, doing)
    if (proven instanceof CommittedRefusal) {
      return proven
    }
    // Its notices would go to nobody: the phone has moved to another holder since the code was sent.
    await accountForUpdate(work, actor.subjectId)
    const { phone } = await contactsOf(work, tools, actor.subjectId)
    if (proven !== phone) {
      throw problem('closing.no-phone')
    }
    const begun = await beginClosing(work, tools, actor.subjectId)
    if (!begun) {
      throw problem('closing.goes-on')
    }
    return { dueAt: begun.dueAt.toISOString() }
  },
  audit: ({ actor, refusal }) => ({
    about: actor.subjectId,
    purpose: 'closing-begun',
    outcome: refusal ?? 'done',
  }),
})

export const keepAccount = useCase({
  contract: KeepAccount,
  permit: citizenHerself,
  // It brings nothing to whoever holds the phone, and the holder must always be able to.
  isForHeldStill: true,
  async act(work, _, { actor }) {
    if (!(await endClosing(work, actor.subjectId, 'kept'))) {
      throw problem('closing.gone')
    }
    return {}
  },
  audit: ({ actor, refusal }) => ({
    about: actor.subjectId,
    purpose: 'closing-kept',
    outcome: refusal ?? 'done',
  }),
})
