/** Dated rules of children, wards and those who act for them. */
import { definePolicy } from '../../../kernel/policy.ts'

const D69 = 'Decree 69/2024/ND-CP'

/** Least age for level 2 through a representative; younger children have level 1 only. */
export const wardLevel2Age = definePolicy('representation.level2_from_age_years', [
  { from: '2022-10-20', value: 14, source: 'Decree 59/2022 art. 11: under 14 level 1 only' },
  {
    from: '2024-07-01',
    value: 6,
    source: `${D69} art. 7: from 6 to under 14 levels 1 and 2, under 6 level 1`,
  },
])

/** Whether a represented person must hold a valid card. */
export const wardNeedsCard = definePolicy('representation.needs_card', [
  { from: '2022-10-20', value: false, source: 'Decree 59/2022 art. 11' },
  { from: '2024-07-01', value: true, source: `${D69} art. 7: whoever was issued an identity card` },
])

/** The level that a representative's own account must have. */
export const representativeLevel = definePolicy('representation.representative_level', [
  { from: '2022-10-20', value: 2, source: `Decree 59/2022 art. 14(3); ${D69} art. 10(1)` },
])

/**
 * From this age on the register holds a portrait to compare with (Law 26/2023 art. 23(1): no face or
 * fingerprints are taken of children under 6).
 */
export const portraitAge = definePolicy('representation.portrait_from_age_years', [
  { from: '2022-10-20', value: 6, source: 'Law 26/2023/QH15 art. 23(1), art. 18' },
])

/** So long a proposal to end a guardianship waits for a second pair of eyes. */
export const endProposal_days = definePolicy('representation.end_proposal_days', [
  {
    from: '2022-10-20',
    value: 30,
    source: 'operator policy: a paper that nobody looked at in a month is to be shown again',
  },
])

/** An open request that nobody goes on with for so long ends by itself. */
export const openRequest_days = definePolicy('representation.open_request_days', [
  {
    from: '2022-10-20',
    value: 30,
    source:
      'operator policy: as for the end of a guardianship, a paper shown a month ago is to be shown again; Law 91/2025: data is not kept past its purpose',
  },
])

/** How long one consent is good for the use that it names. */
export const wardConsent_s = definePolicy('representation.consent_s', [
  {
    from: '2022-10-20',
    value: 300,
    source: `operator policy, after ${D69} art. 9: each use is confirmed by the representative`,
  },
])

/** Days after coming of age in which the account can be handed over without a counter. */
export const handOver_days = definePolicy('representation.hand_over_days', [
  { from: '2022-10-20', value: 90, source: 'operator policy' },
])

/** How often the register is asked about a ward. */
export const wardLook_s = definePolicy('representation.look_every_s', [
  { from: '2022-10-20', value: 86_400, source: 'operator policy: daily' },
])

/** Working days from the complete request at a counter to the decision. */
export const representationDueDays = definePolicy('representation.due_working_days', [
  { from: '2022-10-20', value: 3, source: `${D69} art. 13: three working days with a valid card` },
])

/** Registrations that one representative may try, and relations she may report, in a day. */
export const representationBudget = definePolicy('representation.budget_per_day', [
  { from: '2022-10-20', value: { registered: 20, reported: 5 }, source: 'operator policy' },
])

/** An open request that nobody touched for so long gives way to a new one of the same two persons. */
export const abandonedRequest_s = definePolicy('representation.abandoned_request_s', [
  { from: '2022-10-20', value: 24 * 3600, source: 'operator policy: a day' },
])

/** Requests that one officer may open in an hour, and portraits she may have compared. */
export const requestBudget = definePolicy('representation.request_budget_per_hour', [
  {
    from: '2022-10-20',
    value: { opened: 200, compared: 200 },
    source: 'operator policy: far above what a counter does',
  },
])
