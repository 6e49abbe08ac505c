/**
 * The demo portal in a real browser, against a real provider: what it shows, how a session ends, and which
 * logout tokens it believes.
 */
import assert from 'node:assert/strict'
import type { Server } from 'node:http'
import { createServer } from 'node:net'
import { after, before, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { addClient } from '../../server/modules/access/federation/add-client.ts'
import { endProviderSession } from '../../server/modules/access/federation/provider/end-provider-session.ts'
import { tellParty } from '../../server/modules/access/federation/leaving.ts'
import {
  openSignInFixture,
  PASSWORD,
  settleCitizen,
  testSerial,
  type SignInFixture,
  type TestCitizen,
} from '../../testing/sign-in-fixture.ts'
import { violationsOf } from '../../testing/axe.ts'
import { openBrowser } from '../../testing/browser.ts'
import { openPortal } from './portal.ts'
import { PartyToBeToldOfLogout } from '../../server/modules/access/federation/events.ts'

let fixture: SignInFixture
let citizen: TestCitizen
let server: Server
let browser: Browser
let page: Page
let url: string
const CLIENT_ID = 'portal-of-the-test'
const faults: string[] = []

/** Below the ports that the system gives to whoever connects: there the next one may be anybody's. */
const freePort = async (): Promise<number> => {
  for (let tries = 0; tries < 200; tries++) {
    const port = 20_000 + Math.floor(Math.random() * 12_000)
    const probe = createServer()
    const isFree = await new Promise<boolean>((resolve) => {
      probe.once('error', () => resolve(false))
      probe.listen(port, 'localhost', () => probe.close(() => resolve(true)))
    })
    if (isFree) {
      return port
    }
  }
  throw new Error('no free port was found')
}

before(async () => {
  fixture = await openSignInFixture()
  citizen = await settleCitizen(fixture, testSerial())
  const port = await freePort()
  url = `http://localhost:${port}`
  const { client_secret = '' } = await fixture.context.transact((work) =>
    addClient(work, fixture.context.tools, {
      clientId: CLIENT_ID,
      name: 'Cổng dịch vụ công Sông Lam',
      redirectUris: [`${url}/callback`],
      postLogoutRedirectUris: [`${url}/`],
      backchannelLogoutUri: `${url}/backchannel-logout`,
    }),
  )
  server = await openPortal({
    port,
    host: 'localhost',
    url,
    issuer: fixture.issuer.href,
    clientId: CLIENT_ID,
    clientSecret: client_secret,
  })
  browser = await openBrowser()
  page = await (await browser.newContext({ locale: 'vi-VN' })).newPage()
  page.on('console', (line) => {
    if (line.type() === 'error') {
      faults.push(line.text())
    }
  })
})
after(async () => {
  await browser.close()
  server.closeAllConnections()
  server.close()
  await fixture.stop()
})

const mustBeSound = async (): Promise<void> => {
  const violations = await violationsOf(page)
  assert.deepEqual(
    violations.map((v) => `${v.id}: ${v.nodes[0]?.html}`),
    [],
  )
  for (const width of [390, 1440, 320]) {
    await page.setViewportSize({ width, height: 900 })
    assert.ok(
      await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth),
      `wider than ${width} px`,
    )
  }
}

const deed = (name: string, body: object): Promise<Record<string, unknown>> =>
  page.evaluate(
    async ([to, text]) =>
      (await (
        await fetch(to ?? '', {
          method: 'POST',
          body: text ?? '',
          headers: { 'content-type': 'application/json' },
        })
      ).json()) as Record<string, unknown>,
    [`${new URL(page.url()).pathname}/${name}`, JSON.stringify(body)],
  )

const signIn = async (): Promise<void> => {
  await page.context().clearCookies()
  await page.goto(url)
  await page.getByRole('link', { name: 'Đăng nhập bằng Sen' }).click()
  await page.waitForURL(/interaction/)
  await deed('password', {
    personalNumber: citizen.personalNumber,
    password: PASSWORD,
    device: citizen.device,
  })
  await page.goto(String((await deed('device', citizen.proof()))['goTo']))
  if (page.url().includes('/interaction/')) {
    await page.goto(String((await deed('consent', {}))['goTo']))
  }
  await page.getByRole('heading', { name: 'Cổng này đã nhận' }).waitFor()
}

