// What is trusted can be listed and taken back; who vouches for a master list is the operator's word.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { writeChipFile } from '../../../../formats/emrtd/chip-file.ts'
import { composePem } from '../../../../formats/pem.ts'
import { openTestContext, type TestDatabase } from '../../../../testing/database.ts'
import { openAuthority, type Authority } from '../../../../world/chips/authority.ts'
import { AT, chip, kitSigner, SPAN } from '../../../../world/chips/chip-kit.ts'
import { neighbour } from '../../../../testing/chips/mutations-of-state.ts'
import {
  authorityNamed,
  fingerprintOf,
  ldif,
  listOf,
  masterListOf,
  pem,
} from '../../../../testing/chips/trust-kit.ts'
import type { AppContext } from '../../../kernel/app-context.ts'
import { importTrust, type TrustImported } from './import-trust.ts'
import { readChip } from './read-chip.ts'
import { TrustFileRefused } from './trust-file.ts'
import { removeTrust, trustOnRecord } from './trust-on-record.ts'

let database: TestDatabase & { context: AppContext }
before(async () => {
  database = await openTestContext()
})
after(() => database.stop())

const take = (content: string | Uint8Array, signers: readonly string[] = []): Promise<TrustImported> =>
  database.context.transact((work) =>
    importTrust(work, Buffer.from(content), {
      source: 'a test',
      at: AT,
      allowTestAuthorities: true,
      signers,
    }),
  )
const remove = (authority: Authority, reason: string) =>
  database.context.transact((work) =>
    removeTrust(work, { fingerprint: fingerprintOf(authority), reason, at: AT }),
  )
const problemsOf = async (from: Authority, words: string): Promise<readonly string[]> => {
  const file = chip({ signer: kitSigner('ecdsa-p256', { from, words }) })
  return (await readChip(database.context.tools.read, writeChipFile(file), AT)).problems
}
const onRecord = async (authority: Authority) =>
  (await trustOnRecord(database.context.tools.read)).authorities.find(
    ({ fingerprint }) => fingerprint === fingerprintOf(authority),
  )

test('an authority that is taken back vouches for nobody from the next chip on, and its list is no more looked at', async () => {
  const from = authorityNamed('taken back')
  await take(pem(from.certificate) + composePem('X509 CRL', listOf(from, '2026-10-01', 'stolen')))
  assert.deepEqual(await problemsOf(from, 'one'), [])
  const before = await onRecord(from)
  assert.deepEqual(
    [before?.kind, before?.state, before?.documents, before?.removedAt],
    ['authority', 'VN', ['ID'], null],
  )
  const isListUsed = async (): Promise<boolean | undefined> =>
    (await trustOnRecord(database.context.tools.read)).lists.find(({ authority }) =>
      authority.includes('taken back'),
    )?.isUsed
  assert.equal(await isListUsed(), true)
  assert.match((await remove(from, 'its key was stolen'))?.authority ?? '', /CN=CSCA taken back/)
  assert.deepEqual(await problemsOf(from, 'one'), ['chip.signer-unknown'])
  assert.equal(await isListUsed(), false)
  const gone = await onRecord(from)
  assert.deepEqual([gone?.removedAt, gone?.removedReason], [AT, 'its key was stolen'])
  assert.equal(await remove(from, 'again'), null)
  assert.equal(await remove(authorityNamed('never came'), 'never came'), null)
})

test('a directory does not bring back what was removed; its own certificate does', async () => {
  const [from, other] = [authorityNamed('comes again'), authorityNamed('stays')]
  await take(pem(from.certificate))
  await remove(from, 'in doubt')
  const done = await take(ldif(['cACertificate', from.certificate], ['cACertificate', other.certificate]))
  assert.deepEqual([done.authorities, done.rejected.length], [1, 1])
  assert.match(done.rejected[0]?.reason ?? '', /removed here \(in doubt\)/)
  assert.deepEqual(await problemsOf(from, 'two'), ['chip.signer-unknown'])
  assert.equal((await take(pem(from.certificate))).authorities, 1)
  assert.deepEqual(await problemsOf(from, 'two'), [])
  assert.equal((await onRecord(from))?.removedReason, null)
})

test('every certificate of the key is taken back, and another one of it is not brought in by a directory', async () => {
  const from = authorityNamed('renewed')
  const renewed = openAuthority({ ...from, words: 'renewed once', span: SPAN })
  const again = openAuthority({ ...from, words: 'renewed twice', span: SPAN })
  await take(pem(from.certificate, renewed.certificate))
  assert.equal((await remove(renewed, 'stolen'))?.certificates, 2)
  assert.deepEqual(await problemsOf(from, 'five'), ['chip.signer-unknown'])
  const done = await take(ldif(['cACertificate', again.certificate]))
  assert.deepEqual([done.authorities, done.rejected.length], [0, 1])
})

test("a master list of another state's authority needs that authority's digest, and brings in this state's only", async () => {
  const [foreign, member] = [neighbour(), authorityNamed('member of a foreign list')]
  const list = masterListOf(foreign, [foreign.certificate, member.certificate])
  for (const signers of [[], [fingerprintOf(member)]]) {
    await assert.rejects(
      take(list, signers),
      (error) =>
        error instanceof TrustFileRefused &&
        error.message.includes(fingerprintOf(foreign)) &&
        /nothing was imported/.test(error.message),
    )
  }
  assert.deepEqual(await problemsOf(member, 'three'), ['chip.signer-unknown'])
  const done = await take(list, [fingerprintOf(foreign)])
  assert.deepEqual([done.authorities, done.foreignSkipped, done.rejected], [1, 1, []])
  assert.deepEqual(await problemsOf(member, 'three'), [])
})

test('in a directory a master list that nobody confirmed is left out by itself', async () => {
  const [beside, publisher, member] = [
    authorityNamed('beside the unconfirmed'),
    authorityNamed('unconfirmed'),
    authorityNamed('of the unconfirmed'),
  ]
  const done = await take(
    ldif(
      ['cACertificate', beside.certificate],
      ['pkdMasterListContent', masterListOf(publisher, [publisher.certificate, member.certificate])],
    ),
  )
  assert.deepEqual([done.authorities, done.rejected.length, done.signedBy], [1, 1, []])
  assert.match(done.rejected[0]?.reason ?? '', /nobody here knows/)
  assert.deepEqual(await problemsOf(member, 'four'), ['chip.signer-unknown'])
})
