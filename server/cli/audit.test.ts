// The operator's commands about the log, and the verifier in Python on what they export: lines with their
// key, what the writers keep beside the database, and lines that were lost and told as lost.
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdir, mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { openTestDatabase, type TestDatabase } from '../../testing/database.ts'
import { sequenceOnce } from '../jobs/sequence-audit.ts'
import { openCheckpointSigner } from '../modules/platform/audit/checkpoint.ts'
import { loadSecrets } from '../start/secrets.ts'
import { runCli } from './run-cli.ts'

let database: TestDatabase
let folder: string
before(async () => {
  database = await openTestDatabase({ isMigrated: false })
  folder = await mkdtemp(join(tmpdir(), 'sen-cli-audit-'))
  await mkdir(join(folder, 'no-writers'))
})
after(async () => {
  await database.stop()
  await rm(folder, { recursive: true, force: true })
})

const sen = async (...words: string[]): Promise<{ code: number; out: string; err: string }> => {
  const [out, err]: [string[], string[]] = [[], []]
  const env = { SEN_DATA: join(folder, 'data'), DATABASE_URL: database.url, SEN_WORLD: 'off' }
  const context = {
    env,
    out: (line: string) => void out.push(line),
    say: (line: string) => void err.push(line),
  }
  const code = await runCli(words, context, () => Promise.reject(new Error('no world here')))
  return { code, out: out.join('\n'), err: err.join('\n') }
}
const mustDo = async (...words: string[]): Promise<{ out: string; err: string }> => {
  const done = await sen(...words)
  assert.equal(done.code, 0, `${words.join(' ')}: ${done.err}`)
  return done
}
const addOffice = (code: string) => mustDo('office', 'add', '--code', code, '--name', 'Công an phường')
const sequence = async (): Promise<void> => {
  const { checkpointSeed, lineKey } = await loadSecrets(join(folder, 'data'))
  await sequenceOnce({
    pool: database.pool,
    signer: openCheckpointSigner(checkpointSeed),
    lineKey,
    checkpointsFile: join(folder, 'data/checkpoints.log'),
  })
}
const writers = (): string => join(folder, 'data/audit-writers')

/** Exports and lets the verifier in Python judge. */
const python = async (name: string, ...more: readonly string[]): Promise<{ code: number; out: string }> => {
  const [leaves, lineKey] = [join(folder, `${name}.ndjson`), join(folder, `${name}.key`)]
  const { err } = await mustDo('audit', 'export', '--out', leaves, '--lines', lineKey)
  const key = /verifier: (\S+)/.exec(err)?.[1] ?? ''
  const said = spawnSync(
    'python3',
    [
      join(import.meta.dirname, '../../tools/verify-audit.py'),
      '--key',
      key,
      '--checkpoints',
      join(folder, 'data/checkpoints.log'),
      '--leaves',
      leaves,
      '--line-key',
      lineKey,
      ...more,
    ],
    { encoding: 'utf8' },
  )
  return { code: said.status ?? -1, out: said.stdout + said.stderr }
}

test('an export with lines goes with a key of its own file, and the other verifier finds the log whole', async () => {
  await addOffice('SL-11')
  await addOffice('SL-12')
  await sequence()
  await addOffice('SL-13')
  await mustDo('audit', 'verify')
  const whole = await python('whole', '--writers', writers())
  assert.equal(whole.code, 0, whole.out)
  assert.match(whole.out, /4 lines \(0 erased\), 0 faults\nok/)
  const key = join(folder, 'whole.key')
  assert.equal((await stat(key)).mode & 0o777, 0o600)
  assert.equal((await sen('audit', 'export', '--lines', key)).code, 1)
  await database.pool.query(`update audit_line set mac = null where leaf_no = 0`)
  const forged = await python('forged')
  assert.equal(forged.code, 1, forged.out)
  assert.match(forged.out, /no process of this installation has signed it/)
  await database.pool.query('delete from audit_line where leaf_no is null')
})

test('the last lines of a command are missed by its file, in both verifiers, until they are told as lost', async () => {
  await rm(join(folder, 'data'), { recursive: true })
  await database.pool.query(
    `truncate audit_line, audit_leaf, audit_node, audit_checkpoint; update audit_sequencer set size = 0, peaks = ''`,
  )
  await addOffice('SL-14')
  await sequence()
  const nothing = await sen('audit', 'acknowledge', '--reason', 'none')
  assert.deepEqual([nothing.code, nothing.err], [1, 'No line is missing.'])
  await addOffice('SL-15')
  await database.pool.query('delete from audit_line where leaf_no is null')
  const missed = await sen('audit', 'verify')
  assert.equal(missed.code, 1)
  assert.match(missed.err, /its line 0 is gone[^]*audit acknowledge --reason/)
  await mustDo('audit', 'verify', '--writers', join(folder, 'no-writers'))
  assert.match((await python('missed', '--writers', writers())).out, /its line 0 is gone/)
  assert.equal((await python('unheard')).code, 0)

  assert.equal((await sen('audit', 'acknowledge')).code, 1)
  await mustDo('audit', 'acknowledge', '--reason', 'The standby took over')
  const told = await mustDo('audit', 'verify')
  assert.match(told.err, /^1 lines are missing that an operator told as lost/)
  assert.equal((JSON.parse(told.out) as { acknowledged: number }).acknowledged, 1)
  const last = await python('told', '--writers', writers())
  assert.equal(last.code, 0, last.out)
  await database.pool.query(
    `update audit_line set detail = detail || '{"missing": "none"}' where use_case = 'sen audit acknowledge'`,
  )
  const undone = await sen('audit', 'verify')
  assert.match(undone.err, /signed it as it stands[^]*its line 0 is gone/)
})
