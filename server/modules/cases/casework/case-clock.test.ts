// The clock of a case that stands still: what was left is left, whatever lies between; and never less.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isWorkingDay } from '../../../../formats/working-days.ts'
import { vietnamMoment } from '../../../../formats/vietnam-day.ts'
import { calendarYears } from '../../registry/territory/calendar-days.ts'
import { closingAfter, dueAfterPause } from './case-clock.ts'

const vn = (text: string): Date => new Date(`${text}+07:00`)
const after = (due: string, paused: string, resumed: string): string => {
  const at = dueAfterPause(vn(due), vn(paused), vn(resumed))
  return new Date(at.getTime() + 7 * 3_600_000).toISOString().slice(0, 16)
}

test('a pause moves the due moment by the working time that it took', () => {
  // Monday to Tuesday 17:00, asked on Monday at ten.
  const due = '2026-11-24T17:00:00'
  const asked = '2026-11-23T10:00:00'
  assert.equal(after(due, asked, '2026-11-23T10:00:00'), '2026-11-24T17:00', 'answered at once')
  assert.equal(after(due, asked, '2026-11-23T16:00:00'), '2026-11-25T17:00', 'not a minute less is left')
  assert.equal(after(due, asked, '2026-11-26T09:00:00'), '2026-11-27T17:00', 'Thursday at nine')
  assert.equal(after(due, asked, '2026-11-27T10:00:00'), '2026-11-30T17:00', 'over a weekend')
  assert.equal(after(due, asked, '2026-11-28T12:00:00'), '2026-12-01T17:00', 'on a Saturday: from Monday on')
})

test('what was asked on its last day has the rest of a day left', () => {
  const due = '2026-11-24T17:00:00'
  assert.equal(after(due, '2026-11-24T10:00:00', '2026-11-26T09:00:00'), '2026-11-26T17:00')
  assert.equal(after(due, '2026-11-24T10:00:00', '2026-11-26T20:00:00'), '2026-11-27T17:00')
})

test('what was late when it was asked stays late', () => {
  const due = '2026-11-24T17:00:00'
  for (const asked of ['2026-11-24T17:00:00', '2026-11-24T18:00:00', '2026-11-26T09:00:00']) {
    assert.equal(after(due, asked, '2026-12-03T09:00:00'), '2026-11-24T17:00', asked)
  }
})

test('a limit in hours that ends on a closed day was not late, and ends at a closing', () => {
  assert.equal(after('2026-11-22T12:00:00', '2026-11-22T10:00:00', '2026-11-25T09:00:00'), '2026-11-25T17:00')
})

test('Tết and the Saturdays worked for a holiday are counted as everywhere', () => {
  assert.equal(
    after('2026-02-13T17:00:00', '2026-02-12T09:00:00', '2026-02-18T09:00:00'),
    '2026-02-24T17:00',
    'answered inside Tết: 31 or so hours of working days are left from the Monday after',
  )
  assert.equal(
    after('2026-08-22T17:00:00', '2026-08-21T09:00:00', '2026-08-22T09:00:00'),
    '2026-08-24T17:00',
    'a Saturday on which offices work',
  )
})

const calendar = {
  closedDates: new Set(calendarYears.flatMap((year) => year.closed.map(([day]) => day))),
  openDates: new Set(calendarYears.flatMap((year) => year.open.map(([day]) => day))),
}
const hour_ms = 3_600_000
/** Counted hour by hour, as a child would. */
const workingHours = (from: Date, to: Date): number => {
  let hours = 0
  for (let at = from.getTime(); at < to.getTime(); at += hour_ms) {
    hours += isWorkingDay(vietnamMoment(new Date(at)).day, calendar) ? 1 : 0
  }
  return hours
}

test('for every hour of asking and answering: no working hour is lost, less than two days are given, and it ends at a closing', () => {
  const begun = vn('2026-02-05T00:00:00').getTime()
  for (let opened = 0; opened < 14 * 24; opened += 17) {
    const openedAt = new Date(begun + opened * hour_ms)
    const dueAt = closingAfter(openedAt, 1 + (opened % 3))
    for (let wait = 0; wait < 40; wait += 7) {
      const askedAt = new Date(openedAt.getTime() + wait * hour_ms)
      for (const took of [0, 1, 5, 23, 24, 50, 121, 200]) {
        const resumedAt = new Date(askedAt.getTime() + took * hour_ms)
        const due = dueAfterPause(dueAt, askedAt, resumedAt)
        const left = workingHours(askedAt, dueAt)
        if (left === 0) {
          assert.equal(due, dueAt)
          continue
        }
        const given = workingHours(resumedAt, due)
        const which = [openedAt, askedAt, resumedAt, due].map((at) => at.toISOString()).join(' ')
        assert.ok(given >= left && given < left + 24, `${left} left, ${given} given: ${which}`)
        assert.equal(vietnamMoment(due).timeOfDay_ms, 17 * hour_ms, which)
        assert.ok(due >= dueAt, which)
      }
    }
  }
})
