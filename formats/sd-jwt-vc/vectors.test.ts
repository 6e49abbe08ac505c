// The examples of RFC 9901 and of SD-JWT VC are issued, shown and read as their authors say.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parse } from 'yaml'
import { asked, holder, issue, NONCE, NOW_s, present, trust, VERIFIER } from '../../testing/credential-kit.ts'
import { readSpecification, type Specification } from '../../testing/sd-jwt-specification.ts'
import { listVectors, readVector, withoutVectors } from '../../testing/vectors.ts'
import { readPublicKey } from '../jws/algorithms.ts'
import type { JsonObject } from '../jws/strict-json.ts'
import { concealClaims } from './conceal-claims.ts'
import { digestOf, readDisclosure } from './disclosure.ts'
import { openClaims } from './open-claims.ts'
import { presentCredential } from './present-credential.ts'
import { readDisclosures } from './split-sd-jwt.ts'
import { verifyPresentation } from './verify-credential.ts'

test('disclosures of RFC 9901 §4.2 have the digests that stand there', async () => {
  const claim = 'WyJfMjZiYzRMVC1hYzZxMktJNmNCVzVlcyIsICJmYW1pbHlfbmFtZSIsICJNw7ZiaXVzIl0'
  const element = 'WyJsa2x4RjVqTVlsR1RQVW92TU5JdkNBIiwgIkZSIl0'
  assert.equal(await digestOf(claim, 'sha-256'), 'X9yH0Ajrdm1Oij4tWso9UzzKJvPoDxwmuEcO3XAdRC0')
  assert.equal(await digestOf(element, 'sha-256'), 'w0I8EKcdCtUPkGCNUrfwVp2xEgNjtoIDlOxc9-PlOhs')
  assert.deepEqual(readDisclosure(claim), { text: claim, name: 'family_name', value: 'Möbius' })
  assert.deepEqual(readDisclosure(element), { text: element, name: null, value: 'FR' })
})

const examples = async (folder: string): Promise<readonly (readonly [string, Specification])[]> => {
  const names = (await listVectors(folder)).filter((name) => name !== 'settings.yml')
  return Promise.all(
    names.map(
      async (name) =>
        [name, readSpecification(await readVector(`${folder}/${name}/specification.yml`))] as const,
    ),
  )
}

/** It asks for claims that its document does not have: we refuse, where the reference leaves them out. */
const ASKS_FOR_NOTHING = 'w3c-vc_for_slide_deck'

test(
  'each example of RFC 9901 shows a verifier what its authors say',
  { skip: withoutVectors('sd-jwt') },
  async (t) => {
    const all = await examples('sd-jwt')
    assert.equal(all.length, 15)
    for (const [name, { claims, disclosable, show, seen, hasKeyBinding }] of all) {
      const { cnf: _, iss: __, iat: ___, vct: ____, ...own } = claims
      const credential = await issue({
        claims: own,
        disclosable,
        expiresAt_s: undefined,
        status: undefined,
        vct: 'urn:example:1',
        holderKey: hasKeyBinding ? holder.jwk : undefined,
      })
      const keyBinding = hasKeyBinding
        ? { signer: holder.signer, nonce: NONCE, audience: VERIFIER, issuedAt_s: NOW_s }
        : null
      const presented = await presentCredential({ credential, show, keyBinding })
      if (name === ASKS_FOR_NOTHING) {
        assert.deepEqual(presented, { ok: false, reason: 'sd-jwt.claim-absent' })
        continue
      }
      assert.ok(presented.ok, `${name}: ${JSON.stringify(presented)}`)
      const outcome = await verifyPresentation(presented.value, trust, {
        ...asked,
        isBearerAccepted: !hasKeyBinding,
      })
      assert.ok(outcome.ok, `${name}: ${JSON.stringify(outcome)}`)
      assert.deepEqual(withoutRegistered(outcome.value.claims), withoutRegistered(seen as JsonObject), name)
    }
    t.diagnostic(`${all.length} examples, of which ${ASKS_FOR_NOTHING} is refused for what it asks`)
  },
)

const withoutRegistered = ({ iss: _, iat: __, vct: ___, cnf: ____, ...own }: JsonObject): JsonObject => own

test(
  'each example of SD-JWT VC is issued, shown and believed',
  { skip: withoutVectors('sd-jwt-vc') },
  async () => {
    const all = await examples('sd-jwt-vc')
    assert.equal(all.length, 3)
    for (const [name, { claims, disclosable, show, seen, hasKeyBinding }] of all) {
      const { vct, iss: _, ...own } = claims
      assert.ok(typeof vct === 'string')
      const holderKey = hasKeyBinding ? holder.jwk : undefined
      const credential = await issue({
        vct,
        claims: own,
        disclosable,
        holderKey,
        status: undefined,
        expiresAt_s: undefined,
      })
      const text = await present(credential, { show, ...(hasKeyBinding ? {} : { keyBinding: null }) })
      const kinds = [vct]
      const bearer = { ...asked, isBearerAccepted: !hasKeyBinding }
      const outcome = await verifyPresentation(text, { ...trust, kinds }, bearer)
      assert.ok(outcome.ok, `${name}: ${JSON.stringify(outcome)}`)
      assert.equal(outcome.value.vct, vct)
      assert.deepEqual(withoutRegistered(outcome.value.claims), withoutRegistered(seen as JsonObject), name)
    }
  },
)

test(
  'every example is whole again with all of its disclosures, and bare without any',
  { skip: withoutVectors('sd-jwt') },
  async () => {
    for (const [name, { claims, disclosable }] of [
      ...(await examples('sd-jwt')),
      ...(await examples('sd-jwt-vc')),
    ]) {
      const random = (size_bytes: number): Uint8Array => crypto.getRandomValues(new Uint8Array(size_bytes))
      const hash = 'sha-256'
      const concealed = await concealClaims(claims, { paths: disclosable, hash, decoys: 2, random })
      assert.equal(concealed.disclosures.length, disclosable.length, name)
      const all = await readDisclosures(concealed.disclosures, hash)
      assert.deepEqual(openClaims(concealed.payload, all).claims, claims, name)
      assert.deepEqual(openClaims(concealed.payload, new Map()).revealed, [], name)
    }
  },
)

test('the keys of the examples are read', { skip: withoutVectors('sd-jwt') }, async () => {
  const settings: { key_settings: { issuer_keys: JsonObject[]; holder_key: JsonObject } } = parse(
    await readVector('sd-jwt/settings.yml'),
  )
  for (const key of [...settings.key_settings.issuer_keys, settings.key_settings.holder_key]) {
    const { d: _, ...open } = key
    assert.ok(readPublicKey(open, 'ES256'))
    // As they stand there, with the private half, nobody should hand them to a verifier.
    assert.equal(readPublicKey(key, 'ES256'), null)
  }
})
