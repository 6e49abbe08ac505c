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

export type PresencePrice = (typeof presencePrice)['versions'][number]['value']

/** How many tries it takes at this fullness. */
export const triesAt = ({ tries, dearer }: PresencePrice, percent: number): number =>
  tries * Math.max(1, ...dearer.map(({ from_percent: from, times }) => (percent >= from ? times : 1)))
