// The signs of a password, as the page ticks them off and the server asks for them.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { passwordClasses } from './password-classes.ts'

test('a space is no special sign, and letters with marks are letters', () => {
  assert.equal(passwordClasses.symbol.test('Sen nở 2027'), false)
  assert.equal(passwordClasses.symbol.test('Sen#2027'), true)
  assert.equal(passwordClasses.lower.test('Ở'), false)
  assert.equal(passwordClasses.upper.test('Đ'), true)
})
