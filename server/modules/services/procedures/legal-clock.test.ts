// By when a dossier has to be decided: in office hours, over weekends, holidays, pauses and the cut-off;
// always what somebody would count who looks at every single minute.
import assert from 'node:assert/strict'
import { afterEach, test } from 'node:test'
import fc from 'fast-check'
import { vietnamMoment } from '../../../../formats/vietnam-day.ts'
import { dearTries } from '../../../../testing/thorough.ts'
import { calendarYears } from '../../registry/territory/calendar-days.ts'
import { adoptCalendar } from '../../registry/territory/working-calendar.ts'
import {
  cameAfterCutOff,
  closingAfterDays,
  countOf,
  dueOf,
  paused,
  resumed,
  used_ms,
  type LegalClock,
} from './legal-clock.ts'

const at = (day: string, time: string): string => new Date(`${day}T${time}:00+07:00`).toISOString()
const shown = (when: Date | null): string =>
  when === null ? 'stands still' : new Date(when.getTime() + 7 * 3_600_000).toISOString().slice(0, 16)
const clock = (limit: LegalClock['limit'], from: string, cutOff: string | null = null): LegalClock => ({
  limit,
  from,
  cutOff,
  pauses: [],
})

test('a limit in days ends when its last working day closes', () => {
  // A Wednesday.
  assert.equal(shown(dueOf(clock({ days: 7 }, at('2026-11-18', '09:20')))), '2026-11-27T17:00')
  assert.equal(shown(dueOf(clock({ days: 1 }, at('2026-11-20', '23:50')))), '2026-11-23T17:00')
  assert.equal(shown(dueOf(clock({ days: 1 }, at('2026-11-21', '10:00')))), '2026-11-24T17:00')
})

test('what comes after the cut-off counts from the next working day, what comes on its very minute does not', () => {
  const [before, after] = [at('2026-11-18', '15:00'), at('2026-11-18', '15:01')]
  assert.equal(shown(dueOf(clock({ days: 7 }, before, '15:00'))), '2026-11-27T17:00')
  assert.equal(shown(dueOf(clock({ days: 7 }, after, '15:00'))), '2026-11-30T17:00')
  assert.deepEqual(
    [
      cameAfterCutOff(clock({ days: 7 }, before, '15:00')),
      cameAfterCutOff(clock({ days: 7 }, after, '15:00')),
    ],
    [false, true],
  )
})

test('half a working day is four hours of the office, over noon and over the night', () => {
  assert.equal(shown(dueOf(clock({ hours: 4 }, at('2026-11-18', '07:30')))), '2026-11-18T11:30')
  assert.equal(shown(dueOf(clock({ hours: 4 }, at('2026-11-18', '10:00')))), '2026-11-18T15:30')
  assert.equal(shown(dueOf(clock({ hours: 4 }, at('2026-11-18', '16:00')))), '2026-11-19T10:30')
  assert.equal(shown(dueOf(clock({ hours: 4 }, at('2026-11-20', '20:00')))), '2026-11-23T11:30')
})

test('a clock that stands still has no due time, and goes on with what was left', () => {
  const whole = clock({ days: 3 }, at('2026-11-18', '09:00'))
  const still = paused(whole, 'supplement', new Date(at('2026-11-19', '13:00')))
  assert.equal(dueOf(still), null)
  assert.throws(() => paused(still, 'other', new Date(at('2026-11-19', '14:00'))))
  // Half of the first day was used; two days and a half are left from Tuesday noon on.
  assert.equal(shown(dueOf(resumed(still, new Date(at('2026-11-24', '13:00'))))), '2026-11-26T17:00')
  assert.equal(shown(dueOf(resumed(still, new Date(at('2026-11-21', '13:00'))))), '2026-11-25T17:00')
})

test('Tết is not counted', () => {
  assert.equal(shown(dueOf(clock({ days: 2 }, at('2026-02-13', '10:00')))), '2026-02-24T17:00')
  assert.equal(shown(closingAfterDays(new Date(at('2026-02-13', '10:00')), 1)), '2026-02-23T17:00')
})

