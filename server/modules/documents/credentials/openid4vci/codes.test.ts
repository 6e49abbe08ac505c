// The code that opens the way: short, once, for the session that opened it or for who types what the app
// shows.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { PASSCODE } from '../../../../../testing/settle-citizen.ts'
import {
  askCards,
  askToken,
  drawNonceAt,
  PRE_AUTHORIZED,
  proofOver,
  type Answer,
} from '../../../../../testing/issuer-door.ts'
import {
  openIssuerFixture,
  settleHolder,
  type Holder,
  type IssuerFixture,
} from '../../../../../testing/issuer-fixture.ts'
import type { Fetch } from '../../../../../testing/wallet.ts'
import { clockOffset_ms, moveClock } from '../../../../kernel/clock.ts'
import { viewAccessLog } from '../../../platform/audit/access-log.ts'
import { closeApp } from '../../../access/authentication/sessions/open-app.ts'
import { removeDevice, viewDevices } from '../../../access/authentication/sessions/sessions.ts'
import { offerCredentials } from './offer-credentials.ts'

let fixture: IssuerFixture
let holder: Holder
const clockAtFirst = clockOffset_ms()
before(async () => {
  fixture = await openIssuerFixture()
  holder = await settleHolder(fixture)
})
after(async () => {
  moveClock(clockAtFirst)
  await fixture.stop()
})

const codeFor = async ({ visitor }: Holder): Promise<string> => {
  const { offer } = await visitor.do(offerCredentials, { for: 'this-phone' })
  return offer.grants[PRE_AUTHORIZED]['pre-authorized_code']
}
const ask = (fetch: Fetch, code: string, more: Record<string, string> = {}): Promise<Answer> =>
  askToken(fetch, { grant_type: PRE_AUTHORIZED, 'pre-authorized_code': code, ...more })
const hers = ({ visitor }: Holder): Fetch => fixture.fetchAs(visitor)
const mustRefuse = async (asked: Promise<Answer>, error: string): Promise<void> => {
  const answer = await asked
  assert.deepEqual([answer.status, answer.error], [400, error], JSON.stringify(answer.body))
  assert.equal(answer.body['access_token'], undefined)
}

test('a code is good once; when it comes again, the token of the first time is dead too', async () => {
  const code = await codeFor(holder)
  const token = String((await ask(hers(holder), code)).body['access_token'])
  assert.equal((await askCards(fixture, token, [proofOver(await drawNonceAt(fixture))])).status, 200)
  await mustRefuse(ask(hers(holder), code), 'invalid_grant')
  const after = await askCards(fixture, token, [proofOver(await drawNonceAt(fixture))])
  assert.deepEqual([after.status, after.error], [401, 'invalid_token'])
})

test('of two who send a code at once one gets a token', async () => {
  const code = await codeFor(holder)
  const both = await Promise.all([1, 2].map(() => ask(hers(holder), code)))
  assert.deepEqual(both.map(({ status }) => status).sort(), [200, 400])
})

test('a code ends after its minutes', async () => {
  const code = await codeFor(holder)
  moveClock(clockOffset_ms() + 301_000)
  await mustRefuse(ask(hers(holder), code), 'invalid_grant')
})

test('a code for her phone is nothing in the hands of anybody else', async () => {
  const code = await codeFor(holder)
  await mustRefuse(ask(fixture.fetchAs(null), code), 'invalid_grant')
  await mustRefuse(ask(hers(await settleHolder(fixture)), code), 'invalid_grant')
  assert.equal((await ask(hers(holder), code)).status, 200, 'who tried has not spent it')
})

test('a code dies with the session and with the device in which it was opened', async () => {
  const mine = await settleHolder(fixture)
  const elsewhere = await mine.visitor.do(offerCredentials, { for: 'other-wallet', passcode: PASSCODE })
  const code = elsewhere.offer.grants[PRE_AUTHORIZED]['pre-authorized_code']
  await mine.visitor.do(closeApp)
  await mustRefuse(ask(fixture.fetchAs(null), code, { tx_code: elsewhere.txCode ?? '' }), 'invalid_grant')
  const other = await settleHolder(fixture)
  const fetch = hers(other)
  const its = await codeFor(other)
  const { devices } = await other.visitor.do(viewDevices)
  await other.visitor.do(removeDevice, { id: devices[0]?.id })
  await mustRefuse(ask(fetch, its), 'invalid_grant')
})

