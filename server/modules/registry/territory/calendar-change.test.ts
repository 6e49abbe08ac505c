// Days that are announced later: what is refused, and where a time limit goes that was counted without them.
import assert from 'node:assert/strict'
import { afterEach, test } from 'node:test'
import fc from 'fast-check'
import { addDays } from '../../../../formats/vietnam-day.ts'
import { calendarChange, changedCalendar, faultOfChange, type CalendarChange } from './calendar-change.ts'
import {
  addWorkingDays,
  adoptCalendar,
  calendarOfTheProduct,
  calendarRevision,
  dayOfReceipt,
  dueByNow,
} from './working-calendar.ts'

afterEach(() => adoptCalendar([]))

const why = { vi: 'nghỉ bù', en: 'a day in lieu' }
const change = (
  ...days: readonly (readonly [day: string, offices: 'closed' | 'open'])[]
): CalendarChange => ({
  source: 'Thông báo thử số 1/TB-THU',
  days: days.map(([day, offices]) => ({ day, offices, why })),
})
const faultOf = (one: CalendarChange): string | null => faultOfChange(one, calendarOfTheProduct, '2026-12-01')

test('only days to come are announced, each once, and only where something changes', () => {
  assert.equal(faultOf(change(['2026-12-02', 'closed'], ['2026-12-05', 'open'])), null)
  assert.match(faultOf(change(['2026-12-01', 'closed'])) ?? '', /not to come/)
  assert.match(faultOf(change(['2026-12-02', 'closed'], ['2026-12-02', 'open'])) ?? '', /named twice/)
  assert.match(faultOf(change(['2029-03-02', 'closed'])) ?? '', /two years ahead/)
  assert.match(faultOf(change(['2026-12-05', 'closed'])) ?? '', /closed on 2026-12-05 already.*Saturday/)
  assert.match(faultOf(change(['2026-12-02', 'open'])) ?? '', /open on 2026-12-02 already.*Wednesday/)
})

test('a file that says anything else is not read', () => {
  const good = change(['2026-12-02', 'closed'])
  assert.equal(calendarChange.safeParse(good).success, true)
  for (const bad of [
    { ...good, more: 1 },
    { ...good, days: [] },
    { ...good, source: '' },
    { ...good, days: [{ day: '2026-02-30', offices: 'closed', why }] },
    { ...good, days: [{ day: '2026-12-02', offices: 'holiday', why }] },
    { ...good, days: [{ day: '2026-12-02', offices: 'closed', why: { vi: 'nghỉ' } }] },
    { ...good, days: Array.from({ length: 41 }, () => good.days[0]) },
  ]) {
    assert.equal(calendarChange.safeParse(bad).success, false, JSON.stringify(bad))
  }
})

test('what is announced last about a day counts', () => {
  const [one, two] = [change(['2026-12-02', 'closed']), change(['2026-12-02', 'open'])]
  adoptCalendar([one])
  assert.deepEqual([calendarRevision(), dayOfReceipt('2026-12-02')], [1, '2026-12-03'])
  adoptCalendar([one, two])
  assert.deepEqual([calendarRevision(), dayOfReceipt('2026-12-02')], [2, '2026-12-02'])
  assert.equal(changedCalendar(calendarOfTheProduct, one).closedDates.has('2026-12-02'), true)
  assert.equal(calendarOfTheProduct.closedDates.has('2026-12-02'), false)
})

const at = (day: string, time = '17:00'): Date => new Date(`${day}T${time}:00+07:00`)
test('a closing on a day that becomes a holiday is the closing of the next day; what is due before it stays', () => {
  adoptCalendar([change(['2026-12-08', 'closed'])])
  assert.deepEqual(dueByNow(at('2026-12-08'), at('2026-12-01', '09:00'), 0), at('2026-12-09'))
  assert.deepEqual(
    dueByNow(at('2026-12-11', '10:30'), at('2026-12-01', '09:00'), 0),
    at('2026-12-14', '10:30'),
  )
  assert.deepEqual(dueByNow(at('2026-12-07'), at('2026-12-01', '09:00'), 0), at('2026-12-07'))
  assert.deepEqual(
    dueByNow(at('2026-12-09'), at('2026-12-01', '09:00'), 1),
    at('2026-12-09'),
    'counted with it',
  )
})

const day = fc.integer({ min: 0, max: 300 }).map((count) => addDays('2026-12-02', count))
const anyChange = fc
  .uniqueArray(fc.tuple(day, fc.constantFrom('closed' as const, 'open' as const)), {
    selector: ([one]) => one,
    minLength: 1,
    maxLength: 10,
  })
  .map((days) => change(...days))

test('a limit that is moved ends where it would have ended had the days been known when it began', () => {
  fc.assert(
    fc.property(
      fc.array(anyChange, { minLength: 1, maxLength: 4 }),
      day,
      fc.integer({ min: 1, max: 40 }),
      fc.nat(3),
      (changes, received, days, known) => {
        const before = changes.slice(0, Math.min(known, changes.length - 1))
        adoptCalendar(before)
        // Only days to come are announced: it was received before the first of those that came later.
        const first = changes
          .slice(before.length)
          .flatMap((one) => one.days.map((of) => of.day))
          .sort()[0]
        fc.pre(first !== undefined && dayOfReceipt(received) < first)
        const due = at(addWorkingDays(received, days))
        adoptCalendar(changes)
        const moved = dueByNow(due, at(dayOfReceipt(received), '09:00'), before.length)
        assert.deepEqual(moved, at(addWorkingDays(received, days)))
      },
    ),
    { numRuns: 500 },
  )
})

test('a day that is closed and opened again leaves every limit where it was', () => {
  fc.assert(
    fc.property(day, day, fc.integer({ min: 1, max: 30 }), (changed, received, days) => {
      adoptCalendar([])
      fc.pre(received < changed && dayOfReceipt(changed) === changed)
      const due = at(addWorkingDays(received, days))
      const closed = change([changed, 'closed'])
      adoptCalendar([closed])
      const moved = dueByNow(due, at(received, '09:00'), 0)
      adoptCalendar([closed, change([changed, 'open'])])
      assert.deepEqual(dueByNow(moved, at(received, '09:00'), 1), due)
    }),
    { numRuns: 300 },
  )
})
