/** Dated rules of documents that come from other registers. */
import { definePolicy } from '../../../kernel/policy.ts'

/** When a register is asked again that has none, or says something else; and one that is silent. */
export const documentLooks = definePolicy('documents.looks', [
  {
    from: '2022-10-20',
    value: {
      again_s: [60, 600, 3600, 21_600, 86_400],
      silent_s: [15, 30, 60, 300, 900],
      full_s: 5,
      /** While a worker asks; another takes it up after that. */
      lease_s: 60,
    },
    source: 'operator policy: the system asks again, the person never has to',
  },
])

/** Until when a register has an answer for her who says that its entry is wrong, or that it has none. */
export const documentAnswer_days = definePolicy('documents.answer_days', [
  { from: '2022-10-20', value: 10, source: 'operator policy' },
  { from: '2023-07-01', value: 3, source: 'Decree 13/2023/ND-CP art. 14: 72 hours' },
  {
    from: '2026-01-01',
    value: 10,
    source: 'Decree 356/2025/ND-CP on Law 91/2025/QH15: view, correct or provide within 10 days',
  },
])

export const documentLimits = definePolicy('documents.limits', [
  {
    from: '2022-10-20',
    value: { ofAType: 20, addedPerDay: 40, syncedPerHour: 30, reportedPerDay: 20 },
    source: 'operator policy: whoever tries licence numbers one after another is stopped',
  },
])
