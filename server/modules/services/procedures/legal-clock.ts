/**
 * The legal clock of a dossier: time passes in the hours in which offices work. A limit in days begins with
 * the working day after that of receipt and ends when its last day closes (Civil Code 2015 art. 147); one in
 * hours begins at once. What comes after the cut-off is received on the next working day. While the clock is
 * paused no time passes. Everything is counted from the same few facts, so that a holiday which is announced
 * later moves what is still open. Pure but for the calendar.
 */
import { addDays, vietnamMoment } from '../../../../formats/vietnam-day.ts'
import { inForce } from '../../../kernel/policy.ts'
import { addWorkingDays, dayOfReceipt } from '../../registry/territory/working-calendar.ts'
import { officeHours } from './rules.ts'

export interface Pause {
  /** ISO moments; `to` is null while it lasts. */
  readonly from: string
  readonly to: string | null
  readonly why: 'supplement' | 'payment' | 'consultation' | 'other'
}
export interface LegalClock {
  readonly limit: { readonly days: number } | { readonly hours: number }
  /** When it was filed with all that it needed. */
  readonly from: string
  readonly cutOff: string | null
  readonly pauses: readonly Pause[]
}

const MINUTE_ms = 60_000
const HOURS_OF_DAY = 8
/** No dossier is open for so long. */
const longest_days = 4000

type Span = readonly [from_ms: number, until_ms: number]

const midnight = (day: string): number => Date.parse(`${day}T00:00:00+07:00`)
const isWorking = (day: string): boolean => dayOfReceipt(day) === day

/** The hours in which offices work on a day; none on a closed one. */
const hoursOn = (day: string): readonly Span[] =>
  isWorking(day)
    ? inForce(officeHours, new Date(midnight(day))).map(([from, until]): Span => {
        const start = midnight(day)
        return [start + from * MINUTE_ms, start + until * MINUTE_ms]
      })
    : []
const closingOf = (day: string): number => hoursOn(day).at(-1)?.[1] ?? midnight(day)

/** What is left of a span outside of the pauses. */
const outside = (span: Span, pauses: readonly Span[]): readonly Span[] =>
  pauses.reduce<readonly Span[]>(
    (left, [from, until]) =>
      left.flatMap(([a, b]) => {
        const parts: Span[] = [
          [a, Math.min(b, from)],
          [Math.max(a, until), b],
        ]
        return parts.filter(([x, y]) => y > x)
      }),
    [span],
  )

const spansOf = ({ pauses }: LegalClock): readonly Span[] =>
  pauses.map(({ from, to }): Span => [Date.parse(from), to === null ? Infinity : Date.parse(to)])

const isInDays = (clock: LegalClock): clock is LegalClock & { limit: { readonly days: number } } =>
  'days' in clock.limit
const whole_ms = ({ limit }: LegalClock): number =>
  ('days' in limit ? limit.days * HOURS_OF_DAY : limit.hours) * 3_600_000

/** The day on which it counts as received (ISO). */
export const receivedOn = ({ from, cutOff }: Pick<LegalClock, 'from' | 'cutOff'>): string =>
  dayOfReceipt(new Date(from), cutOff === null ? {} : { cutOff })
/** It came so late on its day that it is received on another one. */
export const cameAfterCutOff = (clock: Pick<LegalClock, 'from' | 'cutOff'>): boolean =>
  receivedOn(clock) !== dayOfReceipt(new Date(clock.from))

/** The first moment of which the time counts. */
const beginning = (clock: LegalClock): number => {
  const day = receivedOn(clock)
  if (isInDays(clock)) {
    return midnight(addDays(day, 1))
  }
  return Math.max(Date.parse(clock.from), midnight(day))
}

/** Office time, outside of pauses, from its beginning on: day by day. */
function* passing(clock: LegalClock): Generator<{ readonly day: string; readonly span: Span }> {
  const start = beginning(clock)
  const pauses = spansOf(clock)
  const { day: first } = vietnamMoment(new Date(start))
  let day = first
  // Nothing passes any more while it stands still.
  const still = Math.min(...pauses.flatMap(([from, until]) => (until === Infinity ? [from] : [])))
  for (let count = 0; count < longest_days && midnight(day) < still; count++, day = addDays(day, 1)) {
    for (const [from, until] of hoursOn(day)) {
      if (until > start) {
        for (const span of outside([Math.max(from, start), until], pauses)) {
          yield { day, span }
        }
      }
    }
  }
}

/** The working time that was used by then. */
export const used_ms = (clock: LegalClock, at: Date): number => {
  let used = 0
  for (const { span } of passing(clock)) {
    if (span[0] >= at.getTime()) {
      break
    }
    used += Math.min(span[1], at.getTime()) - span[0]
  }
  return used
}

/** By when it is to be decided; null while the clock stands still. */
export const dueOf = (clock: LegalClock): Date | null => {
  let left = whole_ms(clock)
  for (const { day, span } of passing(clock)) {
    left -= span[1] - span[0]
    if (left <= 0) {
      return new Date(isInDays(clock) ? closingOf(day) : span[1] + left)
    }
  }
  return null
}

export const isPaused = ({ pauses }: LegalClock): boolean => pauses.some(({ to }) => to === null)

/** Throws a plain Error when it stands still already: which step is lawful is the noun's to say. */
export const paused = (clock: LegalClock, why: Pause['why'], at: Date): LegalClock => {
  if (isPaused(clock)) {
    throw new Error('the clock stands still already')
  }
  return { ...clock, pauses: [...clock.pauses, { from: at.toISOString(), to: null, why }] }
}
export const resumed = (clock: LegalClock, at: Date): LegalClock => ({
  ...clock,
  pauses: clock.pauses.map((pause) => (pause.to === null ? { ...pause, to: at.toISOString() } : pause)),
})

/**
 * In whole working days or hours, as it is shown: begun ones of what was used, the whole, and what is over.
 */
export const countOf = (
  clock: LegalClock,
  at: Date,
): {
  readonly unit: 'days' | 'hours'
  readonly used: number
  readonly whole: number
  readonly over: number
} => {
  const unit_ms = (isInDays(clock) ? HOURS_OF_DAY : 1) * 3_600_000
  const whole = 'days' in clock.limit ? clock.limit.days : clock.limit.hours
  const used = Math.ceil(used_ms(clock, at) / unit_ms)
  const due = dueOf(clock)
  return {
    unit: isInDays(clock) ? 'days' : 'hours',
    used: Math.min(used, whole),
    whole,
    over: due !== null && at > due ? Math.max(1, used - whole) : 0,
  }
}

/** The end of the n-th working day from now, for a time that the person is given. */
export const closingAfterDays = (at: Date, days: number): Date =>
  new Date(closingOf(addWorkingDays(at, days)))
