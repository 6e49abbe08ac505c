// Chips, authorities and lists that openssl made, not we: what another writer makes rightly is believed here.
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { composeGroupDigests, composeSod } from '../../formats/emrtd/compose-security-object.ts'
import { writeChipFile } from '../../formats/emrtd/chip-file.ts'
import { derInteger, derSet, sequence } from '../../formats/emrtd/der-writer.ts'
import { parsePem } from '../../formats/pem.ts'
import { now } from '../../server/kernel/clock.ts'
import type { AppContext } from '../../server/kernel/app-context.ts'
import { importTrust } from '../../server/modules/evidence/chips/import-trust.ts'
import { chipFileOfGroups } from '../../server/modules/evidence/chips/personalise-chip.ts'
import { readChip } from '../../server/modules/evidence/chips/read-chip.ts'
import { openTestContext, type TestDatabase } from '../../testing/database.ts'
import { digestsOf, groups, hashOf } from './chip-kit.ts'

const hasOpenssl = (() => {
  try {
    return execFileSync('openssl', ['version'], { encoding: 'utf8' }).startsWith('OpenSSL 3')
  } catch {
    return false
  }
})()

let database: TestDatabase & { context: AppContext }
let folder: string
before(async () => {
  database = await openTestContext()
  folder = await mkdtemp(join(tmpdir(), 'sen-openssl-'))
  await writeFile(
    join(folder, 'ca.cnf'),
    `[ca]\ndefault_ca=own\n[own]\ndatabase=${folder}/index.txt\ncrlnumber=${folder}/crlnumber\ndefault_md=sha256\ndefault_crl_days=30\n[signer]\nkeyUsage=critical,digitalSignature\nauthorityKeyIdentifier=keyid\nsubjectKeyIdentifier=hash\n[masters]\nkeyUsage=critical,digitalSignature\nextendedKeyUsage=critical,2.23.136.1.1.3\nauthorityKeyIdentifier=keyid\n`,
  )
})
after(async () => {
  await database.stop()
  await rm(folder, { recursive: true })
})

const openssl = (...words: string[]): void =>
  void execFileSync('openssl', words, { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] })
const KEYS = {
  rsa: ['-algorithm', 'RSA', '-pkeyopt', 'rsa_keygen_bits:2048'],
  'p-256': ['-algorithm', 'EC', '-pkeyopt', 'ec_paramgen_curve:P-256'],
  'p-384': ['-algorithm', 'EC', '-pkeyopt', 'ec_paramgen_curve:P-384'],
  brainpool: ['-algorithm', 'EC', '-pkeyopt', 'ec_paramgen_curve:brainpoolP256r1'],
  'written-out': [
    '-algorithm',
    'EC',
    '-pkeyopt',
    'ec_paramgen_curve:brainpoolP384r1',
    '-pkeyopt',
    'ec_param_enc:explicit',
  ],
} as const

/** An authority, a signer under it, its list: keys of one kind, signatures plain or PSS. */
const makeAuthority = (
  name: string,
  kind: keyof typeof KEYS,
  signing: readonly string[] = [],
  section = 'signer',
): void => {
  openssl('genpkey', ...KEYS[kind], '-out', `${name}-ca.key`)
  openssl(
    'req',
    '-x509',
    '-new',
    '-key',
    `${name}-ca.key`,
    '-sha256',
    ...signing,
    '-days',
    '3650',
    '-subj',
    `/C=VN/O=Thử/CN=CSCA ${name}`,
    '-utf8',
    '-out',
    `${name}-ca.pem`,
    '-addext',
    'keyUsage=critical,keyCertSign,cRLSign',
  )
  openssl('genpkey', ...KEYS[kind], '-out', `${name}.key`)
  openssl(
    'req',
    '-new',
    '-key',
    `${name}.key`,
    '-subj',
    `/C=VN/O=Thử/CN=DS ${name}`,
    '-utf8',
    '-out',
    `${name}.csr`,
  )
  openssl(
    'x509',
    '-req',
    '-in',
    `${name}.csr`,
    '-CA',
    `${name}-ca.pem`,
    '-CAkey',
    `${name}-ca.key`,
    '-CAcreateserial',
    '-sha256',
    ...signing,
    '-days',
    '3000',
    '-extfile',
    'ca.cnf',
    '-extensions',
    section,
    '-out',
    `${name}.pem`,
  )
}
const sign = async (
  name: string,
  content: Uint8Array,
  type: string,
  ...signing: readonly string[]
): Promise<Buffer> => {
  await writeFile(join(folder, 'content.der'), content)
  openssl(
    'cms',
    '-sign',
    '-binary',
    '-nodetach',
    '-econtent_type',
    type,
    '-in',
    'content.der',
    '-signer',
    `${name}.pem`,
    '-inkey',
    `${name}.key`,
    '-md',
    'sha256',
    '-outform',
    'DER',
    '-out',
    'signed.der',
    ...signing,
  )
  return readFile(join(folder, 'signed.der'))
}
const take = (bytes: Uint8Array, signers: readonly string[] = []) =>
  database.context.transact((work) =>
    importTrust(work, Buffer.from(bytes), {
      source: 'openssl',
      at: now(),
      allowTestAuthorities: true,
      signers,
    }),
  )
