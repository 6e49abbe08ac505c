/** Dated rules of residence: Law on Residence 68/2020/QH14, in force since 1 July 2021. */
import { definePolicy } from '../../../../kernel/policy.ts'

const FROM = '2021-07-01'

/** Years that one term of temporary residence may last; it may be renewed as often as needed. */
export const temporaryLongest_years = definePolicy('residence.temporary_longest', [
  { from: FROM, value: 2, source: 'Law on Residence 68/2020/QH14 art. 27(2)' },
])

/** Days of a stay from which on it is registered as temporary residence; a shorter one is notified. */
export const temporaryShortest_days = definePolicy('residence.temporary_shortest', [
  { from: FROM, value: 30, source: 'Law on Residence 68/2020/QH14 art. 27(1)' },
])

/** Days before the end of a term in which its renewal is asked for. */
export const renewalWindow_days = definePolicy('residence.renewal_window', [
  { from: FROM, value: 15, source: 'Law on Residence 68/2020/QH14 art. 28(3)' },
])

/** Age of full civil capacity, which the head of a household and whoever splits off has. */
export const fullCapacity_years = definePolicy('residence.full_capacity', [
  {
    from: FROM,
    value: 18,
    source: 'Law on Residence 68/2020/QH14 art. 10(4), 25(1)(a); Civil Code 91/2015/QH13 art. 20',
  },
])

/** Who asks, and at most seven who move with her. */
export const mostTogether = definePolicy('residence.most_together', [
  { from: FROM, value: 8, source: 'form CT01 as the national app takes it: at most 7 members together' },
])

/** A bound on what one deed touches and one page shows. */
export const mostInHousehold = definePolicy('residence.most_in_household', [
  {
    from: FROM,
    value: 100,
    source:
      'operator policy: no family is larger; institutions are registered by their own head (art. 10(2))',
  },
])
