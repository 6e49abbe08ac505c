/** Dated rules of applications. */
import { definePolicy, inForce } from '../../kernel/policy.ts'
import { addWorkingDays } from '../territory/working-calendar.ts'

/** Working days from the complete application to the decision on level 1. */
export const level1DueDays = definePolicy('enrolment.level1_due_working_days', [{ from: '2022-10-20', value: 1, source: 'Decree 59/2022 art. 17; Decree 69/2024/ND-CP art. 13' }])

/** How long an application in progress is kept for its applicant to go on with it. */
export const draftLifetime_s = definePolicy('enrolment.draft_lifetime_s', [{ from: '2022-10-20', value: 72 * 3600, source: 'operator policy: three days' }])

/** The end of office hours on the last working day. */
const CLOSING = '17:00:00+07:00'
export const dueMoment = (submittedAt: Date): Date => new Date(`${addWorkingDays(submittedAt, inForce(level1DueDays, submittedAt))}T${CLOSING}`)