test('what is shown: days begun, the whole, and how far past', () => {
  const one = clock({ days: 7 }, at('2026-11-16', '09:20'))
  const on = (day: string, time: string) => countOf(one, new Date(at(day, time)))
  assert.deepEqual(on('2026-11-16', '12:00'), { unit: 'days', used: 0, whole: 7, over: 0 })
  assert.deepEqual(on('2026-11-17', '08:00'), { unit: 'days', used: 1, whole: 7, over: 0 })
  assert.deepEqual(on('2026-11-25', '17:00'), { unit: 'days', used: 7, whole: 7, over: 0 })
  assert.deepEqual(on('2026-11-26', '09:00'), { unit: 'days', used: 7, whole: 7, over: 1 })
  assert.deepEqual(on('2026-11-27', '16:00'), { unit: 'days', used: 7, whole: 7, over: 2 })
})

const closed = new Set(calendarYears.flatMap(({ closed: days }) => days.map(([day]) => day)))
const open = new Set(calendarYears.flatMap(({ open: days }) => days.map(([day]) => day)))
afterEach(() => adoptCalendar([]))
const MINUTE_ms = 60_000

/** Days that were announced later: whether offices work. */
type Announced = ReadonlyMap<string, boolean>

/** Every minute on its own: whether offices work in the minute that begins then. */
const isOfficeMinute = (ms: number, announced: Announced = new Map()): boolean => {
  const { day, timeOfDay_ms } = vietnamMoment(new Date(ms))
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  const usual = open.has(day) || (weekday !== 0 && weekday !== 6 && !closed.has(day))
  const isWorkingDay = announced.get(day) ?? usual
  const minute = timeOfDay_ms / MINUTE_ms
  return isWorkingDay && ((minute >= 450 && minute < 690) || (minute >= 780 && minute < 1020))
}
const dayOf = (ms: number): string => vietnamMoment(new Date(ms)).day

/** The same, as slowly as it can be counted. */
const slowDue = ({ limit, from, cutOff, pauses }: LegalClock, announced: Announced = new Map()): number => {
  let ms = Date.parse(from)
  const isWorkingDayOf = (when: number): boolean =>
    isOfficeMinute(Date.parse(`${dayOf(when)}T09:00:00+07:00`), announced)
  const late = cutOff !== null && vietnamMoment(new Date(ms)).timeOfDay_ms > minutesOf(cutOff) * MINUTE_ms
  const nextDay = (when: number): number => Date.parse(`${dayOf(when)}T00:00:00+07:00`) + 86_400_000
  if (late || !isWorkingDayOf(ms)) {
    do {
      ms = nextDay(ms)
    } while (!isWorkingDayOf(ms))
  }
  if ('days' in limit) {
    ms = nextDay(ms)
  }
  let left = ('days' in limit ? limit.days * 8 : limit.hours) * 60
  const isStill = (when: number): boolean =>
    pauses.some((pause) => when >= Date.parse(pause.from) && when < Date.parse(pause.to ?? '9999-12-31'))
  for (; left > 0; ms += MINUTE_ms) {
    left -= isOfficeMinute(ms, announced) && !isStill(ms) ? 1 : 0
  }
  return 'days' in limit ? Date.parse(`${dayOf(ms - MINUTE_ms)}T17:00:00+07:00`) : ms
}
const minutesOf = (text: string): number => Number(text.slice(0, 2)) * 60 + Number(text.slice(3))

const minute = fc
  .integer({ min: 0, max: 500 * 24 * 60 })
  .map((count) => Date.parse('2026-01-01T00:00:00+07:00') + count * MINUTE_ms)
