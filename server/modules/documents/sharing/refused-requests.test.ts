// What no party may ask, and how it may not be asked: nothing of it is shown to her, nothing is fetched from
// anywhere else than a registered party's own address, and over-asking is told to the operator.
import assert from 'node:assert/strict'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, before, beforeEach, test } from 'node:test'
import type { JsonObject } from '../../../../formats/jws/strict-json.ts'
import { clientIdOfCertificate } from '../../../../formats/openid4vp/sign-request.ts'
import {
  linkTo,
  openLink,
  openSharingFixture,
  sharingLog,
  yesTo,
  type Sharer,
  type SharingFixture,
} from '../../../../testing/sharing-fixture.ts'
import { cardQuery, certifyHost, partyFileOf, pemOf, type Asking } from '../../../../testing/sharing-party.ts'
import { clockOffset_ms, moveClock } from '../../../kernel/clock.ts'
import { agreeToShare } from './answer-sharing.ts'
import { openSharing } from './open-sharing.ts'
import { viewSharing, viewWaitingSharings } from './view-sharing.ts'

let fixture: SharingFixture
let her: Sharer
let elsewhere: Server
let asked = 0
const clockAtFirst = clockOffset_ms()
before(async () => {
  fixture = await openSharingFixture()
  elsewhere = createServer((_, response) => {
    asked++
    response.end('{}')
  })
  await new Promise<void>((resolve) => elsewhere.listen(0, '127.0.0.1', resolve))
})
beforeEach(async () => {
  her = await fixture.holder()
})
after(async () => {
  moveClock(clockAtFirst)
  elsewhere.close()
  await fixture.stop()
})
const codeOf = async (input: object): Promise<string> => (await her.visitor.refusal(openSharing, input)).code
const refusedFor = async (asking: Asking): Promise<string> => codeOf(await linkTo(fixture, asking))
const card = (changes: JsonObject = {}): JsonObject => ({
  id: 'card',
  format: 'dc+sd-jwt',
  meta: { vct_values: ['urn:sen:identity-card:1'] },
  claims: [{ path: ['name'] }],
  ...changes,
})
const mobileOf = (docType: string, space: string, elements: readonly string[]): JsonObject => ({
  credentials: [
    {
      id: 'card',
      format: 'mso_mdoc',
      meta: { doctype_value: docType },
      claims: elements.map((element) => ({ path: [space, element] })),
    },
  ],
})
const CARD = 'vn.sen.identity_card.1'
const mobile = (...elements: string[]): JsonObject => mobileOf(CARD, CARD, elements)
const LICENCE = 'org.iso.18013.5.1'
const mobileLicence = (...elements: string[]): JsonObject => mobileOf(`${LICENCE}.mDL`, LICENCE, elements)
const licence = (...names: string[]): JsonObject => ({
  credentials: [
    card({
      meta: { vct_values: ['urn:sen:driving-licence:1'] },
      claims: names.map((name) => ({ path: [name] })),
    }),
  ],
})
const RENT = { purpose: 'rent-a-car' } as const

test('what goes beyond the registration is blocked before she sees it, and counted for the operator', async () => {
  const over: readonly (readonly [what: string, asking: Asking])[] = [
    ['identity-card place_of_origin', { query: cardQuery('name', 'place_of_origin') }],
    ['identity-card age_over_18', { query: cardQuery('age_over_18') }],
    ['identity-card birthdate', { purpose: 'adult-only', query: cardQuery('birthdate') }],
    ['identity-card age_over_16', { purpose: 'adult-only', query: cardQuery('age_over_16') }],
    ['identity-card another claim', { query: cardQuery('name', 'blood_group') }],
    ['identity-card nationalities', { query: mobile('name', 'nationality') }],
    ['another kind of document', { query: { credentials: [card({ meta: { vct_values: ['urn:x:1'] } })] } }],
    [
      'another kind of document',
      { query: { credentials: [card({ meta: { vct_values: ['urn:sen:identity-card:1', 'urn:x:1'] } })] } },
    ],
    // An option that nobody has to take is asked for as well.
    [
      'identity-card place_of_origin',
      {
        query: {
          credentials: [card(), card({ id: 'more', claims: [{ path: ['place_of_origin'] }] })],
          credential_sets: [{ options: [['card']] }, { options: [['more']], required: false }],
        },
      },
    ],
    // A derived answer is no way to what it is derived from.
    ['driving-licence classes', { ...RENT, query: licence('has_class_b', 'classes') }],
    ['driving-licence classes', { ...RENT, query: mobileLicence('document_number', 'driving_privileges') }],
    ['driving-licence birthdate', { ...RENT, query: mobileLicence('birth_date') }],
    ['driving-licence', { query: licence('name') }],
    ['another purpose', { purpose: 'marketing' }],
  ]
  for (const [what, asking] of over) {
    assert.equal(await refusedFor(asking), 'sharing.asks-too-much', what)
  }
  const counted = (await fixture.reports()).filter(({ kind }) => kind === 'over-asking')
  const times = Map.groupBy(over, ([what]) => what)
  assert.deepEqual(
    counted.map((row) => [row.what, row.times]).sort(),
    [...times].map(([what, all]) => [what, all.length]).sort(),
  )
  assert.deepEqual((await her.visitor.do(viewWaitingSharings)).items, [])
  assert.deepEqual((await sharingLog(her))[0], {
    purpose: 'sharing-blocked',
    who: 'Ngân hàng Thử',
    fields: [],
  })
})

