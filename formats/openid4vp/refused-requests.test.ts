// Whoever is not who she says, or asks in a way that the standard does not know, sees nothing.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Json } from '../jws/strict-json.ts'
import { base64 } from '../transparency-log/base64.ts'
import {
  bank,
  BROWSER_CLAIMS,
  certify,
  CLIENT_ID,
  HEADER,
  inBrowser,
  QUERY,
  reading,
  requestWith,
  toSign,
} from '../../testing/sharing-kit.ts'
import { NOW_s, sign, stranger } from '../../testing/credential-kit.ts'
import { makeKey } from '../../testing/mdoc/authority.ts'
import { readRequest, type ReadingRequest } from './read-request.ts'
import { signRequest } from './sign-request.ts'

type Changes = Readonly<Record<string, Json | undefined>>
type Reading = ReadingRequest<string>

const codeOf = async (text: string | Promise<string>, by: Partial<Reading> = {}): Promise<string> => {
  const outcome = await readRequest(await text, { ...reading, ...by })
  return outcome.ok ? 'read' : outcome.reason
}
const refused = (what: string, code: string, claims: Changes, by: Partial<Reading> = {}): void => {
  test(`${what} is refused as ${code}`, async () => {
    assert.equal(await codeOf(requestWith(claims), by), code)
  })
}
const refusedHeader = (what: string, code: string, header: Changes, by: Partial<Reading> = {}): void => {
  test(`${what} is refused as ${code}`, async () => {
    assert.equal(await codeOf(requestWith({}, header), by), code)
  })
}
const linkOf = (clientId: string, walletNonce: string | null = null): Partial<Reading> => ({
  channel: { kind: 'link', clientId, walletNonce },
})

test('the requests that these are spoiled from are read', async () => {
  assert.equal(await codeOf(requestWith()), 'read')
  assert.equal(await codeOf(requestWith(BROWSER_CLAIMS), inBrowser), 'read')
})

for (const text of ['', 'a.b', 'a.b.c.d', 'é.é.é', '{"client_id":"x"}']) {
  test(`the text ${text} is refused as openid4vp.request-form`, async () => {
    assert.equal(await codeOf(text), 'openid4vp.request-form')
  })
}
test('a request without end is refused as openid4vp.too-large', async () => {
  assert.equal(await codeOf('x'.repeat(300_000)), 'openid4vp.too-large')
})
for (const typ of [undefined, 'JWT', 'jwt', 'application/oauth-authz-req+jwt', 'kb+jwt', null]) {
  refusedHeader(`a request of the type ${typ}`, 'openid4vp.request-type', { typ })
}
for (const alg of ['none', 'HS256', 'ES384', undefined]) {
  refusedHeader(`a request signed by ${alg}`, 'openid4vp.request-algorithm', { alg })
}
refusedHeader('what is critical and not understood', 'openid4vp.request-critical-header', { crit: ['x'] })
refusedHeader('a key of another curve', 'openid4vp.request-key', { alg: 'ES384' }, { algorithms: ['ES384'] })
test('a request that somebody else signed is refused as openid4vp.request-signature', async () => {
  const payload = (await requestWith()).split('.')[1] ?? ''
  const forged = sign(HEADER, Buffer.from(payload, 'base64url').toString(), stranger)
  assert.equal(await codeOf(forged), 'openid4vp.request-signature')
})

refusedHeader('a request without a chain', 'openid4vp.chain-missing', {
  x5c: undefined,
  jwk: { ...stranger.jwk },
})
const good = base64(bank.certificate)
for (const [what, x5c] of [
  ['no list', good],
  ['an empty list', []],
  ['five certificates', [good, good, good, good, good]],
  ['a number', [5]],
  ['base64url', [Buffer.from(bank.certificate).toString('base64url')]],
  ['no certificate', ['AAAA']],
  ['a second that is none', [good, 'AAAA']],
  ['a certificate and a byte', [base64(Uint8Array.of(...bank.certificate, 0))]],
] as const) {
  refusedHeader(`a chain of ${what}`, 'openid4vp.chain-form', { x5c })
}
refused('a party that nobody registered', 'openid4vp.chain-untrusted', {}, { partyOf: () => null })
test('the party is asked for the very chain and name, and only after the signature', async () => {
  const asked: unknown[] = []
  const partyOf: Reading['partyOf'] = (chain, clientId) => {
    asked.push([chain.map(base64), clientId])
    return null
  }
  const forged = sign(HEADER, { client_id: CLIENT_ID }, stranger)
  assert.equal(await codeOf(forged, { partyOf }), 'openid4vp.request-signature')
  assert.deepEqual(asked, [])
  await codeOf(requestWith(), { partyOf })
  assert.deepEqual(asked, [[[good], CLIENT_ID]])
})

