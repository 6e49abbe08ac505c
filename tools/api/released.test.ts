/**
 * Whoever was written for the last release still works: each break is either mended or meant, with its
 * reason.
 */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { breaksOf, unsettled } from './compare.ts'
import { intended } from './intended.ts'
import { apiOfToday, lastReleased, written } from './kept.ts'

test('the API breaks no client of the last release but where that is meant', () => {
  const open = unsettled(breaksOf(lastReleased(), apiOfToday()), intended)
  assert.ok(
    open.length === 0,
    `${open.join('\n')}\nMend it, or list it in tools/api/intended.ts and tell it in CHANGELOG.md.`,
  )
})

test('every intended break has its reason', () => {
  assert.deepEqual(
    intended.filter(({ what, why }) => what.trim() === '' || why.trim().length < 20),
    [],
  )
})

test('what is kept is read again as it was', () => {
  const today = apiOfToday()
  assert.deepEqual(JSON.parse(written(today)), today)
  assert.ok(Object.keys(lastReleased().paths).length > 40)
})
