// She shows what a bank asked for, to that bank, for that request; and the bank takes nothing else.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  answer,
  bank,
  bankSigner,
  believing,
  BROWSER_CLAIMS,
  CLIENT_ID,
  inBrowser,
  METADATA,
  ORIGIN,
  own,
  reading,
  requestWith,
  RESPONSE_URI,
  STATE,
  toSign,
} from '../../testing/sharing-kit.ts'
import { SPACE } from '../../testing/mdoc/documents.ts'
import { readRequest, type PresentationRequest, type ReadingRequest } from './read-request.ts'
import { clientIdOfCertificate, signRequest, type RequestToSign } from './sign-request.ts'
import { verifyAnswer, type OwnRequest } from './verify-answer.ts'

const ask = async (
  change: Partial<RequestToSign>,
  by: ReadingRequest<string> = reading,
): Promise<PresentationRequest<string>> => {
  const text = await signRequest({ ...toSign, ...change }, [bank.certificate], bankSigner)
  const outcome = await readRequest(text, by)
  assert.ok(outcome.ok, outcome.ok ? '' : outcome.reason)
  return outcome.value
}

const verdictOf = async (request: PresentationRequest<string>, asked: OwnRequest): Promise<string> => {
  const outcome = await verifyAnswer(await answer(request), asked, believing)
  return outcome.ok ? [...outcome.value.keys()].join() : outcome.reason
}

test('a wallet reads who asks for what, and where the answer goes', async () => {
  const request = await ask({})
  assert.equal(request.party, 'The bank')
  assert.equal(request.clientId, CLIENT_ID)
  assert.deepEqual(request.target, { kind: 'link', responseUri: RESPONSE_URI })
  assert.equal(request.state, STATE)
  assert.equal(request.encryption?.method, 'A256GCM')
  assert.deepEqual(
    request.query.credentials.map(({ id }) => id),
    ['licence', 'mobile'],
  )
})

test('an encrypted answer brings both documents with what was asked for and nothing more', async () => {
  const fields = await answer(await ask({}))
  assert.deepEqual(Object.keys(fields), ['response'])
  const outcome = await verifyAnswer(fields, own, believing)
  assert.ok(outcome.ok, outcome.ok ? '' : outcome.reason)
  const [licence] = outcome.value.get('licence') ?? []
  assert.ok(licence?.proven.format === 'dc+sd-jwt')
  assert.equal(licence.proven.credential.claims['full_name'], 'Nguyễn Thị Hạnh')
  assert.equal('birth_date' in licence.proven.credential.claims, false)
  assert.deepEqual(
    licence.claims.map(({ path }) => path.join('.')),
    ['full_name', 'address.province'],
  )
  const [mobile] = outcome.value.get('mobile') ?? []
  assert.ok(mobile?.proven.format === 'mso_mdoc')
  const shown = mobile.proven.document.elements.get(SPACE)
  assert.deepEqual([...(shown?.keys() ?? [])].toSorted(), ['age_over_18', 'family_name'])
})

test('an open answer goes by the form with its state', async () => {
  const request = await ask({ encryptTo: null })
  assert.equal(request.responseMode, 'direct_post')
  const fields = await answer(request)
  assert.deepEqual(Object.keys(fields), ['vp_token', 'state'])
  assert.equal(await verdictOf(request, { ...own, encryption: null }), 'licence,mobile')
})

test('through the browser the answer is bound to the origin and not to the name of the party', async () => {
  const target = { kind: 'browser', origins: [ORIGIN] } as const
  const request = await ask({ target, state: null }, inBrowser)
  assert.deepEqual(request.target, { kind: 'browser', origin: ORIGIN })
  const asked: OwnRequest = { ...own, target: { kind: 'browser', origin: ORIGIN } }
  assert.equal(await verdictOf(request, asked), 'licence,mobile')
  const other: OwnRequest = { ...asked, target: { kind: 'browser', origin: 'https://evil.example' } }
  assert.equal(await verdictOf(request, other), 'sd-jwt.key-binding-audience')
  assert.equal(await verdictOf(request, own), 'openid4vp.other-state')
})

