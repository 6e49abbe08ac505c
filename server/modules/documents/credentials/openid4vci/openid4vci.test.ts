// Documents are fetched by wallets that others built: from the offer in the app to a batch on the phone.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { Holder as MobileHolder } from '@owf/mdoc'
import {
  fetchCards,
  ISSUER,
  letIn,
  openIssuerFixture,
  openWay,
  settleHolder,
  type Holder,
  type IssuerFixture,
} from '../../../../../testing/issuer-fixture.ts'
import { askCards, drawNonceAt, proofOver, tokenOf } from '../../../../../testing/issuer-door.ts'
import { otherContext } from '../../../../../testing/mdoc/other-implementation.ts'
import { newWalletKey, openSdJwt, signedBy, type WalletKey } from '../../../../../testing/wallet.ts'
import { statusAt } from '../../../../../formats/token-status-list/status-list.ts'
import { verifyStatusList } from '../../../../../formats/token-status-list/status-list-token.ts'
import { readRoots } from '../../../../../formats/mdoc/document-signer.ts'
import { verifyIssued } from '../../../../../formats/mdoc/verify-issuer.ts'
import { now } from '../../../../kernel/clock.ts'
import { viewAccessLog } from '../../../platform/audit/access-log.ts'
import { viewCredentials } from '../issuing/view-credentials.ts'

interface Trust {
  readonly jwks: { readonly keys: { kid: string; x: string; y: string; crv: string; kty: string }[] }
  readonly mdocRoots: readonly string[]
}

let fixture: IssuerFixture
let holder: Holder
let trust: Trust
before(async () => {
  fixture = await openIssuerFixture()
  holder = await settleHolder(fixture)
  trust = await fixture.json<Trust>('/credentials/trust')
})
after(() => fixture.stop())
const open = (credential: string) =>
  openSdJwt(credential, trust.jwks.keys, { fetch: fixture.fetchAs(null), at: now() })

test('her phone fetches ten identity cards at once, each bound to a key of its own', async () => {
  const { credentials, keys } = await fetchCards(holder, 10)
  assert.equal(credentials.length, 10)
  const opened = await Promise.all(credentials.map((one) => open(one)))
  for (const [i, { claims, header }] of opened.entries()) {
    assert.equal(header?.['typ'], 'dc+sd-jwt')
    assert.deepEqual((claims['cnf'] as { jwk: unknown }).jwk, keys[i]?.jwk)
    assert.equal(claims['iss'], ISSUER)
    assert.equal(claims['vct'], 'urn:sen:identity-card:1')
  }
})

test('a card says what the register says, and what is not disclosed names nobody', async () => {
  const { credentials } = await fetchCards(holder, 1)
  const [credential = ''] = credentials
  const { claims } = await open(credential)
  const said = Object.fromEntries(
    Object.entries(claims).filter(([name]) => !['cnf', 'status', 'iat', 'exp', 'portrait'].includes(name)),
  )
  assert.deepEqual(said, {
    iss: ISSUER,
    vct: 'urn:sen:identity-card:1',
    name: holder.person.fullName,
    birthdate: holder.person.birthDate,
    sex: 2,
    nationalities: ['VN'],
    personal_number: holder.person.personalNumber,
    place_of_origin: 'Tỉnh Nghệ An',
    residence: 'Số 12, đường Bờ Sông',
    date_of_issuance: said['date_of_issuance'],
    date_of_expiry: holder.person.cardExpiresOn,
    issuing_country: 'VN',
    issuing_authority: 'Bộ Công an',
    age_over_14: true,
    age_over_16: true,
    age_over_18: true,
    age_over_20: true,
    age_over_21: true,
    age_over_60: false,
    age_over_75: false,
  })
  const portrait = String(claims['portrait'])
  assert.match(portrait, /^data:image\/jpeg;base64,/)
  assert.ok(Buffer.from(portrait.split(',')[1] ?? '', 'base64').length <= 4096)
  const [jwt = ''] = credential.split('~')
  const { claims: alone } = await open(`${jwt}~`)
  assert.deepEqual(Object.keys(alone).sort(), [
    'cnf',
    'exp',
    'iat',
    'iss',
    'issuing_authority',
    'issuing_country',
    'status',
    'vct',
  ])
})

test('two cards of one batch have nothing in common but what all cards of the day have', async () => {
  const { credentials } = await fetchCards(holder, 2)
  const [one, two] = await Promise.all(credentials.map((c) => open(c)))
  assert.ok(one && two)
  const { iat, exp } = one.claims
  assert.equal(Number(iat) % 86_400, 0)
  assert.equal(Number(exp) - Number(iat), 14 * 86_400)
  assert.deepEqual([two.claims['iat'], two.claims['exp']], [iat, exp])
  const digests = (credential: string): string[] =>
    (JSON.parse(Buffer.from(credential.split('.')[1] ?? '', 'base64url').toString()) as { _sd: string[] })._sd
  const [a = '', b = ''] = credentials
  assert.equal(new Set([...digests(a), ...digests(b)]).size, 2 * digests(a).length)
})