for (const client_id of [undefined, null, 5, ['x'], `x509_san_dns:${'a'.repeat(600)}`]) {
  refused(`the party ${JSON.stringify(client_id)}`.slice(0, 60), 'openid4vp.client-id', { client_id })
}
for (const client_id of [
  'bank.example.vn',
  'redirect_uri:https://bank.example.vn/answer',
  'origin:https://bank.example.vn',
  'verifier_attestation:bank',
  'decentralized_identifier:did:web:bank.example.vn',
  'openid_federation:https://bank.example.vn',
  'x509_san_uri:https://bank.example.vn',
  'X509_SAN_DNS:bank.example.vn',
  ':bank.example.vn',
]) {
  refused(`the party ${client_id}`, 'openid4vp.client-id-prefix', { client_id })
}
for (const name of [
  'evil.example.vn',
  'BANK.example.vn',
  'bank.example.vn.',
  'example.vn',
  'bank.example.vn:443',
  '*.example.vn',
  '',
]) {
  const client_id = `x509_san_dns:${name}`
  refused(`the name ${name}`, 'openid4vp.client-id-name', { client_id }, linkOf(client_id))
}
test('a name with a star in the certificate is the name of nobody', async () => {
  for (const hosts of [['*.example.vn'], []]) {
    const { certificate, key } = certify(...hosts)
    const chain = [certificate]
    const text = await signRequest(toSign, chain, { algorithm: 'ES256', sign: key.sign })
    assert.equal(await codeOf(text, { partyOf: () => 'x' }), 'openid4vp.client-id-name')
  }
})
refused('the hash of another certificate', 'openid4vp.client-id-hash', {
  client_id: 'x509_hash:Uvo3HtuIxuhC92rShpgqcT3YXwrqRxWEviRiA0OZszk',
})
refused(
  'a link that names another',
  'openid4vp.client-id-other',
  {},
  linkOf('x509_san_dns:www.bank.example.vn'),
)

for (const aud of [undefined, 'https://bank.example.vn', [], ['x'], null, 5]) {
  refused(`the audience ${JSON.stringify(aud)}`, 'openid4vp.audience', { aud })
}
test('a wallet with a name of its own takes what is meant for it', async () => {
  const audiences = ['https://wallet.example.vn']
  assert.equal(await codeOf(requestWith({ aud: ['x', ...audiences] }), { audiences }), 'read')
  assert.equal(await codeOf(requestWith(), { audiences }), 'openid4vp.audience')
})
for (const time of [
  { exp: NOW_s - 61 },
  { iat: NOW_s + 61 },
  { nbf: NOW_s + 61 },
  { exp: 'x' },
  { iat: null },
  { nbf: [] },
]) {
  refused(`a request with ${JSON.stringify(time)}`, 'openid4vp.request-time', time)
}
refused('a request inside of the request', 'openid4vp.nested-request', { request: 'x' })
refused('an address of another request', 'openid4vp.nested-request', { request_uri: 'https://x.vn' })
refused('no nonce of the wallet that sent one', 'openid4vp.wallet-nonce', {}, linkOf(CLIENT_ID, 'mine'))
refused(
  'the nonce of another wallet',
  'openid4vp.wallet-nonce',
  { wallet_nonce: 'x' },
  linkOf(CLIENT_ID, 'y'),
)
refused('a nonce that this wallet never sent', 'openid4vp.wallet-nonce', { wallet_nonce: 'x' })

for (const expected_origins of [
  undefined,
  null,
  [],
  'https://bank.example.vn',
  [5],
  ['ftp://x'],
  ['http://x'],
]) {
  const claims = { ...BROWSER_CLAIMS, expected_origins }
  refused(`the origins ${JSON.stringify(expected_origins)}`, 'openid4vp.origins', claims, inBrowser)
}
for (const origin of ['https://bank.example.vn/', 'https://BANK.example.vn', 'https://bank.example.vn:443']) {
  refused(`the page ${origin}`, 'openid4vp.other-origin', BROWSER_CLAIMS, {
    channel: { kind: 'browser', origin },
  })
}

