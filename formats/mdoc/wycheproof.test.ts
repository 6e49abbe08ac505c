import assert from 'node:assert/strict'
import { test } from 'node:test'
import { plainSignature } from './certificate-signature.ts'
import { FIELD_BYTES, isSignedBy, type EcCurve, type EcHash } from './ec-key.ts'
import { readVector, withoutVectors } from '../../testing/vectors.ts'

interface Wycheproof {
  readonly testGroups: readonly {
    readonly publicKey: { readonly uncompressed: string }
    readonly tests: readonly {
      readonly tcId: number
      readonly msg: string
      readonly sig: string
      readonly result: 'valid' | 'invalid' | 'acceptable'
    }[]
  }[]
}

const bytes = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'hex'))

const SETS: readonly (readonly [string, EcCurve, EcHash, 'plain' | 'der'])[] = [
  ['wycheproof/ecdsa_secp256r1_sha256_p1363_test.json', 'P-256', 'SHA-256', 'plain'],
  ['wycheproof/ecdsa_secp256r1_sha256_test.json', 'P-256', 'SHA-256', 'der'],
  ['wycheproof/ecdsa_secp384r1_sha384_test.json', 'P-384', 'SHA-384', 'der'],
]

for (const [name, curve, hash, encoding] of SETS) {
  test(
    `${name}: no invalid signature is believed, every valid one is`,
    { skip: withoutVectors(name) },
    async () => {
      const { testGroups } = JSON.parse(await readVector(name)) as Wycheproof
      let count = 0
      for (const { publicKey, tests } of testGroups) {
        const key = { curve, point: bytes(publicKey.uncompressed) }
        for (const { tcId, msg, sig, result } of tests) {
          const given = bytes(sig)
          const signature = encoding === 'plain' ? given : plainSignature(given, FIELD_BYTES[curve])
          const isBelieved =
            signature !== null && (await isSignedBy(key, hash, bytes(msg), signature, 'test'))
          assert.equal(isBelieved, result === 'valid', `${name} ${tcId}`)
          count++
        }
      }
      assert.ok(count > 100, `${count} are few`)
    },
  )
}
