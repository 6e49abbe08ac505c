import assert from 'node:assert/strict'
import { test } from 'node:test'
import { daysAhead } from './paper-day.ts'

const lateEvening_UTC = Date.parse('2026-11-29T18:30:00Z')

test('a paper is not issued on a day to come; today is the day in Viet Nam', () => {
  const faults = (date: string, now_ms = lateEvening_UTC) => daysAhead({ date }, ['date'], now_ms)
  assert.deepEqual(faults('2026-11-29'), [])
  // It is half past one in the morning of the 30th there.
  assert.deepEqual(faults('2026-11-30'), [])
  assert.deepEqual(faults('2026-12-01'), [{ field: 'date', code: 'ahead' }])
  assert.deepEqual(faults('2026-11-30', Date.parse('2026-11-29T16:59:00Z')), [
    { field: 'date', code: 'ahead' },
  ])
})

test('a day that was not entered is not ahead, and only the fields that are named are looked at', () => {
  assert.deepEqual(daysAhead({ date: '', until: '2030-01-01' }, ['date'], lateEvening_UTC), [])
})
