/**
 * An account: issued by a decision, active once its holder has activated it on her device, locked by a ground
 * of the law (Decree 69/2024 art. 14-15). One that its holder closed is none: the store answers nothing.
 * Pure: states and lawful transitions.
 */
import type { z } from 'zod'
import type { accountState } from '../../../../contract/values.ts'
import { later } from '../../../kernel/clock.ts'
import { inForce } from '../../../kernel/policy.ts'
import { problem } from '../../../kernel/problem.ts'
import { activationDays } from './rules.ts'

export type AccountState = z.infer<typeof accountState>

export interface Account {
  readonly subjectId: string
  readonly personalNumber: string
  readonly level: number
  readonly state: AccountState
  readonly language: 'vi' | 'en'
  readonly issuedAt: Date
  readonly activateBy: Date
  readonly activatedAt: Date | null
  /**
   * The moment of the last lock: what was opened or issued until then stays dead, also when the account is
   * unlocked.
   */
  readonly lockedAt: Date | null
}

const DAY_S = 86_400

export const issue = (
  to: { subjectId: string; personalNumber: string; language: 'vi' | 'en' },
  level: 1 | 2,
  at: Date,
): Account => ({
  ...to,
  level,
  state: 'issued',
  issuedAt: at,
  activateBy: later(at, inForce(activationDays, at) * DAY_S),
  activatedAt: null,
  lockedAt: null,
})

/**
 * Throws `activation.too-late` after the policy's days, `account.locked` when it may not be activated at all.
 */
export const activate = (account: Account, at: Date): Account => {
  if (account.state === 'active') {
    return account
  }
  if (account.state !== 'issued') {
    throw problem('account.locked')
  }
  if (at > account.activateBy) {
    throw problem('activation.too-late')
  }
  return { ...account, state: 'active', activatedAt: at }
}

/** Locked while a ground stands (`locks/lock.ts`). */
export const lockedAccount = (account: Account): Account => ({ ...account, state: 'locked' })

/** No ground stands any more: as it was before, to be activated or in use. */
export const unlockedAccount = (account: Account): Account =>
  account.state === 'locked' ? { ...account, state: account.activatedAt ? 'active' : 'issued' } : account

/** An account that may be used: activated, and not locked. */
export const mustBeUsable = (account: Account): void => {
  if (account.state !== 'active') {
    throw problem('account.locked')
  }
}

/**
 * Whether what was issued or opened at that moment still counts: the account is in use, and was not locked
 * since. To the second, in favour of the lock.
 */
export const isUsableSince = (account: Account | null, issuedAt: Date): boolean =>
  account?.state === 'active' && (account.lockedAt === null || issuedAt > account.lockedAt)