test('the start page is sound at every width and in both languages', async () => {
  await page.goto(url)
  await mustBeSound()
  await page.getByRole('link', { name: 'English' }).click()
  await page.getByRole('link', { name: 'Sign in with Sen' }).waitFor()
  await page.getByRole('link', { name: 'Tiếng Việt' }).click()
})

test('after the sign-in the portal shows exactly what it received', async () => {
  await signIn()
  assert.equal(await page.locator('[data-claim=personal_number]').textContent(), citizen.personalNumber)
  assert.equal(await page.locator('[data-claim=birthdate]').textContent(), '03/02/1990')
  assert.equal(await page.locator('[data-claim=account_level]').textContent(), '2')
  await page.locator('summary').click()
  await mustBeSound()
})

test('when the person ends the sign-in in her own list, the portal says so within seconds', async () => {
  await signIn()
  const [row] = await fixture.run(
    'select provider_session, grant_id from sign_in where subject_id = $1 and ended_at is null order by opened_at desc limit 1',
    [citizen.subjectId],
  )
  await fixture.context.transact((work) =>
    endProviderSession(work, fixture.context.tools, {
      subjectId: citizen.subjectId,
      clientId: CLIENT_ID,
      providerSession: String(row?.['provider_session']),
      grantId: String(row?.['grant_id']),
    }),
  )
  for (const event of await fixture.run(
    `delete from outbox where kind = 'PartyToBeToldOfLogout' returning data`,
  )) {
    await tellParty(fixture.context.tools, PartyToBeToldOfLogout.data.parse(event['data']))
  }
  await page.getByRole('heading', { name: 'Bạn đã được đăng xuất' }).waitFor({ timeout: 5000 })
  await mustBeSound()
})

test('signing out at the portal signs out of Sen in this browser', async () => {
  await signIn()
  await page.getByRole('button', { name: 'Đăng xuất' }).click()
  await page.getByRole('link', { name: 'Đăng nhập bằng Sen' }).waitFor()
  assert.equal(page.url(), `${url}/`)
  await page.getByRole('link', { name: 'Đăng nhập bằng Sen' }).click()
  await page.waitForURL(/interaction/)
  assert.equal(
    (
      (await page.evaluate(async () => (await fetch(`${location.pathname}/state`)).json())) as {
        step: string
      }
    ).step,
    'password',
  )
  assert.deepEqual(faults, [])
})

test('a logout token that is forged, for somebody else, old, without the event, or seen before is refused', async () => {
  const tell = async (typ: string, claims: Record<string, unknown>): Promise<number> => {
    const logout_token = await fixture.context.tools.signer.sign(typ, claims)
    return (
      await fetch(`${url}/backchannel-logout`, {
        method: 'POST',
        body: new URLSearchParams({ logout_token }),
      })
    ).status
  }
  const now_s = Math.floor(Date.now() / 1000)
  const good = {
    iss: fixture.issuer.href,
    aud: CLIENT_ID,
    iat: now_s,
    exp: now_s + 120,
    sub: 'x',
    sid: 'y',
    events: { 'http://schemas.openid.net/event/backchannel-logout': {} },
  }
  assert.equal(await tell('logout+jwt', { ...good, jti: 'a' }), 200)
  assert.equal(await tell('logout+jwt', { ...good, jti: 'a' }), 400)
  assert.equal(await tell('JWT', { ...good, jti: 'b' }), 400)
  assert.equal(await tell('logout+jwt', { ...good, jti: 'c', aud: 'another' }), 400)
  assert.equal(await tell('logout+jwt', { ...good, jti: 'd', iss: 'http://evil.example' }), 400)
  assert.equal(await tell('logout+jwt', { ...good, jti: 'e', exp: now_s - 60 }), 400)
  assert.equal(await tell('logout+jwt', { ...good, jti: 'f', events: {} }), 400)
  assert.equal(await tell('logout+jwt', { ...good, jti: 'g', nonce: 'n' }), 400)
  assert.equal(await tell('logout+jwt', good), 400)
  assert.equal(
    (
      await fetch(`${url}/backchannel-logout`, {
        method: 'POST',
        body: 'logout_token=eyJhbGciOiJub25lIn0.e30.',
      })
    ).status,
    400,
  )
})
