import assert from 'node:assert/strict'
import { test } from 'node:test'
import { oneAtATime } from './one-at-a-time.ts'

test('while one look is under way another is left out, and the next one after it is taken', async () => {
  const ends: (() => void)[] = []
  const look = oneAtATime(() => new Promise<void>((end) => ends.push(end)))
  const first = look()
  await look()
  await look()
  assert.equal(ends.length, 1)
  ends[0]?.()
  await first
  const second = look()
  assert.equal(ends.length, 2)
  ends[1]?.()
  await second
})

test('a look that fails says nothing and does not stop the next one', async () => {
  let looks = 0
  const look = oneAtATime(() => {
    looks++
    return Promise.reject(new Error('the line is down'))
  })
  await look()
  await look()
  assert.equal(looks, 2)
})