for (const response_type of [undefined, 'code', 'vp_token id_token', ['vp_token']]) {
  refused(`the response type ${response_type}`, 'openid4vp.response-type', { response_type })
}
for (const response_mode of [
  undefined,
  'fragment',
  'query',
  'form_post',
  'dc_api',
  'direct_post.JWT',
  null,
]) {
  refused(`the response mode ${response_mode}`, 'openid4vp.response-mode', { response_mode })
}
refused("the browser's mode by a link", 'openid4vp.other-channel', { response_mode: 'dc_api.jwt' })
refused(
  "a link's mode in the browser",
  'openid4vp.other-channel',
  { expected_origins: BROWSER_CLAIMS.expected_origins },
  inBrowser,
)
for (const nonce of [
  undefined,
  '',
  'n-0S6_WzA2Mj',
  'x'.repeat(21),
  'x'.repeat(513),
  `${'x'.repeat(22)} `,
  5,
]) {
  refused(`the nonce ${JSON.stringify(nonce)}`.slice(0, 60), 'openid4vp.nonce', { nonce })
}
for (const state of ['', 'a b', 'é', 5, null, 'x'.repeat(513)]) {
  refused(`the state ${JSON.stringify(state)}`.slice(0, 60), 'openid4vp.state', { state })
}
const [licence] = QUERY.credentials
const unbound = { credentials: [{ ...licence, require_cryptographic_holder_binding: false }] }
for (const state of [undefined, 'short']) {
  refused(`the state ${state} where no key binds the answer`, 'openid4vp.state-missing', {
    state,
    dcql_query: unbound,
  })
}
refused('two addresses', 'openid4vp.redirect-uri', { redirect_uri: 'https://bank.example.vn/answer' })
for (const response_uri of [
  undefined,
  '',
  5,
  'http://bank.example.vn/answer',
  'HTTPS://bank.example.vn',
  '//bank.example.vn/answer',
  'https://bank.example.vn/#x',
  'https://a@bank.example.vn/',
  'https://bank.example.vn\\@evil.example/',
  'https://bank.example.vn/ x',
  'https://[bank.example.vn/',
  'javascript:alert(1)',
  `https://bank.example.vn/${'a'.repeat(2100)}`,
]) {
  const what = `the address ${JSON.stringify(response_uri)}`.slice(0, 60)
  refused(what, 'openid4vp.response-uri', { response_uri })
}
for (const host of ['evil.example', 'www.bank.example.vn', 'bank.example.vn.evil.example', 'example.vn']) {
  refused(`an answer to ${host}`, 'openid4vp.response-uri-host', { response_uri: `https://${host}/answer` })
}
refused('no query', 'openid4vp.query-missing', { dcql_query: undefined })
refused('a scope in the place of a query', 'openid4vp.scope', { scope: 'licence', dcql_query: undefined })
refused('a scope beside the query', 'openid4vp.scope', { scope: 'openid' })
refused('a query that is none', 'dcql.credentials', { dcql_query: { credentials: [] } })
refused('a query as a text', 'dcql.form', { dcql_query: JSON.stringify(QUERY) })
for (const transaction_data of [
  ['eyJ0eXBlIjoicGF5bWVudCIsImNyZWRlbnRpYWxfaWRzIjpbImxpY2VuY2UiXX0'],
  [],
  null,
]) {
  refused(`the transaction ${JSON.stringify(transaction_data)}`.slice(0, 60), 'openid4vp.transaction-data', {
    transaction_data,
  })
}
for (const verifier_info of [
  null,
  [],
  'x',
  [null],
  [{ format: 'jwt' }],
  [{ data: 'x' }],
  [{ format: '', data: 'x' }],
  [{ format: 'jwt', data: 5 }],
  [{ format: 'jwt', data: 'x', credential_ids: [] }],
  [{ format: 'jwt', data: 'x', credential_ids: ['nobody'] }],
  [{ format: 'jwt', data: 'x', credential_ids: 'licence' }],
]) {
  refused(`the attestations ${JSON.stringify(verifier_info)}`, 'openid4vp.verifier-info', { verifier_info })
}

test('a party cannot sign a request through the browser for an open answer', () => {
  const target = { kind: 'browser', origins: ['https://bank.example.vn'] } as const
  const request = { ...toSign, target, encryptTo: null }
  assert.throws(
    () => signRequest(request, [bank.certificate], { algorithm: 'ES256', sign: makeKey().sign }),
    TypeError,
  )
})
