// What stood still is given back in working days, at the same hour; nothing else is.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { dueAfterPause } from './case-clock.ts'

const at = (text: string): Date => new Date(`${text}+07:00`)

test('over a weekend two working days are given back, and the hour stays', () => {
  // Due Tuesday; stopped on Friday, running again on the next Tuesday: Monday and Tuesday stood still.
  const due = dueAfterPause(at('2026-11-10T17:00:00'), at('2026-11-06T09:00:00'), at('2026-11-10T15:00:00'))
  assert.deepEqual(due, at('2026-11-12T17:00:00'))
})

test('within one day, and over a weekend alone, nothing is given back', () => {
  const due = at('2026-11-10T17:00:00')
  assert.deepEqual(dueAfterPause(due, at('2026-11-06T08:00:00'), at('2026-11-06T16:00:00')), due)
  assert.deepEqual(dueAfterPause(due, at('2026-11-07T08:00:00'), at('2026-11-08T16:00:00')), due)
})

test('Tết does not count: what stood still around it is given back around it', () => {
  // Closed from Friday 5 to Thursday 11 February 2027: of the days that stood still one was a working day.
  const due = dueAfterPause(at('2027-02-04T17:00:00'), at('2027-02-04T10:00:00'), at('2027-02-12T10:00:00'))
  assert.deepEqual(due, at('2027-02-12T17:00:00'))
})

test('two pauses, one after the other, give back as much as one over both, and a due day never comes nearer', () => {
  const DAY_MS = 86_400_000
  const first = at('2026-11-02T09:00:00').getTime()
  for (let from = 0; from < 8; from++) {
    for (let middle = from; middle < 10; middle++) {
      for (let to = middle; to < 12; to++) {
        const [a, b, c] = [from, middle, to].map((day) => new Date(first + day * DAY_MS))
        const due = at('2026-12-07T17:00:00')
        if (!a || !b || !c) {
          continue
        }
        const once = dueAfterPause(due, a, c)
        assert.deepEqual(dueAfterPause(dueAfterPause(due, a, b), b, c), once)
        assert.ok(once >= due)
      }
    }
  }
})
