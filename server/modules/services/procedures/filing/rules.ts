/** Dated rules of filing public services. */
import { definePolicy } from '../../../../kernel/policy.ts'

/** People outside of her own family and household whom she may ask to agree, in a day. */
export const strangersAsked = definePolicy('services.strangers_asked_per_day', [
  {
    from: '2021-07-01',
    value: 20,
    source:
      'operator policy: above what a family moving house needs, and far below what would find out numbers one by one',
  },
])

/** Filings in which the same person may be asked to agree by the same asker, of kin as well. */
export const sameAsked = definePolicy('services.same_person_asked', [
  {
    from: '2021-07-01',
    value: { filings: 3, days: 7 },
    source:
      'operator policy: a mistake mended, and once more; whoever was asked thrice and said nothing is left in peace',
  },
])

/** After the last step, on whatever phone. */
export const draftKept_days = definePolicy('services.draft_days', [
  {
    from: '2021-07-01',
    value: 30,
    source: 'operator policy; Law 91/2025/QH15: data is not kept past its purpose',
  },
])

export const picturesPerDay = definePolicy('services.pictures_per_day', [
  {
    from: '2021-07-01',
    value: 100,
    source: 'operator policy: several dossiers with all of their papers, each taken a few times over',
  },
])