const anyClock = fc
  .record({
    limit: fc.oneof(
      fc.record({ days: fc.integer({ min: 1, max: 12 }) }),
      fc.record({ hours: fc.integer({ min: 1, max: 20 }) }),
    ),
    from: minute,
    cutOff: fc.constantFrom(null, '15:00', '11:30', '16:59'),
    gaps: fc.array(fc.tuple(fc.integer({ min: 0, max: 6000 }), fc.integer({ min: 0, max: 6000 })), {
      maxLength: 4,
    }),
  })
  .map(({ limit, from, cutOff, gaps }): LegalClock => {
    let end = from
    const pauses = gaps.map(([wait, length]) => {
      const begin = end + wait * MINUTE_ms
      end = begin + length * MINUTE_ms
      return { from: new Date(begin).toISOString(), to: new Date(end).toISOString(), why: 'other' as const }
    })
    return { limit, from: new Date(from).toISOString(), cutOff, pauses }
  })

test('every due time is the one that somebody finds who counts the minutes', () => {
  fc.assert(
    fc.property(anyClock, (one) => {
      assert.equal(shown(dueOf(one)), shown(new Date(slowDue(one))))
    }),
    { numRuns: dearTries(150, 100_000) },
  )
})

const someDay = fc
  .integer({ min: 0, max: 520 })
  .map((count) => vietnamMoment(new Date(Date.parse('2026-01-01T12:00:00+07:00') + count * 86_400_000)).day)
const anyChange = fc
  .uniqueArray(fc.record({ day: someDay, offices: fc.constantFrom('closed' as const, 'open' as const) }), {
    selector: ({ day }) => day,
    minLength: 1,
    maxLength: 12,
  })
  .map((days) => ({
    source: 'an announcement',
    days: days.map((one) => ({ ...one, why: { vi: 'nghỉ', en: 'off' } })),
  }))

test('a due time moves with each day that is announced later, as somebody finds who counts the minutes again', () => {
  fc.assert(
    fc.property(anyClock, fc.array(anyChange, { minLength: 1, maxLength: 3 }), (one, changes) => {
      const announced = new Map<string, boolean>()
      for (let count = 1; count <= changes.length; count++) {
        adoptCalendar(changes.slice(0, count))
        for (const { day, offices } of changes[count - 1]?.days ?? []) {
          announced.set(day, offices === 'open')
        }
        assert.equal(shown(dueOf(one)), shown(new Date(slowDue(one, announced))))
      }
    }),
    { numRuns: dearTries(25, 20_000) },
  )
})

test('what was used never runs backwards, and is the whole when it is due', () => {
  fc.assert(
    fc.property(anyClock, fc.integer({ min: 0, max: 30_000 }), (one, wait) => {
      const due = dueOf(one)
      assert.ok(due)
      const some = new Date(Date.parse(one.from) + wait * MINUTE_ms)
      assert.ok(used_ms(one, some) <= used_ms(one, new Date(some.getTime() + MINUTE_ms)))
      const whole = ('days' in one.limit ? one.limit.days * 8 : one.limit.hours) * 3_600_000
      assert.ok(used_ms(one, due) >= whole)
    }),
    { numRuns: dearTries(50, 10_000) },
  )
})

test('a second pause takes nothing from the first: each ends when it ended', () => {
  const moments = ['09:00', '10:00', '14:00', '16:00'].map((time) => new Date(at('2026-11-18', time)))
  const [one = new Date(0), two = new Date(0), three = new Date(0), four = new Date(0)] = moments
  const whole = clock({ hours: 4 }, at('2026-11-18', '08:00'))
  const twice = resumed(paused(resumed(paused(whole, 'supplement', one), two), 'payment', three), four)
  assert.deepEqual(
    twice.pauses.map(({ from, to }) => [from, to]),
    [
      [one.toISOString(), two.toISOString()],
      [three.toISOString(), four.toISOString()],
    ],
  )
  // An hour, an hour and a half, an hour after noon: half an hour was left at four.
  assert.equal(shown(dueOf(twice)), '2026-11-18T16:30')
})
