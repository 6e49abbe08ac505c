// Whatever a wallet may do wrong is refused with the error of the standard, and issues nothing.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import {
  askCards,
  askJson,
  CARD,
  drawNonceAt,
  proofOver,
  tokenOf,
  type Answer,
  type ProofWishes,
} from '../../../../../testing/issuer-door.ts'
import {
  openIssuerFixture,
  openWay,
  settleHolder,
  type Holder,
  type IssuerFixture,
} from '../../../../../testing/issuer-fixture.ts'
import { newWalletKey } from '../../../../../testing/wallet.ts'
import { clockOffset_ms, moveClock, now } from '../../../../kernel/clock.ts'
import { offerCredentials } from './offer-credentials.ts'
import { viewCredentials } from '../issuing/view-credentials.ts'

let fixture: IssuerFixture
let holder: Holder
let token = ''
const clockAtFirst = clockOffset_ms()
before(async () => {
  fixture = await openIssuerFixture()
  holder = await settleHolder(fixture)
  token = await tokenOf(holder)
})
after(async () => {
  moveClock(clockAtFirst)
  await fixture.stop()
})

const issuedSoFar = async (): Promise<number> => {
  const { rows } = await fixture.pool.query<{ n: number }>('select count(*)::int as n from issued_credential')
  return rows[0]?.n ?? 0
}
/** Refused by this error, in the standard's shape, and nothing was issued. */
const mustRefuse = async (asked: Promise<Answer>, error: string, status = 400): Promise<void> => {
  const before = await issuedSoFar()
  const answer = await asked
  assert.deepEqual([answer.status, answer.error], [status, error], JSON.stringify(answer.body))
  assert.match(String(answer.body['error_description']), /^[\x20\x21\x23-\x5b\x5d-\x7e]{20,}$/)
  assert.equal(answer.headers.get('cache-control'), 'no-store')
  assert.equal(await issuedSoFar(), before)
}
const seconds = (ahead: number): number => Math.floor(now().getTime() / 1000) + ahead

const stranger = newWalletKey()
const wrongProofs: readonly (readonly [what: string, error: string, wishes: () => ProofWishes])[] = [
  ['signed by another key than the one it names', 'invalid_proof', () => ({ by: stranger })],
  ['by an algorithm that is not offered', 'invalid_proof', () => ({ header: { alg: 'ES384' } })],
  ['by no algorithm', 'invalid_proof', () => ({ header: { alg: 'none' } })],
  ['of another type', 'invalid_proof', () => ({ header: { typ: 'JWT' } })],
  ['that names a key by its id', 'invalid_proof', () => ({ header: { jwk: undefined, kid: 'k1' } })],
  ['that names two keys', 'invalid_proof', () => ({ header: { kid: 'k1' } })],
  [
    'that brings the private half along',
    'invalid_proof',
    () => ({ header: { jwk: { ...stranger.jwk, d: 'AAAA' } }, by: stranger }),
  ],
  [
    'bound to something critical that nobody knows',
    'invalid_proof',
    () => ({ header: { crit: ['x'], x: 1 } }),
  ],
  ['meant for somebody else', 'invalid_proof', () => ({ claims: { aud: 'http://localhost:4000' } })],
  ['meant for several', 'invalid_proof', () => ({ claims: { aud: ['http://localhost:4000/credentials'] } })],
  ['meant for nobody', 'invalid_proof', () => ({ claims: { aud: undefined } })],
  ['of ten minutes ago', 'invalid_proof', () => ({ claims: { iat: seconds(-600) } })],
  ['from the future', 'invalid_proof', () => ({ claims: { iat: seconds(120) } })],
  ['of no time', 'invalid_proof', () => ({ claims: { iat: undefined } })],
  ['over no nonce', 'invalid_proof', () => ({ claims: { nonce: undefined } })],
  [
    'over a nonce that is not ours',
    'invalid_nonce',
    () => ({ claims: { nonce: 'AAAAAAAAAAAAAAAAAAAAAAAA' } }),
  ],
  [
    'with an attestation that nobody signed',
    'invalid_proof',
    () => ({ header: { key_attestation: 'a.b.c' } }),
  ],
]
for (const [what, error, wishes] of wrongProofs) {
  test(`a proof ${what} is refused, also among good ones`, async () => {
    const nonce = await drawNonceAt(fixture)
    await mustRefuse(askCards(fixture, token, [proofOver(nonce, wishes())]), error)
    const among = [proofOver(nonce), proofOver(nonce, wishes()), proofOver(nonce)]
    await mustRefuse(askCards(fixture, token, among), error)
    assert.equal((await askCards(fixture, token, [proofOver(nonce)])).status, 200, 'the nonce was not spent')
  })
}

test('proofs over two nonces are refused', async () => {
  const [one, two] = [await drawNonceAt(fixture), await drawNonceAt(fixture)]
  await mustRefuse(askCards(fixture, token, [proofOver(one), proofOver(two)]), 'invalid_nonce')
})

test('a nonce is good once, whoever uses it, and of two at once for one', async () => {
  const nonce = await drawNonceAt(fixture)
  const both = await Promise.all([1, 2].map(() => askCards(fixture, token, [proofOver(nonce)])))
  assert.deepEqual(both.map(({ status }) => status).sort(), [200, 400])
  assert.ok(both.some(({ error }) => error === 'invalid_nonce'))
  const other = await tokenOf(await settleHolder(fixture))
  await mustRefuse(askCards(fixture, other, [proofOver(nonce)]), 'invalid_nonce')
})

test('a nonce ends after its minutes', async () => {
  const nonce = await drawNonceAt(fixture)
  moveClock(clockOffset_ms() + 301_000)
  await mustRefuse(askCards(fixture, token, [proofOver(nonce)]), 'invalid_nonce')
})

