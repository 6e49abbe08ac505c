/** What this module does when an account was taken over or locked. */
import { system } from '../../../kernel/actor.ts'
import { leaveLine } from '../../../kernel/leave-line.ts'
import { on, type Published, type Reaction } from '../../../kernel/reaction.ts'
import type { Work } from '../../../kernel/work.ts'
import { AccountClosed, AccountDisplaced } from '../accounts/events.ts'
import { AccountLocked, LockAskedAnew } from './events.ts'
import { lockWhatStands } from './lock-subject.ts'
import type { Authority } from './rules.ts'
import * as store from './store.ts'

/**
 * A lock by a code leaves no line of its own deed: one at once would tell a stranger by its time that the
 * number has an account.
 */
const logLockByCode = async (
  work: Work,
  { subjectId, data }: Published<{ readonly by: Authority }>,
): Promise<void> => {
  if (data.by !== 'holder-code') {
    return
  }
  leaveLine(work, {
    useCase: 'lock.in-public',
    actor: system('lock'),
    line: { about: subjectId, purpose: 'account-locked', detail: { by: 'holder-code' } },
  })
}

export const lockReactions: readonly Reaction[] = [
  on(AccountDisplaced, 'lock it by the grounds that stand', (work, { subjectId }) =>
    lockWhatStands(work, subjectId),
  ),
  on(AccountClosed, 'void the lock code on her paper', async (work, { subjectId, data }) => {
    await store.forgetLockCode(work, subjectId, new Date(data.at))
  }),
  on(AccountLocked, 'put a lock by code in her log', logLockByCode),
  on(LockAskedAnew, 'put a lock asked anew by code in her log', logLockByCode),
]
