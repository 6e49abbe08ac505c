/**
 * What the provider refuses and what it ends: RFC 9700, FAPI 2.0, RP-initiated and back-channel logout,
 * rotation of tokens and keys.
 */
import assert from 'node:assert/strict'
import { createServer, type Server } from 'node:http'
import { after, before, test } from 'node:test'
import * as jose from 'jose'
import * as client from 'openid-client'
import { endSession } from '../../authentication/sessions/sessions.ts'
import { perform } from '../../../../kernel/perform.ts'
import type { AddedClient } from '../add-client.ts'
import { endProviderSession } from './end-provider-session.ts'
import { tellParty } from '../leaving.ts'
import { begin, CALLBACK, discover, register, signIn } from '../../../../../testing/party-fixture.ts'
import {
  Browser,
  openSignInFixture,
  settleCitizen,
  testSerial,
  type SignInFixture,
  type TestCitizen,
} from '../../../../../testing/sign-in-fixture.ts'
import { rotateKeys } from './signing-keys.ts'
import { PartyToBeToldOfLogout } from '../events.ts'

let fixture: SignInFixture
let citizen: TestCitizen
let party: AddedClient
let config: client.Configuration
let ear: { server: Server; uri: string; heard: string[] }

before(async () => {
  fixture = await openSignInFixture()
  citizen = await settleCitizen(fixture, testSerial())
  ear = await openEar()
  party = await register(fixture, {
    name: 'Cổng Sông Lam',
    backchannelLogoutUri: ear.uri,
    postLogoutRedirectUris: ['http://localhost:9/left'],
  })
  config = await discover(fixture, party)
})
after(async () => {
  ear.server.close()
  await fixture.stop()
})

/** The party's back channel. */
const openEar = () =>
  new Promise<typeof ear>((resolve) => {
    const heard: string[] = []
    const server = createServer(async (request, response) => {
      let body = ''
      for await (const chunk of request) {
        body += String(chunk)
      }
      heard.push(new URLSearchParams(body).get('logout_token') ?? '')
      response.writeHead(200).end()
    })
    server.listen(0, 'localhost', () => {
      const address = server.address()
      resolve({
        server,
        heard,
        uri: `http://localhost:${typeof address === 'object' && address ? address.port : 0}/told`,
      })
    })
  })

const userInfo = (token: string): Promise<Response> =>
  fetch(`${fixture.issuer.href}/me`, { headers: { authorization: `Bearer ${token}` } })
const OFFLINE = { scope: 'openid profile offline_access', prompt: 'consent' }

/** The outbox's part: tells every waiting logout, once. */
const tellWaiting = async (): Promise<void> => {
  for (const row of await fixture.run(
    `delete from outbox where kind in ('PartyToBeToldOfLogout') returning data`,
  )) {
    await tellParty(fixture.context.tools, PartyToBeToldOfLogout.data.parse(row['data']))
  }
}

const checkLogoutToken = async (token: string, sub: string): Promise<jose.JWTPayload> => {
  const keys = jose.createRemoteJWKSet(new URL(`${fixture.issuer.href}/jwks`))
  const { payload } = await jose.jwtVerify(token, keys, {
    issuer: fixture.issuer.href,
    audience: party.client_id,
    typ: 'logout+jwt',
    requiredClaims: ['jti', 'sid', 'iat', 'exp'],
  })
  assert.equal(payload.sub, sub)
  assert.deepEqual(payload['events'], { 'http://schemas.openid.net/event/backchannel-logout': {} })
  return payload
}

test('a refresh token works once; a second use ends the whole family', async () => {
  const { tokens } = await signIn(fixture, config, citizen, { more: OFFLINE })
  const second = await client.refreshTokenGrant(config, tokens.refresh_token ?? '')
  assert.notEqual(second.refresh_token, tokens.refresh_token)
  assert.equal((await userInfo(second.access_token)).status, 200)
  await assert.rejects(client.refreshTokenGrant(config, tokens.refresh_token ?? ''), {
    error: 'invalid_grant',
  })
  assert.equal((await userInfo(second.access_token)).status, 401)
  await assert.rejects(client.refreshTokenGrant(config, second.refresh_token ?? ''), {
    error: 'invalid_grant',
  })
})

test('a code works once; its replay ends what it had given', async () => {
  const { tokens, finish, url } = await signIn(fixture, config, citizen)
  assert.equal((await userInfo(tokens.access_token)).status, 200)
  await assert.rejects(finish(url), { error: 'invalid_grant' })
  assert.equal((await userInfo(tokens.access_token)).status, 401)
})

