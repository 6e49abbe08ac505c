// Who signs documents: made by whoever asks first, in turns, each below the authority of the installation.
import assert from 'node:assert/strict'
import { X509Certificate } from 'node:crypto'
import { after, afterEach, before, test } from 'node:test'
import { openTestContext } from '../../../../../testing/database.ts'
import { clockOffset_ms, moveClock } from '../../../../kernel/clock.ts'
import { newSecret } from '../../../../kernel/id.ts'
import { authorityKey } from './authority-certificate.ts'
import { openDocumentSigner, publishedKeys } from './document-signer.ts'

let database: Awaited<ReturnType<typeof openTestContext>>
const clockAtFirst = clockOffset_ms()
before(async () => {
  database = await openTestContext()
})
afterEach(() => moveClock(clockAtFirst))
after(() => database.stop())

const seed = newSecret(32)
/** As each process opens one. */
const open = () =>
  openDocumentSigner({ read: database.context.tools.read, sealer: database.context.tools.sealer, seed })
const DAY_MS = 86_400_000
const ahead = (days: number): void => moveClock(clockAtFirst + days * DAY_MS)

test('processes that start at once sign with the same key, under the same root', async () => {
  const keys = await Promise.all(Array.from({ length: 6 }, () => open().present()))
  const settled = await open().present()
  const { jwks, roots } = await publishedKeys(database.context.tools.read, open())
  assert.equal(roots.length, 1)
  for (const { keyId } of [...keys, settled]) {
    assert.ok(
      jwks.some(({ kid }) => kid === keyId),
      'whatever signs is published',
    )
  }
})

test('the certificates are what ISO/IEC 18013-5 Annex B asks for, also to a reader of others', async () => {
  const { certificate } = await open().present()
  const [root] = (await publishedKeys(database.context.tools.read, open())).roots
  assert.ok(root)
  const [signer, authority] = [new X509Certificate(certificate), new X509Certificate(root)]
  assert.ok(signer.checkIssued(authority) && signer.verify(authority.publicKey))
  assert.ok(authority.ca && !signer.ca)
  assert.match(signer.subject, /C=VN/)
  assert.deepEqual(signer.keyUsage, ['1.0.18013.5.1.2'])
  const days = (signer.validToDate.getTime() - signer.validFromDate.getTime()) / DAY_MS
  assert.ok(days <= 457, `${days} days`)
})

test('the key of the authority is the same from the same secret, and another from another or in another turn', () => {
  const text = (of: Uint8Array, turn: number) =>
    JSON.stringify(authorityKey(of, turn).export({ format: 'jwk' }))
  assert.equal(text(seed, 1), text(seed, 1))
  assert.notEqual(text(seed, 1), text(seed, 2))
  assert.notEqual(text(seed, 1), text(newSecret(32), 1))
})

test('the next signer is published before its turn, takes it on the day, and the former stays published', async () => {
  const first = await open().present()
  ahead(77)
  const stillFirst = await open().present()
  assert.equal(stillFirst.keyId, first.keyId)
  const published = (await publishedKeys(database.context.tools.read, open())).jwks.map(({ kid }) => kid)
  assert.equal(published.length, 2)
  ahead(91)
  const second = await open().present()
  assert.notEqual(second.keyId, first.keyId)
  assert.ok(published.includes(second.keyId), 'it was known before it signed')
  const after = (await publishedKeys(database.context.tools.read, open())).jwks.map(({ kid }) => kid)
  assert.ok(after.includes(first.keyId))
  ahead(91 + 361)
  await open().present()
  const late = (await publishedKeys(database.context.tools.read, open())).jwks.map(({ kid }) => kid)
  assert.ok(!late.includes(first.keyId), 'nothing that it signed can be valid any more')
})

test('an installation that slept for years makes what is missing, and its old root ends', async () => {
  ahead(3700)
  const { certificate } = await open().present()
  const { roots } = await publishedKeys(database.context.tools.read, open())
  assert.equal(roots.length, 1)
  assert.ok(new X509Certificate(certificate).verify(new X509Certificate(roots[0] ?? '').publicKey))
})

test('the private key of a signer stands in no table in the open, and that of the authority in none at all', async () => {
  const { rows } = await database.pool.query<{ row: string }>(
    'select to_jsonb(s)::text as row from credential_signer s union all select to_jsonb(a)::text from credential_authority a',
  )
  const d = authorityKey(seed, 1).export({ format: 'jwk' }).d ?? ''
  for (const { row } of rows) {
    assert.ok(
      !row.includes('"d"') && !row.includes(d) && !row.includes(Buffer.from(d, 'base64url').toString('hex')),
    )
  }
})
