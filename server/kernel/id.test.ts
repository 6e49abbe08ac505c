// Ids of one process: distinct, in order also within a millisecond, and of the moment at which they were
// drawn.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { momentOfId, newId } from './id.ts'

test('ids are distinct and sort as they were drawn, also those of one millisecond', () => {
  const ids = Array.from({ length: 1500 }, () => newId())
  assert.equal(new Set(ids).size, ids.length)
  assert.deepEqual(ids.toSorted(), ids)
})

test('an id is a UUIDv7 that tells its millisecond', () => {
  const before = Date.now()
  const id = newId()
  assert.match(id, /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  assert.ok(momentOfId(id).getTime() >= before && momentOfId(id).getTime() <= Date.now())
})
