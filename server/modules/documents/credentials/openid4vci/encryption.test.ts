// A wallet may have the answer encrypted to a key of its own; what cannot be done is refused before anything
// is issued.
import assert from 'node:assert/strict'
import { generateKeyPairSync } from 'node:crypto'
import { after, before, test } from 'node:test'
import { compactDecrypt } from 'jose'
import { askCards, drawNonceAt, proofOver, tokenOf } from '../../../../../testing/issuer-door.ts'
import { openIssuerFixture, settleHolder, type IssuerFixture } from '../../../../../testing/issuer-fixture.ts'

let fixture: IssuerFixture
let token = ''
before(async () => {
  fixture = await openIssuerFixture()
  token = await tokenOf(await settleHolder(fixture))
})
after(() => fixture.stop())

const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
const jwk = { ...publicKey.export({ format: 'jwk' }), alg: 'ECDH-ES', kid: 'w1', use: 'enc' }
const askFor = async (encryption: unknown) =>
  askCards(fixture, token, [proofOver(await drawNonceAt(fixture))], {
    credential_response_encryption: encryption,
  })

for (const enc of ['A128GCM', 'A256GCM']) {
  test(`by ${enc} the wallet reads its cards, and nobody on the way does`, async () => {
    const answer = await askFor({ jwk, enc })
    assert.equal(answer.status, 200)
    assert.match(answer.headers.get('content-type') ?? '', /^application\/jwt/)
    const { plaintext, protectedHeader } = await compactDecrypt(String(answer.body['text']), privateKey)
    assert.deepEqual([protectedHeader.alg, protectedHeader.enc, protectedHeader.kid], ['ECDH-ES', enc, 'w1'])
    const opened = JSON.parse(Buffer.from(plaintext).toString()) as { credentials: unknown[] }
    assert.equal(opened.credentials.length, 1)
  })
}

test('a wallet of the drafts, which names the algorithm beside the key, is answered too', async () => {
  const { alg: _, ...bare } = jwk
  assert.equal((await askFor({ jwk: bare, alg: 'ECDH-ES', enc: 'A128GCM' })).status, 200)
})

const other = generateKeyPairSync('ec', { namedCurve: 'P-384' }).publicKey.export({ format: 'jwk' })
const wrong: readonly (readonly [string, unknown])[] = [
  ['an algorithm that is not offered', { jwk: { ...jwk, alg: 'RSA-OAEP-256' }, enc: 'A128GCM' }],
  ['an encryption that is not offered', { jwk, enc: 'A128CBC-HS256' }],
  ['packing, which is not offered', { jwk, enc: 'A128GCM', zip: 'DEF' }],
  ['a key of another curve', { jwk: { ...other, alg: 'ECDH-ES' }, enc: 'A128GCM' }],
  ['a key for signatures', { jwk: { ...jwk, use: 'sig' }, enc: 'A128GCM' }],
  ['a private key', { jwk: { ...jwk, d: jwk.x }, enc: 'A128GCM' }],
  ['a point that is on no curve', { jwk: { ...jwk, y: jwk.x }, enc: 'A128GCM' }],
]
for (const [what, encryption] of wrong) {
  test(`${what} is refused, and nothing is issued`, async () => {
    const count = async () => (await fixture.pool.query('select 1 from issued_credential')).rows.length
    const before = await count()
    const answer = await askFor(encryption)
    assert.deepEqual([answer.status, answer.error], [400, 'invalid_encryption_parameters'])
    assert.equal(await count(), before)
  })
}
