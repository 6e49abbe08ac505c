/**
 * A trusted relative: asked by the person, accepted by herself, trusted after a time of waiting, ended by
 * either. Pure. What she may do
 * (confirm a recovery, lock) stands with those deeds; she never sees anything of the person who named her.
 */
import { later } from '../../../../kernel/clock.ts'
import { inForce } from '../../../../kernel/policy.ts'
import { relativeAnswer_days, relativeCooling_h } from './trusted-relative-rules.ts'

/** As it is kept. */
export type Kept = 'asked' | 'accepted' | 'declined' | 'ended'
/** As it is at a moment. */
export type Standing = 'asked' | 'waiting' | 'trusted' | 'declined' | 'ended' | 'lapsed'

export interface Bond {
  readonly state: Kept
  readonly lapsesAt: Date
  readonly trustedFrom: Date | null
}

const HOUR_S = 3600
const DAY_S = 86_400

export const askedNow = (at: Date): Bond => ({
  state: 'asked',
  lapsesAt: later(at, inForce(relativeAnswer_days, at) * DAY_S),
  trustedFrom: null,
})

export const standingOf = ({ state, lapsesAt, trustedFrom }: Bond, at: Date): Standing => {
  if (state === 'asked') {
    return lapsesAt <= at ? 'lapsed' : 'asked'
  }
  if (state !== 'accepted') {
    return state
  }
  return trustedFrom !== null && trustedFrom <= at ? 'trusted' : 'waiting'
}

/** Those that take one of the few places. */
export const isStanding = (standing: Standing): boolean =>
  standing === 'asked' || standing === 'waiting' || standing === 'trusted'

/**
 * What an answer makes of it, counted from the moment of the answer; null when there was nothing to answer
 * any more.
 */
export const answered = (bond: Bond, accept: boolean, at: Date): Bond | null => {
  if (standingOf(bond, at) !== 'asked') {
    return null
  }
  return accept
    ? { ...bond, state: 'accepted', trustedFrom: later(at, inForce(relativeCooling_h, at) * HOUR_S) }
    : { ...bond, state: 'declined' }
}

export const endedNow = (bond: Bond, at: Date): Bond | null =>
  isStanding(standingOf(bond, at)) ? { ...bond, state: 'ended' } : null