test('a certificate names the party where no host does, and a wallet that sent a nonce gets it back', async () => {
  const clientId = await clientIdOfCertificate(bank.certificate)
  const target = { kind: 'link', responseUri: 'https://elsewhere.example.vn/a', walletNonce: 'w' } as const
  const by: ReadingRequest<string> = { ...reading, channel: { kind: 'link', clientId, walletNonce: 'w' } }
  const request = await ask({ clientId, target }, by)
  assert.equal(request.clientId, clientId)
  const asked = { ...own, clientId, target: { kind: 'link', responseUri: target.responseUri } } as const
  assert.equal(await verdictOf(request, asked), 'licence,mobile')
  assert.equal(await verdictOf(request, own), 'sd-jwt.key-binding-audience')
})

test('members that the standard adds one day are passed over, and what others attest is handed on', async () => {
  const text = await requestWith({
    iss: 'ignored',
    more: [1],
    verifier_info: [{ format: 'jwt', data: 'x', credential_ids: ['mobile'] }],
    client_metadata: { ...METADATA, more: {} },
  })
  const outcome = await readRequest(text, reading)
  assert.ok(outcome.ok, outcome.ok ? '' : outcome.reason)
  assert.deepEqual(outcome.value.verifierInfo, [{ format: 'jwt', data: 'x', credentialIds: ['mobile'] }])
})

test('of several keys the first that we can use is taken, and A128GCM where the party says nothing', async () => {
  const [ours] = METADATA.jwks.keys
  const keys = [
    { kty: 'OKP', crv: 'X25519', kid: 'a', alg: 'ECDH-ES', x: 'AA' },
    { ...ours, kid: 'b', use: 'sig' },
    { ...ours, kid: 'c', alg: 'ECDH-ES+A256KW' },
    { ...ours, kid: 'd' },
    { ...ours, kid: 'e' },
  ]
  const { encrypted_response_enc_values_supported: _, ...rest } = METADATA
  const text = await requestWith({ client_metadata: { ...rest, jwks: { keys } } })
  const outcome = await readRequest(text, reading)
  assert.ok(outcome.ok, outcome.ok ? '' : outcome.reason)
  assert.deepEqual([outcome.value.encryption?.key.kid, outcome.value.encryption?.method], ['d', 'A128GCM'])
})

test('the browser needs no audience, and one that the party says must be right', async () => {
  const read = async (aud: string | undefined): Promise<boolean> =>
    (await readRequest(await requestWith({ ...BROWSER_CLAIMS, aud }), inBrowser)).ok
  assert.deepEqual([await read(undefined), await read('https://other-wallet.example')], [true, false])
})

test('an answer to another request, or kept from before, is refused', async () => {
  const request = await ask({})
  assert.equal(await verdictOf(request, { ...own, nonce: 'x'.repeat(22) }), 'sd-jwt.key-binding-nonce')
  assert.equal(await verdictOf(request, { ...own, state: 'x'.repeat(22) }), 'openid4vp.other-state')
  const late = { ...believing, sdJwt: { ...believing.sdJwt, now_s: believing.sdJwt.now_s + 1000 } }
  const outcome = await verifyAnswer(await answer(request), own, late)
  assert.equal(outcome.ok ? 'taken' : outcome.reason, 'sd-jwt.key-binding-time')
})

test('a mobile document is bound to nonce, party, address and key of the request', async () => {
  const request = await ask({})
  const [, mobile] = own.query.credentials
  assert.ok(mobile)
  const query = { credentials: [mobile], sets: [{ isRequired: true, options: [['mobile']] }] }
  const alone = { ...request, query }
  const asked: OwnRequest = { ...own, query }
  assert.equal(await verdictOf(alone, asked), 'mobile')
  for (const change of [
    { nonce: 'x'.repeat(22) },
    { clientId: 'x509_san_dns:other.example.vn' },
    { target: { kind: 'link', responseUri: 'https://bank.example.vn/other' } },
    { target: { kind: 'browser', origin: ORIGIN } },
  ] as const) {
    assert.equal(await verdictOf(alone, { ...asked, ...change }), 'mdoc.device-signature')
  }
  const open = { ...alone, encryption: null }
  const unbound = await verifyAnswer(
    { ...(await answer(open)) },
    { ...asked, encryption: null, nonce: 'y'.repeat(22) },
    believing,
  )
  assert.equal(unbound.ok ? 'taken' : unbound.reason, 'mdoc.device-signature')
})
