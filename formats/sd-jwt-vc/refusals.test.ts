// Every kind of broken, forged or replayed presentation is refused, each by its own code; disclosures and
// digests have a file of their own (`refused-disclosures.test.ts`).
import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  asked,
  encodeJson,
  forge,
  HEADER,
  issue,
  issuer,
  NOW_s,
  PAYLOAD,
  present,
  sign,
  stranger,
  trust,
} from '../../testing/credential-kit.ts'
import { reach, refused, testReached } from '../../testing/refused-presentation.ts'
import type { Json } from '../jws/strict-json.ts'
import { presentCredential } from './present-credential.ts'
import { verifyIssued, verifyPresentation } from './verify-credential.ts'

refused('a text without a tilde', 'sd-jwt.form', () => 'abc')
refused('an empty text', 'sd-jwt.form', () => '')
refused('a text without an issuer', 'sd-jwt.form', () => '~')
refused('a text of half a million letters', 'sd-jwt.too-large', () => `${'a'.repeat(524_288)}~`)
refused('three hundred disclosures', 'sd-jwt.too-many', () =>
  forge(
    PAYLOAD,
    Array.from({ length: 300 }, (_, index) => encodeJson(['salt', index])),
  ),
)
refused('three thousand digests', 'sd-jwt.too-many', () =>
  forge({ ...PAYLOAD, _sd: Array.from({ length: 3000 }, (_, index) => String(index)) }),
)
const nested = (depth: number): Json => (depth === 0 ? 1 : { a: nested(depth - 1) })
refused('a payload of twenty floors', 'sd-jwt.issuer-form', () => forge({ ...PAYLOAD, a: nested(20) }))
refused('an issuer part that is no JWT', 'sd-jwt.issuer-form', () => 'a.b~')
refused('four parts', 'sd-jwt.issuer-form', async () => (await forge(PAYLOAD)).replace('.', '..'))
refused('a payload with one name twice', 'sd-jwt.issuer-form', () => forge('{"vct":"a","vct":"b"}'))
refused('a name twice, once with an escape', 'sd-jwt.issuer-form', () => forge('{"vct":"a","v\\u0063t":"b"}'))
refused('a payload with a prototype', 'sd-jwt.issuer-form', () => forge('{"vct":"a","__proto__":{"exp":1}}'))
refused('a payload with an infinite number', 'sd-jwt.issuer-form', () => forge('{"vct":"a","exp":1e999}'))
refused('a payload with half a letter', 'sd-jwt.issuer-form', () => forge('{"vct":"\\ud800"}'))
refused('a payload that is a list', 'sd-jwt.issuer-form', () => forge('[]'))
refused('a token of another type', 'sd-jwt.issuer-type', () =>
  forge(PAYLOAD, [], { header: { ...HEADER, typ: 'JWT' } }),
)
refused('the type of years ago', 'sd-jwt.issuer-type', () =>
  forge(PAYLOAD, [], { header: { ...HEADER, typ: 'vc+sd-jwt' } }),
)
refused('no signature at all', 'sd-jwt.issuer-algorithm', async () => {
  const [, payload] = (await forge(PAYLOAD)).split('.')
  return `${encodeJson({ ...HEADER, alg: 'none' })}.${payload}.~`
})
for (const alg of ['none', 'None', 'HS256', 'RS256', 'ES384', 'es256', '', 1, null, 'toString']) {
  refused(`the algorithm ${alg}`, 'sd-jwt.issuer-algorithm', () =>
    forge(PAYLOAD, [], { header: { ...HEADER, alg } }),
  )
}
refused('what is critical and not understood', 'sd-jwt.issuer-critical-header', () =>
  forge(PAYLOAD, [], { header: { ...HEADER, crit: ['b64'], b64: false } }),
)
refused('an issuer whom nobody trusts', 'sd-jwt.issuer-untrusted', () =>
  forge({ ...PAYLOAD, iss: 'https://x.vn' }),
)
refused('a retired key', 'sd-jwt.issuer-untrusted', () =>
  forge(PAYLOAD, [], { header: { ...HEADER, kid: 'signer-0' } }),
)
refused('a signature of somebody else', 'sd-jwt.issuer-signature', () => forge(PAYLOAD, [], { by: stranger }))
refused('a cut signature', 'sd-jwt.issuer-signature', async () => {
  const [jwt = ''] = (await forge(PAYLOAD)).split('~')
  return `${jwt.slice(0, -2)}~`
})
const keyFaults: readonly (readonly [string, object])[] = [
  ['meant for encryption', { use: 'enc' }],
  ['meant for signing only', { key_ops: ['sign'] }],
  ['of another algorithm', { alg: 'ES384' }],
  ['with its private half', { d: issuer.jwk.x }],
  ['of another curve', { crv: 'P-384' }],
  ['that is no point', { y: issuer.jwk.x }],
  ['with a short coordinate', { x: issuer.jwk.x.slice(0, -4) }],
  ['of another family', { kty: 'oct', k: 'AAAA' }],
]
for (const [what, change] of keyFaults) {
  const key = { ...issuer.jwk, ...change }
  refused(`an issuer key ${what}`, 'sd-jwt.issuer-key', () => forge(PAYLOAD), { issuerKey: () => key })
  refused(`a holder key ${what}`, 'sd-jwt.key-binding-key', () =>
    forge({ ...PAYLOAD, cnf: { jwk: key } }, [], { boundBy: issuer }),
  )
}

