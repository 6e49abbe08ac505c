import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isDay, weekday } from '../../../../formats/vietnam-day.ts'
import { calendarYears } from './calendar-days.ts'
import { addWorkingDays, calendarKnows, dayOfReceipt, workingDaysFromTo } from './working-calendar.ts'

test('closed days are weekdays, worked days are weekend days, each in its year and once', () => {
  for (const { year, closed, open } of calendarYears) {
    const days = [...closed, ...open].map(([day]) => day)
    assert.equal(new Set(days).size, days.length)
    assert.ok(days.every((day) => isDay(day) && day.startsWith(String(year))))
    assert.ok(
      closed.every(([day]) => weekday(day) !== 0 && weekday(day) !== 6),
      String(year),
    )
    assert.ok(open.every(([day]) => weekday(day) === 0 || weekday(day) === 6))
    // Eleven days a year by law, and an exchanged day for each weekend day worked.
    assert.ok(closed.length - open.length <= 11 && closed.length - open.length >= 9, String(year))
  }
})

test('a limit across Tết 2026 ends after the holiday', () => {
  assert.equal(addWorkingDays('2026-02-13', 1), '2026-02-23')
  assert.equal(addWorkingDays('2026-02-13', 3), '2026-02-25')
})

test('an exchanged Saturday is a working day, and its Monday is not', () => {
  assert.equal(dayOfReceipt('2026-08-22'), '2026-08-22')
  assert.equal(addWorkingDays('2026-08-28', 1), '2026-09-03')
  assert.equal(workingDaysFromTo('2027-02-04', '2027-02-12'), 1)
})

test('the calendar says for which years it knows the holidays', () => {
  assert.equal(calendarKnows('2027-12-31'), true)
  assert.equal(calendarKnows('2028-01-03'), false)
})
