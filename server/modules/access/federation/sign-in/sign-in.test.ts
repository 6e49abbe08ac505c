/** Signing in at a party, end to end: a real party's library, a real browser's cookies, a real Postgres. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import * as client from 'openid-client'
import { begin, discover, register, signIn } from '../../../../../testing/party-fixture.ts'
import {
  Browser,
  openSignInFixture,
  PASSWORD,
  settleCitizen,
  testSerial,
  type SignInFixture,
  type TestCitizen,
} from '../../../../../testing/sign-in-fixture.ts'

let fixture: SignInFixture
let citizen: TestCitizen
let config: client.Configuration

before(async () => {
  fixture = await openSignInFixture()
  citizen = await settleCitizen(fixture, testSerial())
  config = await discover(fixture, await register(fixture, { name: 'Cổng Sông Lam' }))
})
after(() => fixture.stop())

test('a person signs in with number, password and bound device, and the party gets what she agreed to', async () => {
  const { tokens } = await signIn(fixture, config, citizen)
  const claims = tokens.claims()
  assert.equal(claims?.['acr'], 'urn:sen:acr:2')
  assert.deepEqual(claims?.['amr'], ['pwd', 'hwk', 'pin'])
  const told = await client.fetchUserInfo(config, tokens.access_token, claims?.sub ?? '')
  assert.equal(told['name'], 'Nguyễn Thị Sen')
  assert.equal(told['birthdate'], '1990-02-03')
  assert.equal(told['personal_number'], citizen.personalNumber)
  assert.equal(told['account_level'], 2)
  assert.equal(told['phone_number_verified'], true)
  assert.deepEqual(told['address'], { formatted: '12 Đường Hoa Sen', country: 'VN' })
  const lines = await fixture.run(`select purpose from audit_line where subject_id = $1 order by id`, [
    citizen.subjectId,
  ])
  assert.deepEqual(
    lines.map((l) => l['purpose']),
    ['sign-in', 'consent-given', 'sign-in-claims'],
  )
})

test('consent is asked once per party, and again when the party wants more', async () => {
  const other = await settleCitizen(fixture, testSerial())
  const little = await signIn(fixture, config, other, { more: { scope: 'openid profile' } })
  assert.equal(little.wasAskedForConsent, true)
  assert.equal(
    (await signIn(fixture, config, other, { more: { scope: 'openid profile' } })).wasAskedForConsent,
    false,
  )
  assert.equal((await signIn(fixture, config, other)).wasAskedForConsent, true)
})

test('a person signed in once in her browser goes to a second party without password, and is another person there', async () => {
  const second = await discover(fixture, await register(fixture, { name: 'Ngân hàng Hoa Ban' }))
  const first = await signIn(fixture, config, citizen)
  const { url, finish } = await begin(second)
  const page = await first.browser.go(url)
  assert.equal((await first.browser.state(page.url))['step'], 'consent')
  const { body } = await first.browser.deed(page.url, 'consent', {})
  const tokens = await finish((await first.browser.go(String(body['goTo']))).url)
  assert.notEqual(tokens.claims()?.sub, first.tokens.claims()?.sub)
  assert.equal((await signIn(fixture, config, citizen)).tokens.claims()?.sub, first.tokens.claims()?.sub)
})

test('a wrong number and a wrong password get the same answer and never a second step', async () => {
  const browser = new Browser(fixture.origin)
  const { url } = await browser.go((await begin(config)).url)
  const known = await browser.deed(url, 'password', {
    personalNumber: citizen.personalNumber,
    password: 'Không-đúng-1',
  })
  const unknown = await browser.deed(url, 'password', { personalNumber: '987000000001', password: PASSWORD })
  assert.equal(known.status, 422)
  assert.deepEqual(unknown, known)
  assert.equal((await browser.state(url))['step'], 'password')
  assert.equal((await browser.deed(url, 'device', citizen.proof())).body['code'], 'sign-in.gone')
})

test('another browser cannot take part in an interaction', async () => {
  const { url } = await new Browser(fixture.origin).go((await begin(config)).url)
  const stranger = new Browser(fixture.origin)
  assert.equal((await stranger.state(url))['code'], 'sign-in.gone')
  assert.equal(
    (await stranger.deed(url, 'password', { personalNumber: citizen.personalNumber, password: PASSWORD }))
      .status,
    410,
  )
})

test('the code by text message is the other second factor', async () => {
  const browser = new Browser(fixture.origin)
  const { url, finish } = await begin(config)
  const page = await browser.go(url)
  await browser.deed(page.url, 'password', { personalNumber: citizen.personalNumber, password: PASSWORD })
  const sent = await browser.deed(page.url, 'send-code', {})
  assert.match(JSON.stringify(sent.body['code']), /"channel":"sms","to":"0?90\d? ?[•\s\d]+"/)
  const [proof] = await fixture.run(
    'select owner_id, id, sealed_code from contact_proof where sealed_code is not null order by created_at desc limit 1',
  )
  const code = fixture.context.tools.sealer
    .unsealWithPlatformKey('contact_proof.code', proof?.['sealed_code'] as Buffer)
    .toString()
  const wrong = await browser.deed(page.url, 'code', { code: code === '000000' ? '000001' : '000000' })
  assert.equal(wrong.body['code'], 'code.wrong')
  const { body } = await browser.deed(page.url, 'code', { code })
  let end = await browser.go(String(body['goTo']))
  if (end.url.includes('/interaction/')) {
    end = await browser.go(String((await browser.deed(end.url, 'consent', {})).body['goTo']))
  }
  assert.deepEqual((await finish(end.url)).claims()?.['amr'], ['pwd', 'otp'])
})

test('who refuses is sent back with nothing but that', async () => {
  const browser = new Browser(fixture.origin)
  const { url, finish } = await begin(config)
  const page = await browser.go(url)
  const { body } = await browser.deed(page.url, 'refuse', {})
  const end = await browser.go(String(body['goTo']))
  assert.equal(new URL(end.url).searchParams.get('error'), 'access_denied')
  await assert.rejects(finish(end.url), { error: 'access_denied' })
})
