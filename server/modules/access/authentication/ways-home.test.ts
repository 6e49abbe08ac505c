// No way to a phone of somebody's account rests on what a thief has in one handbag: a law over every way and
// over every version of the ladder.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { now } from '../../../kernel/clock.ts'
import { isSoundWay, LEAST_WAIT_S } from '../../people/accounts/way-home.ts'
import { recoveryLadder, rungs } from './recovery/recovery-rules.ts'
import { wayHome, wayOf, ways } from './ways-home.ts'

test('every way that stands today, and every rung of every version of the ladder, is sound', () => {
  for (const way of ways) {
    assert.ok(isSoundWay(wayHome(way, now())), way)
  }
  for (const { from } of recoveryLadder.versions) {
    for (const rung of rungs) {
      assert.ok(isSoundWay(wayHome(rung, new Date(`${from}T12:00:00+07:00`))), `${rung} from ${from}`)
    }
  }
})

const atOnce = { wait_s: 0, mayObject: false, isFirst: false }
const waits = { wait_s: LEAST_WAIT_S, mayObject: true, isFirst: false }

test('chip, code and both together are possession: alone never at once, also not with a portrait beside the card', () => {
  for (const proofs of [[], ['code'], ['chip'], ['chip', 'code'], ['chip', 'code', 'portrait']] as const) {
    assert.equal(isSoundWay(wayOf(proofs, atOnce)), false, proofs.join())
  }
  for (const proofs of [
    ['password', 'code'],
    ['code', 'portrait'],
    ['code', 'relative'],
    ['voucher'],
  ] as const) {
    assert.ok(isSoundWay(wayOf(proofs, atOnce)), proofs.join())
  }
})

test('a waiting counts when it is long enough to read the notice, and when she may object', () => {
  assert.ok(isSoundWay(wayOf(['chip', 'code'], waits)))
  assert.equal(isSoundWay(wayOf(['chip', 'code'], { ...waits, wait_s: LEAST_WAIT_S - 1 })), false)
  assert.equal(isSoundWay(wayOf(['chip', 'code'], { ...waits, mayObject: false })), false)
  assert.equal(isSoundWay(wayOf([], waits)), false, 'no proof at all')
})
