/** `@openid4vc/openid4vp`, written by others, understands what we ask and answer, and we what it does. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  createOpenid4vpAuthorizationRequest,
  createOpenid4vpAuthorizationResponse,
  parseOpenid4vpAuthorizationResponse,
  resolveOpenid4vpAuthorizationRequest,
  type ClientMetadata,
} from '@openid4vc/openid4vp'
import { SessionTranscript } from '@owf/mdoc'
import { hex } from '../bytes.ts'
import { encodeBase64url } from '../jws/base64url.ts'
import { base64 } from '../transparency-log/base64.ts'
import { NOW_s } from '../../testing/credential-kit.ts'
import { otherContext } from '../../testing/mdoc/other-implementation.ts'
import { otherCallbacks } from '../../testing/other-openid4vp.ts'
import {
  answer,
  bank,
  bankSigner,
  believing,
  BROWSER_CLAIMS,
  CLIENT_ID,
  inBrowser,
  ORIGIN,
  own,
  ownKey,
  PUBLIC_KEY,
  QUERY,
  reading,
  RESPONSE_URI,
  showFor,
  STATE,
  toSign,
} from '../../testing/sharing-kit.ts'
import { transcriptOf } from './binding.ts'
import { thumbprintOf } from './encryption-key.ts'
import { readRequest, type PresentationRequest, type ReadingRequest } from './read-request.ts'
import { clientIdOfCertificate, signRequest } from './sign-request.ts'
import { verifyAnswer, type OwnRequest } from './verify-answer.ts'

const callbacks = otherCallbacks({ signing: bank.key.privateKey, decryption: ownKey.privateKey })
const jwtSigner = { method: 'x5c', x5c: [base64(bank.certificate)], alg: 'ES256' } as const
const metadata: ClientMetadata = {
  vp_formats_supported: { 'dc+sd-jwt': { 'sd-jwt_alg_values': ['ES256'] }, mso_mdoc: {} },
  jwks: { keys: [{ ...PUBLIC_KEY }] },
  encrypted_response_enc_values_supported: ['A256GCM', 'A128GCM'],
}

const asked = {
  client_id: CLIENT_ID,
  response_type: 'vp_token',
  nonce: own.nonce,
  dcql_query: { ...QUERY },
  client_metadata: metadata,
} as const
const byLink = {
  ...asked,
  response_mode: 'direct_post.jwt',
  response_uri: RESPONSE_URI,
  state: STATE,
} as const
const origins: string[] = [...BROWSER_CLAIMS.expected_origins]
const byBrowser = {
  ...asked,
  response_mode: 'dc_api.jwt',
  expected_origins: origins,
} as const

/** It reads the machine's clock. */
const now_s = Math.floor(Date.now() / 1000)
const fresh = { ...toSign, issuedAt_s: now_s, expiresAt_s: now_s + 300 }

const askElsewhere = async (
  authorizationRequestPayload: typeof byLink | typeof byBrowser,
): Promise<string> => {
  const additionalJwtPayload = {
    aud: 'https://self-issued.me/v2',
    iat: NOW_s,
    exp: NOW_s + 300,
  }
  const jar = {
    jwtSigner: { ...jwtSigner, x5c: [...jwtSigner.x5c] },
    expiresInSeconds: 300,
    additionalJwtPayload,
  }
  const made = await createOpenid4vpAuthorizationRequest({ authorizationRequestPayload, jar, callbacks })
  return made.jar?.authorizationRequestJwt ?? ''
}
const readHere = async (
  text: string,
  by: ReadingRequest<string> = reading,
): Promise<PresentationRequest<string>> => {
  const outcome = await readRequest(text, by)
  assert.ok(outcome.ok, outcome.ok ? '' : outcome.reason)
  return outcome.value
}

