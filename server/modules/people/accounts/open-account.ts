/**
 * Opening an account for a person, and finding whose number or phone it is. Called by the deeds that decide;
 * it holds no permit of its own.
 */
import { later, now } from '../../../kernel/clock.ts'
import { newId } from '../../../kernel/id.ts'
import { inForce } from '../../../kernel/policy.ts'
import type { Tools } from '../../../kernel/tools.ts'
import type { Reading, Work } from '../../../kernel/work.ts'
import { activate, issue, lockedAccount, unlockedAccount, type Account } from './account.ts'
import { bindPhone, isPhoneFree, type ContactProof } from './bind-phone.ts'
import { keepContact, momentOf } from './contacts.ts'
import { reservedDays } from './rules.ts'
import * as store from './store.ts'

const DAY_S = 86_400

/**
 * The subject of a number: the one it has, else a new one, reserved. The same work is done for any twelve
 * digits.
 */
export const reserveSubject = async (work: Work, tools: Tools, personalNumber: string): Promise<string> => {
  const at = now()
  const digest = tools.digests.identifier('number', personalNumber)
  const reserved = await store.reserve(
    work,
    'number',
    digest,
    newId(),
    later(at, inForce(reservedDays, at) * DAY_S),
    at,
  )
  // In a statement of its own: the one above may have waited for another's reservation, which its own view of
  // the table does not hold.
  const known = await store.subjectOf(work, 'number', digest)
  if (!known) {
    throw new Error('a number was neither reserved nor known')
  }
  return reserved?.subject_id ?? known.subject_id
}

/** Asked about where a number has no subject, so that the same statements are sent as for somebody. */
export const NOBODY = '00000000-0000-7000-8000-000000000001'

export const findSubject = async (
  read: Reading,
  tools: Tools,
  personalNumber: string,
): Promise<string | null> =>
  (await store.subjectOf(read, 'number', tools.digests.identifier('number', personalNumber)))?.subject_id ??
  null

export interface NewAccount {
  readonly subjectId: string
  readonly personalNumber: string
  readonly level: 1 | 2
  readonly language: 'vi' | 'en'
  readonly phone: string
  readonly email: string | null
  /** Which of the two a code has shown to be hers, and when. */
  readonly proof: ContactProof
}

export type OpenRefusal = 'already-has-account' | 'phone-already-bound'

/** Opens the account, binds its contacts and confirms number and phone. A refusal leaves nothing behind. */
export const openAccount = async (
  work: Work,
  tools: Tools,
  wanted: NewAccount,
): Promise<Account | OpenRefusal> => {
  await work.mark('opening_account')
  const opened = await tryToOpen(work, tools, wanted)
  // Somebody else may have bound the phone since it was looked at: an account without one would shut its
  // owner out for good.
  if (typeof opened === 'string') {
    await work.undoTo('opening_account')
  }
  return opened
}

const tryToOpen = async (work: Work, tools: Tools, wanted: NewAccount): Promise<Account | OpenRefusal> => {
  const at = now()
  const account = issue(wanted, wanted.level, at)
  if (!(await store.insert(work, account))) {
    return 'already-has-account'
  }
  const { proof } = wanted
  const isPhoneHers =
    proof.channel === 'sms'
      ? await bindPhone(work, tools, wanted.subjectId, wanted)
      : await isPhoneFree(work, tools, wanted.phone, wanted.subjectId)
  if (!isPhoneHers) {
    return 'phone-already-bound'
  }
  await store.confirm(
    work,
    'number',
    tools.digests.identifier('number', wanted.personalNumber),
    wanted.subjectId,
    at,
  )
  await keepContact(work, tools, wanted.subjectId, 'phone', wanted.phone, momentOf(proof, 'sms'))
  if (wanted.email) {
    await keepContact(work, tools, wanted.subjectId, 'email', wanted.email, momentOf(proof, 'email'))
  }
  return account
}

/**
 * An account that a representative uses for its holder: in use at once, with no phone, password or device of
 * its own (Decree 69/2024 art. 7, 10(1)).
 * Answers null when the person has one already.
 */
export const openRepresentedAccount = async (
  work: Work,
  tools: Tools,
  wanted: Pick<NewAccount, 'subjectId' | 'personalNumber' | 'level' | 'language'>,
): Promise<Account | null> => {
  const at = now()
  const { level, ...to } = wanted
  const account: Account = { ...issue(to, level, at), state: 'active', activatedAt: at }
  if (!(await store.insert(work, account))) {
    return null
  }
  await store.confirm(
    work,
    'number',
    tools.digests.identifier('number', wanted.personalNumber),
    wanted.subjectId,
    at,
  )
  return account
}

/**
 * Nobody acts for her any more: the account waits, unused, until it is handed over or its holder comes to a
 * counter. `until`: the last day for the hand-over.
 */
export const setAside = async (work: Work, account: Account, until: Date): Promise<void> => {
  if (account.state === 'active') {
    await store.reissue(work, { ...account, state: 'issued', activatedAt: null, activateBy: until })
  }
}

/**
 * Gives a represented person's account a phone of her own, to be proven by the code that activates it. What a
 * counter has not seen is level 1.
 */
export const handOverAccount = async (
  work: Work,
  tools: Tools,
  account: Account,
  phone: string,
): Promise<Account> => {
  const hers = issue(account, 1, now())
  await keepContact(work, tools, account.subjectId, 'phone', phone, null)
  await store.reissue(work, hers)
  return hers
}

/** A counter saw a represented person's card and face. */
export const raiseRepresented = async (work: Work, account: Account): Promise<void> => {
  await store.reissue(work, { ...account, level: 2 })
}

export const findAccount = (read: Reading, subjectId: string): Promise<Account | null> =>
  store.find(read, subjectId)
export const accountForUpdate = (work: Work, subjectId: string): Promise<Account | null> =>
  store.forUpdate(work, subjectId)
export const setAccountLanguage = (work: Work, subjectId: string, language: string): Promise<number> =>
  store.setLanguage(work, subjectId, language)

/** Makes an issued account active. Throws when it is too late or may not be. */
export const activateAccount = async (work: Work, account: Account): Promise<Account> => {
  const active = activate(account, now())
  if (active !== account) {
    await store.saveState(work, active)
  }
  return active
}

/**
 * `lockedAt`: locks it, and makes void whatever was opened or issued before that moment; null: unlocks it.
 * Called by `locks` alone.
 */
export const setAccountLocked = async (
  work: Work,
  account: Account,
  lockedAt: Date | null,
): Promise<void> => {
  const changed = lockedAt ? lockedAccount(account) : unlockedAccount(account)
  await store.saveLock(work, changed, lockedAt)
}

/**
 * A counter saw the holder, so the days for doing it herself do not matter (Decree 69/2024 art. 14). Only an
 * account that waits for it.
 */
export const activateAtCounter = async (work: Work, account: Account): Promise<Account> => {
  if (account.state !== 'issued') {
    return account
  }
  const active: Account = { ...account, state: 'active', activatedAt: now() }
  await store.saveState(work, active)
  return active
}

/** Whether anybody was ever given an account here. */
export const hasAccounts = (read: Reading): Promise<boolean> => store.hasAny(read)