test('the same card as a mobile document stands under the root that is published', async () => {
  const { credentials } = await fetchCards(holder, 2, 'mdoc')
  const roots = await readRoots(trust.mdocRoots.map((root) => Buffer.from(root, 'base64')))
  assert.ok(roots.ok)
  for (const credential of credentials) {
    const judged = await verifyIssued(Buffer.from(credential, 'base64url'), {
      docType: 'vn.sen.identity_card.1',
      trust: { roots: roots.value, revocation: () => 'good' },
      at: now(),
    })
    assert.ok(judged.ok, judged.ok ? '' : `${judged.code} ${judged.where}`)
  }
})

test('a mobile document is also believed by a wallet that others built', async () => {
  const { credentials } = await fetchCards(holder, 1, 'mdoc')
  await MobileHolder.verifyIssuerSigned(
    {
      issuerSigned: Buffer.from(credentials[0] ?? '', 'base64url'),
      trustedCertificates: trust.mdocRoots.map((root) => Buffer.from(root, 'base64')),
      now: now(),
    },
    otherContext,
  )
})

test('a key attestation that holds together is taken, and one about another key is not', async () => {
  const seconds = (ahead: number): number => Math.floor(now().getTime() / 1000) + ahead
  const [attester, key, other] = [newWalletKey(), newWalletKey(), newWalletKey()]
  const attest = (of: WalletKey): string =>
    signedBy(
      attester,
      { alg: 'ES256', typ: 'key-attestation+jwt', jwk: attester.jwk },
      { iat: seconds(0), exp: seconds(600), attested_keys: [of.jwk] },
    )
  const token = await tokenOf(holder)
  const ask = async (of: WalletKey) =>
    askCards(fixture, token, [
      proofOver(await drawNonceAt(fixture), { key, header: { key_attestation: attest(of) } }),
    ])
  assert.equal((await ask(other)).error, 'invalid_proof')
  assert.equal((await ask(key)).status, 200)
})

test('its status stands in a list that anybody may fetch, and says valid', async () => {
  const { credentials } = await fetchCards(holder, 1)
  const { claims } = await open(credentials[0] ?? '')
  const { uri, idx } = (claims['status'] as { status_list: { uri: string; idx: number } }).status_list
  const answer = await fixture.app.inject({ url: new URL(uri).pathname })
  assert.equal(answer.headers['content-type'], 'application/statuslist+jwt')
  assert.match(String(answer.headers['cache-control']), /^public, max-age=\d+$/)
  const list = await verifyStatusList(answer.payload, {
    uri,
    issuerKey: ({ kid }) => trust.jwks.keys.find((one) => one.kid === kid) ?? null,
    algorithms: ['ES256'],
    now_s: now().getTime() / 1000,
  })
  assert.ok(list.ok)
  const status = statusAt(list.value.list, idx)
  assert.equal(status.ok && status.value.meaning, 'valid')
})

test('another wallet is let in by passcode and code, and what it has is told apart', async () => {
  const { wallet, offerUri, txCode } = await letIn(fixture, holder)
  const accepted = await wallet.accept(offerUri, txCode)
  const { credentials } = await wallet.fetchBatch(accepted, 'identity-card-sd-jwt', 1, now())
  assert.equal(credentials.length, 1)
  const { items } = await holder.visitor.do(viewCredentials)
  assert.deepEqual(
    items
      .filter(({ wallet: kind }) => kind === 'other')
      .map(({ count, isThisPhone }) => [count, isThisPhone]),
    [[1, false]],
  )
})

test('she sees in her log, and in the list, what was issued to which of her devices', async () => {
  const mine = await settleHolder(fixture)
  await fetchCards(mine, 3)
  const { items } = await mine.visitor.do(viewCredentials)
  assert.deepEqual(
    items.map(({ deviceName, isThisPhone, count, state, type }) => [
      deviceName,
      isThisPhone,
      count,
      state,
      type,
    ]),
    [['Máy thử', true, 3, 'valid', 'identity-card']],
  )
  const { items: lines } = await mine.visitor.do(viewAccessLog, {})
  const issued = lines.filter(({ purpose }) => purpose === 'credentials-issued')
  assert.deepEqual(
    issued.map(({ whoKind, outcome, fields }) => [whoKind, outcome, fields.includes('portrait')]),
    [['holder', 'issued', true]],
  )
})

test('a wallet that deleted its cards says so, and they count no more', async () => {
  const mine = await settleHolder(fixture)
  const accepted = await openWay(mine)
  const { notificationId } = await mine.wallet.fetchBatch(accepted, 'identity-card-sd-jwt', 2, now())
  const { issuerMetadata, accessToken } = accepted
  const tell = (event: 'credential_accepted' | 'credential_deleted') =>
    mine.wallet.client.sendNotification({
      issuerMetadata,
      accessToken,
      notification: { notificationId, event },
    })
  await tell('credential_accepted')
  assert.equal((await mine.visitor.do(viewCredentials)).items[0]?.state, 'valid')
  await tell('credential_deleted')
  assert.equal((await mine.visitor.do(viewCredentials)).items[0]?.state, 'revoked')
})
