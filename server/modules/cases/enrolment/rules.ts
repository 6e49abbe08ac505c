/** Dated rules of applications. */
import { definePolicy, inForce } from '../../../kernel/policy.ts'
import { closingAfter } from '../casework/case-clock.ts'

/** Working days from the complete application to the decision on level 1. */
const level1DueDays = definePolicy('enrolment.level1_due_working_days', [
  { from: '2022-10-20', value: 1, source: 'Decree 59/2022 art. 17; Decree 69/2024/ND-CP art. 13' },
])

/**
 * Until when an applicant may answer with another portrait (working days), and how often she may be asked.
 */
export const portraitAsking = definePolicy('enrolment.portrait_asking', [
  {
    from: '2022-10-20',
    value: { answerWithin: 5, most: 2 },
    source: 'operator policy: a working week; Decree 69/2024/ND-CP gives no time for it',
  },
])

/** How long somebody has to prove the phone of an application that she goes back to. */
export const returnLifetime_s = definePolicy('enrolment.return_lifetime_s', [
  { from: '2022-10-20', value: 1800, source: 'operator policy: longer than any code lives' },
])

/** How long an application in progress is kept for its applicant to go on with it. */
export const draftLifetime_s = definePolicy('enrolment.draft_lifetime_s', [
  { from: '2022-10-20', value: 72 * 3600, source: 'operator policy: three days' },
])

/** Working days from the complete file to the decision on level 2, for whoever holds a valid card. */
const level2DueDays = definePolicy('enrolment.level2_due_working_days', [
  { from: '2022-10-20', value: 3, source: 'Decree 59/2022 art. 17; Decree 69/2024/ND-CP art. 13' },
])

/** How old a case may be that was opened while the line was down, and from which age on it counts as such. */
export const offlineCase_s = definePolicy('enrolment.offline_case_s', [
  {
    from: '2022-10-20',
    value: { most: 7 * 24 * 3600, from: 600, ahead: 300 },
    source: "operator policy: a week without a line; counters' clocks may be 5 minutes ahead",
  },
])

/** An open case that nobody touched for so long gives way to a new one of the same person. */
export const abandonedCase_s = definePolicy('enrolment.abandoned_case_s', [
  { from: '2022-10-20', value: 24 * 3600, source: 'operator policy: a day' },
])

/** An open case for level 2 that nobody goes on with for so long ends by itself. */
export const openLevel2_days = definePolicy('enrolment.open_level2_days', [
  {
    from: '2022-10-20',
    value: 14,
    source:
      'operator policy: she stands at the counter; twice the week for which a counter may be without a line (enrolment.offline_case_s); Law 91/2025: data is not kept past its purpose',
  },
])

/** Cases that one officer may open in an hour, and slow biometric comparisons she may ask for. */
export const level2Budget = definePolicy('enrolment.level2_budget_per_hour', [
  {
    from: '2022-10-20',
    value: { opened: 200, compared: 1200 },
    source: 'operator policy: far above what a counter does',
  },
])

export const answerByMoment = (askedAt: Date): Date =>
  closingAfter(askedAt, inForce(portraitAsking, askedAt).answerWithin)
export const dueMoment = (submittedAt: Date): Date =>
  closingAfter(submittedAt, inForce(level1DueDays, submittedAt))
export const level2DueMoment = (from: Date): Date => closingAfter(from, inForce(level2DueDays, from))
