/** Dated rules of passwords, journeys and sessions. */
import { definePolicy } from '../../../kernel/policy.ts'

export const passwordShape = definePolicy('authentication.password_shape', [
  {
    from: '2022-10-20',
    value: {
      min: 8,
      max: 20,
      needs: ['lower', 'upper', 'digit', 'symbol'] as ('lower' | 'upper' | 'digit' | 'symbol')[],
    },
    source: 'domain reference §1.7 (8-20 characters with upper, lower, digit, special; medium confidence)',
  },
])

/** Wrong passwords on one way in before that way is paused, and for how long. */
export const passwordTries = definePolicy('authentication.password_tries', [
  {
    from: '2022-10-20',
    value: { tries: 5, pause_s: 15 * 60 },
    source: 'domain reference §1.7: 5 tries, then a temporary lock; its length is operator policy',
  },
])

/** For how long a network that she came from is a way of her own. */
export const knownNetwork_days = definePolicy('authentication.known_network_days', [
  { from: '2022-10-20', value: 90, source: 'operator policy: a quarter without use' },
])

export const journeyLifetime_s = definePolicy('authentication.journey_lifetime_s', [
  { from: '2022-10-20', value: 30 * 60, source: 'operator policy' },
])

/**
 * The app's session on a bound device: it slides with use up to this long; opening again asks device key and
 * passcode.
 */
export const appSession_s = definePolicy('authentication.app_session_s', [
  { from: '2022-10-20', value: 15 * 60, source: 'operator policy (design: 15 minutes, sliding)' },
])

/** However much it is used: after this long a session ends, or a stolen one would be kept alive for ever. */
export const appSessionMost_s = definePolicy('authentication.app_session_most_s', [
  {
    from: '2022-10-20',
    value: 12 * 3600,
    source: 'operator policy: a waking day; the passcode is asked for anew each morning',
  },
])
