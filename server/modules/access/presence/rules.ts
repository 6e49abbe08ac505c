/** The price of presence: how long a browser works before a code is sent for a stranger. */
import { definePolicy } from '../../../kernel/policy.ts'

/**
 * One try is `cost` rounds of PBKDF2 with SHA-256; the answer is one of `tries`, evenly drawn, so that nobody
 * works longer than all of them. From each `from_percent` of the fullest of the ceilings for text messages
 * that she would be counted against (`accounts.sms_ceilings`: her block of networks, the nation), `tries` is
 * multiplied by `times`.
 */
export const presencePrice = definePolicy('presence.price', [
  {
    from: '2022-10-20',
    value: {
      lifetime_s: 600,
      cost: 1000,
      tries: 240,
      dearer: [
        { from_percent: 50, times: 2 },
        { from_percent: 80, times: 4 },
        { from_percent: 95, times: 8 },
      ],
    },
    source:
      'operator policy: security bar S9. At the base price a phone of ten years ago works about a second at most and half of it on average, while she types; a program that asks a thousand times pays a thousand times',
  },
])

/**
 * How often one network may have work drawn. A page draws once when it opens and once for each press, and a
 * mobile network puts thousands of people behind one address: far above every limit of the deeds for which it
 * is drawn, so that nobody is kept from a code by this one first.
 */
export const presenceDraws = definePolicy('presence.draws_per_network', [
  {
    from: '2022-10-20',
    value: { perHour: 6000 },
    source: 'operator policy: each draw is a signature and two reads that nobody has paid for',
  },
])

export type PresencePrice = (typeof presencePrice)['versions'][number]['value']

/** How many tries it takes at this fullness. */
export const triesAt = ({ tries, dearer }: PresencePrice, percent: number): number =>
  tries * Math.max(1, ...dearer.map(({ from_percent: from, times }) => (percent >= from ? times : 1)))
