// A list read page after page, where the line fails between two pages.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { networkProblem } from './problem.ts'
import { beforePages, openPages, type Page, type PagesState } from './pages.ts'

const PAGES: Readonly<Record<string, Page<number>>> = {
  first: { items: [1, 2], next: 'second' },
  second: { items: [3, 4], next: 'third' },
  third: { items: [5], next: null },
}

const opened = () => {
  let state: PagesState<number> = beforePages
  const asked: string[] = []
  const failing = new Set<string>()
  const pages = openPages<number>(
    async (cursor = 'first') => {
      asked.push(cursor)
      if (failing.has(cursor)) {
        throw networkProblem('unreachable')
      }
      return PAGES[cursor] ?? assert.fail()
    },
    (change) => {
      state = change(state)
    },
  )
  return { pages, asked, failing, state: () => state }
}

test('a page that failed is the one that is read again, and what was read before it stays', async () => {
  const { pages, asked, failing, state } = opened()
  await pages.load()
  failing.add('second')
  await pages.load('second')
  assert.ok(state().problem)
  assert.deepEqual([state().items, state().next], [[1, 2], 'second'])
  failing.clear()
  await pages.retry()
  assert.equal(state().problem, null)
  assert.deepEqual([state().items, state().next], [[1, 2, 3, 4], 'third'])
  assert.deepEqual(asked, ['first', 'second', 'second'])
})

test('where the first page failed, that is read again', async () => {
  const { pages, asked, failing, state } = opened()
  failing.add('first')
  await pages.load()
  failing.clear()
  await pages.retry()
  assert.deepEqual(
    [state().items, asked],
    [
      [1, 2],
      ['first', 'first'],
    ],
  )
})

test('the list read anew begins at its first page, and a page that is left hears of none', async () => {
  const { pages, state } = opened()
  await pages.load()
  await pages.load('second')
  await pages.load()
  assert.deepEqual(state().items, [1, 2])
  const late = pages.load('second')
  pages.stop()
  await late
  assert.deepEqual([state().items, state().isLoading], [[1, 2], true])
})
