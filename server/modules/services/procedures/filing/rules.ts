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