test('within the registration both formats are asked for, and what is always shown needs none', async () => {
  await openLink(fixture, her, { query: mobile('name', 'birth_date', 'issuing_country') })
  await openLink(fixture, her, { query: cardQuery('issuing_authority', 'name') })
  await openLink(fixture, her, { query: cardQuery('age_over_18'), purpose: 'adult-only' })
  await openLink(fixture, her, { ...RENT, query: licence('name', 'licence_number', 'has_class_b') })
  await openLink(fixture, her, {
    ...RENT,
    query: mobileLicence('family_name', 'given_name', 'document_number'),
  })
})

type Wrong = readonly (readonly [code: string, what: string, asking: Asking])[]
const wrongRequests = async (): Promise<Wrong> => {
  const stranger = certifyHost('Stranger')
  const strangersId = await clientIdOfCertificate(stranger.certificate)
  return [
    ['sharing.party-unknown', 'a certificate of nobody', { signer: stranger, clientId: strangersId }],
    [
      'sharing.request-wrong',
      'another key below its name',
      { signer: { ...stranger, certificate: fixture.party.signer.certificate } },
    ],
    ['sharing.request-wrong', 'an answer to another origin', { responseUri: 'https://localhost:1/answers' }],
    [
      'sharing.request-wrong',
      'an answer to another host',
      { responseUri: 'https://bank.example.vn/answers' },
    ],
    ['sharing.request-wrong', 'an open answer', { more: { encryptTo: null } }],
    ['sharing.request-wrong', 'a nonce that was not asked for', { walletNonce: 'AAAAAAAAAAAAAAAAAAAAAA' }],
    ['sharing.request-wrong', 'a short nonce', { nonce: 'short' }],
    ['sharing.request-wrong', 'no purpose', { verifierInfo: [{ format: 'other', data: 'x' }] }],
    [
      'sharing.request-wrong',
      'two purposes',
      {
        verifierInfo: ['open-account', 'adult-only'].map((purpose) => ({
          format: 'sen-purpose',
          data: { purpose },
        })),
      },
    ],
    [
      'sharing.request-wrong',
      'a purpose for a part of it',
      {
        verifierInfo: [
          { format: 'sen-purpose', data: { purpose: 'open-account' }, credential_ids: ['card'] },
        ],
      },
    ],
    [
      'sharing.request-wrong',
      'more than a purpose',
      { verifierInfo: [{ format: 'sen-purpose', data: { purpose: 'open-account', law: 'x' } }] },
    ],
    ['sharing.request-wrong', 'longer than it may last', { lasts_s: 7200 }],
    [
      'sharing.request-wrong',
      'signed tomorrow',
      { more: { issuedAt_s: 4_000_000_000, expiresAt_s: 4_000_000_300 } },
    ],
    ['sharing.expired', 'ended', { lasts_s: -1 }],
    ['sharing.expired', 'ended an hour ago', { lasts_s: -3600 }],
    [
      'sharing.request-wrong',
      'a document without its holder',
      { query: { credentials: [card({ require_cryptographic_holder_binding: false })] } },
    ],
  ]
}

