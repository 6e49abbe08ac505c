// When a notice of stay is due and what it cannot say, at the edges of the law's hours.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { daysOf, dueOf, lateBy_min, leftAt, type Stay } from './stay-time.ts'

const at = (text: string): Date => new Date(`${text}+07:00`)
const iso = (date: Date): string => new Date(date.getTime() + 7 * 3_600_000).toISOString().slice(0, 16)
const stay = (from: string, to: string, reason: Stay['reason'] = 'tourism'): Stay => ({ from, to, reason })
const NOW = at('2026-11-26T20:55:00')

test('whoever comes before 23:00 is notified before 23:00; from 23:00 on, before 08:00 of the next day', () => {
  const due = (arrived: string) => iso(dueOf(at(arrived)))
  assert.equal(due('2026-11-26T00:00:00'), '2026-11-26T23:00')
  assert.equal(due('2026-11-26T22:59:59'), '2026-11-26T23:00')
  assert.equal(due('2026-11-26T23:00:00'), '2026-11-27T08:00')
  assert.equal(due('2026-11-26T23:59:59'), '2026-11-27T08:00')
  assert.equal(due('2026-12-31T23:30:00'), '2027-01-01T08:00')
})

test('a notice in the last second is in time; at the hour it is late, by begun minutes', () => {
  const late = (arrived: string, filed: string) => lateBy_min(at(arrived), at(filed))
  assert.equal(late('2026-11-26T20:00:00', '2026-11-26T22:59:59'), 0)
  assert.equal(late('2026-11-26T20:00:00', '2026-11-26T23:00:00'), 1)
  assert.equal(late('2026-11-26T20:00:00', '2026-11-26T23:01:01'), 2)
  assert.equal(late('2026-11-26T23:40:00', '2026-11-27T07:59:00'), 0)
  assert.equal(late('2026-11-26T23:40:00', '2026-11-27T08:30:00'), 30)
  assert.equal(late('2026-11-25T10:00:00', '2026-11-26T23:00:00'), 24 * 60)
})

test('a stay has thirty days at most, ends after it began and has begun already', () => {
  const told = (one: Stay) => daysOf(one, 'lodging', NOW)
  assert.equal(told(stay('2026-11-26', '2026-12-27')), 'stays.too-long')
  assert.notEqual(typeof told(stay('2026-11-26', '2026-12-26')), 'string')
  assert.equal(told(stay('2026-11-26T20:56', '2026-11-28')), 'stays.not-yet')
  assert.notEqual(typeof told(stay('2026-11-26T20:55', '2026-11-28')), 'string')
  assert.equal(told(stay('2026-11-27', '2026-11-28')), 'stays.not-yet')
  assert.equal(told(stay('2026-11-26', '2026-11-25')), 'stays.to-before-from')
  assert.equal(told(stay('2026-11-26T10:00', '2026-11-26T10:00')), 'stays.to-before-from')
  assert.equal(told(stay('2026-02-30', '2026-03-01')), 'stays.to-before-from')
})

test('a day without a time counts from its beginning to its end, also where both are one day', () => {
  const days = daysOf(stay('2026-11-26', '2026-11-26'), 'lodging', NOW)
  assert.ok(typeof days !== 'string')
  assert.deepEqual([iso(days.fromAt), iso(days.toAt)], ['2026-11-26T00:00', '2026-11-27T00:00'])
  assert.deepEqual([days.fromDay, days.toDay], ['2026-11-26', '2026-11-26'])
})

test('a stay long over is taken late, until it would no longer be kept', () => {
  assert.notEqual(typeof daysOf(stay('2025-12-01', '2025-12-05'), 'lodging', NOW), 'string')
  assert.equal(daysOf(stay('2025-11-01', '2025-11-05'), 'lodging', NOW), 'stays.too-long-ago')
  assert.equal(daysOf(stay('0001-01-01', '0001-01-02'), 'lodging', NOW), 'stays.too-long-ago')
})

test('each kind of place has its own reasons', () => {
  const of = (kind: Parameters<typeof daysOf>[1], reason: Stay['reason']) =>
    daysOf(stay('2026-11-26', '2026-11-27', reason), kind, NOW)
  assert.equal(of('lodging', 'rent'), 'stays.reason-not-here')
  assert.equal(of('medical', 'tourism'), 'stays.reason-not-here')
  assert.notEqual(typeof of('medical', 'care'), 'string')
  assert.notEqual(typeof of('rented-rooms', 'rent'), 'string')
})

test('a guest leaves after she came, before the stay is over and no later than now', () => {
  const days = daysOf(stay('2026-11-25T14:00', '2026-11-28'), 'lodging', NOW)
  assert.ok(typeof days !== 'string')
  const left = (text: string) => leftAt(text, days, NOW)
  assert.equal(left('2026-11-25T14:00'), null)
  assert.equal(left('2026-11-26T20:56'), null)
  assert.equal(left('2026-11-27'), null)
  assert.equal(left('2026-13-01'), null)
  assert.deepEqual(left('2026-11-26T09:00'), { at: at('2026-11-26T09:00:00'), day: '2026-11-26' })
  assert.deepEqual(left('2026-11-26'), { at: NOW, day: '2026-11-26' }, 'today means now')
})
