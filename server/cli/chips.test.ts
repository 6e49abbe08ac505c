// The operator's two commands about chips: what is printed, the exit code, and that a bad file costs one
// sentence.
import assert from 'node:assert/strict'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { openShell, type OperatorShell } from '../../testing/operator-shell.ts'
import { worldTrustPem } from '../../world/chips/authority.ts'
import { castChip } from '../../world/chips/cast-chips.ts'
import type { ChipOptions } from '../../world/chips/chip-of.ts'

let shell: OperatorShell
before(async () => {
  shell = await openShell()
})
after(() => shell.stop())

const chipFile = async (name: string, options: ChipOptions = {}): Promise<string> =>
  shell.fileOf(name, JSON.stringify((await castChip('hanh', options))?.file))
interface Verdict {
  readonly verdict: string
  readonly problems: string[]
  readonly fields: Record<string, unknown>
}
const verify = async (...words: string[]): Promise<Verdict & { code: number; err: string }> => {
  const { code, out, err } = await shell.sen({}, 'chip', 'verify', ...words)
  return { code, err, ...(JSON.parse(out) as Verdict) }
}

test('before anything is trusted no chip is genuine; after the import it is, once imported is unchanged', async () => {
  const chip = await chipFile('hanh.json')
  assert.deepEqual(await verify(chip).then(({ code, verdict, problems }) => ({ code, verdict, problems })), {
    code: 1,
    verdict: 'refused',
    problems: ['chip.signer-unknown'],
  })
  const trust = await shell.fileOf('trust.pem', worldTrustPem())
  const first = await shell.sen({}, 'trust', 'import', trust)
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
    (JSON.parse((await shell.sen({}, 'trust', 'import', trust)).out) as { unchanged: number }).unchanged,
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
    await shell.fileOf('empty.pem', ''),
    await shell.fileOf('words.txt', 'hello\n'),
    await shell.fileOf('key.pem', '-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n'),
    await shell.fileOf('torn.pem', worldTrustPem().slice(0, 300)),
    await shell.fileOf('folded.ldif', 'version: 1\n\ndn: c=VN\n  cACertificate:: AAAA\nx\n'),
    await shell.fileOf('half.der', Buffer.from('3082ffff', 'hex')),
    join(shell.folder, 'nowhere'),
  ]
  for (const file of bad) {
    const { code, out, err } = await shell.sen({}, 'trust', 'import', file)
    assert.deepEqual([code, out, err.trim().split('\n').length], [1, '', 1], err)
    assert.ok(!err.includes('.ts:'), err)
  }
  const chip = await verify(await shell.fileOf('no.json', '{"sod":'))
  assert.deepEqual([chip.code, chip.problems], [1, ['chip.file-unreadable']])
  assert.equal((await shell.sen({}, 'chip', 'verify', join(shell.folder, 'nowhere'))).code, 1)
  assert.equal((await shell.sen({}, 'chip', 'verify', await chipFile('a.json'), '--at', 'yesterday')).code, 1)
})

test('an installation with an operator does not trust the demo world', async () => {
  const { code, err } = await shell.sen(
    { SEN_OPERATOR: 'Bộ thử' },
    'trust',
    'import',
    await shell.fileOf('world.pem', worldTrustPem()),
  )
  assert.equal(code, 1)
  assert.match(err, /demo world/)
})
