/** Dated rules of freeing a phone number that changed hands. */
import { definePolicy } from '../../../../kernel/policy.ts'

/**
 * How long the account that holds it is told before the number leaves it, and how long nobody may ask anew
 * once it has stayed: kept by its holder, or found to be hers. The waiting is shorter than a shown code
 * counts (`accounts.phone_proof_s`).
 */
export const phoneRelease = definePolicy('authentication.phone_release', [
  {
    from: '2022-10-20',
    value: { wait_days: 3, restAfterStay_days: 30 },
    source:
      'operator policy: several times the waiting of a recovery at home, for here nobody has shown who she is in the account; a carrier keeps a number back for longer before it has a new holder',
  },
])

/** By one network: claims with a reference, and codes of a notice for one number. */
export const phoneReleaseTries = definePolicy('authentication.phone_release_tries', [
  {
    from: '2022-10-20',
    value: { claimsPerHour: 60, keptPerHour: 30, keptPerNumberAndDay: 10 },
    source: 'operator policy, as for the code that ends a recovery',
  },
])
