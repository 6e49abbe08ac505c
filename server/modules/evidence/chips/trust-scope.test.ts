// What an import trusts, and for what: this state's cards, unless the operator says more.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { writeChipFile } from '../../../../formats/emrtd/chip-file.ts'
import { authorityExtensions } from '../../../../formats/emrtd/compose-certificate.ts'
import { composePem } from '../../../../formats/pem.ts'
import { openTestContext, type TestDatabase } from '../../../../testing/database.ts'
import { issueSigner, keyFor, nameOf, openAuthority } from '../../../../world/chips/authority.ts'
import { AT, chip, SPAN } from '../../../../world/chips/chip-kit.ts'
import { nameIn, neighbour, signerNamed } from '../../../../testing/chips/mutations-of-state.ts'
import type { AppContext } from '../../../kernel/app-context.ts'
import { importTrust, type Import } from './import-trust.ts'
import type { DocumentSigner } from './personalise-chip.ts'
import { readChip } from './read-chip.ts'
import { TrustFileRefused } from './trust-file.ts'
import { removeTrust, trustOnRecord } from './trust-on-record.ts'

let database: TestDatabase & { context: AppContext }
before(async () => {
  database = await openTestContext()
})
after(() => database.stop())

const own = openAuthority({
  key: keyFor('ecdsa-p384', 'own scope'),
  name: nameIn('VN', 'CSCA own scope'),
  words: 'own scope',
  span: SPAN,
  extensions: authorityExtensions(keyFor('ecdsa-p384', 'own scope').keyId, 1),
})
const foreign = neighbour()

const take = (content: string, scope?: Import['scope']) =>
  database.context.transact((work) =>
    importTrust(work, Buffer.from(content), {
      source: 'a test',
      at: AT,
      allowTestAuthorities: true,
      ...(scope ? { scope } : {}),
    }),
  )
const directory = (...certificates: readonly Uint8Array[]): string =>
  `version: 1\n\n${certificates.map((one, index) => `dn: cn=${index},c=XX\ncACertificate;binary:: ${Buffer.from(one).toString('base64')}\n`).join('\n')}`
const problemsOf = async (signer: DocumentSigner): Promise<readonly string[]> =>
  (await readChip(database.context.tools.read, writeChipFile(chip({ signer })), AT)).problems

test("a collection brings this state's authorities in, for its cards; the others are counted and left out", async () => {
  const done = await take(directory(own.certificate, foreign.certificate))
  assert.deepEqual(
    [
      done.authorities,
      done.foreignSkipped,
      done.rejected,
      done.trusted.map(({ state, documents }) => [state, documents]),
    ],
    [1, 1, [], [['VN', ['ID']]]],
  )
  assert.match(done.trusted[0]?.fingerprint ?? '', /^[0-9a-f]{64}$/)
  assert.deepEqual(await problemsOf(signerNamed(nameIn('VN', 'DS'), own)), [])
  assert.deepEqual(await problemsOf(signerNamed(nameIn('LA', 'DS'), foreign)), [
    'chip.signer-state',
    'chip.signer-unknown',
  ])
})

test("another state's authority in a file of its own is refused until the operator names that state, and makes no card of this one", async () => {
  const file = composePem('CERTIFICATE', foreign.certificate)
  await assert.rejects(
    take(file),
    (error) => error instanceof TrustFileRefused && /authority of LA/.test(error.message),
  )
  const done = await take(file, { states: ['LA'], documents: ['P', 'ID'] })
  assert.deepEqual(
    done.trusted.map(({ state, documents }) => [state, documents]),
    [['LA', ['P', 'ID']]],
  )
  assert.deepEqual(await problemsOf(signerNamed(nameIn('LA', 'DS'), foreign)), [
    'chip.signer-state',
    'chip.authority-state',
  ])
  assert.deepEqual(await problemsOf(signerNamed(nameIn('VN', 'DS'), foreign)), ['chip.authority-state'])
})

test("another state's authority links no key into this state", async () => {
  const key = keyFor('ecdsa-p384', 'a link from abroad')
  const link = issueSigner(foreign, {
    key,
    words: 'a link from abroad',
    name: nameIn('VN', 'CSCA abroad'),
    span: SPAN,
    extensions: authorityExtensions(key.keyId, null),
  }).certificate
  const done = await take(directory(foreign.certificate, link), { states: ['VN', 'LA'], documents: ['ID'] })
  assert.deepEqual([done.links, done.rejected.length], [0, 1])
  assert.match(done.rejected[0]?.reason ?? '', /No authority that is trusted here issued it/)
})

test('an import again adds documents and takes none away; after a taking back it says all of them', async () => {
  const file = composePem('CERTIFICATE', own.certificate)
  const passports = { states: ['VN'], documents: ['P'] }
  assert.equal((await take(file)).unchanged, 1)
  const widened = await take(file, passports)
  assert.deepEqual([widened.authorities, widened.trusted[0]?.documents], [1, ['ID', 'P']])
  assert.deepEqual(await problemsOf(signerNamed(nameOf('DS'), own)), [])
  for (const scope of [undefined, passports]) {
    assert.equal((await take(file, scope)).unchanged, 1, 'fewer documents change nothing')
  }
  const fingerprint = widened.trusted[0]?.fingerprint ?? ''
  await database.context.transact((work) => removeTrust(work, { fingerprint, reason: 'narrowed', at: AT }))
  assert.deepEqual((await take(file, passports)).trusted[0]?.documents, ['P'])
  assert.deepEqual(await problemsOf(signerNamed(nameOf('DS'), own)), ['chip.authority-scope'])
  assert.equal((await take(file)).authorities, 1)
  assert.deepEqual(await problemsOf(signerNamed(nameOf('DS'), own)), [])
})

test('an import again puts right the state of an authority that was told wrong', async () => {
  const file = composePem('CERTIFICATE', own.certificate)
  await take(file)
  await database.pool.query("update chip_anchor set state = 'US'")
  assert.equal((await take(file)).authorities, 1)
  assert.deepEqual(await problemsOf(signerNamed(nameOf('DS'), own)), [])
  const { authorities } = await trustOnRecord(database.context.tools.read)
  const [{ state } = { state: null }] = authorities.filter(({ authority }) => /own scope/.test(authority))
  assert.equal(state, 'VN')
})
