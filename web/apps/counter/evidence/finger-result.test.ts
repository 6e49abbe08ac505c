import assert from 'node:assert/strict'
import { test } from 'node:test'
import { adviceOf, lookOfResult, standingOf, type FingerResult } from './finger-result.ts'

const result = (given: Partial<FingerResult>): FingerResult => ({
  finger: 'right-index',
  outcome: 'untaken',
  tries: 0,
  triesLeft: 3,
  quality: 0,
  score: 0,
  reason: null,
  ...given,
})

test('a finger that was not tried is open; after a try it is good, poor or somebody else’s', () => {
  const look = (outcome: FingerResult['outcome'], tries = 1) =>
    lookOfResult(result({ outcome, tries, quality: 55 }))
  assert.deepEqual(look('untaken', 0), { state: 'open', quality: null })
  assert.deepEqual(look('match'), { state: 'good', quality: 55 })
  assert.deepEqual(look('no-match'), { state: 'bad', quality: 55 })
  assert.deepEqual(look('unsure'), { state: 'poor', quality: 55 })
  assert.deepEqual(look('unread'), { state: 'poor', quality: 55 })
})

test('an exception says its reason, whether the finger was tried or not', () => {
  for (const tries of [0, 3]) {
    const look = lookOfResult(result({ outcome: 'exception', reason: 'worn', tries }))
    assert.deepEqual(look, { state: 'missing', quality: null, word: 'Mòn' })
  }
})

test('advice is given for a try that did not match, and for nothing else', () => {
  assert.equal(adviceOf(undefined), null)
  assert.equal(adviceOf(result({})), null)
  assert.equal(adviceOf(result({ outcome: 'match', tries: 1 })), null)
  assert.equal(adviceOf(result({ outcome: 'exception', tries: 3, triesLeft: 0 })), null)
  assert.equal(adviceOf(result({ outcome: 'unread', tries: 2, triesLeft: 1 })), 'blurred')
  assert.equal(adviceOf(result({ outcome: 'unsure', tries: 3, triesLeft: 0 })), 'spent')
  // Read well and not hers: another try would not change it, however many are left.
  assert.equal(adviceOf(result({ outcome: 'no-match', tries: 1, triesLeft: 2 })), 'differs')
  assert.equal(adviceOf(result({ outcome: 'no-match', tries: 3, triesLeft: 0 })), 'differs')
})

test('fingers that the case does not name are open and untried', () => {
  const standing = standingOf({
    perFinger: [result({ outcome: 'match', tries: 2, quality: 70 })],
    verdict: 'unfinished',
  })
  assert.equal(standing.isDone, false)
  assert.equal(standing.triesOf('right-index'), 2)
  assert.equal(standing.lookOf('right-index').state, 'good')
  assert.equal(standing.triesOf('left-thumb'), 0)
  assert.deepEqual(standing.lookOf('left-thumb'), { state: 'open', quality: null })
  assert.equal(standing.resultOf('left-thumb'), undefined)
  for (const verdict of ['match', 'no-match', 'exception', 'no-reference']) {
    assert.equal(standingOf({ perFinger: [], verdict }).isDone, true)
  }
})
