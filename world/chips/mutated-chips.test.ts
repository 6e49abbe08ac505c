// Every mutated chip is refused for its own reason; openssl says the same about signature and chain, and
// where only we refuse, that is written down.
import assert from 'node:assert/strict'
import { execFile, execFileSync } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import fc from 'fast-check'
import { readChipFile } from '../../formats/emrtd/chip-file.ts'
import { ChipFault, chipFaultCodes } from '../../formats/emrtd/chip-fault.ts'
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
import { readCom } from '../../formats/emrtd/com.ts'
import { readDg1 } from '../../formats/emrtd/dg1.ts'
import { readDg13 } from '../../formats/emrtd/dg13.ts'
import { readDg14 } from '../../formats/emrtd/dg14.ts'
import { readDg15 } from '../../formats/emrtd/dg15.ts'
import { readDg2 } from '../../formats/emrtd/dg2.ts'
import { verifyChip } from '../../formats/emrtd/verify-chip.ts'
import { groupsOf } from '../../server/modules/evidence/chips/personalise-chip.ts'
import { nodeCrypto } from '../../server/modules/evidence/chips/node-crypto.ts'
import { chipAlgorithms, type ChipAlgorithm } from '../../server/modules/evidence/chips/signing-key.ts'
import { issueSigner, keyFor, nameOf } from './authority.ts'
import {
  AT as moment,
  authority,
  card,
  chip,
  kitAuthority,
  kitSigner,
  rootsPem,
  SPAN,
  trustOf,
  type Anchors,
} from './chip-kit.ts'
import {
  anchors,
  contentsMutations,
  encodingMutations,
  groupMutations,
  type Mutation,
} from './mutations-of-form.ts'
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

test('random changes of bytes never crash, and never make a chip genuine', async () => {
  const file = chip()
  const trust = trustOf({ ...anchors, lists: [currentList()] })
  const parts = ['com', 'dg1', 'dg13', 'dg14', 'dg15', 'sod'] as const
  // COM is not signed: its version may be written otherwise without anybody being deceived.
  const harmless = (part: string, at: number): boolean => part === 'com' && at < 18
  // The signer is named beside its signature, unsigned; names are equal in any case (RFC 5280 §7.1).
  const named = nameOf('CSCA Kit')
  const from = Buffer.from(file.sod ?? []).lastIndexOf(named)
  assert.ok(from > 0)
  const isCaseOfName = (part: string, at: number, told: Buffer, bytes: Buffer): boolean =>
    part === 'sod' &&
    at >= from &&
    at < from + named.length &&
    told.toString('latin1').toLowerCase() === bytes.toString('latin1').toLowerCase()
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...parts),
      fc.nat(),
      fc.integer({ min: 1, max: 255 }),
      fc.constantFrom('flip', 'cut', 'add', 'drop'),
      async (part, place, mask, how) => {
        const bytes = Buffer.from(file[part] ?? [])
        const at = place % bytes.length
        const told =
          how === 'flip'
            ? Buffer.from(bytes.map((byte, index) => (index === at ? byte ^ mask : byte)))
            : how === 'cut'
              ? bytes.subarray(0, at)
              : how === 'add'
                ? Buffer.concat([bytes.subarray(0, at), Buffer.of(mask), bytes.subarray(at)])
                : Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 1)])
        const { verdict } = verifyChip(nodeCrypto, { ...file, [part]: told }, trust, moment)
        if (!harmless(part, at) && !told.equals(bytes) && !isCaseOfName(part, at, told, bytes)) {
          assert.equal(verdict, 'refused', `${part} at ${at}, ${how}`)
        }
      },
    ),
    { numRuns: 3000 },
  )
})

test('random bytes and random JSON are refused, whatever they are', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.uint8Array({ maxLength: 300 }),
      fc.uint8Array({ maxLength: 60 }),
      async (sod, dg1) => {
        assert.equal(verifyChip(nodeCrypto, { sod, dg1 }, trustOf(anchors), moment).verdict, 'refused')
      },
    ),
    { numRuns: 2000 },
  )
  for (const text of [
    '',
    '[]',
    'null',
    '{"sod":1}',
    '{"sod":"AA"}',
    '{"sod":"AA==","sod":"AA=="}',
    '{"so\\u0064":"AA=="}',
    '{"dg3":"AA=="}',
    `{"dg1":"${'A'.repeat(4000)}"}`,
    '{"dg1":"AB=="}',
  ]) {
    assert.throws(
      () => readChipFile(text),
      (error) => error instanceof ChipFault && error.code.startsWith('chip.file-'),
      text,
    )
  }
})

test('readers of the groups meet any bytes, signed or not, with a refusal at most', () => {
  const readers = {
    com: readCom,
    dg1: readDg1,
    dg2: readDg2,
    dg13: readDg13,
    dg14: readDg14,
    dg15: readDg15,
  } as const
  const small = new Map(groupsOf(card({}, Buffer.from('ffd8ffe0ffd9', 'hex'))))
  const file = { ...chip({ groups: small }) }
  for (const [part, read] of Object.entries(readers) as [
    keyof typeof readers,
    (bytes: Uint8Array) => unknown,
  ][]) {
    const bytes = Buffer.from(file[part] ?? [])
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 3 }),
        fc.nat(),
        fc.boolean(),
        (changes, cut, isCut) => {
          const told = Buffer.from(isCut ? bytes.subarray(0, cut % bytes.length) : bytes)
          for (const [place, value] of changes) {
            if (told.length > 0) {
              told[place % told.length] = value
            }
          }
          try {
            read(told)
          } catch (error) {
            if (!(error instanceof ChipFault)) {
              throw error
            }
          }
        },
      ),
      { numRuns: 1500 },
    )
  }
})