for (const [payload, by, origin] of [
  [byLink, reading, undefined],
  [byBrowser, inBrowser, ORIGIN],
] as const) {
  test(`what the other party asks by ${payload.response_mode} is read here, and our answer there`, async () => {
    const request = await readHere(await askElsewhere(payload), by)
    const read = await parseOpenid4vpAuthorizationResponse({
      authorizationResponse: await answer(request),
      authorizationRequestPayload: payload,
      callbacks,
      ...(origin !== undefined && { origin }),
    })
    assert.ok(read.type === 'dcql')
    assert.deepEqual(Object.keys(read.dcql.presentations), ['licence', 'mobile'])
    assert.equal(read.expectedNonce, own.nonce)
    assert.equal(read.jarm?.jarmHeader.kid, ownKey.kid)
    const state = payload === byLink ? STATE : undefined
    assert.equal(read.authorizationResponsePayload.state, state)
    const [licence] = read.dcql.presentations['licence'] ?? []
    assert.equal(
      String(licence).split('~').length,
      5,
      'the name, the address, its province, and her signature',
    )
  })
}

test('what our party asks is read there, and the other answer is taken here', async () => {
  const request = await signRequest(fresh, [bank.certificate], bankSigner)
  const resolved = await resolveOpenid4vpAuthorizationRequest({
    authorizationRequestPayload: { client_id: CLIENT_ID, request },
    callbacks,
  })
  assert.equal(resolved.version, 100)
  assert.equal(resolved.client.prefix, 'x509_san_dns')
  assert.deepEqual(resolved.dcql?.query, QUERY)
  const shown = await showFor(await readHere(request, { ...reading, now_s }))
  const vp_token = Object.fromEntries(
    [...shown].map(([id, [one = '']]) => [id, [typeof one === 'string' ? one : encodeBase64url(one)]]),
  ) as Record<string, [string]>
  for (const method of ['A128GCM', 'A256GCM']) {
    const made = await createOpenid4vpAuthorizationResponse({
      authorizationRequestPayload: resolved.authorizationRequestPayload,
      authorizationResponsePayload: { vp_token },
      jarm: {
        encryption: { nonce: 'of-the-wallet' },
        serverMetadata: {
          authorization_signing_alg_values_supported: [],
          authorization_encryption_alg_values_supported: ['ECDH-ES'],
          authorization_encryption_enc_values_supported: [method],
        },
      },
      callbacks,
    })
    const response = made.jarm?.responseJwt ?? ''
    const outcome = await verifyAnswer({ response }, own, believing)
    assert.ok(outcome.ok, outcome.ok ? '' : outcome.reason)
    assert.deepEqual([...outcome.value.keys()], ['licence', 'mobile'])
    const other: OwnRequest = { ...own, nonce: 'x'.repeat(22) }
    const refused = await verifyAnswer({ response }, other, believing)
    assert.equal(refused.ok ? 'taken' : refused.reason, 'sd-jwt.key-binding-nonce')
  }
})

test('both know a party by the hash of its certificate', async () => {
  const clientId = await clientIdOfCertificate(bank.certificate)
  const request = await signRequest({ ...fresh, clientId }, [bank.certificate], bankSigner)
  const resolve = (client_id: string): ReturnType<typeof resolveOpenid4vpAuthorizationRequest> =>
    resolveOpenid4vpAuthorizationRequest({ authorizationRequestPayload: { client_id, request }, callbacks })
  assert.equal((await resolve(clientId)).client.prefix, 'x509_hash')
  await assert.rejects(resolve(CLIENT_ID))
})

test('both bind a mobile document to the same transcript', async () => {
  const { clientId, nonce } = own
  const jwkThumbprint = await thumbprintOf(ownKey)
  const redirect = { clientId, nonce, responseUri: RESPONSE_URI, jwkThumbprint }
  const link = await SessionTranscript.forOid4Vp(redirect, otherContext)
  assert.equal(hex(await transcriptOf(own)), hex(link.encode()))
  const browser = await SessionTranscript.forOid4VpDcApi(
    { origin: ORIGIN, nonce, jwkThumbprint },
    otherContext,
  )
  const target = { kind: 'browser', origin: ORIGIN } as const
  assert.equal(hex(await transcriptOf({ ...own, target })), hex(browser.encode()))
})
