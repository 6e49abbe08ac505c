// One row of bytes has one text.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { decodeBase64url, encodeBase64url } from './base64url.ts'

test('bytes are written as Node writes them, and read back', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      const text = encodeBase64url(bytes)
      assert.equal(text, Buffer.from(bytes).toString('base64url'))
      assert.deepEqual(decodeBase64url(text), new Uint8Array(bytes))
    }),
  )
  const large = new Uint8Array(100_001).map((_, index) => index * 7)
  assert.equal(encodeBase64url(large), Buffer.from(large).toString('base64url'))
})

test('whatever is read is written again letter by letter, so nobody has two texts of one disclosure', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 12, unit: fc.constantFrom(...'AQgw_-+/=. \né\u0141') }), (text) => {
      const bytes = decodeBase64url(text)
      assert.ok(bytes === null || encodeBase64url(bytes) === text)
    }),
    { numRuns: 5000 },
  )
})

test('padding, other letters, spaces and left-over bits are refused', () => {
  for (const text of ['A', 'AB', 'AA==', 'AA=', 'A+AA', 'A/AA', 'AA A', 'AAAA\n', 'AAB', 'ŁAAA', 'AAAAA']) {
    assert.equal(decodeBase64url(text), null, text)
  }
  assert.deepEqual(decodeBase64url(''), new Uint8Array())
  assert.deepEqual(decodeBase64url('AA'), Uint8Array.of(0))
})
