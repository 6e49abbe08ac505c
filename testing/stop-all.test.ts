// What a test has opened is ended, whatever fails or hangs.
import assert from 'node:assert/strict'
import { mock, test } from 'node:test'
import { stopAll } from './stop-all.ts'

test('of several things to end, each is ended, also after one that fails; what failed is told', async () => {
  const ended: string[] = []
  const step = (name: string) => () => void ended.push(name)
  const broken = () => {
    throw new Error('broken')
  }
  await assert.rejects(stopAll({ a: step('a'), b: broken, c: step('c') }), /^Error: broken/)
  await assert.rejects(
    stopAll({ b: broken, c: step('c'), d: () => Promise.reject(new Error('too')) }),
    /broken.*too/,
  )
  assert.deepEqual(ended, ['a', 'c', 'c'])
})

test('one that hangs is named after half a minute, and what stands behind it is ended', async () => {
  mock.timers.enable({ apis: ['setTimeout'] })
  const ended: string[] = []
  const ending = stopAll({ a: () => new Promise(() => undefined), b: () => void ended.push('b') })
  mock.timers.tick(30_000)
  mock.timers.reset()
  await assert.rejects(ending, /^Error: a did not end in 30000 ms/)
  assert.deepEqual(ended, ['b'])
})
