/** Dated rules of sharing documents with registered parties. */
import { definePolicy } from '../../../kernel/policy.ts'

/** How long a request may last, by the way it came. What says a longer time is no request. */
export const requestLasts_s = definePolicy('sharing.request_lasts_s', [
  {
    from: '2022-10-20',
    value: { link: 3600, printed: 3600, pushed: 7 * 86_400 },
    source: 'operator policy: she reads it while she stands before it; a pushed one is found within a week',
  },
])

export const sharingLimits = definePolicy('sharing.limits', [
  {
    from: '2022-10-20',
    value: { openedPerHour: 60, reportedPerDay: 20, waitingShown: 50 },
    source: 'operator policy: whoever opens one link after the other is a program',
  },
])

/** A party that may push reaches nobody again and again, and not a nation in a day. */
export const pushLimits = definePolicy('sharing.push_limits', [
  {
    from: '2022-10-20',
    value: { perPersonAndDay: 3, perPartyAndDay: 20_000, perNetworkAndHour: 20_000 },
    source:
      'operator policy: a request that she did not expect is pressure, the third one of a day is the last',
  },
])

/** The line to a party: how long a question may take, how many at once, and when it is left alone. */
export const partyLines = definePolicy('sharing.party_lines', [
  {
    from: '2022-10-20',
    value: { silences: 5, rest_s: 20, atOnce: 32, mostPerMinute: 3000, timeout_ms: 5000 },
    source:
      'operator policy: a party in trouble holds up nobody, and is not asked by everybody when it is back',
  },
])

/** Sending what she agreed to, or that she refused: when it is tried again, and until when. */
export const deliveryRule = definePolicy('sharing.delivery', [
  {
    from: '2022-10-20',
    value: { again_s: [3, 10, 60, 300, 1800], full_s: 2, lease_s: 30, answer_s: 86_400, refusal_s: 3600 },
    source:
      'operator policy: a party that is away for a night gets what was agreed; after a day it asks anew',
  },
])

/** A wish that the party has not answered for good: told again until then. */
export const noticeRule = definePolicy('sharing.notices', [
  {
    from: '2022-10-20',
    value: { again_s: [60, 600, 3600, 21_600, 86_400], giveUpAfterDue_days: 60 },
    source: 'operator policy',
  },
])

/** By when a party has to answer a wish, in days. */
export const wishDue_days = definePolicy('sharing.wish_due_days', [
  { from: '2022-10-20', value: { withdraw: 15, erase: 20 }, source: 'operator policy' },
  {
    from: '2023-07-01',
    value: { withdraw: 3, erase: 3 },
    source: 'Decree 13/2023/ND-CP art. 12, 16: 72 hours',
  },
  {
    from: '2026-01-01',
    value: { withdraw: 15, erase: 20 },
    source: 'Law 91/2025/QH15 and Decree 356/2025/ND-CP: 15 days to stop, 20 days to erase',
  },
])

/** Decree 69/2024/ND-CP art. 9: what an account of level 1 cannot show it cannot share. */
export const leastLevelToShare = definePolicy('sharing.least_level', [
  { from: '2022-10-20', value: 2, source: 'Decree 59/2022/ND-CP and Decree 69/2024/ND-CP art. 9' },
])
