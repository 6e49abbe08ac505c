/**
 * Locks of an account: the grounds that stand, who may set and who may lift each. An account is locked while
 * any ground stands. Pure.
 */
import { inForce } from '../../../kernel/policy.ts'
import { groundRules, type Authority, type Ground } from './rules.ts'

export interface Standing {
  readonly id: string
  readonly ground: Ground
  /** Which body asked; empty for every other ground. */
  readonly bodyKey: string
  readonly setBy: Authority
  readonly setAt: Date
  /** When whom it was set for last asked for it again while it stood, and when as somebody who was seen. */
  readonly askedAt: Date | null
  readonly askedSeenAt: Date | null
}

export interface Setting {
  readonly ground: Ground
  readonly by: Authority
  readonly bodyKey?: string
}
export interface Lifting {
  readonly by: Authority
  /** For `body`: the body that asks now. */
  readonly bodyKey?: string
  /** Only these grounds; else whatever may be lifted. */
  readonly grounds?: readonly Ground[] | undefined
}

const ruleOf = (ground: Ground, at: Date) => inForce(groundRules, at)[ground]

/**
 * Whether this authority may set the ground. A body's request names its body, and no other ground has one.
 */
export const maySet = ({ ground, by, bodyKey = '' }: Setting, at: Date): boolean =>
  ruleOf(ground, at).setBy.includes(by) && (ground === 'body-request') === (bodyKey !== '')

/** Whether this authority may lift what stands. A body lifts its own request and no other body's. */
export const mayLift = (standing: Standing, { by, bodyKey = '', grounds }: Lifting, at: Date): boolean =>
  ruleOf(standing.ground, at).liftedBy.includes(by) &&
  (grounds === undefined || grounds.includes(standing.ground)) &&
  standing.bodyKey === (by === 'body' ? bodyKey : '')

/** The same ground by the same body stands already: nothing is added. */
export const stands = (
  locks: readonly Standing[],
  { ground, bodyKey = '' }: Pick<Setting, 'ground' | 'bodyKey'>,
): boolean => locks.some((lock) => lock.ground === ground && lock.bodyKey === bodyKey)

export const isLocked = (locks: readonly Standing[]): boolean => locks.length > 0

/** What an unlocking lifts, and what goes on standing. */
export const lift = (
  locks: readonly Standing[],
  lifting: Lifting,
  at: Date,
): { lifted: readonly Standing[]; remaining: readonly Standing[] } => ({
  lifted: locks.filter((lock) => mayLift(lock, lifting, at)),
  remaining: locks.filter((lock) => !mayLift(lock, lifting, at)),
})

/** Whether the holder has locked it, or asked for it again, after this moment. */
export const isAskedSince = (locks: readonly Standing[], since: Date): boolean =>
  locks.some(
    ({ ground, setAt, askedAt }) =>
      ground === 'holder-request' && (setAt > since || (askedAt !== null && askedAt > since)),
  )

/** What the register says of a person, as far as it is a ground. */
export interface RegisterSays {
  readonly lifeStatus: 'alive' | 'dead' | 'missing'
  readonly card: {
    readonly state: 'valid' | 'held' | 'revoked' | 'lost' | 'expired' | 'replaced'
    readonly expiresOn: string | null
  } | null
}

const registerGrounds = [
  'death',
  'card-held',
  'card-revoked',
  'card-lost',
  'card-expired',
] as const satisfies readonly Ground[]
export const isRegisterGround = (ground: Ground): boolean =>
  (registerGrounds as readonly Ground[]).includes(ground)

/** The grounds that the register's own words make, on a day (ISO). A card is good through its last day. */
export const groundsOf = ({ lifeStatus, card }: RegisterSays, day: string): Ground[] => {
  if (lifeStatus === 'dead') {
    return ['death']
  }
  if (!card) {
    return []
  }
  if (card.state === 'held' || card.state === 'revoked' || card.state === 'lost') {
    return [`card-${card.state}`]
  }
  return card.state === 'expired' || (card.expiresOn !== null && card.expiresOn < day) ? ['card-expired'] : []
}

/**
 * What must be set and what lifted so that the register's grounds are exactly those it says. Other grounds
 * are left alone.
 */
export const followRegister = (
  locks: readonly Standing[],
  says: RegisterSays,
  day: string,
): { set: Ground[]; lift: Ground[] } => {
  const wanted = groundsOf(says, day)
  return {
    set: wanted.filter((ground) => !stands(locks, { ground })),
    lift: locks
      .map(({ ground }) => ground)
      .filter((ground) => isRegisterGround(ground) && !wanted.includes(ground)),
  }
}
