/** Dated rules of applications. */
import { definePolicy } from '../../kernel/policy.ts'

/** Working days from the complete application to the decision on level 1. */
export const level1DueDays = definePolicy('enrolment.level1_due_working_days', [{ from: '2022-10-20', value: 1, source: 'Decree 59/2022 art. 17; Decree 69/2024/ND-CP art. 13' }])

/** How long an application in progress is kept for its applicant to go on with it. */
export const draftLifetime_s = definePolicy('enrolment.draft_lifetime_s', [{ from: '2022-10-20', value: 72 * 3600, source: 'operator policy: three days' }])
