// A holder shows what she chose, to whom she chose, and nothing else (RFC 9901, draft-ietf-oauth-sd-jwt-vc).
import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  asked,
  holder,
  issue,
  issuer,
  ISSUER,
  NONCE,
  NOW_s,
  party,
  present,
  trust,
  VERIFIER,
} from '../../testing/credential-kit.ts'
import { readCredential } from './read-credential.ts'
import { presentCredential } from './present-credential.ts'
import { verifyIssued, verifyPresentation } from './verify-credential.ts'

test('a verifier sees the claims that she chose and no other', async () => {
  const outcome = await verifyPresentation(await present(await issue()), trust, asked)
  assert.ok(outcome.ok, JSON.stringify(outcome))
  assert.deepEqual(outcome.value.claims, {
    iss: ISSUER,
    vct: 'urn:vn:driving-licence:1',
    iat: NOW_s - 86_400,
    exp: NOW_s + 86_400,
    cnf: { jwk: holder.jwk },
    status: { status_list: { idx: 42, uri: `${ISSUER}/status/1` } },
    full_name: 'Nguyễn Thị Hạnh',
    address: { province: 'Huế' },
    classes: [],
    points: 12,
  })
  // Digests are sorted, so names at one level come in any order; the outer always before the inner.
  const paths = outcome.value.revealed.map(({ path }) => path.join('.'))
  assert.deepEqual(paths.toSorted(), ['address', 'address.province', 'full_name'])
  assert.ok(paths.indexOf('address') < paths.indexOf('address.province'))
  assert.deepEqual(outcome.value.status, { uri: `${ISSUER}/status/1`, idx: 42 })
  assert.equal(outcome.value.vct, 'urn:vn:driving-licence:1')
})

test('what she did not show is nowhere in what she hands over', async () => {
  const text = await present(await issue(), { show: [['classes', 1]] })
  const seen = text
    .split(/[.~]/)
    .map((part) => Buffer.from(part, 'base64url').toString('utf8'))
    .join('\n')
  for (const hidden of ['Hạnh', '1990-02-03', 'Huế', 'Thuận Hoá', '"A1"', '"C"']) {
    assert.ok(!seen.includes(hidden), hidden)
  }
  const outcome = await verifyPresentation(text, trust, asked)
  assert.ok(outcome.ok)
  assert.deepEqual(outcome.value.claims['classes'], ['B'])
})

test('her phone reads all of a credential that has just come, after its signature was checked', async () => {
  const credential = await issue({ decoys: 3 })
  const outcome = await verifyIssued(credential, trust)
  assert.ok(outcome.ok)
  assert.deepEqual(outcome.value.claims['classes'], ['A1', 'B', 'C'])
  assert.deepEqual(outcome.value.claims['address'], { province: 'Huế', commune: 'Thuận Hoá' })
  const read = await readCredential(credential)
  assert.deepEqual(read, outcome)
})

test('decoys and the order of digests tell nobody how many claims there are, or which', async () => {
  const credential = await issue({ decoys: 4 })
  const payload: { _sd: string[]; classes: unknown[] } = JSON.parse(
    Buffer.from(credential.split('.')[1] ?? '', 'base64url').toString('utf8'),
  )
  // Name, birth date and address are three.
  assert.equal(payload._sd.length, 3 + 4)
  assert.equal(payload.classes.length, 3 + 4)
  assert.deepEqual(payload._sd, payload._sd.toSorted())
  assert.ok((await verifyPresentation(await present(credential), trust, asked)).ok)
})

test('two credentials of the same person share no salt and no digest', async () => {
  const parts = async (): Promise<string[]> => {
    const [jwt = '', ...disclosures] = (await issue()).slice(0, -1).split('~')
    const payload: { _sd: string[] } = JSON.parse(
      Buffer.from(jwt.split('.')[1] ?? '', 'base64url').toString('utf8'),
    )
    return [...disclosures, ...payload._sd]
  }
  const both = [...(await parts()), ...(await parts())]
  assert.equal(new Set(both).size, both.length)
})

test('a claim that the document does not have is not silently left out', async () => {
  const keyBinding = { signer: holder.signer, nonce: NONCE, audience: VERIFIER, issuedAt_s: NOW_s }
  for (const show of [
    [['height']],
    [['classes', 7]],
    [['address', 'street']],
    [['points', 'all']],
    [['classes', 'A1']],
  ]) {
    assert.deepEqual(await presentCredential({ credential: await issue(), show, keyBinding }), {
      ok: false,
      reason: 'sd-jwt.claim-absent',
    })
  }
})