test('a token dies with the device as well', async () => {
  const mine = await settleHolder(fixture)
  const token = String((await ask(hers(mine), await codeFor(mine))).body['access_token'])
  const { devices } = await mine.visitor.do(viewDevices)
  await mine.visitor.do(removeDevice, { id: devices[0]?.id })
  const answer = await askCards(fixture, token, [proofOver(await drawNonceAt(fixture))])
  assert.deepEqual([answer.status, answer.error], [401, 'invalid_token'])
})

test('what is no code, another grant and a parameter that stands twice are refused', async () => {
  await mustRefuse(ask(hers(holder), 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'), 'invalid_grant')
  await mustRefuse(askToken(hers(holder), { grant_type: PRE_AUTHORIZED }), 'invalid_request')
  await mustRefuse(askToken(hers(holder), {}), 'invalid_request')
  await mustRefuse(
    askToken(hers(holder), { grant_type: 'authorization_code', code: 'x' }),
    'unsupported_grant_type',
  )
  const code = await codeFor(holder)
  const twice = `grant_type=${encodeURIComponent(PRE_AUTHORIZED)}&pre-authorized_code=${code}&pre-authorized_code=${code}`
  const answer = await fixture.app.inject({
    method: 'POST',
    url: '/credentials/token',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: twice,
  })
  assert.equal(answer.json<{ error: string }>().error, 'invalid_request')
  await mustRefuse(ask(hers(holder), code, { tx_code: '123456' }), 'invalid_request')
})

test('another wallet needs the passcode in the app, and then the code that the app shows', async () => {
  const { visitor } = holder
  assert.equal(
    (await visitor.refusal(offerCredentials, { for: 'other-wallet' })).code,
    'device.passcode-needed',
  )
  assert.equal(
    (await visitor.refusal(offerCredentials, { for: 'other-wallet', passcode: '000111' })).code,
    'passcode.wrong',
  )
  const { offer, txCode } = await visitor.do(offerCredentials, { for: 'other-wallet', passcode: PASSCODE })
  const code = offer.grants[PRE_AUTHORIZED]['pre-authorized_code']
  assert.match(txCode ?? '', /^\d{6}$/)
  await mustRefuse(ask(fixture.fetchAs(null), code), 'invalid_request')
  const wrong = String((Number(txCode) + 1) % 1_000_000).padStart(6, '0')
  await mustRefuse(ask(fixture.fetchAs(null), code, { tx_code: wrong }), 'invalid_grant')
  assert.equal((await ask(fixture.fetchAs(null), code, { tx_code: txCode ?? '' })).status, 200)
  const { items } = await visitor.do(viewAccessLog, {})
  const told = items.filter(({ purpose }) => purpose === 'credentials-offered-elsewhere')
  assert.ok(told.some(({ outcome }) => outcome === 'done'))
  assert.ok(told.some(({ outcome }) => outcome === 'passcode.wrong'))
})

test('after three wrong codes the right one is none either', async () => {
  const { offer, txCode } = await holder.visitor.do(offerCredentials, {
    for: 'other-wallet',
    passcode: PASSCODE,
  })
  const code = offer.grants[PRE_AUTHORIZED]['pre-authorized_code']
  for (let tries = 1; tries <= 3; tries++) {
    const wrong = String((Number(txCode) + tries) % 1_000_000).padStart(6, '0')
    await mustRefuse(ask(fixture.fetchAs(null), code, { tx_code: wrong }), 'invalid_grant')
  }
  await mustRefuse(ask(fixture.fetchAs(null), code, { tx_code: txCode ?? '' }), 'invalid_grant')
})

test('whoever is not signed in opens no way, and nobody opens very many', async () => {
  assert.equal(
    (await fixture.visitor().refusal(offerCredentials, { for: 'this-phone' })).code,
    'session.required',
  )
  const mine = await settleHolder(fixture)
  for (let times = 0; times < 30; times++) {
    await mine.visitor.do(offerCredentials, { for: 'this-phone' })
  }
  assert.equal((await mine.visitor.refusal(offerCredentials, { for: 'this-phone' })).code, 'limit.reached')
})