test('of twenty uses of one code at once at most one gets tokens, and after the race they are dead', async () => {
  const browser = new Browser(fixture.origin)
  await signIn(fixture, config, citizen, { browser })
  const { url, finish } = await begin(config)
  const end = await browser.go(url)
  const results = await Promise.allSettled(Array.from({ length: 20 }, () => finish(end.url)))
  const won = results.filter((r) => r.status === 'fulfilled')
  assert.ok(won.length <= 1, `${won.length} uses of one code were given tokens`)
  for (const { value } of won) {
    assert.equal((await userInfo(value.access_token)).status, 401)
  }
})

test('of ten uses of one refresh token at once at most one gets tokens', async () => {
  const { tokens } = await signIn(fixture, config, citizen, { more: OFFLINE })
  const results = await Promise.allSettled(
    Array.from({ length: 10 }, () => client.refreshTokenGrant(config, tokens.refresh_token ?? '')),
  )
  assert.ok(results.filter((r) => r.status === 'fulfilled').length <= 1)
})

test('signing out at the party ends tokens and session, closes the list and tells the party by its back channel', async () => {
  const { tokens, browser } = await signIn(fixture, config, citizen)
  const open = () =>
    fixture.run(
      'select 1 from sign_in where subject_id = $1 and ended_at is null and provider_session in (select provider_session from sign_in order by opened_at desc limit 1)',
      [citizen.subjectId],
    )
  assert.equal((await open()).length, 1)
  const page = await browser.send(
    client.buildEndSessionUrl(config, {
      id_token_hint: tokens.id_token ?? '',
      post_logout_redirect_uri: 'http://localhost:9/left',
      state: 'x',
    }).href,
  )
  const html = await page.text()
  assert.match(html, /getElementById\('leave'\)\.click\(\)/)
  const xsrf = /name="xsrf" value="([^"]+)"/.exec(html)?.[1] ?? ''
  const done = await browser.send(`${fixture.issuer.href}/session/end/confirm`, {
    method: 'POST',
    body: new URLSearchParams({ xsrf, logout: 'yes' }),
  })
  assert.equal(done.headers.get('location'), 'http://localhost:9/left?state=x')
  assert.equal((await userInfo(tokens.access_token)).status, 401)
  assert.equal((await open()).length, 0)
  await tellWaiting()
  await checkLogoutToken(ear.heard.at(-1) ?? '', tokens.claims()?.sub ?? '')
  assert.match((await browser.go((await begin(config)).url)).url, /interaction/)
})

test('without a hint for this very session the person is asked before she is signed out', async () => {
  const { browser } = await signIn(fixture, config, citizen)
  const html = await (await browser.send(`${fixture.issuer.href}/session/end`)).text()
  assert.doesNotMatch(html, /<script>/)
})

test('a person ends a sign-in from her list: tokens and session are dead, the party is told', async () => {
  const { tokens, browser } = await signIn(fixture, config, citizen, { more: OFFLINE })
  const [row] = await fixture.run(
    'select id from sign_in where subject_id = $1 and ended_at is null order by opened_at desc limit 1',
    [citizen.subjectId],
  )
  const actor = {
    kind: 'citizen' as const,
    subjectId: citizen.subjectId,
    sessionId: '00000000-0000-7000-8000-000000000009',
    deviceId: null,
  }
  await perform(fixture.context, endSession, {
    input: { id: row?.['id'] },
    actor,
    request: { requestId: 'r', network: 'n', language: 'vi', device: 'd' },
  })
  for (const fact of await fixture.run(
    `delete from outbox where kind = 'SignInEnded' returning subject_id, data`,
  )) {
    const data = fact['data'] as { providerSession: string; clientId: string; grantId: string }
    await fixture.context.transact((work) =>
      endProviderSession(work, fixture.context.tools, { ...data, subjectId: String(fact['subject_id']) }),
    )
  }
  assert.equal((await userInfo(tokens.access_token)).status, 401)
  await assert.rejects(client.refreshTokenGrant(config, tokens.refresh_token ?? ''), {
    error: 'invalid_grant',
  })
  await tellWaiting()
  const told = await checkLogoutToken(ear.heard.at(-1) ?? '', tokens.claims()?.sub ?? '')
  assert.equal(told['sid'], tokens.claims()?.['sid'])
  assert.match((await browser.go((await begin(config)).url)).url, /interaction/)
})

const authorize = (params: Record<string, string>) =>
  fetch(
    `${fixture.issuer.href}/auth?${new URLSearchParams({ client_id: party.client_id, response_type: 'code', scope: 'openid', redirect_uri: CALLBACK, ...params })}`,
    { redirect: 'manual', headers: { accept: 'text/html' } },
  )
