/** Dated rules of the identity card on the phone. */
import { definePolicy } from '../../../../kernel/policy.ts'

/**
 * Which ages are told without the date of birth: where the law opens or closes something. What was issued
 * before a birthday says no until the phone fetches anew; an end on the birthday would tell the date.
 */
export const toldAges = definePolicy<readonly number[]>('credentials.told_ages', [
  {
    from: '2024-07-01',
    value: [14, 16, 18, 20, 21, 60, 75],
    source:
      'Law 26/2023 art. 19 (14), Penal Code art. 12 (16), Civil Code art. 20 (18), Law 52/2014 art. 8 (20), Law 85/2015 art. 2 (21), Law 39/2009 art. 2 (60), Law 41/2024 art. 21 (75)',
  },
])

/**
 * Bytes and pixels of the picture: small enough to be shown as one of several parts by a QR code or a tap.
 */
export const portraitSize = definePolicy('credentials.portrait', [
  {
    from: '2024-07-01',
    value: { bytesMost: 4096, width: 120, height: 160 },
    source: 'operator policy: large enough to compare a face by eye',
  },
])
