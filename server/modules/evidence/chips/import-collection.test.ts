// In a collection each entry stands for itself: a loose one is left out and told, a list of the future keeps
// no true one out.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { writeChipFile } from '../../../../formats/emrtd/chip-file.ts'
import { authorityKeyExtension, extension } from '../../../../formats/emrtd/compose-certificate.ts'
import { readRevocationList } from '../../../../formats/emrtd/crl.ts'
import {
  bitString,
  derInteger,
  derNull,
  derTime,
  explicit,
  sequence,
} from '../../../../formats/emrtd/der-writer.ts'
import { oids } from '../../../../formats/emrtd/oids.ts'
import { composePem } from '../../../../formats/pem.ts'
import { openTestContext, type TestDatabase } from '../../../../testing/database.ts'
import { serialOf, type Authority } from '../../../../world/chips/authority.ts'
import { AT, chip, kitSigner } from '../../../../world/chips/chip-kit.ts'
import { authorityNamed, ldif, listOf, masterListOf, pem } from '../../../../testing/chips/trust-kit.ts'
import type { AppContext } from '../../../kernel/app-context.ts'
import { importTrust, type TrustImported } from './import-trust.ts'
import { readChip } from './read-chip.ts'
import { putList } from './store.ts'
import { trustChanged } from './trust.ts'
import { TrustFileRefused } from './trust-file.ts'

let database: TestDatabase & { context: AppContext }
before(async () => {
  database = await openTestContext()
})
after(() => database.stop())

const take = (content: string | Uint8Array, at = AT): Promise<TrustImported> =>
  database.context.transact((work) =>
    importTrust(work, Buffer.from(content), { source: 'a test', at, allowTestAuthorities: true }),
  )
const problemsOf = async (from: Authority, words: string): Promise<readonly string[]> => {
  const file = chip({ signer: kitSigner('ecdsa-p256', { from, words }) })
  return (await readChip(database.context.tools.read, writeChipFile(file), AT)).problems
}

/** The same value under a length of one byte more than needed. */
const longLength = (tlv: Uint8Array): Buffer =>
  Buffer.concat([Buffer.of(0x30, 0x83, 0), Buffer.from(tlv).subarray(2)])
const indefinite = (tlv: Uint8Array): Buffer =>
  Buffer.concat([Buffer.of(0x30, 0x80), Buffer.from(tlv).subarray(4), Buffer.of(0, 0)])

test('a loose entry of a master list is left out and told; the others come in', async () => {
  const [publisher, one, other] = ['loose publisher', 'loose one', 'loose other'].map((words) =>
    authorityNamed(words),
  ) as [Authority, Authority, Authority]
  await take(pem(publisher.certificate))
  for (const [loosen, code] of [
    [longLength, /chip\.der-length-not-minimal/],
    [indefinite, /chip\.der-indefinite-length/],
  ] as const) {
    const loose = loosen(authorityNamed(`loose ${code}`).certificate)
    const done = await take(masterListOf(publisher, [one.certificate, loose, other.certificate]))
    assert.equal(done.rejected.length, 1)
    assert.match(done.rejected[0]?.reason ?? '', code)
    assert.equal(done.authorities + done.unchanged, 2)
  }
  assert.deepEqual(await problemsOf(one, 'of loose one'), [])
  assert.deepEqual(await problemsOf(other, 'of loose other'), [])
})

test('an entry of a directory that breaks the rules is left out with its line; the others come in', async () => {
  const [one, other] = [authorityNamed('kept one'), authorityNamed('kept other')]
  const good = ldif(['cACertificate;binary', one.certificate], ['cACertificate;binary', other.certificate])
  for (const [bad, what] of [
    ['dn: cn=x\nobjectClass:< file:///etc/passwd\n', /points to another file/],
    ['dn: cn=x\nchangetype: delete\n', /change record/],
    ['dn: cn=x\nobject class: top\n', /is not "name: value"/],
    ['dn: cn=x\ncACertificate;binary:: MII*\n', /not proper base64/],
    ['objectClass: top\n', /outside of a record/],
    [' goes on\n', /goes on from nothing/],
    ['dn: cn=x\nobjectClass: t\u0001p\n', /control character/],
    ['dn: cn=x\npkdMasterListContent:: MAA=\n', /not what its first bytes promise/],
  ] as const) {
    const done = await take(`${good}\n${bad}\n${good.slice(good.indexOf('dn:'))}`)
    assert.equal(done.authorities + done.unchanged, 4, bad)
    assert.equal(done.rejected.length, 1, bad)
    assert.match(`${done.rejected[0]?.entry} ${done.rejected[0]?.reason}`, what)
    assert.doesNotMatch(done.rejected[0]?.reason ?? '', /nothing was imported/)
  }
  assert.deepEqual(await problemsOf(other, 'of kept other'), [])
})

