// A lock against a real provider and a real party (openid-client): what is open is dead, how soon, and that
// it stays dead after the unlocking.
import assert from 'node:assert/strict'
import { createServer, type Server } from 'node:http'
import { after, before, test } from 'node:test'
import * as jose from 'jose'
import * as client from 'openid-client'
import { openDispatcher } from '../../../jobs/outbox.ts'
import { Problem } from '../../../kernel/problem.ts'
import { perform } from '../../../kernel/perform.ts'
import { allEvents, allReactions } from '../../../jobs/all-reactions.ts'
import { openApp } from '../../access/authentication/sessions/open-app.ts'
import { startNewDevice } from '../../access/authentication/activation/begin-journey.ts'
import { begin, discover, EVERYTHING, register, signIn } from '../../../../testing/party-fixture.ts'
import {
  Browser,
  openSignInFixture,
  PASSWORD,
  settleCitizen,
  testSerial,
  type SignInFixture,
  type TestCitizen,
} from '../../../../testing/sign-in-fixture.ts'
import { lockSubject, unlockSubject } from './lock-subject.ts'

const BOUND_MS = 10_000
let fixture: SignInFixture
let config: client.Configuration
let ear: { server: Server; uri: string; heard: { at_ms: number; token: string }[] }

const openEar = () =>
  new Promise<typeof ear>((resolve) => {
    const heard: { at_ms: number; token: string }[] = []
    const server = createServer(async (request, response) => {
      let body = ''
      for await (const chunk of request) {
        body += String(chunk)
      }
      heard.push({ at_ms: performance.now(), token: new URLSearchParams(body).get('logout_token') ?? '' })
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

before(async () => {
  fixture = await openSignInFixture()
  ear = await openEar()
  config = await discover(
    fixture,
    await register(fixture, { name: 'Cổng Sông Lam', backchannelLogoutUri: ear.uri }),
  )
})
after(async () => {
  ear.server.close()
  await fixture.stop()
})

const OFFLINE = { scope: `${EVERYTHING} offline_access`, prompt: 'consent' }
const userInfo = async (token: string): Promise<number> =>
  (await fetch(`${fixture.issuer.href}/me`, { headers: { authorization: `Bearer ${token}` } })).status
const isActive = async (token: string): Promise<boolean> =>
  (await client.tokenIntrospection(config, token)).active
const lock = (who: TestCitizen) =>
  fixture.context.transact((work) =>
    lockSubject(work, fixture.context.tools, {
      subjectId: who.subjectId,
      ground: 'holder-request',
      by: 'holder',
    }),
  )
const unlock = (who: TestCitizen) =>
  fixture.context.transact((work) =>
    unlockSubject(work, fixture.context.tools, { subjectId: who.subjectId, by: 'officer-second' }),
  )
const codeOf = (deed: Promise<unknown>): Promise<string> =>
  deed.then(
    () => 'done',
    (error: unknown) => (error instanceof Problem ? error.code : String(error)),
  )
const request = { requestId: 'r', network: 'n', language: 'vi' as const, device: 'd' }
const asAnybody = (useCase: typeof openApp | typeof startNewDevice, input: unknown) =>
  codeOf(
    useCase === openApp
      ? perform(fixture.context, openApp, { input, actor: { kind: 'anonymous' }, request })
      : perform(fixture.context, startNewDevice, { input, actor: { kind: 'anonymous' }, request }),
  )
const settle = async (): Promise<void> => {
  const failures: string[] = []
  const dispatcher = openDispatcher({
    transact: fixture.context.transact,
    tools: fixture.context.tools,
    events: allEvents,
    reactions: allReactions,
    onKept: () => undefined,
    onFailure: ({ reaction, reason }) => void failures.push(`${reaction}: ${reason}`),
  })
  while (await dispatcher.run()) {
    continue
  }
  assert.deepEqual(failures, [])
}
/** Twenty-odd questions of what a lock must end; each with the answer that a locked account gives. */
const openEverything = async (who: TestCitizen) => {
  const first = await signIn(fixture, config, who, { more: OFFLINE })
  const onlySub = await signIn(fixture, config, who, { more: { scope: 'openid' } })
  const inFlight = await begin(config)
  const code = (await first.browser.go(inFlight.url)).url
  const afterPassword = new Browser(fixture.origin)
  const { url: interaction } = await afterPassword.go((await begin(config)).url)
  assert.equal(
    (
      await afterPassword.deed(interaction, 'password', {
        personalNumber: who.personalNumber,
        password: PASSWORD,
        device: who.device,
      })
    ).status,
    200,
  )
  const proven = new Browser(fixture.origin)
  const { url: last } = await proven.go((await begin(config)).url)
  await proven.deed(last, 'password', {
    personalNumber: who.personalNumber,
    password: PASSWORD,
    device: who.device,
  })
  const { body } = await proven.deed(last, 'device', who.proof())
  return { first, onlySub, inFlight, code, afterPassword, interaction, proven, goTo: String(body['goTo']) }
}
type Open = Awaited<ReturnType<typeof openEverything>>

const isDead = async (who: TestCitizen, open: Open): Promise<void> => {
  const { access_token, refresh_token = '' } = open.first.tokens
  assert.equal(await userInfo(access_token), 401, 'userinfo')
  assert.equal(
    await userInfo(open.onlySub.tokens.access_token),
    401,
    'userinfo that would tell the subject alone',
  )
  assert.equal(await isActive(access_token), false, 'introspection of the access token')
  assert.equal(await isActive(refresh_token), false, 'introspection of the refresh token')
  await assert.rejects(client.refreshTokenGrant(config, refresh_token), { error: 'invalid_grant' })
  await assert.rejects(open.inFlight.finish(open.code), { error: 'invalid_grant' }, 'a code in flight')
  assert.match(
    (await open.first.browser.go((await begin(config)).url)).url,
    /interaction/,
    "the provider's session",
  )
  assert.notEqual(
    (await open.afterPassword.deed(open.interaction, 'device', who.proof())).status,
    200,
    'the second factor after a right password',
  )
  assert.doesNotMatch(
    (await open.proven.go(open.goTo)).url,
    /[?&]code=/,
    'a sign-in whose factors were right just before',
  )
}

test('with the reactions not yet told, everything online is dead the moment the lock is committed; strangers learn nothing of it', async () => {
  const who = await settleCitizen(fixture, testSerial())
  const open = await openEverything(who)
  assert.equal(await userInfo(open.first.tokens.access_token), 200)
  assert.equal(await isActive(open.first.tokens.access_token), true)
  assert.equal(await isActive(open.first.tokens.refresh_token ?? ''), true)
  await lock(who)
  await isDead(who, open)
  assert.equal(
    await asAnybody(openApp, who.proof('open-app')),
    'account.locked',
    'the bound phone with its passcode is told',
  )
  assert.equal(
    await asAnybody(startNewDevice, { personalNumber: who.personalNumber, password: PASSWORD }),
    'sign-in.no-match',
  )
  const browser = new Browser(fixture.origin)
  const { url } = await browser.go((await begin(config)).url)
  const [right, wrong, nobody] = [
    [who.personalNumber, PASSWORD],
    [who.personalNumber, `${PASSWORD}x`],
    ['900000000000', PASSWORD],
  ] as const
  const answers = []
  for (const [personalNumber, password] of [right, wrong, nobody]) {
    answers.push(await browser.deed(url, 'password', { personalNumber, password, device: who.device }))
  }
  const same = ({ status, body }: { status: number; body: Record<string, unknown> }) => [
    status,
    body['code'],
    body['detail'],
  ]
  assert.deepEqual(answers.map(same), [
    same(answers[2] ?? assert.fail()),
    same(answers[2] ?? assert.fail()),
    same(answers[2] ?? assert.fail()),
  ])
})

test('within ten seconds sessions, grants and tokens are deleted and every party is told; after the unlocking all of it stays dead', async (t) => {
  const who = await settleCitizen(fixture, testSerial())
  const open = await openEverything(who)
  const heardBefore = ear.heard.length
  await settle()
  const began = performance.now()
  await lock(who)
  await settle()
  const gone_ms = performance.now() - began
  const told = ear.heard.slice(heardBefore)
  const claims = told.map(({ token }) => jose.decodeJwt(token))
  assert.ok(
    claims.some(({ sid }) => sid === open.first.tokens.claims()?.['sid']),
    'the party hears of the session that it knows',
  )
  const told_ms = Math.max(...told.map(({ at_ms }) => at_ms)) - began
  t.diagnostic(
    `deleted ${gone_ms.toFixed(0)} ms after the lock, the party told after ${told_ms.toFixed(0)} ms`,
  )
  assert.ok(gone_ms < BOUND_MS && told_ms < BOUND_MS)
  const grants = await fixture.run(
    `select model from oidc_record where grant_id in (select grant_id from sign_in where subject_id = $1) union all select model from oidc_passing where grant_id in (select grant_id from sign_in where subject_id = $1)`,
    [who.subjectId],
  )
  assert.deepEqual(grants, [])
  assert.deepEqual(
    await fixture.run('select 1 from sign_in where subject_id = $1 and ended_at is null', [who.subjectId]),
    [],
  )
  await isDead(who, open)
  await new Promise((resolve) => setTimeout(resolve, 1100))
  await unlock(who)
  await isDead(who, open)
  const anew = await signIn(fixture, config, who, { more: OFFLINE })
  assert.equal(await userInfo(anew.tokens.access_token), 200)
  assert.equal(await isActive(anew.tokens.access_token), true)
  await settle()
  assert.equal(
    await isActive(anew.tokens.access_token),
    true,
    'what was opened after the unlocking is not taken for what was before',
  )
})

test('a token of another person is not touched', async () => {
  const [locked, other] = [
    await settleCitizen(fixture, testSerial()),
    await settleCitizen(fixture, testSerial()),
  ]
  const { tokens } = await signIn(fixture, config, other)
  await lock(locked)
  await settle()
  assert.equal(await userInfo(tokens.access_token), 200)
  assert.equal(await isActive(tokens.access_token), true)
})
