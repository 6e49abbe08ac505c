import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseLockCode } from './lock-code.ts'

test('a lock code is read with or without its dashes, look-alikes taken for digits', () => {
  for (const text of ['ABCD-EFGH-JKMN', 'abcdefghjkmn', ' abcd efgh jkmn ']) {
    assert.deepEqual(parseLockCode(text), { ok: true, value: 'ABCDEFGHJKMN' }, text)
  }
  assert.deepEqual(parseLockCode('OIL0-1234-5678'), { ok: true, value: '011012345678' })
})

test('eleven, thirteen or a letter that is none of the code are refused by their reason', () => {
  assert.deepEqual(parseLockCode('ABCD-EFGH-JKM'), { ok: false, reason: 'length' })
  assert.deepEqual(parseLockCode('ABCD-EFGH-JKMNP'), { ok: false, reason: 'length' })
  assert.deepEqual(parseLockCode(''), { ok: false, reason: 'length' })
  assert.deepEqual(parseLockCode('ABCD-EFGH-JKMU'), { ok: false, reason: 'characters' })
  assert.deepEqual(parseLockCode('ABCD-EFGH-JKMĐ'), { ok: false, reason: 'characters' })
})