test('a phone shows nothing of a bound credential without its own signature', async () => {
  assert.deepEqual(await presentCredential({ credential: await issue(), show: [], keyBinding: null }), {
    ok: false,
    reason: 'sd-jwt.key-binding-missing',
  })
})

test('a document without a holder key is believed only where the verifier says so', async () => {
  const unbound = await issue({ holderKey: undefined })
  const text = await present(unbound, { keyBinding: null })
  assert.deepEqual(await verifyPresentation(text, trust, asked), {
    ok: false,
    reason: 'sd-jwt.holder-key-missing',
  })
  assert.ok((await verifyPresentation(text, trust, { ...asked, isBearerAccepted: true })).ok)
})

test('a bound document is never taken as a bearer document', async () => {
  const text = await issue()
  assert.deepEqual(await verifyPresentation(text, trust, { ...asked, isBearerAccepted: true }), {
    ok: false,
    reason: 'sd-jwt.key-binding-missing',
  })
})

test('an issuer program that names a claim wrongly is told before anything is signed', async () => {
  await assert.rejects(issue({ disclosable: [['heigth']] }), TypeError)
  await assert.rejects(issue({ disclosable: [[]] }), TypeError)
  await assert.rejects(issue({ claims: { exp: 5 }, disclosable: [] }), TypeError)
  await assert.rejects(issue({ claims: { a: { _sd: [] } }, disclosable: [] }), TypeError)
  await assert.rejects(issue({ claims: { a: [{ '...': 'x' }] }, disclosable: [] }), TypeError)
  await assert.rejects(issue({ claims: { picture: 'x'.repeat(600_000) }, disclosable: [] }), TypeError)
})

for (const algorithm of ['ES256', 'ES384', 'ES512'] as const) {
  for (const hash of ['sha-256', 'sha-384', 'sha-512'] as const) {
    test(`issuer and holder sign with ${algorithm}, digests are of ${hash}`, async () => {
      const [state, person] = [await party(algorithm), await party(algorithm)]
      const credential = await issue({ signer: state.signer, holderKey: person.jwk, hash })
      const keyBinding = { signer: person.signer, nonce: NONCE, audience: VERIFIER, issuedAt_s: NOW_s }
      const text = await present(credential, { keyBinding })
      const believed = { ...trust, algorithms: [algorithm], issuerKey: () => ({ ...state.jwk }) }
      assert.ok((await verifyPresentation(text, believed, asked)).ok)
      const others = (['ES256', 'ES384', 'ES512'] as const).filter((one) => one !== algorithm)
      assert.deepEqual(await verifyPresentation(text, { ...believed, algorithms: others }, asked), {
        ok: false,
        reason: 'sd-jwt.issuer-algorithm',
      })
    })
  }
}

test('documents hold until the second that they say, and clocks may differ by what the verifier allows', async () => {
  const at = async (now_s: number, skew_s: number): Promise<unknown> => {
    const keyBinding = { signer: holder.signer, nonce: NONCE, audience: VERIFIER, issuedAt_s: now_s }
    const text = await present(await issue({ notBefore_s: NOW_s - 100 }), { keyBinding })
    const outcome = await verifyPresentation(text, { ...trust, now_s, skew_s }, asked)
    return outcome.ok ? 'believed' : outcome.reason
  }
  const [start, end] = [NOW_s - 100, NOW_s + 86_400]
  assert.deepEqual(
    [await at(start - 1, 0), await at(start, 0), await at(end - 1, 0), await at(end, 0)],
    ['sd-jwt.not-yet-valid', 'believed', 'believed', 'sd-jwt.expired'],
  )
  assert.deepEqual(
    [await at(start - 61, 60), await at(start - 60, 60), await at(end + 59, 60), await at(end + 60, 60)],
    ['sd-jwt.not-yet-valid', 'believed', 'believed', 'sd-jwt.expired'],
  )
})

test('only the key that the verifier holds for the issuer counts, whatever key a credential brings along', async () => {
  const other = await party('ES256', { kid: 'signer-1', jwk: { ...issuer.jwk } })
  const forged = await present(await issue({ signer: other.signer }))
  assert.deepEqual(await verifyPresentation(forged, trust, asked), {
    ok: false,
    reason: 'sd-jwt.issuer-signature',
  })
})
