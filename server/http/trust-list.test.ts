// Whoever checks documents learns whose are believed, signed by the house, and of every status list at once.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { builtInTypes } from '../modules/documents/integration/document-types.ts'
import { verifyStatusList } from '../../formats/token-status-list/status-list-token.ts'
import { verifyTrustList } from '../../formats/trust-list/trust-list.ts'
import {
  fetchCards,
  ISSUER,
  openIssuerFixture,
  settleHolder,
  type IssuerFixture,
} from '../../testing/issuer-fixture.ts'
import { now } from '../kernel/clock.ts'
import { ensureKeys, loadKeys, openSigner } from '../modules/access/federation/provider/signing-keys.ts'
import { mountTrustList } from './trust-list.ts'

const URL = 'http://localhost:4000/trust-list'
let fixture: IssuerFixture
before(async () => {
  fixture = await openIssuerFixture()
  // The house's own keys, as in a whole server.
  const { context } = fixture
  await ensureKeys(context)
  const signer = openSigner(context.tools.read, context.tools.sealer)
  mountTrustList(fixture.app, { ...context, tools: { ...context.tools, signer } })
})
after(() => fixture.stop())

const read = async (now_s = now().getTime() / 1000) => {
  const answer = await fixture.app.inject({ url: '/trust-list' })
  assert.equal(answer.statusCode, 200)
  const { tools } = fixture.context
  const keys = await loadKeys(tools.read, tools, now())
  const list = await verifyTrustList(answer.body, {
    url: URL,
    signerKey: ({ kid }) => {
      const key = keys.find((one) => one.kid === kid)
      return key ? { kty: key.kty, crv: key.crv, x: key.x, y: key.y } : null
    },
    algorithms: ['ES256'],
    now_s,
  })
  return { answer, list }
}

test('the list is signed by a key that the house publishes, may be kept for a month and is asked anew in minutes', async () => {
  const { answer, list } = await read()
  assert.ok(list.ok, JSON.stringify(list))
  assert.equal(answer.headers['content-type'], 'application/trust-list+jwt')
  assert.equal(answer.headers['cache-control'], 'public, max-age=300')
  assert.equal(answer.headers['access-control-allow-origin'], '*')
  const month_s = 30 * 86_400
  assert.equal(list.value.expiresAt_s - list.value.issuedAt_s, month_s)
  const late = await read(now().getTime() / 1000 + month_s + 120)
  assert.deepEqual(late.list, { ok: false, reason: 'trust-list.expired' })
})

test('it names the issuer and its documents in both languages, and every status list that somebody is on', async () => {
  const holder = await settleHolder(fixture)
  await fetchCards(holder)
  const { list } = await read()
  assert.ok(list.ok)
  const [issuer] = list.value.issuers
  assert.ok(issuer && list.value.issuers.length === 1)
  assert.equal(issuer.issuer, ISSUER)
  assert.deepEqual(issuer.names, { vi: 'Sen, môi trường thử', en: 'Sen, trial environment' })
  const { kinds } = issuer
  assert.equal(kinds[0]?.vct, 'urn:sen:identity-card:1')
  const types = builtInTypes().map(({ id }) => `urn:sen:${id}:1`)
  assert.deepEqual(
    kinds
      .slice(1)
      .map(({ vct }) => vct)
      .toSorted(),
    types.toSorted(),
  )
  const licence = kinds.find(({ vct }) => vct === 'urn:sen:driving-licence:1')
  assert.deepEqual(
    licence?.claims.find(({ name }) => name === 'classes'),
    { name: 'classes', names: { vi: 'Hạng', en: 'Classes' }, kind: 'list' },
  )
  assert.ok(issuer.statusLists.length > 0)
  for (const uri of issuer.statusLists) {
    const { pathname } = new globalThis.URL(uri)
    const token = (await fixture.app.inject({ url: pathname })).body
    const believed = await verifyStatusList(token, {
      uri,
      issuerKey: ({ kid }) => {
        const key = issuer.keys.find((one) => one.kid === kid)
        return key ? { kty: key.kty, crv: key.crv, x: key.x, y: key.y } : null
      },
      algorithms: ['ES256'],
      now_s: now().getTime() / 1000,
    })
    assert.ok(believed.ok, uri)
  }
})
