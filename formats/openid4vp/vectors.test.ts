// What others encrypted opens here, and the key that is agreed is the one that the standards print.
import assert from 'node:assert/strict'
import { createDecipheriv, createPrivateKey, createPublicKey, diffieHellman } from 'node:crypto'
import { test } from 'node:test'
import { decodeBase64url, encodeBase64url } from '../jws/base64url.ts'
import { readVector, withoutVectors } from '../../testing/vectors.ts'
import { ownKey, chance } from '../../testing/sharing-kit.ts'
import { thumbprintOf } from './encryption-key.ts'
import { agreedKey, decryptJwe, encryptJwe, type DecryptionKey } from './jwe.ts'
import { printed } from '../../testing/openid4vp-specification.ts'

const bytesOf = (text: string): Uint8Array<ArrayBuffer> => decodeBase64url(text) ?? new Uint8Array()
const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes)

const keyOf = async (jwk: JsonWebKey & { readonly kid?: string }): Promise<DecryptionKey> => {
  const { kid = '', x = '', y = '', d = '' } = jwk
  const whole = { kty: 'EC', crv: 'P-256', x, y, d }
  const use = { name: 'ECDH', namedCurve: 'P-256' }
  return { kid, x, y, privateKey: await crypto.subtle.importKey('jwk', whole, use, false, ['deriveBits']) }
}

test('the example of OpenID4VP 1.0 §8.3 opens with the key that it prints', async () => {
  const { jwk, response, payload } = printed
  const key = await keyOf(jwk)
  const opened = await decryptJwe(response, {
    keyOf: (kid) => (kid === 'ac' ? key : null),
    methods: ['A128GCM'],
  })
  assert.deepEqual(JSON.parse(textOf(opened.plaintext)), payload)
})

test('the thumbprint of OpenID4VP 1.0 §B.2.6.2 is that of its key', async () => {
  const { key, thumbprint } = printed
  assert.equal(Buffer.from(await thumbprintOf(key)).toString('hex'), thumbprint)
})

test('the agreed key of RFC 7518 appendix C', async () => {
  const { alice, bob, agreed } = printed.agreement
  const secret = diffieHellman({
    privateKey: createPrivateKey({ key: alice, format: 'jwk' }),
    publicKey: createPublicKey({ key: bob, format: 'jwk' }),
  })
  const [partyU, partyV] = ['Alice', 'Bob'].map((name) => new TextEncoder().encode(name))
  assert.ok(partyU && partyV)
  const key = await agreedKey(secret, { algorithm: 'A128GCM', key_bits: 128, partyU, partyV })
  assert.equal(encodeBase64url(key), agreed)
})

test('apu and apv are part of the key and of the header', async () => {
  const parties = { partyU: Uint8Array.of(1, 2), partyV: Uint8Array.of(3) }
  const encrypting = { recipient: ownKey, method: 'A256GCM', chance, ...parties } as const
  const text = await encryptJwe(Uint8Array.of(7), encrypting)
  const header = JSON.parse(textOf(bytesOf(text.split('.')[0] ?? ''))) as Record<string, unknown>
  assert.deepEqual([header['apu'], header['apv'], header['kid']], ['AQI', 'Aw', ownKey.kid])
  const { plaintext } = await decryptJwe(text, { keyOf: () => ownKey, methods: ['A256GCM'] })
  assert.deepEqual(plaintext, Uint8Array.of(7))
  const again = await encryptJwe(Uint8Array.of(7), encrypting)
  assert.notEqual(again.split('.')[3], text.split('.')[3], 'no key and no vector serves twice')
})

interface Example {
  readonly input: { readonly plaintext: string; readonly key: Record<string, string> }
  readonly generated: { readonly cek?: string; readonly iv: string }
  readonly encrypting_key: {
    readonly epk: Record<string, string>
    readonly cek?: string
    readonly encrypted_key: string
  }
  readonly encrypting_content: {
    readonly protected_b64u: string
    readonly ciphertext: string
    readonly tag: string
  }
}
const example = async (name: string): Promise<Example> =>
  JSON.parse(await readVector(`rfc7520/jwe/${name}.json`)) as Example
const secretOf = ({ input, encrypting_key: { epk } }: Example): Uint8Array => {
  const { d: _, ...open } = epk
  return diffieHellman({
    privateKey: createPrivateKey({ key: input.key, format: 'jwk' }),
    publicKey: createPublicKey({ key: open, format: 'jwk' }),
  })
}
const nobody = { partyU: new Uint8Array(), partyV: new Uint8Array() }

test('RFC 7520 §5.5: the agreed key is the one printed', { skip: withoutVectors('rfc7520') }, async () => {
  const vector = await example('5_5.key_agreement_using_ecdh-es_with_aes-cbc-hmac-sha2')
  const agreement = { algorithm: 'A128CBC-HS256', key_bits: 256, ...nobody }
  assert.equal(encodeBase64url(await agreedKey(secretOf(vector), agreement)), vector.encrypting_key.cek)
})

test(
  'RFC 7520 §5.4: the agreed key unwraps the one printed',
  { skip: withoutVectors('rfc7520') },
  async () => {
    const vector = await example(
      '5_4.key_agreement_with_key_wrapping_using_ecdh-es_and_aes-keywrap_with_aes-gcm',
    )
    const agreement = { algorithm: 'ECDH-ES+A128KW', key_bits: 128, ...nobody }
    const key = await agreedKey(secretOf(vector), agreement)
    const unwrap = createDecipheriv('id-aes128-wrap', key, Buffer.alloc(8, 0xa6))
    const opened = Buffer.concat([
      unwrap.update(bytesOf(vector.encrypting_key.encrypted_key)),
      unwrap.final(),
    ])
    assert.equal(opened.toString('base64url'), vector.generated.cek)
  },
)

test(
  'RFC 7520: what is closed by other algorithms is refused',
  { skip: withoutVectors('rfc7520') },
  async () => {
    for (const [name, code] of [
      [
        '5_4.key_agreement_with_key_wrapping_using_ecdh-es_and_aes-keywrap_with_aes-gcm',
        'openid4vp.jwe-form',
      ],
      ['5_5.key_agreement_using_ecdh-es_with_aes-cbc-hmac-sha2', 'openid4vp.jwe-form'],
      ['5_6.direct_encryption_using_aes-gcm', 'openid4vp.jwe-algorithm'],
    ] as const) {
      const { output } = JSON.parse(await readVector(`rfc7520/jwe/${name}.json`)) as {
        output: { compact: string }
      }
      await assert.rejects(decryptJwe(output.compact, { keyOf: () => ownKey, methods: ['A128GCM'] }), {
        code,
      })
    }
  },
)
