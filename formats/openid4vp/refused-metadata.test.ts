// A party says what it can read and whom to encrypt to, or it is not answered.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Json } from '../jws/strict-json.ts'
import { METADATA, PUBLIC_KEY, reading, requestWith } from '../../testing/sharing-kit.ts'
import { readRequest } from './read-request.ts'

type Changes = Readonly<Record<string, Json | undefined>>

const codeOf = async (text: string | Promise<string>): Promise<string> => {
  const outcome = await readRequest(await text, reading)
  return outcome.ok ? 'read' : outcome.reason
}
const refused = (what: string, code: string, claims: Changes): void => {
  test(`${what} is refused as ${code}`, async () => {
    assert.equal(await codeOf(requestWith(claims)), code)
  })
}

const metadata = (change: Changes): Changes => ({
  client_metadata: JSON.parse(JSON.stringify({ ...METADATA, ...change })) as Json,
})
for (const client_metadata of [undefined, null, [], 'x']) {
  refused(`the metadata ${JSON.stringify(client_metadata)}`, 'openid4vp.metadata', { client_metadata })
}
for (const values of [null, [], 'A128GCM', [5], ['']]) {
  refused(
    `the methods ${JSON.stringify(values)}`,
    'openid4vp.metadata',
    metadata({ encrypted_response_enc_values_supported: values }),
  )
}
const abilities: readonly (Json | undefined)[] = [
  undefined,
  [],
  {},
  { 'dc+sd-jwt': {} },
  { 'dc+sd-jwt': {}, mso_mdoc: [] },
  { 'dc+sd-jwt': { 'sd-jwt_alg_values': [] }, mso_mdoc: {} },
  { 'dc+sd-jwt': { 'kb-jwt_alg_values': 'ES256' }, mso_mdoc: {} },
]
for (const formats of abilities) {
  refused(
    `the formats ${JSON.stringify(formats)}`,
    'openid4vp.formats',
    metadata({ vp_formats_supported: formats }),
  )
}
const { kid: _kid, ...withoutKid } = PUBLIC_KEY
const { alg: _alg, ...withoutAlg } = PUBLIC_KEY
for (const [what, keys] of [
  ['no list', 'x'],
  ['no keys', [5]],
  ['one without a name', [withoutKid]],
  ['one without an algorithm', [withoutAlg]],
  ['two of one name', [PUBLIC_KEY, PUBLIC_KEY]],
  ['one with its private half', [{ ...PUBLIC_KEY, d: 'AAAA' }]],
  ['one that is a secret', [{ kty: 'oct', kid: 'a', alg: 'dir', k: 'AAAA' }]],
  ['a point that is on no curve', [{ ...PUBLIC_KEY, y: PUBLIC_KEY.x }]],
  ['more than anybody needs', Array.from({ length: 17 }, (_, index) => ({ ...PUBLIC_KEY, kid: `${index}` }))],
] as const) {
  refused(`keys with ${what}`, 'openid4vp.keys', metadata({ jwks: { keys: keys as Json } }))
}
refused('a list in the place of keys', 'openid4vp.keys', metadata({ jwks: [PUBLIC_KEY] }))
for (const [what, jwks] of [
  ['none', undefined],
  ['an empty list', { keys: [] }],
  ['one for signatures', { keys: [{ ...PUBLIC_KEY, use: 'sig' }] }],
  ['one of another algorithm', { keys: [{ ...PUBLIC_KEY, alg: 'ECDH-ES+A128KW' }] }],
  ['one of another curve', { keys: [{ ...PUBLIC_KEY, crv: 'P-384' }] }],
  ['one that is too short', { keys: [{ ...PUBLIC_KEY, x: 'AAAA' }] }],
] as const) {
  refused(`as keys to encrypt to ${what}`, 'openid4vp.no-encryption-key', metadata({ jwks }))
}
refused(
  'only methods that we do not have',
  'openid4vp.no-encryption-method',
  metadata({ encrypted_response_enc_values_supported: ['A128CBC-HS256', 'A192GCM'] }),
)
test('an open answer needs no key', async () => {
  const changes = { ...metadata({ jwks: undefined }), response_mode: 'direct_post' }
  assert.equal(await codeOf(requestWith(changes)), 'read')
})
