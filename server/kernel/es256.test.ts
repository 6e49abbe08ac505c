import assert from 'node:assert/strict'
import { generateKeyPairSync, sign } from 'node:crypto'
import { test } from 'node:test'
import fc from 'fast-check'
import { isSignedBy } from './es256.ts'

const newKey = () => {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' })
  const signed = (text: string, dsaEncoding: 'ieee-p1363' | 'der' = 'ieee-p1363') =>
    sign('sha256', Buffer.from(text), { key: privateKey, dsaEncoding }).toString('base64url')
  return { x, y, signed }
}

test('what a key signed is its own, and nothing else is', () => {
  const [hers, other] = [newKey(), newKey()]
  assert.equal(isSignedBy(hers, 'văn bản', hers.signed('văn bản')), true)
  assert.equal(isSignedBy(hers, 'văn bản', other.signed('văn bản')), false)
  assert.equal(isSignedBy(hers, 'văn bản', hers.signed('văn bản khác')), false)
  assert.equal(isSignedBy(hers, 'văn bản', hers.signed('văn bản', 'der')), false)
  assert.equal(isSignedBy({ x: hers.x, y: other.y }, 'văn bản', hers.signed('văn bản')), false)
})

test('no nonsense for a key or a signature is ever taken for a proof', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), fc.string(), fc.string(), (x, y, text, signature) => {
      assert.equal(isSignedBy({ x, y }, text, signature), false)
    }),
    { numRuns: 300 },
  )
})
