import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { pageByPage } from './page-by-page.ts'

test('every row is given once and in order, wherever a page ends, also when it goes meanwhile', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(fc.nat(500), { maxLength: 40 }),
      fc.integer({ min: 1, max: 12 }),
      fc.boolean(),
      async (ids, most, goes) => {
        const wanted = ids.toSorted((a, b) => a - b).map((id) => ({ id, name: `row ${id}` }))
        const rows = [...wanted]
        const given: unknown[] = []
        const pageAfter = ({ id: after }: { id: number }, limit: number) =>
          Promise.resolve(rows.filter(({ id }) => id > after).slice(0, limit))
        for await (const row of pageByPage({ id: -1 }, pageAfter, most)) {
          given.push(row)
          if (goes) {
            rows.splice(rows.indexOf(row), 1)
          }
        }
        assert.deepEqual(given, wanted)
      },
    ),
  )
})

test('no page follows one that was not full', async () => {
  let pages = 0
  const pageAfter = () => {
    pages += 1
    return Promise.resolve([{ id: pages }])
  }
  for await (const _ of pageByPage({ id: 0 }, pageAfter, 2)) {
    assert.equal(pages, 1)
  }
})
