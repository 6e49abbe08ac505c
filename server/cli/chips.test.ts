// The operator's two commands about chips: what is printed, the exit code, and that a bad file costs one
// sentence.
import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { openTestDatabase, type TestDatabase } from '../../testing/database.ts'
import { worldTrustPem } from '../../world/chips/authority.ts'
import { castChip } from '../../world/chips/cast-chips.ts'
import type { ChipOptions } from '../../world/chips/chip-of.ts'
import { runCli } from './run-cli.ts'

let database: TestDatabase
let folder: string
before(async () => {
  database = await openTestDatabase({ isMigrated: false })
  folder = await mkdtemp(join(tmpdir(), 'sen-chips-'))
})
after(async () => {
  await database.stop()
  await rm(folder, { recursive: true, force: true })
})

const sen = async (
  settings: Record<string, string>,
  ...words: string[]
): Promise<{ code: number; out: string; err: string }> => {
  let [out, err] = ['', '']
  const env = { SEN_DATA: join(folder, 'data'), DATABASE_URL: database.url, SEN_WORLD: 'off', ...settings }
  const code = await runCli(
    words,
    {
      env,
      out: (line) => {
        out += `${line}\n`
      },
      say: (line) => {
        err += `${line}\n`
      },
    },
    () => Promise.reject(new Error('no world here')),
  )
  return { code, out, err }
}
const fileOf = async (name: string, content: string | Uint8Array): Promise<string> => {
  const file = join(folder, name)
  await writeFile(file, content)
  return file
}
const chipFile = async (name: string, options: ChipOptions = {}): Promise<string> =>
  fileOf(name, JSON.stringify((await castChip('hanh', options))?.file))
interface Verdict {
  readonly verdict: string
  readonly problems: string[]
  readonly fields: Record<string, unknown>
}
const verify = async (...words: string[]): Promise<Verdict & { code: number; err: string }> => {
  const { code, out, err } = await sen({}, 'chip', 'verify', ...words)
  return { code, err, ...(JSON.parse(out) as Verdict) }
}

test('before anything is trusted no chip is genuine; after the import it is, once imported is unchanged', async () => {
  const chip = await chipFile('hanh.json')
  assert.deepEqual(await verify(chip).then(({ code, verdict, problems }) => ({ code, verdict, problems })), {
    code: 1,
    verdict: 'refused',
    problems: ['chip.signer-unknown'],
  })
  const trust = await fileOf('trust.pem', worldTrustPem())
  const first = await sen({}, 'trust', 'import', trust)
  assert.equal(first.code, 0, first.err)
  assert.deepEqual(JSON.parse(first.out), {
    kind: 'pem',
    authorities: 1,
    links: 0,
    revocation_lists: 1,
    unchanged: 0,
    signers_skipped: 0,
    rejected: 0,
    signed_by: [],
  })
  assert.equal(
    (JSON.parse((await sen({}, 'trust', 'import', trust)).out) as { unchanged: number }).unchanged,
    2,
  )
  const { code, verdict, problems, fields } = await verify(chip)
  assert.deepEqual([code, verdict, problems], [0, 'genuine', []])
  assert.deepEqual(
    [fields['personal_number'], fields['full_name'], fields['birth_date'], fields['expires_on']],
    ['940191004826', 'Nguyễn Thị Hạnh', '1991-04-12', '2031-04-12'],
  )
  assert.equal((fields['portrait'] as { type: string }).type, 'image/jpeg')
})

test('the moment decides: an ended signer was good before', async () => {
  const chip = await chipFile('ended.json', { variant: 'expired-signer' })
  assert.deepEqual((await verify(chip)).problems, ['chip.signer-expired'])
  assert.equal((await verify(chip, '--at', '2023-06-01T00:00:00Z')).code, 0)
  assert.deepEqual((await verify(chip, '--at', '2011-06-01T00:00:00+07:00')).problems, [
    'chip.signer-not-yet-valid',
    'chip.authority-not-yet-valid',
  ])
})

test('each way of being wrong has its own reason, in words too', async () => {
  for (const [variant, code] of [
    ['tampered', 'chip.group-hash'],
    ['revoked', 'chip.signer-revoked'],
    ['other-authority', 'chip.signer-unknown'],
  ] as const) {
    const verdict = await verify(await chipFile(`${variant}.json`, { variant }))
    assert.deepEqual([verdict.code, verdict.problems], [1, [code]])
    assert.match(verdict.err, new RegExp(`^${code}: [A-Z]`))
  }
})

test('a file that is none costs one sentence and exit 1', async () => {
  const bad = [
    await fileOf('empty.pem', ''),
    await fileOf('words.txt', 'hello\n'),
    await fileOf('key.pem', '-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n'),
    await fileOf('torn.pem', worldTrustPem().slice(0, 300)),
    await fileOf('folded.ldif', 'version: 1\n\ndn: c=VN\n  cACertificate:: AAAA\nx\n'),
    await fileOf('half.der', Buffer.from('3082ffff', 'hex')),
    join(folder, 'nowhere'),
  ]
  for (const file of bad) {
    const { code, out, err } = await sen({}, 'trust', 'import', file)
    assert.deepEqual([code, out, err.trim().split('\n').length], [1, '', 1], err)
    assert.ok(!err.includes('.ts:'), err)
  }
  const chip = await verify(await fileOf('no.json', '{"sod":'))
  assert.deepEqual([chip.code, chip.problems], [1, ['chip.file-unreadable']])
  assert.equal((await sen({}, 'chip', 'verify', join(folder, 'nowhere'))).code, 1)
  assert.equal((await sen({}, 'chip', 'verify', await chipFile('a.json'), '--at', 'yesterday')).code, 1)
})

test('an installation with an operator does not trust the demo world', async () => {
  const { code, err } = await sen(
    { SEN_OPERATOR: 'Bộ thử' },
    'trust',
    'import',
    await fileOf('world.pem', worldTrustPem()),
  )
  assert.equal(code, 1)
  assert.match(err, /demo world/)
})
