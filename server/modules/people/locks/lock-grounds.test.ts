// Who may set a ground, said apart from the table of the law; and what the register's own words make.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { groundsOf, maySet } from './lock.ts'
import type { Authority } from './rules.ts'

const AT = new Date('2026-11-22T03:00:00Z')
const DAY = '2026-11-22'

test("a death is the register's to say; no holder, officer or body sets it", () => {
  assert.equal(maySet({ ground: 'death', by: 'register' }, AT), true)
  const others: Authority[] = ['holder', 'holder-code', 'relative', 'hotline', 'officer', 'recovery']
  for (const by of others) {
    assert.equal(maySet({ ground: 'death', by }, AT), false, by)
  }
  assert.equal(maySet({ ground: 'body-request', by: 'holder', bodyKey: 'body-a' }, AT), false)
  assert.equal(maySet({ ground: 'holder-request', by: 'holder' }, AT), true)
})

test('the dead are locked for their death whatever their card says; the missing are not', () => {
  const card = { state: 'lost', expiresOn: '2041-04-12' } as const
  assert.deepEqual(groundsOf({ lifeStatus: 'dead', card }, DAY), ['death'])
  assert.deepEqual(groundsOf({ lifeStatus: 'dead', card: null }, DAY), ['death'])
  assert.deepEqual(groundsOf({ lifeStatus: 'missing', card: null }, DAY), [])
  assert.deepEqual(groundsOf({ lifeStatus: 'missing', card }, DAY), ['card-lost'])
})
