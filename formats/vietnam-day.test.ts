import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { addDays, isDay, vietnamDay, vietnamMoment, weekday } from './vietnam-day.ts'

test('the Vietnamese day begins at 17:00 UTC of the day before', () => {
  assert.equal(vietnamDay('2026-11-21T16:59:59.999Z'), '2026-11-21')
  assert.equal(vietnamDay(new Date('2026-11-21T17:00:00Z')), '2026-11-22')
  assert.deepEqual(vietnamMoment('2026-11-22T15:00:00+07:00'), {
    day: '2026-11-22',
    timeOfDay_ms: 15 * 3_600_000,
  })
})

test('a text without an offset is refused rather than read in the zone of the machine', () => {
  for (const text of ['2026-11-22T15:00:00', '2026-11-22', '22/11/2026', '', '2026-13-01T00:00Z']) {
    assert.throws(() => vietnamMoment(text), RangeError, text)
  }
  assert.throws(() => vietnamDay(new Date(Number.NaN)), RangeError)
})

test('only a real day is a day', () => {
  assert.ok(isDay('2024-02-29'))
  for (const text of ['2023-02-29', '2026-04-31', '2026-1-1', '2026-00-01', '２０２６-01-01', '']) {
    assert.ok(!isDay(text), text)
  }
})

test('days added and taken away return, and seven days later is the same weekday', () => {
  const anyDay = fc
    .date({ min: new Date('1850-01-01'), max: new Date('2200-12-31'), noInvalidDate: true })
    .map(vietnamDay)
  fc.assert(
    fc.property(anyDay, fc.integer({ min: -5000, max: 5000 }), (day, count) => {
      assert.equal(addDays(addDays(day, count), -count), day)
      assert.equal(weekday(addDays(day, 7)), weekday(day))
    }),
  )
  assert.equal(weekday('2026-11-22'), 0)
})
