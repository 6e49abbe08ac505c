/**
 * Locking and unlocking an account, for every deed that may. Called inside the caller's transaction, which is
 * about this person alone; neither holds
 * a permit of its own, but the law's table of grounds decides which authority may set and lift what
 * (`rules.ts`).
 */
import { newId } from '../../../kernel/id.ts'
import { now } from '../../../kernel/clock.ts'
import { problem } from '../../../kernel/problem.ts'
import type { Tools } from '../../../kernel/tools.ts'
import type { Reading, Work } from '../../../kernel/work.ts'
import { accountForUpdate, setAccountLocked } from '../accounts/open-account.ts'
import { isLocked, lift, maySet, type Standing } from './lock.ts'
import { isSeenBy, type Authority, type Ground } from './rules.ts'
import * as store from './store.ts'
import { AccountLocked, AccountUnlocked, LockAskedAnew, LockLifted } from './events.ts'

/** Who did it and on what paper: shown to the person, and kept sealed. No names of people. */
export interface LockNote {
  readonly office?: string
  readonly officerNumber?: string
  readonly reference?: string
  readonly body?: string
  readonly document?: string
  /** Why, in the words of whoever asked for it. */
  readonly reason?: string
}

export interface LockDeed {
  readonly subjectId: string
  readonly ground: Ground
  readonly by: Authority
  /** For a body's request. */
  readonly bodyKey?: string
  readonly note?: LockNote
}

export interface UnlockDeed {
  readonly subjectId: string
  readonly by: Authority
  readonly bodyKey?: string
  readonly grounds?: readonly Ground[]
  readonly note?: LockNote
}

const seal = (tools: Tools, subjectId: string, column: 'set' | 'lifted', note: LockNote): Promise<Buffer> =>
  tools.sealer.seal(subjectId, `account_lock.${column}`, JSON.stringify(note))

/**
 * Sets a ground; twice is once. The account is locked with it, and `AccountLocked` is published, whose
 * reactions end sessions and tokens and tell the
 * holder. Answers whether the ground is new. An account that does not exist yet is locked when it is opened
 * (`lockWhatStands`).
 */
export const lockSubject = async (work: Work, tools: Tools, deed: LockDeed): Promise<{ isNew: boolean }> => {
  const { subjectId, ground, by, bodyKey = '', note = {} } = deed
  const at = now()
  if (!maySet({ ground, by, bodyKey }, at)) {
    throw problem('lock.not-yours-to-set')
  }
  // Whoever locks or unlocks the same person waits here.
  const account = await accountForUpdate(work, subjectId)
  const id = newId()
  const isNew =
    (await store.insert(work, {
      subject_id: subjectId,
      id,
      ground,
      body_key: bodyKey,
      set_by: by,
      set_at: at,
      sealed_set: await seal(tools, subjectId, 'set', note),
    })) === 1
  if (account) {
    await setAccountLocked(work, account, at)
  }
  if (isNew) {
    work.publish(AccountLocked, subjectId, { lockId: id, ground, by, at: at.toISOString() })
  } else if (ground === 'holder-request') {
    await store.saveAskedAnew(work, subjectId, { at, isSeen: isSeenBy(by) })
    work.publish(LockAskedAnew, subjectId, { by, at: at.toISOString() })
  }
  return { isNew }
}

export interface Unlocked {
  readonly lifted: readonly Ground[]
  readonly remaining: readonly Ground[]
}

/**
 * Lifts whatever of the standing grounds this authority may lift; the account is usable again when none
 * remains, and `AccountUnlocked` is published.
 * Throws `lock.not-locked`, and `lock.not-yours-to-lift` when nothing that stands may be lifted by it.
 */
export const unlockSubject = async (work: Work, tools: Tools, deed: UnlockDeed): Promise<Unlocked> => {
  const { subjectId, by, bodyKey = '', grounds, note = {} } = deed
  const at = now()
  const account = await accountForUpdate(work, subjectId)
  const locks = await store.standing(work, subjectId)
  if (locks.length === 0) {
    throw problem('lock.not-locked')
  }
  const { lifted, remaining } = lift(locks, { by, bodyKey, grounds }, at)
  if (lifted.length === 0) {
    throw problem('lock.not-yours-to-lift')
  }
  await store.saveLifted(
    work,
    subjectId,
    lifted.map(({ id }) => id),
    by,
    at,
    await seal(tools, subjectId, 'lifted', note),
  )
  const answer = {
    lifted: lifted.map(({ ground }) => ground),
    remaining: remaining.map(({ ground }) => ground),
  }
  if (account && !isLocked(remaining)) {
    await setAccountLocked(work, account, null)
  }
  work.publish(isLocked(remaining) ? LockLifted : AccountUnlocked, subjectId, {
    ...answer,
    by,
    at: at.toISOString(),
  })
  return answer
}

/** The grounds that stand, the oldest first; none: not locked. */
export const lockStateOf = async (
  read: Reading,
  subjectId: string,
): Promise<{ readonly isLocked: boolean; readonly grounds: readonly Standing[] }> => {
  const grounds = await store.standing(read, subjectId)
  return { isLocked: isLocked(grounds), grounds }
}

/** Her own request stands, and she has shown more than the handset for it: as if she had been seen. */
export const askAsSeen = (work: Work, subjectId: string): Promise<number> =>
  store.saveAskedAnew(work, subjectId, { at: now(), isSeen: true })

/** Her own locks, also those that were lifted since, that she set or asked for again after this moment. */
export const holderLocksSince = (read: Reading, subjectId: string, since: Date): Promise<Standing[]> =>
  store.holderLocksSince(read, subjectId, since)

/**
 * An account that was opened or issued anew while grounds stand is locked by them. The reaction to a decision
 * on an account.
 */
export const lockWhatStands = async (work: Work, subjectId: string): Promise<void> => {
  const account = await accountForUpdate(work, subjectId)
  if (account && account.state !== 'locked' && isLocked(await store.standing(work, subjectId))) {
    await setAccountLocked(work, account, now())
  }
}