test('a request that its party did not sign, or not so, is none', async () => {
  for (const [code, what, asking] of await wrongRequests()) {
    assert.equal(await refusedFor(asking), code, what)
  }
  const { clientId, origin, offer, replies } = fixture.party
  assert.equal(
    await codeOf({ from: 'link', clientId, requestUri: offer('no.request.here') }),
    'sharing.request-wrong',
  )
  assert.equal(
    await codeOf({ from: 'link', clientId, requestUri: `${origin}/nothing` }),
    'sharing.request-wrong',
  )
  replies.set('/long', [{ type: 'application/oauth-authz-req+jwt', body: 'x'.repeat(300_000) }])
  assert.equal(
    await codeOf({ from: 'link', clientId, requestUri: `${origin}/long` }),
    'sharing.request-wrong',
  )
  replies.set('/page', [{ type: 'text/html', body: await fixture.party.sign() }])
  assert.equal(
    await codeOf({ from: 'link', clientId, requestUri: `${origin}/page` }),
    'sharing.request-wrong',
  )
})

test('nothing but a registered party’s own address is asked, whatever a link or a party says', async () => {
  const { clientId, origin, replies } = fixture.party
  const { port } = elsewhere.address() as AddressInfo
  const here = new URL(origin)
  for (const requestUri of [
    `http://127.0.0.1:${port}/r`,
    `https://127.0.0.1:${port}/r`,
    `https://localhost:${port}/r`,
    `https://127.0.0.1:${here.port}/r`,
    `http://localhost:${here.port}/r`,
    `https://localhost:${here.port}@127.0.0.1:${port}/r`,
    `https://a:b@localhost:${here.port}/r`,
    `https://localhost.:${here.port}/r`,
    'https://169.254.169.254/latest/meta-data',
    'file:///etc/passwd',
  ]) {
    assert.equal(await codeOf({ from: 'link', clientId, requestUri }), 'sharing.request-wrong', requestUri)
  }
  replies.set('/moved', [{ status: 302, location: `http://127.0.0.1:${port}/r`, body: '' }])
  assert.equal(
    await codeOf({ from: 'link', clientId, requestUri: `${origin}/moved` }),
    'sharing.request-wrong',
  )
  for (const nobody of [
    'x509_hash:AAAA',
    'x509_san_dns:bank.example.vn',
    'redirect_uri:https://x.vn',
    'x',
    '',
  ]) {
    const link = { from: 'link', clientId: nobody, requestUri: `${origin}/r` }
    assert.equal(await codeOf(link), 'sharing.party-unknown', nobody)
  }
  assert.equal(asked, 0)
})

test('a server that another authority vouches for is not the party', async () => {
  const other = certifyHost('Pinned', 'pinned.vn')
  const { origin, offer } = fixture.party
  await fixture.enlist(
    partyFileOf(other, { origin, id: 'pinned-bank', serverAuthority: pemOf(certifyHost('Elsewhere')) }),
  )
  const clientId = await clientIdOfCertificate(other.certificate)
  const requestUri = offer(await fixture.party.sign({ signer: other, clientId }))
  assert.equal(await codeOf({ from: 'link', clientId, requestUri }), 'sharing.party-silent')
})

test('a party is named by a host of its certificate, and answers only there', async () => {
  const signer = certifyHost('Named', 'named.example.vn')
  const { origin } = fixture.party
  const answersAt = [origin, 'https://named.example.vn']
  await fixture.enlist(partyFileOf(signer, { origin, id: 'named-bank', answersAt }))
  const asking = { clientId: 'x509_san_dns:named.example.vn', signer }
  await openLink(fixture, her, { ...asking, responseUri: 'https://named.example.vn/answers' })
  // Its own origin by the registration, and another host than its name (OpenID4VP 1.0 §5.9.3).
  assert.equal(await refusedFor({ ...asking, responseUri: `${origin}/answers` }), 'sharing.request-wrong')
  const other = { ...asking, clientId: 'x509_san_dns:other.example.vn' }
  assert.equal(await refusedFor(other), 'sharing.party-unknown')
})

test('by post the request answers our nonce, and no other', async () => {
  const { clientId, origin, replies, taken, sign } = fixture.party
  const type = 'application/oauth-authz-req+jwt'
  const link = { from: 'link', clientId, requestUri: `${origin}/posted`, method: 'post' }
  replies.set('/posted', [{ type, body: ({ wallet_nonce: nonce }) => sign({ walletNonce: nonce ?? null }) }])
  const { id } = await her.visitor.do(openSharing, link)
  const { walletNonce } = await her.visitor.do(viewSharing, { id })
  assert.equal(walletNonce, taken.at(-1)?.fields['wallet_nonce'])
  await her.visitor.do(agreeToShare, await yesTo(fixture, id))
  replies.set('/posted', [{ type, body: await sign() }])
  assert.equal(await codeOf(link), 'sharing.request-wrong')
  assert.match(taken.at(-1)?.fields['wallet_nonce'] ?? '', /^[\w-]{32}$/)
})
