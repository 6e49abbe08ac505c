/**
 * The clock of closings: the reminder, then the end. It waits, a day at a time, while something of hers
 * goes on that another decides: a case at an office, a lock, a recovery, a child or ward for whom she acts.
 * Called by a job.
 */
import { later, now } from '../../../../kernel/clock.ts'
import { eachOf } from '../../../../kernel/each-of.ts'
import { inForce } from '../../../../kernel/policy.ts'
import type { Tools } from '../../../../kernel/tools.ts'
import type { Transact, Work } from '../../../../kernel/work.ts'
import { closeAccount } from '../../../people/accounts/close-account.ts'
import { accountForUpdate } from '../../../people/accounts/open-account.ts'
import { ongoingRecovery } from '../recovery/recovery-bar.ts'
import { closingTime } from './closing-rules.ts'
import * as store from './closing-store.ts'
import { mayBeClosed, obstacleOf } from './closing.ts'
import { ClosingReminderDue } from './events.ts'

const DAY_S = 86_400
/** So late a reminder may come without moving the day that she was told. */
const LATE_S = 3600

/** Answers how many were looked at, each in a transaction of its own: one that fails holds up nobody else. */
export const closeDue = (transact: Transact, tools: Tools, at = now()): Promise<number> =>
  eachOf(store.dueAt(tools.read, at), transact, (work, { subject_id: subjectId }) =>
    closeOne(work, tools, subjectId, at),
  )

const closeOne = async (work: Work, tools: Tools, subjectId: string, at: Date): Promise<boolean> => {
  const row = await store.takeDue(work, subjectId, at)
  if (!row) {
    return false
  }
  const rule = inForce(closingTime, at)
  if (row.remind_at) {
    // After a stop of the server the days of the reminder begin now: nobody is closed without them.
    const dueAt = at <= later(row.remind_at, LATE_S) ? row.due_at : later(at, rule.remindBefore_days * DAY_S)
    work.publish(ClosingReminderDue, subjectId, { until: dueAt.toISOString() })
    await store.reminded(work, subjectId, dueAt)
    return true
  }
  const account = await accountForUpdate(work, subjectId)
  const isGotBack = (await ongoingRecovery(work, subjectId, at)) !== null
  const obstacle = await obstacleOf(work, subjectId)
  if (!account || !mayBeClosed({ state: account.state, isGotBack, obstacle })) {
    await store.lookAgain(work, subjectId, later(at, rule.lookAgain_days * DAY_S))
    return true
  }
  await store.end(work, subjectId, 'closed', at)
  await closeAccount(work, tools, account)
  return true
}
