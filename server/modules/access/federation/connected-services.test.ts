/**
 * What she agreed to, she can take back: from that moment nothing more is told or given on it, whatever the
 * service holds.
 */
import assert from 'node:assert/strict'
import { createServer, type Server } from 'node:http'
import { after, before, test } from 'node:test'
import * as jose from 'jose'
import * as client from 'openid-client'
import type { Citizen } from '../../../kernel/actor.ts'
import { perform } from '../../../kernel/perform.ts'
import { newId } from '../../../kernel/id.ts'
import { begin, discover, register, signIn } from '../../../../testing/party-fixture.ts'
import {
  Browser,
  openSignInFixture,
  settleCitizen,
  signInAt,
  testSerial,
  type SignInFixture,
  type TestCitizen,
} from '../../../../testing/sign-in-fixture.ts'
import { closeAccount } from '../../people/accounts/close-account.ts'
import { AccountClosed } from '../../people/accounts/events.ts'
import { accountForUpdate } from '../../people/accounts/open-account.ts'
import { viewConnectedServices, withdrawConsent } from './connected-services.ts'
import { PartyToBeToldOfLogout } from './events.ts'
import { tellParty } from './leaving.ts'
import { federationModule } from './module.ts'

let fixture: SignInFixture
let citizen: TestCitizen
let ear: { server: Server; uri: string; heard: string[] }
let bank: { id: string; config: client.Configuration }
let school: { id: string; config: client.Configuration }
const OFFLINE = { scope: 'openid profile phone offline_access', prompt: 'consent' }
const REQUEST = { requestId: 'r', network: 'n', language: 'vi', device: 'd' } as const

before(async () => {
  fixture = await openSignInFixture()
  citizen = await settleCitizen(fixture, testSerial())
  ear = await openEar()
  bank = await party('Ngân hàng Hoa Ban', ear.uri)
  school = await party('Trường Sông Lam')
})
after(async () => {
  ear.server.close()
  await fixture.stop()
})

/** The service's back channel. */
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
      const port = typeof address === 'object' && address ? address.port : 0
      resolve({ server, heard, uri: `http://localhost:${port}/told` })
    })
  })

const party = async (name: string, backchannelLogoutUri?: string) => {
  const added = await register(fixture, { name, ...(backchannelLogoutUri ? { backchannelLogoutUri } : {}) })
  return { id: added.client_id, config: await discover(fixture, added) }
}

const actorOf = (who: TestCitizen): Citizen => ({
  kind: 'citizen',
  subjectId: who.subjectId,
  sessionId: newId(),
  deviceId: null,
})
const connected = async (who: TestCitizen) =>
  (
    await perform(fixture.context, viewConnectedServices, {
      input: {},
      actor: actorOf(who),
      request: REQUEST,
    })
  ).output.items
const withdraw = (who: TestCitizen, clientId: string) =>
  perform(fixture.context, withdrawConsent, { input: { clientId }, actor: actorOf(who), request: REQUEST })
const userInfo = async (token: string): Promise<number> =>
  (await fetch(`${fixture.issuer.href}/me`, { headers: { authorization: `Bearer ${token}` } })).status

test('she sees each service with what it may get, since when and when it was last used', async () => {
  assert.deepEqual(await connected(citizen), [])
  const begun = Date.now()
  const { tokens } = await signIn(fixture, bank.config, citizen, { more: { scope: 'openid profile' } })
  const [first] = await connected(citizen)
  assert.equal(first?.name, 'Ngân hàng Hoa Ban')
  assert.deepEqual(first.mayGet, ['openid', 'profile'])
  assert.ok(Date.parse(first.since) >= begun - 1000)
  assert.ok(Date.parse(first.lastUsedAt ?? '') >= begun - 1000)

  assert.equal(await userInfo(tokens.access_token), 200)
  const [told] = await connected(citizen)
  assert.ok(Date.parse(told?.lastUsedAt ?? '') > Date.parse(first.lastUsedAt ?? ''), 'being told is a use')
  assert.equal(told?.since, first.since)

  await signIn(fixture, bank.config, citizen, { more: OFFLINE })
  const [more] = await connected(citizen)
  assert.deepEqual(more?.mayGet, ['offline_access', 'openid', 'phone', 'profile'])
  assert.equal(more.since, first.since, 'agreeing to more does not move the day')
})

