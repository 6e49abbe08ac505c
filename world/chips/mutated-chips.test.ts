// Every mutated chip is refused for its own reason; openssl says the same about signature and chain, and
// where only we refuse, that is written down.
import assert from 'node:assert/strict'
import { execFile, execFileSync } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { chipFaultCodes } from '../../formats/emrtd/chip-fault.ts'
import {
  authorityExtensions,
  authorityKeyExtension,
  extension,
} from '../../formats/emrtd/compose-certificate.ts'
import { curveNamed } from '../../formats/emrtd/curves.ts'
import {
  bitString,
  derInteger,
  derNamedBits,
  derOid,
  derValue,
  octets,
  sequence,
} from '../../formats/emrtd/der-writer.ts'
import { oids } from '../../formats/emrtd/oids.ts'
import { verifyChip } from '../../formats/emrtd/verify-chip.ts'
import { nodeCrypto } from '../../server/modules/evidence/chips/node-crypto.ts'
import { chipAlgorithms, type ChipAlgorithm } from '../../server/modules/evidence/chips/signing-key.ts'
import { issueSigner, keyFor, nameOf } from './authority.ts'
import {
  AT as moment,
  authority,
  chip,
  kitAuthority,
  kitSigner,
  rootsPem,
  SPAN,
  trustOf,
  type Anchors,
} from './chip-kit.ts'
import { extensionMutations } from '../../testing/chips/mutations-of-extensions.ts'
import {
  anchors,
  contentsMutations,
  encodingMutations,
  groupMutations,
  type Mutation,
} from './mutations-of-form.ts'
import { detailMutations } from '../../testing/chips/mutations-of-details.ts'
import { stateMutations } from '../../testing/chips/mutations-of-state.ts'
import {
  authorityMutations,
  currentList,
  signedDataMutations,
  signerMutations,
} from './mutations-of-trust.ts'

const hasOpenssl = (() => {
  try {
    return execFileSync('openssl', ['version'], { encoding: 'utf8' }).startsWith('OpenSSL 3')
  } catch {
    return false
  }
})()
const SKIP = hasOpenssl ? false : 'openssl 3 is not on this machine'

let folder: string
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sen-mutated-'))
})
after(() => rm(folder, { recursive: true, force: true }))

/** The same key with its curve's parameters written out (X9.62), or with another base point among them. */
const explicitKey = (named: Uint8Array, change: 'none' | 'base'): Uint8Array => {
  const { p, a, b, gx, gy, n } = curveNamed('brainpoolP256r1')
  const bytes = (value: bigint): Buffer => Buffer.from(value.toString(16).padStart(64, '0'), 'hex')
  const base = Buffer.concat([
    Buffer.of(4),
    bytes(change === 'none' ? gx : gy),
    bytes(change === 'none' ? gy : gx),
  ])
  const parameters = sequence(
    derInteger(1),
    sequence(derOid(oids.primeField), derInteger(bytes(p))),
    sequence(octets(bytes(a)), octets(bytes(b))),
    octets(base),
    derInteger(bytes(n)),
    derInteger(1),
  )
  return sequence(sequence(derOid(oids.ecPublicKey), parameters), bitString(Buffer.from(named).subarray(-65)))
}

let serial = 0
/**
 * `openssl cms -verify` on the signed data inside of EF.SOD, at the same moment, with the same anchors and
 * lists.
 */
const opensslSays = async (
  sod: Uint8Array | undefined,
  trust: Anchors,
  at: Date,
): Promise<{ verdict: 'accepts' | 'refuses'; words: string }> => {
  if (!sod) {
    return { verdict: 'refuses', words: 'nothing to verify' }
  }
  const path = (name: string): string => join(folder, `${serial}-${name}`)
  serial++
  const header = 2 + ((sod[1] ?? 0) > 0x80 ? (sod[1] ?? 0) & 0x7f : 0)
  await writeFile(path('sod.der'), sod.subarray(header))
  // What is not self-signed helps openssl on the way and is no end of it.
  await writeFile(path('roots.pem'), rootsPem(trust))
  const args = [
    'cms',
    '-verify',
    '-inform',
    'DER',
    '-in',
    path('sod.der'),
    '-CAfile',
    path('roots.pem'),
    '-purpose',
    'any',
    '-attime',
    String(Math.floor(at.getTime() / 1000)),
    '-out',
    path('out'),
    ...(trust.lists?.length ? ['-crl_check'] : []),
  ]
  return new Promise((resolve) =>
    execFile('openssl', args, (error, _, words) =>
      resolve({ verdict: error ? 'refuses' : 'accepts', words }),
    ),
  )
}

const tables: readonly (readonly [string, readonly Mutation[]])[] = [
  ['encoding', encodingMutations],
  ['table of contents', contentsMutations],
  ['data groups', groupMutations],
  ['signed data', signedDataMutations],
  ['signer', signerMutations],
  ['authority and time', authorityMutations],
  ['binding conditions', extensionMutations],
  ['whose card it is', stateMutations],
  ['details beside the zone', detailMutations],
]

for (const [about, mutations] of tables) {
  for (const { name, expects, openssl, make } of mutations) {
    const who = openssl === 'accepts' ? 'only we refuse' : 'openssl refuses too'
    test(`${about}: ${name} (${expects.join(', ')}; ${who})`, async () => {
      const { file, anchors: trust = anchors, at = moment } = make()
      const { verdict, problems } = verifyChip(nodeCrypto, file, trustOf(trust), at)
      assert.deepEqual([verdict, problems], ['refused', expects])
      if (!hasOpenssl) {
        return
      }
      const said = await opensslSays(file.sod, trust, at)
      assert.equal(said.verdict, openssl, said.words)
    })
  }
}

