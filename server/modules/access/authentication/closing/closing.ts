/**
 * An account that its holder closes: what stands in the way, how it begins, and how it ends before its time.
 * Called by the deeds, the reactions and the job of this folder, and by "this was not me"; it holds no permit
 * of its own.
 */
import { later, now } from '../../../../kernel/clock.ts'
import { inForce } from '../../../../kernel/policy.ts'
import type { ProblemCode } from '../../../../../contract/problems/catalogue.ts'
import type { Tools } from '../../../../kernel/tools.ts'
import type { Reading, Work } from '../../../../kernel/work.ts'
import { hasUnfinishedCase } from '../../../cases/casework/unfinished-cases.ts'
import { actsForAnybody } from '../../../cases/representation/tie.ts'
import { lockSubject } from '../../../people/locks/lock-subject.ts'
import { stopCodes } from '../stop-code.ts'
import { closingTime } from './closing-rules.ts'
import * as store from './closing-store.ts'
import { ClosingBegun, ClosingEnded } from './events.ts'

/** A case would be decided about nobody's account, and a child or ward would have nobody who acts for her. */
export const obstacleOf = async (read: Reading, subjectId: string): Promise<ProblemCode | null> => {
  if (await hasUnfinishedCase(read, subjectId)) {
    return 'closing.case-open'
  }
  return (await actsForAnybody(read, subjectId)) ? 'closing.acts-for-others' : null
}

/** On its day: only an account that is in use and of which nothing goes on that another decides. */
export const mayBeClosed = ({
  state,
  isGotBack,
  obstacle,
}: {
  readonly state: string | undefined
  readonly isGotBack: boolean
  readonly obstacle: ProblemCode | null
}): boolean => state === 'active' && !isGotBack && obstacle === null

const DAY_S = 86_400
const closingCodes = stopCodes('closing-stop', 'account_closing.stop_code')

/** null when one goes on already. */
export const beginClosing = async (
  work: Work,
  tools: Tools,
  subjectId: string,
): Promise<{ readonly dueAt: Date } | null> => {
  const at = now()
  const { wait_days, remindBefore_days } = inForce(closingTime, at)
  const dueAt = later(at, wait_days * DAY_S)
  const remindAt = later(dueAt, -remindBefore_days * DAY_S)
  const begun = await store.begin(work, {
    subject_id: subjectId,
    begun_at: at,
    due_at: dueAt,
    remind_at: remindAt,
    look_at: remindAt,
    ...(await closingCodes.draw(tools, subjectId)),
  })
  if (!begun) {
    return null
  }
  work.publish(ClosingBegun, subjectId, { until: dueAt.toISOString() })
  return { dueAt }
}

/** For the notices. null when nothing is being closed. */
export const closingCodeOf = async (
  read: Reading,
  tools: Tools,
  subjectId: string,
): Promise<string | null> => {
  const row = await store.standing(read, subjectId)
  return row?.sealed_stop_code ? closingCodes.open(tools, subjectId, row.sealed_stop_code) : null
}

/** When it is closed; null when nothing is being closed. */
export const closesAt = async (read: Reading, subjectId: string): Promise<string | null> =>
  (await store.standing(read, subjectId))?.due_at.toISOString() ?? null

/** Ends it before its time; false when nothing is being closed. */
export const endClosing = async (
  work: Work,
  subjectId: string,
  how: 'kept' | 'disputed' | 'locked' | 'recovered' | 'phone-moved',
): Promise<boolean> => {
  if (!(await store.end(work, subjectId, how, now()))) {
    return false
  }
  work.publish(ClosingEnded, subjectId, { how })
  return true
}

export const isClosingCode = (
  read: Reading,
  tools: Tools,
  subjectId: string | null,
  code: string,
): Promise<boolean> => closingCodes.isRight(tools, { subjectId, code }, (asked) => store.find(read, asked))

/**
 * "This was not me": somebody else has her phone and its passcode, so the account is locked as well, and
 * until that lock is lifted only a counter gives it back. Locked first: the objection counts against what
 * stands at its moment.
 */
export const disputeClosing = async (work: Work, tools: Tools, subjectId: string): Promise<boolean> => {
  if (!(await store.standingForUpdate(work, subjectId))) {
    return false
  }
  await lockSubject(work, tools, { subjectId, ground: 'holder-request', by: 'holder-code' })
  return endClosing(work, subjectId, 'disputed')
}