test('a key that is proven twice, or has a card already, is refused', async () => {
  const key = newWalletKey()
  const nonce = await drawNonceAt(fixture)
  const twice = [proofOver(nonce, { key }), proofOver(nonce, { key })]
  await mustRefuse(askCards(fixture, token, twice), 'invalid_proof')
  assert.equal((await askCards(fixture, token, [proofOver(nonce, { key })])).status, 200)
  const later = await drawNonceAt(fixture)
  await mustRefuse(askCards(fixture, token, [proofOver(later), proofOver(later, { key })]), 'invalid_proof')
})

test('more proofs than a batch may have, and none, are refused', async () => {
  const nonce = await drawNonceAt(fixture)
  const eleven = Array.from({ length: 11 }, () => proofOver(nonce))
  await mustRefuse(askCards(fixture, token, eleven), 'invalid_proof')
  await mustRefuse(askCards(fixture, token, []), 'invalid_proof')
  await mustRefuse(askCards(fixture, token, [], { proofs: undefined }), 'invalid_proof')
  await mustRefuse(askCards(fixture, token, [], { proofs: { attestation: ['a.b.c'] } }), 'invalid_proof')
  assert.equal((await askCards(fixture, token, eleven.slice(1))).status, 200)
})

test('what is no request is refused as one that cannot be read', async () => {
  const jwt = [proofOver(await drawNonceAt(fixture))]
  const error = 'invalid_credential_request'
  await mustRefuse(askCards(fixture, token, jwt, { credential_configuration_id: undefined }), error)
  await mustRefuse(askCards(fixture, token, jwt, { credential_identifier: 'x' }), error)
  await mustRefuse(askCards(fixture, token, jwt, { credential_configuration_id: 7 }), error)
  await mustRefuse(askCards(fixture, token, jwt, { proofs: { jwt: 'a.b.c' } }), error)
  await mustRefuse(askJson(fixture, 'credential', { token, body: '{"credential_conf' }), error)
  await mustRefuse(askJson(fixture, 'credential', { token, body: '[]' }), error)
})

test('an unknown configuration and an unknown identifier have errors of their own', async () => {
  const jwt = [proofOver(await drawNonceAt(fixture))]
  await mustRefuse(
    askCards(fixture, token, jwt, { credential_configuration_id: 'driving-licence' }),
    'unknown_credential_configuration',
  )
  await mustRefuse(
    askCards(fixture, token, jwt, { credential_configuration_id: undefined, credential_identifier: 'x' }),
    'unknown_credential_identifier',
  )
})

test('a configuration that was not offered is unknown to this token', async () => {
  const mine = await settleHolder(fixture)
  const its = await tokenOf(mine)
  await fixture.pool.query(
    `update credential_offer set configurations = '{identity-card-mdoc}' where subject_id = $1`,
    [mine.subjectId],
  )
  const jwt = [proofOver(await drawNonceAt(fixture))]
  await mustRefuse(askCards(fixture, its, jwt), 'unknown_credential_configuration')
  const offered = await askCards(fixture, its, jwt, { credential_configuration_id: 'identity-card-mdoc' })
  assert.equal(offered.status, 200)
})

test('without a token, with a wrong one and with one that has ended nothing is told of anything', async () => {
  const jwt = [proofOver(await drawNonceAt(fixture))]
  const body = { credential_configuration_id: CARD, proofs: { jwt } }
  await mustRefuse(askJson(fixture, 'credential', { body }), 'invalid_token', 401)
  await mustRefuse(askCards(fixture, 'x'.repeat(43), jwt), 'invalid_token', 401)
  const answer = await askCards(fixture, 'x'.repeat(43), jwt)
  assert.equal(answer.headers.get('www-authenticate'), 'Bearer error="invalid_token"')
  const mine = await tokenOf(await settleHolder(fixture))
  moveClock(clockOffset_ms() + 601_000)
  await mustRefuse(askCards(fixture, mine, [proofOver(await drawNonceAt(fixture))]), 'invalid_token', 401)
  holder = await settleHolder(fixture)
  token = await tokenOf(holder)
})

test('an account of level 1 has no documents on the phone, also on a way that was opened before', async () => {
  const mine = await settleHolder(fixture)
  const { accessToken } = await openWay(mine)
  await fixture.pool.query('update account set level = 1 where subject_id = $1', [mine.subjectId])
  await mustRefuse(
    askCards(fixture, accessToken, [proofOver(await drawNonceAt(fixture))]),
    'credential_request_denied',
  )
  const refusal = await mine.visitor.refusal(offerCredentials, { for: 'this-phone' })
  assert.equal(refusal.code, 'credentials.level-too-low')
})

test('a notification about nothing, about what is not hers, or of no event is refused', async () => {
  const tell = (body: unknown, by = token) => askJson(fixture, 'notification', { token: by, body })
  const issued = await askCards(fixture, token, [proofOver(await drawNonceAt(fixture))])
  const notification_id = String(issued.body['notification_id'])
  const event = 'credential_deleted'
  await mustRefuse(tell({ notification_id: 'x', event }), 'invalid_notification_id')
  const other = await tokenOf(await settleHolder(fixture))
  await mustRefuse(tell({ notification_id, event }, other), 'invalid_notification_id')
  await mustRefuse(tell({ notification_id, event: 'credential_lost' }), 'invalid_notification_request')
  await mustRefuse(tell({ event }), 'invalid_notification_request')
  await mustRefuse(tell({ notification_id, event }, 'x'.repeat(43)), 'invalid_token', 401)
  const { items } = await holder.visitor.do(viewCredentials)
  assert.equal(items[0]?.state, 'valid')
  assert.equal((await tell({ notification_id, event })).status, 204)
})