test('taken back, everything that the service holds is dead at once, and other services are left alone', async () => {
  const browser = new Browser(fixture.origin)
  const here = await signIn(fixture, bank.config, citizen, { more: OFFLINE, browser })
  const there = await signIn(fixture, school.config, citizen, { browser })
  const codeInHand = await begin(bank.config)
  const code = (await signInAt(browser, codeInHand.url, citizen)).url
  assert.ok(new URL(code).searchParams.get('code'))

  await withdraw(citizen, bank.id)
  assert.deepEqual(
    (await connected(citizen)).map(({ name }) => name),
    ['Trường Sông Lam'],
  )
  assert.equal(await userInfo(here.tokens.access_token), 401)
  await assert.rejects(client.refreshTokenGrant(bank.config, here.tokens.refresh_token ?? ''), {
    error: 'invalid_grant',
  })
  await assert.rejects(codeInHand.finish(code), { error: 'invalid_grant' })
  const asked = await client.tokenIntrospection(bank.config, here.tokens.access_token)
  assert.equal(asked.active, false)
  assert.equal(await userInfo(there.tokens.access_token), 200, 'the other service goes on')
  const open = await fixture.run(
    'select client_id from sign_in where subject_id = $1 and ended_at is null and client_id = $2',
    [citizen.subjectId, bank.id],
  )
  assert.deepEqual(open, [], 'and her list of sign-ins says so')
  assert.ok(
    new URL((await signInAt(browser, (await begin(school.config)).url, citizen)).url).searchParams.get(
      'code',
    ),
  )
  await isTold(here.tokens.claims()?.sub ?? '', String(here.tokens.claims()?.['sid']))
})

/** The outbox's part: tells every waiting logout of the bank, once. */
const isTold = async (sub: string, sid: string): Promise<void> => {
  for (const row of await fixture.run(
    `delete from outbox where kind = 'PartyToBeToldOfLogout' and data ->> 'clientId' = $1 returning data`,
    [bank.id],
  )) {
    await tellParty(fixture.context.tools, PartyToBeToldOfLogout.data.parse(row['data']))
  }
  const told = ear.heard.map((token) => jose.decodeJwt(token))
  assert.ok(
    told.some((one) => one.sub === sub && one['sid'] === sid),
    'the service is told by its back channel',
  )
}

test('her next sign-in there asks again, and agreeing brings nothing back that was dead', async () => {
  const browser = new Browser(fixture.origin)
  const earlier = await signIn(fixture, bank.config, citizen, { more: OFFLINE, browser })
  await withdraw(citizen, bank.id)
  const again = await signIn(fixture, bank.config, citizen, { more: { scope: 'openid profile' }, browser })
  assert.ok(again.wasAskedForConsent)
  assert.equal(await userInfo(again.tokens.access_token), 200)
  assert.equal(await userInfo(earlier.tokens.access_token), 401)
  await assert.rejects(client.refreshTokenGrant(bank.config, earlier.tokens.refresh_token ?? ''), {
    error: 'invalid_grant',
  })
  const [row] = (await connected(citizen)).filter(({ clientId }) => clientId === bank.id)
  assert.deepEqual(row?.mayGet, ['openid', 'profile'], 'what was taken back is not agreed to again')
})

test('what outlives its session is taken back too', async () => {
  const { tokens } = await signIn(fixture, bank.config, citizen, { more: OFFLINE })
  await fixture.run(`delete from oidc_record where model = 'Session'`)
  await fixture.run('update sign_in set ended_at = now() where subject_id = $1', [citizen.subjectId])
  const renewed = await client.refreshTokenGrant(bank.config, tokens.refresh_token ?? '')
  assert.equal(await userInfo(renewed.access_token), 200)
  await withdraw(citizen, bank.id)
  assert.equal(await userInfo(renewed.access_token), 401)
  await assert.rejects(client.refreshTokenGrant(bank.config, renewed.refresh_token ?? ''), {
    error: 'invalid_grant',
  })
})

