// What comes of a blind signature is a plain RSA-PSS signature, which another implementation (OpenSSL)
// believes; and whoever signed has seen nothing of it.
import assert from 'node:assert/strict'
import { constants, generateKeyPairSync, privateDecrypt, randomBytes, verify } from 'node:crypto'
import { test } from 'node:test'
import { blind, SALT_bytes, unblind } from './blind-signature.ts'

const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
const modulus = new Uint8Array(Buffer.from(publicKey.export({ format: 'jwk' }).n ?? '', 'base64url'))
const drawn = (size: number) => new Uint8Array(randomBytes(size))
const chance = () => ({ salt: drawn(SALT_bytes), factor: drawn(modulus.length + 8) })
const signBlindly = (blinded: Uint8Array): Buffer =>
  privateDecrypt({ key: privateKey, padding: constants.RSA_NO_PADDING }, blinded)
const isSigned = (message: Uint8Array, signature: Uint8Array): boolean =>
  verify(
    'sha384',
    message,
    { key: publicKey, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: SALT_bytes },
    signature,
  )

test('what was signed unseen is a signature over the message, for everybody', async () => {
  for (let tried = 0; tried < 8; tried++) {
    const message = drawn(32)
    const asked = await blind(modulus, message, chance())
    const signature = unblind(modulus, asked, signBlindly(asked.blinded))
    assert.ok(signature && isSigned(message, signature))
    assert.ok(!isSigned(drawn(32), signature))
  }
})

test('any signature may have come of any blinded message: whoever signed cannot tell which', async () => {
  // For each pair of what the signer saw and what is shown later there is a factor that makes the one of the
  // other, so that both tell the signer as much as nothing (RFC 9474 §7.2).
  const n = BigInt(`0x${Buffer.from(modulus).toString('hex')}`)
  const number = (bytes: Uint8Array): bigint => BigInt(`0x${Buffer.from(bytes).toString('hex')}`)
  const seen = await Promise.all([1, 2, 3].map(async () => blind(modulus, drawn(32), chance())))
  for (const { encoded } of seen) {
    for (const { blinded } of seen) {
      // r^e = blinded / encoded has the solution r = (blinded / encoded)^d.
      const ratio = (number(blinded) * inverse(encoded, n)) % n
      const factor = signBlindly(Buffer.from(ratio.toString(16).padStart(modulus.length * 2, '0'), 'hex'))
      assert.equal((encoded * raised(number(factor), 65_537n, n)) % n, number(blinded))
    }
  }
})

test('what is no signature over what was blinded is refused by the asker herself', async () => {
  const asked = await blind(modulus, drawn(32), chance())
  const other = await blind(modulus, drawn(32), chance())
  assert.equal(unblind(modulus, asked, signBlindly(other.blinded)), null)
  assert.equal(unblind(modulus, asked, drawn(256)), null)
  assert.equal(unblind(modulus, asked, new Uint8Array(256)), null)
})

test('chance of another length is a programmer’s mistake', async () => {
  const message = drawn(32)
  await assert.rejects(blind(modulus, message, { ...chance(), salt: drawn(47) }), RangeError)
  await assert.rejects(blind(modulus, message, { ...chance(), factor: drawn(256) }), RangeError)
})

const raised = (base: bigint, exponent: bigint, n: bigint): bigint => {
  let [result, square, left] = [1n, base % n, exponent]
  for (; left > 0n; left >>= 1n, square = (square * square) % n) {
    result = left & 1n ? (result * square) % n : result
  }
  return result
}
const inverse = (number: bigint, n: bigint): bigint => {
  let [a, b, x, y] = [number % n, n, 1n, 0n]
  while (b !== 0n) {
    const quotient = a / b
    ;[a, b, x, y] = [b, a - quotient * b, y, x - quotient * y]
  }
  return ((x % n) + n) % n
}