const problemsOf = async (name: string, ...signing: readonly string[]): Promise<readonly string[]> => {
  const all = groups()
  const signed = await sign(
    name,
    composeGroupDigests('sha256', digestsOf('sha256', all)),
    '2.23.136.1.1.1',
    ...signing,
  )
  return (
    await readChip(
      database.context.tools.read,
      writeChipFile(chipFileOfGroups(all, composeSod(signed))),
      now(),
    )
  ).problems
}

for (const [name, kind, signing, signedBy] of [
  ['plain', 'rsa', [], []],
  ['pss', 'rsa', ['-sigopt', 'rsa_padding_mode:pss'], ['-keyopt', 'rsa_padding_mode:pss']],
  ['nist', 'p-256', [], []],
  ['larger', 'p-384', [], ['-keyid']],
  ['brainpool', 'brainpool', [], []],
  ['explicit', 'written-out', [], []],
] as const) {
  test(
    `openssl's chip is genuine once its authority is imported, and no more when openssl revoked the signer: ${name}`,
    { skip: hasOpenssl ? false : 'openssl 3 is not on this machine' },
    async () => {
      makeAuthority(name, kind, signing)
      assert.deepEqual(await problemsOf(name, ...signedBy), ['chip.signer-unknown'])
      assert.equal((await take(await readFile(join(folder, `${name}-ca.pem`)))).authorities, 1)
      assert.deepEqual(await problemsOf(name, ...signedBy), [])
      await writeFile(join(folder, 'index.txt'), '')
      await writeFile(join(folder, 'crlnumber'), '01\n')
      openssl(
        'ca',
        '-config',
        'ca.cnf',
        '-cert',
        `${name}-ca.pem`,
        '-keyfile',
        `${name}-ca.key`,
        '-md',
        'sha256',
        '-revoke',
        `${name}.pem`,
      )
      openssl(
        'ca',
        '-config',
        'ca.cnf',
        '-cert',
        `${name}-ca.pem`,
        '-keyfile',
        `${name}-ca.key`,
        '-md',
        'sha256',
        '-gencrl',
        '-out',
        'list.pem',
      )
      assert.equal((await take(await readFile(join(folder, 'list.pem')))).lists, 1)
      assert.deepEqual(await problemsOf(name, ...signedBy), ['chip.signer-revoked'])
    },
  )
}

test(
  "openssl's master list brings an authority in",
  { skip: hasOpenssl ? false : 'openssl 3 is not on this machine' },
  async () => {
    makeAuthority('member', 'p-256')
    makeAuthority('publisher', 'p-384', [], 'masters')
    const certificates = await Promise.all(
      ['member-ca.pem', 'publisher-ca.pem'].map(async (file) => {
        const parsed = parsePem(await readFile(join(folder, file), 'utf8'))
        return parsed.ok ? (parsed.value[0]?.bytes ?? Buffer.alloc(0)) : Buffer.alloc(0)
      }),
    )
    const done = await take(
      await sign('publisher', sequence(derInteger(0), derSet(...certificates)), '2.23.136.1.1.2'),
      certificates.map((one) => hashOf('sha256', one).toString('hex')),
    )
    assert.deepEqual([done.kind, done.authorities, done.rejected], ['master-list', 2, []])
    assert.deepEqual(await problemsOf('member'), [])
  },
)
