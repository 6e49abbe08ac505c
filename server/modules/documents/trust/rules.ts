/** Dated rules of the list of issuers. */
import { definePolicy } from '../../../kernel/policy.ts'

/**
 * How long a verifier without a network may go on with its copy, and how often one with a network looks. A
 * new issuer or a new key is published before it signs anything, so that a day's copy knows it.
 */
export const trustListRule = definePolicy('trust.list', [
  {
    from: '2022-10-20',
    value: { lifetime_days: 30, fresh_s: 300 },
    source: 'operator policy: a checkpoint without a network is visited once a month at least',
  },
])
