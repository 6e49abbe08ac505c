/**
 * An account that its holder closes: what stands in the way, how it begins, and how it ends before its time.
 * Called by the deeds, the reactions and the job of this folder, and by "this was not me"; it holds no permit
 * of its own.
 */
import { timingSafeEqual } from 'node:crypto'
import { later, now } from '../../../../kernel/clock.ts'
import { newCode } from '../../../../kernel/id.ts'
import { inForce } from '../../../../kernel/policy.ts'
import type { ProblemCode } from '../../../../../contract/problems/catalogue.ts'
import type { Tools } from '../../../../kernel/tools.ts'
import type { Reading, Work } from '../../../../kernel/work.ts'
import { hasUnfinishedCase } from '../../../cases/casework/unfinished-cases.ts'
import { actsForAnybody } from '../../../cases/representation/tie.ts'
import { lockSubject } from '../../../people/locks/lock-subject.ts'
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

const DAY_S = 86_400
const STOP_CODE_DIGITS = 8
const STOP_COLUMN = 'account_closing.stop_code'
const digestOf = (tools: Pick<Tools, 'digests'>, subjectId: string, code: string): Buffer =>
  tools.digests.secret('closing-stop', `${subjectId} ${code}`)

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
  const code = newCode(STOP_CODE_DIGITS)
  const begun = await store.begin(work, {
    subject_id: subjectId,
    begun_at: at,
    due_at: dueAt,
    remind_at: remindAt,
    look_at: remindAt,
    sealed_stop_code: await tools.sealer.seal(subjectId, STOP_COLUMN, code),
    stop_code_digest: digestOf(tools, subjectId, code),
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
  return row?.sealed_stop_code
    ? (await tools.sealer.open(subjectId, STOP_COLUMN, row.sealed_stop_code)).toString('utf8')
    : null
}

/** When it is closed; null when nothing is being closed. */
export const closesAt = async (read: Reading, subjectId: string): Promise<string | null> =>
  (await store.standing(read, subjectId))?.due_at.toISOString() ?? null

/** Ends it before its time; false when nothing is being closed. */
export const endClosing = async (
  work: Work,
  subjectId: string,
  how: 'kept' | 'disputed' | 'locked' | 'recovered',
): Promise<boolean> => {
  if (!(await store.end(work, subjectId, how, now()))) {
    return false
  }
  work.publish(ClosingEnded, subjectId, { how })
  return true
}

/** The same look-up and the same comparison for a number of nobody. */
export const isClosingCode = async (
  read: Reading,
  tools: Tools,
  subjectId: string | null,
  code: string,
): Promise<boolean> => {
  const asked = subjectId ?? '00000000-0000-7000-8000-000000000001'
  const row = await store.find(read, asked)
  const digest = digestOf(tools, asked, code)
  return (
    timingSafeEqual(digest, row?.stop_code_digest ?? Buffer.alloc(digest.length)) &&
    subjectId !== null &&
    row?.ended_at === null
  )
}

/** "This was not me": somebody else has her phone and its passcode, so the account is locked as well. */
export const disputeClosing = async (work: Work, tools: Tools, subjectId: string): Promise<boolean> => {
  if (!(await endClosing(work, subjectId, 'disputed'))) {
    return false
  }
  await lockSubject(work, tools, { subjectId, ground: 'holder-request', by: 'holder-code' })
  return true
}