for (const change of [
  { vct: undefined },
  { vct: '' },
  { vct: 5 },
  { exp: '1' },
  { nbf: null },
  { iat: -1 },
]) {
  refused(`a payload with ${JSON.stringify(change)}`, 'sd-jwt.claim-form', () =>
    forge({ ...PAYLOAD, ...change }),
  )
}
refused('an issuer who is a number', 'sd-jwt.claim-form', () => forge({ ...PAYLOAD, iss: 5 }), {
  issuerKey: () => ({ ...issuer.jwk }),
})
refused('another kind of document', 'sd-jwt.kind', () => forge(PAYLOAD), { kinds: ['urn:vn:passport:1'] })
for (const aud of ['https://hotel.example.vn', [], ['https://hotel.example.vn'], null, {}]) {
  refused(`a document for ${JSON.stringify(aud)}`, 'sd-jwt.other-audience', () => forge({ ...PAYLOAD, aud }))
}
test('a document made for several verifiers is believed by one of them', async () => {
  const text = await forge({ ...PAYLOAD, aud: ['https://hotel.example.vn', asked.audience] })
  assert.ok((await verifyPresentation(text, trust, asked)).ok)
})
refused('a document that has ended', 'sd-jwt.expired', () => forge({ ...PAYLOAD, exp: NOW_s - 60 }))
refused('a document that has not begun', 'sd-jwt.not-yet-valid', () => forge({ ...PAYLOAD, nbf: NOW_s + 61 }))
refused('a document issued tomorrow', 'sd-jwt.not-yet-valid', () =>
  forge({ ...PAYLOAD, iat: NOW_s + 86_400 }),
)
const statuses: readonly Json[] = [
  null,
  'ok',
  {},
  { other: {} },
  { status_list: { idx: -1, uri: 'x' } },
  { status_list: { idx: 1.5, uri: 'x' } },
  { status_list: { idx: '1', uri: 'x' } },
  { status_list: { idx: 1 } },
]
for (const status of statuses) {
  refused(`the status ${JSON.stringify(status)}`, 'sd-jwt.status-form', () => forge({ ...PAYLOAD, status }))
}
for (const cnf of [null, 'key', {}, { kid: 'x' }, { jwk: 'x' }, { jwk: [] }]) {
  refused(`the holder ${JSON.stringify(cnf)}`, 'sd-jwt.holder-key-form', () => forge({ ...PAYLOAD, cnf }))
}
refused('a document without a holder key', 'sd-jwt.holder-key-missing', () =>
  forge({ ...PAYLOAD, cnf: undefined }),
)

refused('a stolen copy without her key', 'sd-jwt.key-binding-missing', () => issue())
const bound =
  (change: object): (() => Promise<string>) =>
  () =>
    forge(PAYLOAD, [], change)
refused('a key binding of one letter', 'sd-jwt.key-binding-form', async () => `${await issue()}x`)
refused('a key binding of another type', 'sd-jwt.key-binding-type', bound({ bindingHeader: { typ: 'JWT' } }))
refused(
  'a key binding that is a credential',
  'sd-jwt.key-binding-type',
  async () => (await issue()) + (await sign(HEADER, PAYLOAD)),
)
refused(
  'a key binding without a signature',
  'sd-jwt.key-binding-algorithm',
  bound({ bindingHeader: { alg: 'none' } }),
)
refused(
  'a critical header in it',
  'sd-jwt.key-binding-critical-header',
  bound({ bindingHeader: { crit: ['x'] } }),
)
refused('the signature of a thief', 'sd-jwt.key-binding-signature', bound({ boundBy: stranger }))
refused(
  'a thief who brings her own key along',
  'sd-jwt.key-binding-signature',
  bound({ boundBy: stranger, bindingHeader: { jwk: { ...stranger.jwk } } }),
)
for (const binding of [
  { iat: null },
  { iat: '1' },
  { aud: null },
  { aud: ['https://bank.example.vn'] },
  { nonce: 5 },
  { sd_hash: null },
]) {
  refused(`a key binding with ${JSON.stringify(binding)}`, 'sd-jwt.key-binding-claims', bound({ binding }))
}
refused('what she showed last time', 'sd-jwt.key-binding-nonce', bound({ binding: { nonce: 'old' } }))
refused(
  'what she showed to somebody else',
  'sd-jwt.key-binding-audience',
  bound({ binding: { aud: 'https://hotel.example.vn' } }),
)
refused('a key binding of other disclosures', 'sd-jwt.key-binding-hash', bound({ binding: { sd_hash: 'x' } }))
refused('a disclosure taken away on the way', 'sd-jwt.key-binding-hash', async () => {
  const [jwt, first, ...rest] = (
    await present(await issue(), { show: [['full_name'], ['birth_date']] })
  ).split('~')
  return first === undefined ? '' : [jwt, ...rest].join('~')
})
for (const [what, binding] of [
  ['of ten minutes ago', { iat: NOW_s - 361 }],
  ['of the next hour', { iat: NOW_s + 61 }],
  ['that ended', { exp: NOW_s - 60 }],
  ['that ends never by a word', { exp: 'never' }],
  ['that has not begun', { nbf: NOW_s + 61 }],
] as const) {
  refused(`a key binding ${what}`, 'sd-jwt.key-binding-time', bound({ binding }))
}

test('an issuer hands over no credential that somebody has shown already', async () => {
  assert.deepEqual(await verifyIssued(await present(await issue()), trust), {
    ok: false,
    reason: 'sd-jwt.key-binding-unexpected',
  })
  reach('sd-jwt.key-binding-unexpected')
})

test('a claim that is not there cannot be shown', async () => {
  const keyBinding = { ...asked, signer: stranger.signer, issuedAt_s: NOW_s }
  assert.deepEqual(await presentCredential({ credential: await issue(), show: [['height']], keyBinding }), {
    ok: false,
    reason: 'sd-jwt.claim-absent',
  })
  reach('sd-jwt.claim-absent')
})

testReached((code) => !/^sd-jwt\.(disclosure|digest|hash)-|too-deep/.test(code))
