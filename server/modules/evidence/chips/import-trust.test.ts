// What an operator's file brings into the trust store, what it does not, and that the store's readers follow.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { authorityExtensions, authorityKeyExtension } from '../../../../formats/emrtd/compose-certificate.ts'
import { writeChipFile } from '../../../../formats/emrtd/chip-file.ts'
import { composePem } from '../../../../formats/pem.ts'
import { openTestContext, type TestDatabase } from '../../../../testing/database.ts'
import {
  issueSigner,
  keyFor,
  nameOf,
  openAuthority,
  privateKeyFor,
  type Authority,
} from '../../../../world/chips/authority.ts'
import { AT, chip, kitSigner, SPAN } from '../../../../world/chips/chip-kit.ts'
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
import { checkChipAnswer, newChipChallenge, readChip } from './read-chip.ts'
import { signingKeyOf } from './signing-key.ts'
import { TrustFileRefused } from './trust-file.ts'

let database: TestDatabase & { context: AppContext }
before(async () => {
  database = await openTestContext()
})
after(() => database.stop())

const take = (
  content: string | Uint8Array,
  allowTestAuthorities = true,
  signers: readonly string[] = [],
): Promise<TrustImported> =>
  database.context.transact((work) =>
    importTrust(work, Buffer.from(content), { source: 'a test', at: AT, allowTestAuthorities, signers }),
  )
const refusal = async (content: string | Uint8Array): Promise<string> => {
  const error: unknown = await take(content).then(
    () => null,
    (thrown: unknown) => thrown,
  )
  assert.ok(error instanceof TrustFileRefused, String(error))
  return error.message
}
const problemsOf = async (from: Authority, words = 'one'): Promise<readonly string[]> => {
  const file = chip({ signer: kitSigner('ecdsa-p256', { from, words }) })
  return (await readChip(database.context.tools.read, JSON.stringify(writeChipFile(file)), AT)).problems
}

test('a PEM file of an authority, its link and its list; the chips of both keys are genuine at once, and a revoked signer is not', async () => {
  const [old, young] = [authorityNamed('old'), authorityNamed('young')]
  const link = issueSigner(old, {
    key: young.key,
    words: 'the link',
    name: young.name,
    span: SPAN,
    extensions: [...authorityExtensions(young.key.keyId, null), authorityKeyExtension(old.key.keyId)],
  }).certificate
  assert.deepEqual(await problemsOf(old), ['chip.signer-unknown'])
  // The link comes before what it hangs on, with words between the blocks.
  const oldOpen = openAuthority({
    key: old.key,
    name: old.name,
    words: 'old',
    span: SPAN,
    extensions: authorityExtensions(old.key.keyId, 1),
  })
  const done = await take(
    `${pem(link)}subject=CSCA old\n${pem(oldOpen.certificate)}${composePem('X509 CRL', listOf(old, '2026-10-01', 'stolen'))}`,
  )
  assert.deepEqual([done.kind, done.authorities, done.links, done.lists], ['pem', 1, 1, 1])
  assert.deepEqual(await problemsOf(old), [])
  assert.deepEqual(await problemsOf(young), [])
  assert.deepEqual(await problemsOf(old, 'stolen'), ['chip.signer-revoked'])
  assert.equal(
    (await take(composePem('X509 CRL', listOf(old, '2026-09-01')))).unchanged,
    1,
    'an older list takes nothing back',
  )
  assert.deepEqual(await problemsOf(old, 'stolen'), ['chip.signer-revoked'])
  await take(composePem('X509 CRL', listOf(old, '2026-11-01', 'stolen', 'lost')))
  assert.deepEqual(await problemsOf(old, 'lost'), ['chip.signer-revoked'])
})

test('a PEM file is taken whole or not at all', async () => {
  const good = authorityNamed('whole')
  assert.match(
    await refusal(
      pem(good.certificate, kitSigner('ecdsa-p256', { from: good, words: 'a signer' }).certificate),
    ),
    /no signing authority/,
  )
  assert.deepEqual(await problemsOf(good), ['chip.signer-unknown'])
  const loose = issueSigner(authorityNamed('nowhere'), {
    key: keyFor('ecdsa-p256', 'loose'),
    words: 'loose',
    name: nameOf('CSCA loose'),
    span: SPAN,
    extensions: authorityExtensions(Buffer.alloc(20)),
  }).certificate
  assert.match(await refusal(pem(loose)), /No authority that is trusted here issued it/)
  assert.match(
    await refusal(composePem('X509 CRL', listOf(authorityNamed('nobody'), '2026-10-01'))),
    /No authority that is trusted here signed it/,
  )
  const spoilt = Buffer.from(good.certificate)
  spoilt[spoilt.length - 2] = (spoilt[spoilt.length - 2] ?? 0) ^ 1
  assert.match(await refusal(pem(spoilt)), /No authority that is trusted here issued it/)
})

test('LDIF: folded base64 is read, what is no authority is passed over and counted', async () => {
  const [one, other] = [authorityNamed('ldif one'), authorityNamed('ldif other')]
  const done = await take(
    ldif(
      ['cACertificate;binary', one.certificate],
      [
        'userCertificate;binary',
        kitSigner('ecdsa-p256', { from: one, words: 'in the directory' }).certificate,
      ],
      ['certificateRevocationList;binary', listOf(one, '2026-10-01', 'gone')],
      ['pkdMasterListContent', masterListOf(one, [other.certificate])],
    ),
    true,
    [fingerprintOf(one)],
  )
  assert.deepEqual(
    [done.kind, done.authorities, done.lists, done.signersSkipped, done.rejected.length],
    ['ldif', 2, 1, 1, 0],
  )
  assert.deepEqual(await problemsOf(one, 'gone'), ['chip.signer-revoked'])
  assert.deepEqual(await problemsOf(other), [])
})

