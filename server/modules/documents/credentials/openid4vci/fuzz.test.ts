// Whatever a stranger sends to the doors, each answers by an error of the standard; nothing is issued.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { CARD, drawNonceAt, PRE_AUTHORIZED, proofOver, tokenOf } from '../../../../../testing/issuer-door.ts'
import { openIssuerFixture, settleHolder, type IssuerFixture } from '../../../../../testing/issuer-fixture.ts'
import { mutatorOf, type Mutator } from '../../../../../testing/mutations.ts'
import { dearTries } from '../../../../../testing/thorough.ts'
import { newWalletKey } from '../../../../../testing/wallet.ts'

const SEED = 20_261_130
/** Each costs a walk through the whole of Sen. */
const COUNT = dearTries(250, 20_000)

let fixture: IssuerFixture
let token = ''
before(async () => {
  fixture = await openIssuerFixture()
  token = await tokenOf(await settleHolder(fixture))
})
after(() => fixture.stop())

const ERROR = /^[a-z_]{5,60}$/
/** Answers by which error; null where it was taken. */
const send = async (
  door: string,
  { payload, type, authorization }: { payload: string; type: string; authorization?: string },
): Promise<string | null> => {
  const answer = await fixture.app.inject({
    method: 'POST',
    url: `/credentials/${door}`,
    headers: { 'content-type': type, ...(authorization === undefined ? {} : { authorization }) },
    payload,
  })
  if (answer.statusCode < 300) {
    return null
  }
  assert.ok(answer.statusCode < 500, `${answer.statusCode} ${answer.payload}: ${JSON.stringify(payload)}`)
  const { error } = answer.json<{ error: string }>()
  assert.match(error, ERROR)
  return error
}

const tallyOf = async (ask: (mutator: Mutator) => Promise<string | null>, seed: number) => {
  const mutator = mutatorOf(seed)
  const tally = new Map<string, number>()
  for (let count = 0; count < COUNT; count++) {
    const name = (await ask(mutator)) ?? 'taken'
    tally.set(name, (tally.get(name) ?? 0) + 1)
  }
  return tally
}
const count = async (): Promise<number> =>
  (await fixture.pool.query('select 1 from issued_credential')).rows.length

test('broken requests for cards', async (t) => {
  const nonce = await drawNonceAt(fixture)
  const { jwk } = newWalletKey()
  const whole = JSON.stringify({
    credential_configuration_id: CARD,
    proofs: { jwt: [proofOver(nonce), proofOver(nonce)] },
    credential_response_encryption: { jwk: { ...jwk, alg: 'ECDH-ES' }, enc: 'A128GCM' },
  })
  const tally = await tallyOf(
    ({ text }) =>
      send('credential', {
        payload: text(whole),
        type: 'application/json',
        authorization: `Bearer ${token}`,
      }),
    SEED,
  )
  t.diagnostic(`seed ${SEED}: ${JSON.stringify(Object.fromEntries(tally))}`)
  for (const error of ['invalid_credential_request', 'invalid_proof', 'invalid_encryption_parameters']) {
    assert.ok(tally.has(error), error)
  }
})

test('broken proofs in whole requests: none is believed that is not as it was made', async (t) => {
  const nonce = await drawNonceAt(fixture)
  const proof = proofOver(nonce)
  const before = await count()
  const tally = await tallyOf(({ text }) => {
    const broken = text(proof)
    return broken === proof
      ? Promise.resolve('left whole')
      : send('credential', {
          payload: JSON.stringify({ credential_configuration_id: CARD, proofs: { jwt: [broken] } }),
          type: 'application/json',
          authorization: `Bearer ${token}`,
        })
  }, SEED + 1)
  t.diagnostic(`seed ${SEED + 1}: ${JSON.stringify(Object.fromEntries(tally))}`)
  assert.ok(!tally.has('taken'))
  assert.equal(await count(), before)
})

test('broken token requests, headers and kinds of content', async (t) => {
  const form = new URLSearchParams({
    grant_type: PRE_AUTHORIZED,
    'pre-authorized_code': 'A'.repeat(43),
    tx_code: '123456',
  }).toString()
  const types = [
    'application/x-www-form-urlencoded',
    'application/json',
    'text/plain',
    'application/jwt',
    'x',
  ]
  const tally = await tallyOf(({ text, below }) => {
    const door = ['token', 'credential', 'notification'][below(3)] ?? ''
    // What Node itself does not let into a header never comes by it.
    const header = text(`Bearer ${token}`).replace(/[^\x20-\x7e]/g, '')
    return send(door, { payload: text(form), type: types[below(types.length)] ?? '', authorization: header })
  }, SEED + 2)
  t.diagnostic(`seed ${SEED + 2}: ${JSON.stringify(Object.fromEntries(tally))}`)
  for (const error of ['invalid_grant', 'invalid_request', 'invalid_token', 'unsupported_grant_type']) {
    assert.ok(tally.has(error), error)
  }
})
