/** Dated rules of officers at work. */
import { definePolicy } from '../../../kernel/policy.ts'

interface PersonsPerHour {
  /** Beyond it she names nobody new until the hour is over. */
  readonly most: number
  /** Exactly here her supervisor is told. */
  readonly unusual: number
  readonly unusualAtNight: number
  /** The hours of a counter's day in Vietnam, from the first to before the last. */
  readonly day: { readonly from: number; readonly until: number }
  /** Whose work goes on at night. */
  readonly nightTasks: readonly string[]
  /**
   * Those whose cases she opens count as well, whether she names them or not: each stands at her own office
   * already, so they may be more.
   */
  readonly withCases: { readonly most: number; readonly unusual: number }
}

/** Different people whom one officer meets within an hour, by their numbers or by their cases. */
export const personsPerHour = definePolicy<PersonsPerHour>('organisations.persons_per_hour', [
  {
    from: '2022-10-20',
    value: {
      most: 60,
      unusual: 30,
      unusualAtNight: 8,
      day: { from: 6, until: 20 },
      nightTasks: ['hotline'],
      withCases: { most: 180, unusual: 120 },
    },
    source:
      'operator policy: a busy counter serves some 60 people a day, and nobody at night; three cases a minute are read by nobody',
  },
])

/** So long a device of a desk may take to sign what it took; a nonce is good for this and as much again. */
export const captureNonce_s = definePolicy('organisations.capture_nonce_s', [
  {
    from: '2022-10-20',
    value: 300,
    source:
      'operator policy: long enough for a finger that is tried three times, too short to be carried away',
  },
])