test("there are more than eighty mutations, and every code is met by one, but for those of the file and of the chip's answer", () => {
  const all = tables.flatMap(([, mutations]) => mutations)
  assert.ok(all.length > 80, String(all.length))
  assert.equal(new Set(all.map(({ name }) => name)).size, all.length)
  const met = new Set(all.flatMap(({ expects }) => expects))
  assert.deepEqual(
    chipFaultCodes.filter((code) => !met.has(code)),
    [
      'chip.der-tag',
      'chip.file-unreadable',
      'chip.file-too-large',
      'chip.answer-wrong',
      'chip.answer-unsupported',
    ],
  )
})

for (const algorithm of Object.keys(chipAlgorithms) as ChipAlgorithm[]) {
  test(
    `a good chip passes: signer ${algorithm}, authority P-384, with and without a list`,
    { skip: SKIP },
    async () => {
      for (const trust of [anchors, { ...anchors, lists: [currentList()] }]) {
        const file = chip({ signer: kitSigner(algorithm) })
        assert.deepEqual(verifyChip(nodeCrypto, file, trustOf(trust), moment).problems, [])
        const said = await opensslSays(file.sod, trust, moment)
        assert.equal(said.verdict, 'accepts', said.words)
      }
    },
  )
  test(`a good chip passes: authority ${algorithm}`, { skip: SKIP }, async () => {
    const from = kitAuthority(algorithm, `authority ${algorithm}`)
    const file = chip({ signer: kitSigner('ecdsa-p256', { from, words: `of ${algorithm}` }) })
    const trust = { roots: [from.certificate] }
    assert.deepEqual(verifyChip(nodeCrypto, file, trustOf(trust), moment).problems, [])
    const said = await opensslSays(file.sod, trust, moment)
    assert.equal(said.verdict, 'accepts', said.words)
  })
}

test('link certificates lead from an old key to the new one; where the link has ended, nobody vouches', async () => {
  const before2024 = kitAuthority('ecdsa-p384', 'kit authority')
  const after2024 = kitAuthority('rsa-pss', 'kit authority 2')
  const link = (until: string): Uint8Array =>
    issueSigner(before2024, {
      key: after2024.key,
      words: `link ${until}`,
      name: after2024.name,
      span: { notBefore: SPAN.notBefore, notAfter: new Date(until) },
      extensions: [...authorityExtensions(after2024.key.keyId), authorityKeyExtension(before2024.key.keyId)],
    }).certificate
  const file = chip({ signer: kitSigner('ecdsa-p256', { from: after2024, words: 'under the new key' }) })
  for (const [until, problems] of [
    ['2035-01-01T00:00:00Z', []],
    ['2026-11-24T00:00:00Z', ['chip.authority-expired']],
  ] as const) {
    const trust = { roots: [before2024.certificate], links: [link(until)] }
    assert.deepEqual(verifyChip(nodeCrypto, file, trustOf(trust), moment).problems, problems)
    const said = hasOpenssl ? await opensslSays(file.sod, trust, moment) : null
    if (said) {
      assert.equal(said.verdict, problems.length === 0 ? 'accepts' : 'refuses', said.words)
    }
  }
})

test('of several authorities with one name, the one whose key signed is found', async () => {
  const roots = ['a', 'b', 'kit authority', 'c'].map((words) => kitAuthority('ecdsa-p384', words).certificate)
  for (const extensions of [undefined, [extension(oids.keyUsage, true, derNamedBits(0))]]) {
    const file = chip({ signer: kitSigner('ecdsa-p256', extensions ? { extensions } : {}) })
    assert.deepEqual(verifyChip(nodeCrypto, file, trustOf({ roots }), moment).problems, [])
    // Without key identifiers openssl tries one authority of the name only.
    if (hasOpenssl && !extensions) {
      assert.equal((await opensslSays(file.sod, { roots }, moment)).verdict, 'accepts')
    }
  }
})

test('curves written out in a certificate pass when they are the known ones, and only then', async () => {
  for (const change of ['none', 'base'] as const) {
    const signer = issueSigner(authority, {
      key: {
        ...keyFor('brainpool-p256', 'explicit'),
        publicKeyInfo: explicitKey(keyFor('brainpool-p256', 'explicit').publicKeyInfo, change),
      },
      words: `explicit ${change}`,
      name: nameOf('DS Kit'),
      span: SPAN,
    })
    const { problems } = verifyChip(nodeCrypto, chip({ signer }), trustOf(anchors), moment)
    assert.deepEqual(problems, change === 'none' ? [] : ['chip.curve-unknown'])
  }
})

test('content in parts of definite length passes, as some writers of CMS make it; other nestings do not', () => {
  const half = (content: Uint8Array): readonly Uint8Array[] =>
    [content.subarray(0, 40), content.subarray(40)].map(octets)
  const problems = (wrap: (content: Uint8Array) => Uint8Array): readonly string[] =>
    verifyChip(nodeCrypto, chip({ alter: { wrap } }), trustOf(anchors), moment).problems
  assert.deepEqual(
    problems((content) => derValue(0x24, ...half(content))),
    [],
  )
  assert.deepEqual(
    problems((content) => derValue(0x24, derValue(0x24, ...half(content)))),
    ['chip.structure'],
  )
  assert.deepEqual(
    problems(() => derValue(0x24)),
    ['chip.structure'],
  )
  assert.notDeepEqual(
    problems((content) => derValue(0x24, ...[...half(content)].reverse())),
    [],
  )
})