test('it leaves its line and its letter; what is not agreed to cannot be taken back', async () => {
  const who = await settleCitizen(fixture, testSerial())
  await assert.rejects(withdraw(who, bank.id), { code: 'consent.gone' })
  await signIn(fixture, bank.config, who)
  await assert.rejects(withdraw(citizen, bank.id), { code: 'consent.gone' }, 'nobody else has it taken back')
  await withdraw(who, bank.id)
  await assert.rejects(withdraw(who, bank.id), { code: 'consent.gone' })
  const lines = await fixture.run(
    `select outcome, detail ->> 'client' as client from audit_line
     where subject_id = $1 and purpose = 'consent-withdrawn' order by at, id`,
    [who.subjectId],
  )
  assert.deepEqual(
    lines.map(({ outcome }) => outcome),
    ['done'],
  )
  assert.ok(lines.every((line) => line['client'] === 'Ngân hàng Hoa Ban'))
  const told = await fixture.run(
    `select data from outbox where kind = 'ConsentWithdrawn' and subject_id = $1`,
    [who.subjectId],
  )
  assert.deepEqual(
    told.map(({ data }) => data),
    [{ clientName: 'Ngân hàng Hoa Ban' }],
  )
})

test('when she closes her account every service is told, and what each holds is dead for good', async () => {
  const who = await settleCitizen(fixture, testSerial())
  const { tokens } = await signIn(fixture, bank.config, who, { more: OFFLINE })
  const { transact, tools } = fixture.context
  await transact(async (work) => {
    const account = await accountForUpdate(work, who.subjectId)
    assert.ok(account)
    await closeAccount(work, tools, account)
  })
  assert.equal(await userInfo(tokens.access_token), 401, 'at once, by the account itself')
  const [closed] = await fixture.run(
    `select data from outbox where kind = 'AccountClosed' and subject_id = $1`,
    [who.subjectId],
  )
  await transact(async (work) => {
    for (const { event, run } of federationModule.reactions) {
      if (event === AccountClosed) {
        await run(work, { subjectId: who.subjectId, data: closed?.['data'] }, tools)
      }
    }
  })
  await isTold(tokens.claims()?.sub ?? '', String(tokens.claims()?.['sid']))
  assert.deepEqual(await connected(who), [], 'nothing is agreed to any more')
  assert.deepEqual(await fixture.run('select 1 from sign_in where subject_id = $1', [who.subjectId]), [])
  await fixture.run(
    `update account set state = 'active', locked_at = null, personal_number = $2 where subject_id = $1`,
    [who.subjectId, who.personalNumber],
  )
  assert.equal(await userInfo(tokens.access_token), 401, 'also when she has an account again')
  await assert.rejects(client.refreshTokenGrant(bank.config, tokens.refresh_token ?? ''), {
    error: 'invalid_grant',
  })
})

test('a sign-in that was under way when she took it back ends with nothing', async () => {
  const who = await settleCitizen(fixture, testSerial())
  const browser = new Browser(fixture.origin)
  await signIn(fixture, bank.config, who, { browser })
  const { url } = await begin(bank.config)
  const going = await fixture.context.transact(async (work) => {
    await work.run('update consent set withdrawn_at = now() where subject_id = $1', [who.subjectId])
    const pending = browser.go(url)
    // Time enough for a sign-in that does not wait for her press.
    await new Promise((resolve) => setTimeout(resolve, 700))
    return { pending }
  })
  const end = await going.pending
  assert.equal(new URL(end.url).searchParams.get('code'), null)
  assert.equal(end.answer?.status, 400)
})

test('pressed and signed in at the same moment, no code of that moment is worth anything', async () => {
  const who = await settleCitizen(fixture, testSerial())
  const browser = new Browser(fixture.origin)
  for (let round = 0; round < 4; round++) {
    await signIn(fixture, bank.config, who, { browser })
    const { url, finish } = await begin(bank.config)
    const [end] = await Promise.all([browser.go(url), withdraw(who, bank.id)])
    if (new URL(end.url).searchParams.get('code')) {
      await assert.rejects(finish(end.url), { error: 'invalid_grant' })
    }
  }
})

test('between being told and the end of its tokens the consent itself is asked', async () => {
  const who = await settleCitizen(fixture, testSerial())
  const { tokens } = await signIn(fixture, bank.config, who)
  // As if the records of the provider were still on their way out.
  await fixture.run('update consent set withdrawn_at = now() where subject_id = $1', [who.subjectId])
  assert.equal(await userInfo(tokens.access_token), 401)
})