const PKCE = { code_challenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM', code_challenge_method: 'S256' }
const errorOf = (answer: Response): string | null =>
  new URL(answer.headers.get('location') ?? 'http://none/').searchParams.get('error')

test('a redirect address that differs by anything is refused on our own page', async () => {
  for (const redirect_uri of [
    `${CALLBACK}/`,
    `${CALLBACK}?x=1`,
    'http://localhost:99/cb',
    'http://LOCALHOST:9/cb',
    'https://localhost:9/cb',
    'http://localhost:9/cb/../cb',
    'http://localhost:9@evil.example/cb',
  ]) {
    const answer = await authorize({ ...PKCE, redirect_uri })
    assert.equal(answer.status, 400, redirect_uri)
    assert.equal(answer.headers.get('location'), null)
    assert.match(await answer.text(), /Không đăng nhập được/)
  }
})

test('without PKCE, or with the plain method, there is no code', async () => {
  assert.equal(errorOf(await authorize({})), 'invalid_request')
  assert.equal(errorOf(await authorize({ ...PKCE, code_challenge_method: 'plain' })), 'invalid_request')
})

test('other response types and request objects are refused', async () => {
  assert.match(
    (await authorize({ ...PKCE, response_type: 'token' })).headers.get('location') ?? '',
    /#error=unsupported_response_type/,
  )
  assert.equal(
    errorOf(await authorize({ ...PKCE, request: 'eyJhbGciOiJub25lIn0.e30.' })),
    'request_not_supported',
  )
})

test('a context that no sign-in here reaches is refused, one among reachable ones is not', async () => {
  assert.equal(
    errorOf(await authorize({ ...PKCE, acr_values: 'urn:sen:acr:3' })),
    'unmet_authentication_requirements',
  )
  assert.equal(
    errorOf(await authorize({ ...PKCE, acr_values: 'urn:sen:acr:4 urn:sen:acr:3', prompt: 'none' })),
    'unmet_authentication_requirements',
  )
  assert.match(
    (await authorize({ ...PKCE, acr_values: 'urn:sen:acr:3 urn:sen:acr:2' })).headers.get('location') ?? '',
    /interaction/,
  )
})

test('prompt=none without a session says login_required; max_age asks again', async () => {
  assert.equal(errorOf(await authorize({ ...PKCE, prompt: 'none' })), 'login_required')
  const { browser } = await signIn(fixture, config, citizen)
  const silent = await browser.go((await begin(config, { prompt: 'none' })).url)
  assert.ok(new URL(silent.url).searchParams.get('code'))
  await new Promise((resolve) => setTimeout(resolve, 1100))
  assert.match((await browser.go((await begin(config, { max_age: '0' })).url)).url, /interaction/)
})

test('a pushed request works once', async () => {
  const { browser } = await signIn(fixture, config, citizen)
  const { url } = await begin(config)
  assert.ok(new URL((await browser.go(url)).url).searchParams.get('code'))
  assert.equal((await browser.go(url)).answer?.status, 400)
})

test('a wrong client secret and a token of nobody are refused', async () => {
  const wrong = await discover(fixture, party, client.ClientSecretBasic('nothing'))
  await assert.rejects(begin(wrong), { status: 401 })
  assert.equal((await userInfo('nothing')).status, 401)
  assert.equal((await fetch(`${fixture.issuer.href}/me?access_token=x`)).status, 400)
})

test('a stolen table holds no id, token or secret that can be used', async () => {
  const { tokens } = await signIn(fixture, config, citizen, { more: OFFLINE })
  const all = JSON.stringify(
    await fixture.run(
      `select encode(key, 'escape'), encode(payload, 'escape'), grant_id, session_uid from oidc_record union all select encode(key, 'escape'), encode(payload, 'escape'), grant_id, session_uid from oidc_passing`,
    ),
  )
  const clients = JSON.stringify(await fixture.run('select * from oidc_client'))
  for (const secret of [tokens.access_token, tokens.refresh_token ?? '-', citizen.subjectId]) {
    assert.ok(!all.includes(secret))
  }
  assert.ok(!clients.includes(party.client_secret ?? '-'))
})

test('after a rotation tokens stay valid, the new key signs, the old one is still published, and a next one is ready', async () => {
  const earlier = await signIn(fixture, config, citizen, { more: OFFLINE })
  const kidOf = (token: string | undefined) => jose.decodeProtectedHeader(token ?? '').kid
  const rotated = await fixture.context.transact((work) => rotateKeys(work, fixture.context.tools))
  await fixture.provider.refresh()
  assert.equal((await userInfo(earlier.tokens.access_token)).status, 200)
  const renewed = await client.refreshTokenGrant(
    await discover(fixture, party),
    earlier.tokens.refresh_token ?? '',
  )
  assert.equal(kidOf(renewed.id_token), rotated.current)
  assert.notEqual(kidOf(earlier.tokens.id_token), rotated.current)
  const { keys } = (await (await fetch(`${fixture.issuer.href}/jwks`)).json()) as {
    keys: (jose.JWK & { d?: string })[]
  }
  assert.deepEqual(
    new Set(keys.map((k) => k.kid)),
    new Set([kidOf(earlier.tokens.id_token), rotated.current, rotated.next]),
  )
  assert.ok(keys.every((k) => k.kty === 'EC' && k.crv === 'P-256' && k.d === undefined && k.alg === 'ES256'))
  await jose.jwtVerify(earlier.tokens.id_token ?? '', jose.createLocalJWKSet({ keys }))
})

test('a retired key is gone after its window', async () => {
  await fixture.run(
    `update oidc_signing_key set ends_at = now() - interval '1 second' where state = 'retired'`,
  )
  await fixture.provider.refresh()
  const { keys } = (await (await fetch(`${fixture.issuer.href}/jwks`)).json()) as { keys: jose.JWK[] }
  assert.equal(keys.length, 2)
})

test('a FAPI 2.0 client signs in with its own key, pushed requests and tokens bound to its proof', async () => {
  const { publicKey, privateKey } = await jose.generateKeyPair('ES256', { extractable: true })
  const jwks = { keys: [{ ...(await jose.exportJWK(publicKey)), kid: 'rp', alg: 'ES256', use: 'sig' }] }
  const bank = await register(fixture, {
    name: 'Ngân hàng Hoa Ban',
    profile: 'fapi2',
    auth: 'private_key_jwt',
    jwks,
  })
  const at = await discover(fixture, bank, client.PrivateKeyJwt({ key: privateKey, kid: 'rp' }))
  const how = { DPoP: client.getDPoPHandle(at, await client.randomDPoPKeyPair('ES256')) }
  const { tokens } = await signIn(fixture, at, citizen, { how })
  assert.equal(tokens.token_type, 'dpop')
  assert.equal((await userInfo(tokens.access_token)).status, 401)
  const told = await client.fetchUserInfo(at, tokens.access_token, tokens.claims()?.sub ?? '', how)
  assert.equal(told['personal_number'], citizen.personalNumber)
  const plain = await fetch(
    `${fixture.issuer.href}/auth?${new URLSearchParams({ client_id: bank.client_id, response_type: 'code', scope: 'openid', redirect_uri: CALLBACK, ...PKCE })}`,
    { redirect: 'manual', headers: { accept: 'text/html' } },
  )
  assert.ok(errorOf(plain) ?? plain.status === 400)
  await assertions(bank, privateKey)
})

/** Client assertions: each `jti` once, only by an allowed algorithm. */
const assertions = async (bank: AddedClient, key: CryptoKey): Promise<void> => {
  const mint = (alg: string) =>
    new jose.SignJWT({})
      .setProtectedHeader({ alg, kid: 'rp' })
      .setIssuer(bank.client_id)
      .setSubject(bank.client_id)
      .setAudience(fixture.issuer.href)
      .setIssuedAt()
      .setExpirationTime('1m')
      .setJti(crypto.randomUUID())
  const push = (client_assertion: string) =>
    fetch(`${fixture.issuer.href}/par`, {
      method: 'POST',
      body: new URLSearchParams({
        client_assertion,
        client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
        client_id: bank.client_id,
        response_type: 'code',
        scope: 'openid',
        redirect_uri: CALLBACK,
        ...PKCE,
      }),
    })
  const good = await mint('ES256').sign(key)
  assert.equal((await push(good)).status, 201)
  assert.equal((await push(good)).status, 401)
  const none = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${good.split('.')[1]}.`
  assert.equal((await push(none)).status, 401)
  const rsa = await jose.generateKeyPair('RS256', { extractable: true })
  assert.equal((await push(await mint('RS256').sign(rsa.privateKey))).status, 401)
}

test('the metadata names what is offered, and nothing weak', async () => {
  const data = config.serverMetadata()
  assert.deepEqual(data.id_token_signing_alg_values_supported, ['ES256'])
  assert.deepEqual(data.code_challenge_methods_supported, ['S256'])
  assert.deepEqual(data.response_types_supported, ['code'])
  assert.deepEqual(data.subject_types_supported, ['pairwise'])
  assert.deepEqual(data.grant_types_supported, ['authorization_code', 'refresh_token'])
  assert.equal(data['authorization_response_iss_parameter_supported'], true)
  assert.equal(data['backchannel_logout_session_supported'], true)
  assert.deepEqual(data['acr_values_supported'], [
    'urn:sen:acr:1',
    'urn:sen:acr:2',
    'urn:sen:acr:3',
    'urn:sen:acr:4',
  ])
  assert.equal(data.pushed_authorization_request_endpoint, `${fixture.issuer.href}/par`)
})
