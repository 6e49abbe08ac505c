/**
 * A phone number leaves an account whose holder has it no more: opened by a code that came to it, or by her
 * own word; told on every channel; kept by one press or by the notice's code; freed when its time is over. It
 * goes to nobody: who binds it next shows it by a code and by her own identity (`accounts/bind-phone.ts`).
 * Called by the reactions, the job and the deeds of this folder; it holds no permit of its own.
 */
import type { AuditLine } from '../../../../kernel/audit-line.ts'
import { system } from '../../../../kernel/actor.ts'
import { later, now } from '../../../../kernel/clock.ts'
import { eachOf } from '../../../../kernel/each-of.ts'
import { leaveLine } from '../../../../kernel/leave-line.ts'
import { inForce } from '../../../../kernel/policy.ts'
import type { Tools } from '../../../../kernel/tools.ts'
import type { Reading, Transact, Work } from '../../../../kernel/work.ts'
import { freePhone, hasShownPhoneSince, isPhoneOf } from '../../../people/accounts/bind-phone.ts'
import { stopCodes } from '../stop-code.ts'
import { PhoneReleaseEnded, PhoneReleaseOpened } from './events.ts'
import { phoneRelease } from './phone-release-rules.ts'
import * as store from './phone-release-store.ts'

const DAY_S = 86_400
const releaseCodes = stopCodes('phone-release-stop', 'phone_release.stop_code')

type Told = Pick<store.ReleaseRow, 'subject_id' | 'office' | 'officer_number'>
/** Each step stands in the log of whose number it is, with the office at which it was asked. */
const leaveStep = (
  work: Work,
  purpose: 'phone-release-opened' | 'phone-stays' | 'phone-freed',
  { subject_id: about, office, officer_number: officerNumber }: Told,
): void =>
  leaveLine(work, {
    useCase: 'phone.release',
    actor: system('phone-release'),
    line: { about, purpose, outcome: 'done', detail: { office, officerNumber } } satisfies AuditLine,
  })

export interface Asked {
  readonly phoneDigest: Buffer
  readonly office: string
  readonly officerNumber: string
  /** When the number was shown by a code, or given up. */
  readonly at: Date
}

/**
 * Once while it goes on, however often it is asked, and not where she has shown her phone since: a reaction
 * may be late. Says nothing to whoever asks.
 */
export const openRelease = async (
  work: Work,
  tools: Tools,
  subjectId: string,
  { phoneDigest, office, officerNumber, at }: Asked,
): Promise<void> => {
  if (await hasShownPhoneSince(work, subjectId, at)) {
    return
  }
  const { wait_days, restAfterStay_days } = inForce(phoneRelease, now())
  const row = {
    subject_id: subjectId,
    phone_digest: phoneDigest,
    office,
    officer_number: officerNumber,
    opened_at: at,
    due_at: later(now(), wait_days * DAY_S),
    ...(await releaseCodes.draw(tools, subjectId)),
  }
  if (!(await store.open(work, row, later(at, -restAfterStay_days * DAY_S)))) {
    return
  }
  leaveStep(work, 'phone-release-opened', row)
  work.publish(PhoneReleaseOpened, subjectId, { until: row.due_at.toISOString() })
}

/** For the notices. null when it has ended meanwhile. */
export const releaseCodeOf = async (
  read: Reading,
  tools: Tools,
  subjectId: string,
): Promise<string | null> => {
  const row = await store.standing(read, subjectId)
  return row?.sealed_stop_code ? releaseCodes.open(tools, subjectId, row.sealed_stop_code) : null
}

export const isReleaseCode = (
  read: Reading,
  tools: Tools,
  subjectId: string | null,
  code: string,
): Promise<boolean> => releaseCodes.isRight(tools, { subjectId, code }, (asked) => store.find(read, asked))

/** When her number leaves the account; null when it stays. */
export const phoneLeavesAt = async (read: Reading, subjectId: string): Promise<string | null> =>
  (await store.standing(read, subjectId))?.due_at.toISOString() ?? null

/** "It is still mine": what was asked at an office counts for nothing. Undefined when nothing goes on. */
export const keepPhoneNumber = async (work: Work, subjectId: string) => {
  const ended = await store.end(work, subjectId, 'kept', now())
  if (ended) {
    work.publish(PhoneReleaseEnded, subjectId, { how: 'kept' })
  }
  return ended
}

/** The number went another way meanwhile: she has another, or somebody has shown that it is his. */
export const endMoved = async (work: Work, subjectId: string): Promise<void> => {
  const row = await store.standing(work, subjectId)
  if (row && !(await isPhoneOf(work, subjectId, row.phone_digest))) {
    await store.end(work, subjectId, 'moved', now())
  }
}

/** Answers how many were looked at, each in a transaction of its own. Called by a job. */
export const freeDue = (transact: Transact, { read }: Pick<Tools, 'read'>, at = now()): Promise<number> =>
  eachOf(store.dueAt(read, at), transact, (work, { subject_id: subjectId }) => freeOne(work, subjectId, at))

const freeOne = async (work: Work, subjectId: string, at: Date): Promise<boolean> => {
  const row = await store.takeDue(work, subjectId, at)
  if (!row) {
    return false
  }
  const outcome = await freePhone(work, subjectId, { digest: row.phone_digest, shownAt: row.opened_at })
  await store.end(work, subjectId, outcome, at)
  if (outcome === 'freed') {
    leaveStep(work, 'phone-freed', row)
  }
  if (outcome === 'stays') {
    leaveStep(work, 'phone-stays', row)
    work.publish(PhoneReleaseEnded, subjectId, { how: 'stays' })
  }
  return true
}
