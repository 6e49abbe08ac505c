/** Dated rules of parties that may ask people for their documents. */
import { definePolicy } from '../../../kernel/policy.ts'

/** The level of information security (Decree 85/2016/ND-CP) of a system that is connected directly. */
export const leastSystemLevel = definePolicy('parties.least_system_level', [
  { from: '2022-10-20', value: 3, source: 'operator policy, as Decree 69/2024 has it later' },
  { from: '2024-07-01', value: 3, source: 'Decree 69/2024/ND-CP art. 18(1): level 3 or higher' },
])

/** What was reported of parties: for an inspection of the year before. */
export const reportsKept_days = definePolicy('parties.reports_kept_days', [
  { from: '2022-10-20', value: 400, source: 'operator policy: a year, and the month of its inspection' },
])
