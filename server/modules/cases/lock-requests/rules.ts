/** By when a request to lock or unlock is passed on and decided. Decree 69/2024/ND-CP art. 15. */
import { later } from '../../../kernel/clock.ts'
import { definePolicy, inForce } from '../../../kernel/policy.ts'
import { closingAfter } from '../casework/case-clock.ts'

const D15 = 'Decree 69/2024/ND-CP art. 15'

/**
 * Working days of a competent body's request: the receiving office forwards, the head of the identity
 * authority decides.
 */
const tk03Days = definePolicy('locks.tk03_working_days', [
  { from: '2024-07-01', value: { forward: 1, decide: 2 }, source: D15 },
  {
    from: '2022-10-20',
    value: { forward: 1, decide: 2 },
    source: 'Decree 59/2022/ND-CP art. 20',
  },
])

/**
 * The holder's own request in person is acted on at once after verification; a waiting one is late after
 * these hours.
 */
const unlockWithin_h = definePolicy('locks.unlock_within_hours', [
  {
    from: '2022-10-20',
    value: 2,
    source: `${D15}: immediately after verification; the hours are operator policy`,
  },
])

export const forwardBy = (receivedAt: Date): Date =>
  closingAfter(receivedAt, inForce(tk03Days, receivedAt).forward)
export const decideBy = (forwardedAt: Date): Date =>
  closingAfter(forwardedAt, inForce(tk03Days, forwardedAt).decide)
export const unlockBy = (askedAt: Date): Date => later(askedAt, inForce(unlockWithin_h, askedAt) * 3600)
