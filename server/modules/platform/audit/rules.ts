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

/** Pages of her whole log that one person may take along in an hour. */
export const exportPagesPerHour = definePolicy('audit.export_pages_per_hour', [
  {
    from: '2024-07-01',
    value: 600,
    source: 'operator policy: five years of a busy log a few times over',
  },
])