test('a master list of a directory whose signature is wrong is left out; the rest comes in', async () => {
  const [good, publisher, member] = ['beside', 'spoilt', 'in the spoilt'].map((words) =>
    authorityNamed(words),
  ) as [Authority, Authority, Authority]
  const done = await take(
    ldif(
      ['cACertificate', good.certificate],
      [
        'pkdMasterListContent',
        masterListOf(publisher, [publisher.certificate, member.certificate], { spoil: true }),
      ],
    ),
  )
  assert.deepEqual([done.authorities, done.rejected.length], [1, 1])
  assert.match(done.rejected[0]?.reason ?? '', /signature of the master list is wrong/)
  assert.deepEqual(await problemsOf(member, 'of the spoilt'), ['chip.signer-unknown'])
})

test('a revocation list whose day is still to come takes no place, in no kind of file', async () => {
  const from = authorityNamed('future')
  await take(pem(from.certificate) + composePem('X509 CRL', listOf(from, '2026-10-01', 'stolen early')))
  const future = composePem('X509 CRL', listOf(from, '2026-12-31'))
  await assert.rejects(
    take(future),
    (error) => error instanceof TrustFileRefused && /still to come/.test(error.message),
  )
  const told = await take(ldif(['certificateRevocationList;binary', listOf(from, '2026-12-31')]))
  assert.deepEqual([told.lists, told.rejected.length], [0, 1])
  const later = await take(composePem('X509 CRL', listOf(from, '2026-11-01', 'stolen early', 'stolen late')))
  assert.equal(later.lists, 1)
  assert.deepEqual(await problemsOf(from, 'stolen late'), ['chip.signer-revoked'])
  assert.equal((await take(future, new Date('2027-01-01T00:00:00Z'))).lists, 1, 'on its day it is taken')
})

test('a list of the future that came in before gives way to the true one', async () => {
  const from = authorityNamed('came in before')
  await take(pem(from.certificate))
  await database.context.transact(async (work) => {
    const { issuer, authorityKeyId, whole, thisUpdate, nextUpdate } = readRevocationList(
      listOf(from, '2026-12-31'),
    )
    await putList(work, {
      issuer: issuer.canonical,
      authorityKey: authorityKeyId?.keyId ?? '',
      list: Buffer.from(whole),
      thisUpdate,
      nextUpdate,
      source: 'an older release',
      at: AT,
    })
    await trustChanged(work)
  })
  assert.equal((await take(composePem('X509 CRL', listOf(from, '2026-11-01', 'taken back')))).lists, 1)
  assert.deepEqual(await problemsOf(from, 'taken back'), ['chip.signer-revoked'])
})

const boundList = (
  from: Authority,
  ofEntry: readonly Uint8Array[],
  ofList: readonly Uint8Array[],
): Uint8Array => {
  const [day, next] = [new Date('2026-11-01T00:00:00Z'), new Date('2027-06-01T00:00:00Z')]
  const entry = sequence(
    derInteger(serialOf('somebody')),
    derTime(day),
    ...(ofEntry.length > 0 ? [sequence(...ofEntry)] : []),
  )
  const tbs = sequence(
    derInteger(1),
    from.key.algorithm,
    from.name,
    derTime(day),
    derTime(next),
    sequence(entry),
    explicit(0, sequence(authorityKeyExtension(from.key.keyId), ...ofList)),
  )
  return sequence(tbs, from.key.algorithm, bitString(from.key.sign(tbs)))
}

test('a binding condition of a revocation list or of one entry that nobody applies refuses the list', async () => {
  const from = authorityNamed('bound list')
  await take(pem(from.certificate))
  const condition = (isCritical: boolean): Uint8Array => extension('2.5.29.29', isCritical, derNull())
  const number = extension(oids.crlNumber, true, derInteger(1))
  for (const list of [boundList(from, [condition(true)], []), boundList(from, [], [number])]) {
    await assert.rejects(
      take(composePem('X509 CRL', list)),
      (error) => error instanceof TrustFileRefused && /chip\.critical-extension/.test(error.message),
    )
  }
  assert.equal((await take(composePem('X509 CRL', boundList(from, [condition(false)], [])))).lists, 1)
})
