// The very moment at which a recovery lapses, and at which its waiting is over.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { later } from '../../../../kernel/clock.ts'
import { beginning, ending, ruleOf, stepOf } from './recovery.ts'

const AT = new Date('2026-11-22T09:00:00+07:00')

test('it has ended at the second at which it lapses, and not one before', () => {
  const recovery = beginning('face', AT)
  const [first] = ruleOf(recovery).proofs
  assert.equal(stepOf(recovery, later(recovery.endsAt, -1)), first)
  assert.equal(stepOf(recovery, recovery.endsAt), 'ended')
})

test('the new phone may be bound at the second at which the waiting is over, and not one before', () => {
  const begun = beginning('face', AT)
  const waitUntil = later(AT, ruleOf(begun).wait_s)
  const proven = { ...begun, proven: ruleOf(begun).proofs, waitUntil, endsAt: later(waitUntil, 3600) }
  assert.equal(stepOf(proven, later(waitUntil, -1)), 'wait')
  assert.equal(stepOf(proven, waitUntil), 'secrets')
})

test('what has ended stays as it ended', () => {
  const cancelled = ending(beginning('face', AT), 'cancelled')
  assert.equal(cancelled.end, 'cancelled')
  assert.equal(ending(cancelled, 'disputed').end, 'cancelled')
})
