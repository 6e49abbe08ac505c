/** Dated rules of a person's own log. */
import { definePolicy } from '../../../kernel/policy.ts'

/** Lines that one person may have proven in an hour. */
export const proofsPerHour = definePolicy('audit.proofs_per_hour', [
  {
    from: '2024-07-01',
    value: 240,
    source: 'operator policy: a proof reads some thousand hashes; nobody reads that many lines in an hour',
  },
])
