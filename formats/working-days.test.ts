import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { addDays, weekday } from './vietnam-day.ts'
import {
  addWorkingDays,
  isWorkingDay,
  receptionDay,
  workingDaysBetween,
  type WorkingCalendar,
} from './working-days.ts'

const plain: WorkingCalendar = { closedDates: new Set(), openDates: new Set() }
/** Invented: Thursday 1 and Friday 2 January closed, Saturday 10 January worked instead. */
const newYear: WorkingCalendar = {
  closedDates: new Set(['2026-01-01', '2026-01-02']),
  openDates: new Set(['2026-01-10']),
}

const anyDay = fc.integer({ min: 0, max: 700 }).map((count) => addDays('2026-01-01', count))
const anyCalendar = fc
  .record({ closed: fc.array(anyDay, { maxLength: 60 }), open: fc.array(anyDay, { maxLength: 20 }) })
  .map(({ closed, open }): WorkingCalendar => ({
    closedDates: new Set(closed),
    openDates: new Set(open.filter((day) => weekday(day) === 6)),
  }))

test('weekends and closed days are not counted and a make-up Saturday is', () => {
  assert.equal(addWorkingDays('2025-12-31', 1, newYear), '2026-01-05')
  assert.equal(addWorkingDays('2026-01-09', 1, newYear), '2026-01-10')
  assert.equal(addWorkingDays('2026-01-09', 1, plain), '2026-01-12')
  assert.equal(addWorkingDays('2026-01-05', 7, newYear), '2026-01-13')
  assert.ok(isWorkingDay('2026-01-10', newYear))
  assert.ok(!isWorkingDay('2026-01-11', newYear))
})

test('what comes after the cut-off in Vietnam is received on the next working day', () => {
  const options = { cutOff: '15:00' }
  assert.equal(receptionDay('2026-01-05T08:00:00Z', plain, options), '2026-01-05')
  assert.equal(receptionDay('2026-01-05T08:00:00.001Z', plain, options), '2026-01-06')
  assert.equal(receptionDay('2026-01-09T15:00:01+07:00', plain, options), '2026-01-12')
  assert.equal(addWorkingDays(new Date('2026-01-09T15:00:01+07:00'), 1, plain, options), '2026-01-13')
  assert.equal(addWorkingDays('2026-01-09T15:00:01+07:00', 1, plain), '2026-01-12')
})

test('what comes on a closed day is received on the next working day, at any hour', () => {
  assert.equal(receptionDay('2026-01-10T02:00:00Z', plain, { cutOff: '15:00' }), '2026-01-12')
  assert.equal(receptionDay('2026-01-10T10:00:00Z', plain, { cutOff: '15:00' }), '2026-01-12')
  assert.equal(addWorkingDays('2026-01-10', 0, plain), '2026-01-12')
})

test('the day is the one in Vietnam, not the one in Greenwich', () => {
  assert.equal(receptionDay('2026-01-04T17:30:00Z', plain), '2026-01-05')
  assert.equal(receptionDay('2026-01-05T17:30:00Z', plain), '2026-01-06')
})

test('a limit ends on a working day, exactly so many working days after receipt', () => {
  fc.assert(
    fc.property(anyDay, fc.nat(120), anyCalendar, (day, days, calendar) => {
      const end = addWorkingDays(day, days, calendar)
      assert.ok(isWorkingDay(end, calendar))
      assert.equal(workingDaysBetween(receptionDay(day, calendar), end, calendar), days)
    }),
  )
})

test('limits add up, grow with the days given and never shrink by closing a day', () => {
  fc.assert(
    fc.property(anyDay, fc.nat(40), fc.nat(40), anyCalendar, anyDay, (day, a, b, calendar, closed) => {
      assert.equal(
        addWorkingDays(addWorkingDays(day, a, calendar), b, calendar),
        addWorkingDays(day, a + b, calendar),
      )
      assert.ok(addWorkingDays(day, a, calendar) < addWorkingDays(day, a + 1, calendar))
      const stricter = { ...calendar, closedDates: new Set([...calendar.closedDates, closed]) }
      assert.ok(addWorkingDays(day, a, stricter) >= addWorkingDays(day, a, calendar))
    }),
  )
})

test('spans of working days add up and change sign when turned', () => {
  fc.assert(
    fc.property(anyDay, anyDay, anyDay, anyCalendar, (a, b, c, calendar) => {
      assert.equal(
        workingDaysBetween(a, b, calendar) + workingDaysBetween(b, c, calendar),
        workingDaysBetween(a, c, calendar),
      )
      assert.equal(workingDaysBetween(a, b, calendar) + workingDaysBetween(b, a, calendar), 0)
    }),
  )
  assert.equal(workingDaysBetween('2026-01-09', '2026-01-09', plain), 0)
  assert.equal(workingDaysBetween('2026-01-09', '2026-01-12', plain), 1)
})

test('wrong inputs and a calendar without working days are refused rather than run for ever', () => {
  for (const days of [-1, 0.5, Number.NaN, Infinity, 100_001]) {
    assert.throws(() => addWorkingDays('2026-01-05', days, plain), RangeError)
  }
  assert.throws(() => addWorkingDays('2026-01-05T10:00:00', 1, plain), RangeError)
  assert.throws(() => receptionDay('2026-01-05', plain, { cutOff: '3pm' }), RangeError)
  assert.throws(() => workingDaysBetween('2026-01-05', '2026-02-30', plain), RangeError)
  const never = {
    closedDates: new Set(Array.from({ length: 800 }, (_, count) => addDays('2026-01-01', count))),
    openDates: new Set<string>(),
  }
  assert.throws(() => addWorkingDays('2026-01-05', 1, never), RangeError)
})
