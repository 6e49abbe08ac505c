// A verifier believes a list of issuers as it was signed, for as long as it was signed, and nothing else.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { issuer, sign, stranger } from '../../testing/credential-kit.ts'
import { mutatorOf } from '../../testing/mutations.ts'
import { CARD_KID, SHOWN_AT_s, trustedCardIssuer } from '../../testing/shown-card-kit.ts'
import { inputs } from '../../testing/thorough.ts'
import { trustListFaultCodes } from './trust-list-fault.ts'
import { signTrustList, trustListClaims, trustListLimits, verifyTrustList } from './trust-list.ts'

const URL = 'https://id.example.vn/trust-list'
const list = { issuedAt_s: SHOWN_AT_s - 60, expiresAt_s: SHOWN_AT_s + 86_400, issuers: [trustedCardIssuer] }
const believing = {
  url: URL,
  signerKey: ({ kid }: { readonly kid?: unknown }) => (kid === 'signer-1' ? { ...issuer.jwk } : null),
  algorithms: ['ES256'],
  now_s: SHOWN_AT_s,
} as const

const reasonOf = async (token: string, change: Partial<typeof believing> | object = {}): Promise<string> => {
  const read = await verifyTrustList(token, { ...believing, ...change })
  return read.ok ? 'ok' : read.reason
}
const forge = (claims: unknown, header = {}): Promise<string> =>
  sign({ alg: 'ES256', kid: 'signer-1', typ: 'trust-list+jwt', ...header }, claims)

test('what was signed is read, with names in both languages and every key', async () => {
  assert.deepEqual(await verifyTrustList(await signTrustList(list, URL, issuer.signer), believing), {
    ok: true,
    value: list,
  })
})

test('a list of before claims had words is read, and a kind of value that came later is written as text', async () => {
  const claims = trustListClaims(list, URL)
  const of = (kind: object) => ({ ...claims, issuers: [{ ...Object(claims['issuers'])[0], kinds: [kind] }] })
  const names = { vi: 'Giấy', en: 'Paper' }
  const kindOf = async (kind: object) => {
    const read = await verifyTrustList(await forge(of(kind)), believing)
    return read.ok ? read.value.issuers[0]?.kinds[0] : read.reason
  }
  assert.deepEqual(await kindOf({ vct: 'a', names }), { vct: 'a', names, claims: [] })
  assert.deepEqual(await kindOf({ vct: 'a', names, claims: [{ name: 'x', names, kind: 'hologram' }] }), {
    vct: 'a',
    names,
    claims: [{ name: 'x', names, kind: 'text' }],
  })
  for (const wrong of [{}, [{}], [{ name: '', names }], [{ name: 'x', names: { vi: 'x' } }]]) {
    assert.equal(await kindOf({ vct: 'a', names, claims: wrong }), 'trust-list.claim-form')
  }
  const many = Array.from({ length: 101 }, (_, i) => ({ name: `x${i}`, names, kind: 'text' }))
  assert.equal(await kindOf({ vct: 'a', names, claims: many }), 'trust-list.too-large')
})

test('a list of somebody else, of another place, of yesterday or of tomorrow is refused', async () => {
  const token = await signTrustList(list, URL, issuer.signer)
  assert.equal(await reasonOf(token, { signerKey: () => null }), 'trust-list.signer-untrusted')
  assert.equal(
    await reasonOf(token, { signerKey: () => ({ ...stranger.jwk }) }),
    'trust-list.token-signature',
  )
  assert.equal(await reasonOf(token, { signerKey: () => 'none' }), 'trust-list.token-key')
  assert.equal(await reasonOf(token, { url: `${URL}/2` }), 'trust-list.other-list')
  assert.equal(await reasonOf(token, { now_s: list.expiresAt_s + 59 }), 'ok')
  assert.equal(await reasonOf(token, { now_s: list.expiresAt_s + 60 }), 'trust-list.expired')
  assert.equal(await reasonOf(token, { now_s: list.issuedAt_s - 60 }), 'ok')
  assert.equal(await reasonOf(token, { now_s: list.issuedAt_s - 61 }), 'trust-list.not-yet-valid')
  assert.equal(await reasonOf('x'), 'trust-list.token-form')
  assert.equal(await reasonOf('x'.repeat(trustListLimits.characters + 1)), 'trust-list.too-large')
  const claims = trustListClaims(list, URL)
  assert.equal(await reasonOf(await forge(claims, { typ: 'JWT' })), 'trust-list.token-type')
  assert.equal(await reasonOf(await forge(claims, { alg: 'none' })), 'trust-list.token-algorithm')
  assert.equal(await reasonOf(await forge(claims, { crit: ['x'] })), 'trust-list.token-critical-header')
})

test('a claim that is missing or of a wrong make refuses the whole list', async () => {
  const claims = trustListClaims(list, URL)
  const of = (change: object) => ({ ...claims, issuers: [{ ...Object(claims['issuers'])[0], ...change }] })
  const wrong: readonly object[] = [
    { ...claims, iat: '1' },
    { ...claims, exp: -1 },
    { ...claims, issuers: {} },
    { ...claims, issuers: ['x'] },
    { ...claims, issuers: [...Object(claims['issuers']), ...Object(claims['issuers'])] },
    of({ issuer: '' }),
    of({ names: { vi: 'Chỉ một' } }),
    of({ keys: [{ kty: 'EC', crv: 'P-256', x: 'x', y: 'y', kid: CARD_KID }] }),
    of({ keys: [{ ...issuer.jwk }] }),
    of({ kinds: [{ vct: 'x' }] }),
    of({ status_lists: [7] }),
  ]
  for (const one of wrong) {
    assert.equal(await reasonOf(await forge(one)), 'trust-list.claim-form', JSON.stringify(one))
  }
  const { keys } = Object(claims['issuers'])[0]
  const many = Array.from({ length: trustListLimits.each + 1 }, () => keys[0])
  assert.equal(await reasonOf(await forge(of({ keys: many }))), 'trust-list.too-large')
})

test('the status lists of a nation are believed: some thousands at once', async () => {
  const claims = trustListClaims(list, URL)
  const of = (count: number) => ({
    ...claims,
    issuers: [
      {
        ...Object(claims['issuers'])[0],
        status_lists: Array.from({ length: count }, (_, i) => `https://x.gov.vn/status-lists/${i}`),
      },
    ],
  })
  assert.equal(await reasonOf(await forge(of(3000))), 'ok')
  assert.equal(await reasonOf(await forge(of(5000))), 'ok')
  assert.equal(await reasonOf(await forge(of(5001))), 'trust-list.too-large')
})

test('no list that differs from the published one in one place is believed', async (t) => {
  const whole = await signTrustList(list, URL, issuer.signer)
  const codes: ReadonlySet<string> = new Set([...trustListFaultCodes, 'unchanged'])
  const { text } = mutatorOf(20_261_205)
  const tally = new Map<string, number>()
  for (let round = 0; round < inputs(2000); round++) {
    const changed = text(whole)
    const answer = changed === whole ? 'unchanged' : await reasonOf(changed)
    assert.ok(codes.has(answer), answer)
    tally.set(answer, (tally.get(answer) ?? 0) + 1)
  }
  t.diagnostic(JSON.stringify(Object.fromEntries(tally)))
  assert.ok(tally.has('trust-list.token-signature') && tally.has('trust-list.token-form'))
})
