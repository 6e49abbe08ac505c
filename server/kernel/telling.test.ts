// What grows without end is told up to its newest so many, and whether these are all is said, never guessed.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { newestOf, newestShown, type TellingTo } from './telling.ts'

const PAGE = 2
/** A view of so many items, the newest first, that answers two at a time and counts how often it is asked. */
const shown = async (count: number, newest: number) => {
  let asked = 0
  const tell = newestShown((cursor) => async () => {
    asked++
    const from = Number(cursor ?? 0)
    const items = Array.from({ length: Math.min(PAGE, count - from) }, (_, i) => from + i)
    return { items, next: from + PAGE < count ? String(from + PAGE) : null }
  })
  return { ...(await tell({ newest } as TellingTo)), asked }
}

test('all of a view are told where they are few, and one more than the bound is said to be missing', async () => {
  assert.deepEqual(await shown(0, 4), { items: [], areAll: true, asked: 1 })
  assert.deepEqual(await shown(3, 4), { items: [0, 1, 2], areAll: true, asked: 2 })
  assert.deepEqual(await shown(4, 4), { items: [0, 1, 2, 3], areAll: true, asked: 2 })
  assert.deepEqual(await shown(5, 4), { items: [0, 1, 2, 3], areAll: false, asked: 2 })
  assert.deepEqual(await shown(4, 3), { items: [0, 1, 2], areAll: false, asked: 2 })
  assert.deepEqual(await shown(100, 4), { items: [0, 1, 2, 3], areAll: false, asked: 2 })
})

test('rows that were asked for with one more than the bound say the same', () => {
  assert.deepEqual(newestOf([1, 2], 2), { items: [1, 2], areAll: true })
  assert.deepEqual(newestOf([1, 2, 3], 2), { items: [1, 2], areAll: false })
})
