/** Dated rules of asking other agencies' registers. */
import { definePolicy } from '../../../kernel/policy.ts'

/** After how many silences in a row a register is left alone, and how long; how many are asked at once. */
export const sourceLines = definePolicy('documents.source_lines', [
  {
    from: '2022-10-20',
    value: { silences: 3, rest_s: 30, atOnce: 8 },
    source: 'operator policy: a register in trouble is not asked by a nation at once when it comes back',
  },
])