test('LDIF is read strictly, and the line is named', async () => {
  const good = ldif(['cACertificate;binary', authorityNamed('strict').certificate])
  for (const [spoil, line] of [
    [(text: string) => text.replace('version: 1', 'version: 2'), 1],
    [(text: string) => text.replace('objectClass: top', 'objectClass:< file:///etc/passwd'), 6],
    [(text: string) => text.replace('objectClass: top', 'changetype: delete'), 6],
    [(text: string) => text.replace('objectClass: top', 'objectClass: tóp'), 6],
    [(text: string) => text.replace('objectClass', 'object class'), 6],
    [(text: string) => text.replace(/=*\n$/, '*\n'), 7],
    [(text: string) => text.replace('dn: cn=0', 'cn: 0'), 4],
    [(text: string) => ` ${text}`, 1],
  ] as const) {
    assert.match(
      await refusal(spoil(good)),
      line === 1 && spoil(good).startsWith(' ')
        ? /holds no certificate/
        : new RegExp(`^Line ${line} of the LDIF file`),
      spoil(good).slice(0, 120),
    )
  }
})

test("a master list: its signature is checked, its signer's authority is told, and a broken entry does not stop the others", async () => {
  const [publisher, member] = [authorityNamed('publisher'), authorityNamed('member', 'ecdsa-p256')]
  const torn = Buffer.from(authorityNamed('torn').certificate).subarray(0, -9)
  assert.match(
    await refusal(masterListOf(publisher, [publisher.certificate, member.certificate], { spoil: true })),
    /signature of the master list is wrong/,
  )
  assert.match(
    await refusal(masterListOf(publisher, [publisher.certificate], { usage: '1.3.6.1.5.5.7.3.4' })),
    /chip\.signer-usage/,
  )
  assert.match(
    await refusal(masterListOf(publisher, [member.certificate])),
    /issued the signer of the master list/,
  )
  assert.deepEqual(await problemsOf(member), ['chip.signer-unknown'])
  const weak = openAuthority({
    key: signingKeyOf(privateKeyFor('ecdsa-p256', 'weak'), 'ecdsa-p256', 'sha1'),
    name: nameOf('CSCA weak'),
    words: 'weak',
    span: SPAN,
  }).certificate
  const whole = masterListOf(publisher, [publisher.certificate, weak, member.certificate])
  assert.match(await refusal(whole), new RegExp(`nobody here knows .* ${fingerprintOf(publisher)}`))
  const done = await take(whole, true, [fingerprintOf(publisher)])
  assert.deepEqual(
    [done.kind, done.authorities, done.rejected.length, done.signedBy.map(({ wasKnown }) => wasKnown)],
    ['master-list', 2, 1, [false]],
  )
  assert.match(done.rejected[0]?.reason ?? '', /chip\.weak-digest/)
  assert.deepEqual(await problemsOf(member), [])
  const again = await take(
    composePem('CMS', masterListOf(publisher, [publisher.certificate, member.certificate])),
  )
  assert.deepEqual([again.authorities, again.signedBy.map(({ wasKnown }) => wasKnown)], [0, [true]])
  assert.match(await refusal(masterListOf(publisher, [torn])), /chip\.der-truncated/)
})

test("the demo world's authority is refused where an operator is named, in every kind of file", async () => {
  const world = authorityNamed('a world')
  await assert.rejects(take(pem(world.certificate), false), TrustFileRefused)
  const done = await take(ldif(['cACertificate', world.certificate]), false)
  assert.deepEqual([done.authorities, done.rejected.length], [0, 1])
})

test('a chip answers a challenge; a copy, another challenge and half an answer do not pass', async () => {
  const { chipOf } = await import('../../../../world/chips/chip-of.ts')
  const holder = {
    personalNumber: '940191004826',
    fullName: 'Nguyễn Thị Hạnh',
    birthDate: '1991-04-12',
    sex: 'female',
    face: 'hanh',
    expiresOn: '2031-04-12',
  } as const
  for (const answers of ['ecdsa-p256', 'brainpool-p256', 'rsa'] as const) {
    const [genuine, copied] = [
      await chipOf(holder, { answers }),
      await chipOf(holder, { answers, variant: 'copied' }),
    ]
    const challenge = newChipChallenge()
    const answer = genuine.answer(challenge)
    assert.deepEqual(checkChipAnswer(genuine.file, challenge, answer), [])
    for (const [wrongChallenge, wrong] of [
      [newChipChallenge(), answer],
      [challenge, copied.answer(challenge)],
      [challenge, answer.subarray(1)],
      [challenge, Buffer.alloc(answer.length)],
      [challenge, Buffer.alloc(answer.length, 0xff)],
      [challenge, Buffer.alloc(0)],
    ] as const) {
      assert.deepEqual(checkChipAnswer(genuine.file, wrongChallenge, wrong), ['chip.answer-wrong'])
    }
  }
  const silent = await chipOf(holder, { answers: 'none' })
  assert.deepEqual(checkChipAnswer(silent.file, newChipChallenge(), Buffer.alloc(64)), [
    'chip.answer-unsupported',
  ])
})
