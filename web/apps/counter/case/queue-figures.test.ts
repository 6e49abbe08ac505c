// The head of a queue never says that fewer wait than do.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { queueFigures } from './queue-figures.ts'

const rows = (count: number, late: number) =>
  Array.from({ length: count }, (_, index) => ({ isOverdue: index < late }))

test('of a queue that was read whole all is counted', () => {
  assert.deepEqual(queueFigures(rows(7, 2), false, 900), { waiting: '7', late: '2' })
  assert.deepEqual(queueFigures([], false, undefined), { waiting: '0', late: null })
})

test('of a queue that goes on the office’s own figure is said, or that there are more', () => {
  assert.deepEqual(queueFigures(rows(30, 4), true, 2000), { waiting: '2000', late: '4' })
  assert.deepEqual(queueFigures(rows(30, 30), true, 2000), { waiting: '2000', late: '30+' })
  assert.deepEqual(queueFigures(rows(30, 0), true, undefined), { waiting: '30+', late: null })
  assert.deepEqual(queueFigures(rows(60, 0), true, 45), { waiting: '60+', late: null }, 'an old figure')
})
