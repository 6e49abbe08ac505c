// Signatures that are almost right (Project Wycheproof, RFC 7520): none is accepted, and the right ones are.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readVector, withoutVectors } from '../../testing/vectors.ts'
import { judgeSignature, readPublicKey } from './algorithms.ts'
import { decodeBase64url, encodeBase64url, type Bytes } from './base64url.ts'
import { judgeJws, openCompact } from './compact-jws.ts'
import type { Json, JsonObject } from './strict-json.ts'

interface Case {
  readonly tcId: number
  readonly comment: string
  readonly result: 'valid' | 'acceptable' | 'invalid'
  readonly jws: string
  readonly msg: string
  readonly sig: string
}
interface Group {
  readonly public?: JsonObject
  readonly private?: JsonObject
  readonly publicKey: { readonly curve: string; readonly wx: string; readonly wy: string }
  readonly tests: readonly Case[]
}
const readGroups = async (name: string): Promise<readonly Group[]> =>
  (JSON.parse(await readVector(`wycheproof/${name}`)) as { testGroups: Group[] }).testGroups

const unhex = (hex: string): Bytes => new Uint8Array(Buffer.from(hex, 'hex'))
const coordinate = (hex: string): string => encodeBase64url(unhex(hex.padStart(64, '0').slice(-64)))

test(
  'P-256 signatures: every invalid one is refused, every valid one accepted',
  { skip: withoutVectors('wycheproof') },
  async (t) => {
    let [valid, refused] = [0, 0]
    for (const { publicKey, tests } of await readGroups('ecdsa_secp256r1_sha256_p1363_test.json')) {
      const key = readPublicKey(
        { kty: 'EC', crv: 'P-256', x: coordinate(publicKey.wx), y: coordinate(publicKey.wy) },
        'ES256',
      )
      assert.ok(key)
      for (const { tcId, comment, result, msg, sig } of tests) {
        const verdict = await judgeSignature(key, 'ES256', unhex(sig), unhex(msg))
        assert.equal(verdict === 'good', result === 'valid', `${tcId} ${comment}`)
        if (verdict === 'good') {
          valid += 1
        } else {
          refused += 1
        }
      }
    }
    t.diagnostic(`${valid} valid ones accepted, ${refused} invalid ones refused`)
    assert.ok(valid > 50 && refused > 30)
  },
)

test(
  'JSON Web Signatures of every family: only right ones by the algorithms that we know are accepted',
  { skip: withoutVectors('wycheproof') },
  async (t) => {
    let [accepted, refused, others] = [0, 0, 0]
    for (const group of await readGroups('json_web_signature_test.json')) {
      const key: Json = group.public ?? group.private ?? null
      for (const { tcId, comment, result, jws } of group.tests) {
        const opened = openCompact(jws, { algorithms: ['ES256', 'ES384', 'ES512'], depth: 16 })
        const isAccepted = opened.ok && (await judgeJws(opened.value, key)) === null
        const isOurs = group.public?.['kty'] === 'EC'
        assert.ok(!isAccepted || result === 'valid', `${tcId} ${comment}`)
        assert.ok(isAccepted || result !== 'valid' || !isOurs, `${tcId} ${comment}`)
        accepted += isAccepted ? 1 : 0
        refused += result === 'invalid' ? 1 : 0
        others += result === 'valid' && !isOurs ? 1 : 0
      }
    }
    t.diagnostic(
      `${accepted} accepted, ${refused} invalid refused, ${others} valid of families that we do not take`,
    )
    assert.ok(accepted > 0 && refused > 100)
  },
)

test(
  'the ECDSA example of RFC 7520 is accepted, and no other letter of it',
  { skip: withoutVectors('rfc7520') },
  async () => {
    const { input, output }: { input: { key: JsonObject }; output: { compact: string } } = JSON.parse(
      await readVector('rfc7520/jws/4_3.ecdsa_signature.json'),
    )
    const { d: _, ...key } = input.key
    const judge = async (text: string): Promise<unknown> => {
      const opened = openCompact(text, { algorithms: ['ES512'], depth: 4 })
      return opened.ok ? judgeJws(opened.value, key) : opened.reason
    }
    assert.equal(await judge(output.compact), null)
    assert.equal(await judge(output.compact.replace('.SXTi', '.SXTj')), 'signature')
    assert.ok(decodeBase64url(output.compact.split('.')[2] ?? ''))
  },
)
