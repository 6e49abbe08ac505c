/** Dated rules of the OpenID provider. */
import { definePolicy } from '../../../kernel/policy.ts'

/** How long what the provider issues lives, in seconds. */
export const lifetimes_s = definePolicy('federation.lifetimes_s', [
  {
    from: '2022-10-20',
    value: {
      accessToken: 15 * 60,
      authorizationCode: 60,
      idToken: 15 * 60,
      interaction: 15 * 60,
      session: 8 * 3600,
      offlineGrant: 14 * 86_400,
    },
    source: 'operator policy, within RFC 9700 and FAPI 2.0 §5.3.2.1 (codes of at most 60 s)',
  },
])

/**
 * A retired signing key stays published until nothing that it signed can be valid (RFC 7517; SP 800-57
 * overlapping rotation).
 */
export const keyOverlap_s = definePolicy('federation.key_overlap_s', [
  { from: '2022-10-20', value: 24 * 3600, source: 'operator policy' },
])

/**
 * Sign-in tries from one network. An account's own guard counts wrong passwords; this one slows a stranger
 * with many numbers.
 */
export const networkTries = definePolicy('federation.network_tries', [
  { from: '2022-10-20', value: { most: 30_000, per_s: 3600 }, source: 'operator policy' },
])

/**
 * For how long a party that does not answer is told of a sign-out. Its tokens are dead at once either way.
 */
export const logoutTold_s = definePolicy('federation.logout_told_s', [
  { from: '2022-10-20', value: 3600, source: 'operator policy' },
])
