// The sequencer on a real database: killed at any step, run twice at once, set on a restored dump; its proofs
// and its offline verifier.
import assert from 'node:assert/strict'
import { spawn, spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { finished } from 'node:stream/promises'
import { after, before, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { openCheckpointSigner, readCheckpoint } from '../modules/platform/audit/checkpoint.ts'
import { growExampleLog, writeExampleLines } from '../../testing/audit-log.ts'
import { exportLeaves } from '../modules/platform/audit/export-leaves.ts'
import { verifyConsistency, verifyInclusion } from '../modules/platform/audit/merkle-tree.ts'
import { LogRewound, sequenceLines } from '../modules/platform/audit/sequence-lines.ts'
import { consistencyProof, inclusionProof } from '../modules/platform/audit/stored-tree.ts'
import { verifyAudit } from '../modules/platform/audit/verify-audit.ts'
import { openLineWriter } from '../kernel/line-writer.ts'
import type { Pool } from '../storage/pool.ts'
import { openReading, openTransact } from '../storage/transact.ts'
import type { Transact } from '../kernel/work.ts'
import { openTestDatabase, TEST_LINE_KEY, type TestDatabase } from '../../testing/database.ts'
import { sequenceOnce, startSequencing, type SequencerHouse } from './sequence-audit.ts'

const seed = randomBytes(32)
const signer = openCheckpointSigner(seed)
const writing = (pool: Pool): Transact => openTransact(pool, { writer: openLineWriter(TEST_LINE_KEY) })
let folder: string
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sen-sequencer-'))
})
after(() => rm(folder, { recursive: true }))

const logs: TestDatabase[] = []
after(() => Promise.all(logs.map((one) => one.stop())))

const newLog = async (): Promise<
  SequencerHouse & { url: string; write: (count: number) => Promise<void> }
> => {
  const database = await openTestDatabase()
  logs.push(database)
  const checkpointsFile = join(folder, `checkpoints-${logs.length}.log`)
  return {
    pool: database.pool,
    url: database.url,
    signer,
    lineKey: TEST_LINE_KEY,
    checkpointsFile,
    write: (count) => writeExampleLines(writing(database.pool), count),
  }
}
const assertWhole = async ({ pool, checkpointsFile }: SequencerHouse, size: number): Promise<void> => {
  const verdict = await verifyAudit({
    pool,
    checkpointsFile,
    publicKey: signer.verifierKey,
    lineKey: TEST_LINE_KEY,
    writersFolder: null,
  })
  assert.deepEqual(verdict.faults, [])
  assert.deepEqual([verdict.size, verdict.waiting, verdict.unpublished], [size, 0, 0])
}
const sizesIn = async (path: string): Promise<number[]> =>
  (await readFile(path, 'utf8'))
    .split('\n')
    .slice(0, -1)
    .map((line) => readCheckpoint((JSON.parse(line) as { note: string }).note)?.size ?? -1)

test('new lines are published once, and without new lines nothing is', async () => {
  const log = await newLog()
  assert.equal(await sequenceOnce(log), 0)
  await log.write(5)
  assert.equal(await sequenceOnce(log), 5)
  assert.equal(await sequenceOnce(log), 0)
  await log.write(25)
  assert.equal(await sequenceOnce({ ...log, most: 10 }), 25)
  assert.deepEqual(await sizesIn(log.checkpointsFile), [5, 15, 25, 30])
  await assertWhole(log, 30)
})

test('a sequencer that dies before the commit leaves nothing, after it only the file to be filled up', async () => {
  const log = await newLog()
  await log.write(20)
  const dying = {
    ...signer,
    sign: () => {
      throw new Error('killed while signing')
    },
  }
  await assert.rejects(sequenceOnce({ ...log, signer: dying }), /killed while signing/)
  assert.equal(
    (
      await log.pool.query(
        'select 1 from audit_leaf union all select 1 from audit_line where leaf_no is not null',
      )
    ).rowCount,
    0,
  )
  await writing(log.pool)((work) => sequenceLines(work, log))
  await assert.rejects(readFile(log.checkpointsFile), /ENOENT/)
  await log.write(1)
  assert.equal(await sequenceOnce(log), 1)
  assert.deepEqual(await sizesIn(log.checkpointsFile), [20, 21])
  await assertWhole(log, 21)
})

test('two sequencers at once, killed again and again, make one tree', async () => {
  const log = await newLog()
  const here = (path: string): string => JSON.stringify(new URL(path, import.meta.url).href)
  const script = `
    const { openPool } = await import(${here('../storage/pool.ts')})
    const { sequenceOnce } = await import(${here('./sequence-audit.ts')})
    const { openCheckpointSigner } = await import(${here('../modules/platform/audit/checkpoint.ts')})
    const context = {
      pool: openPool(${JSON.stringify(log.url)}, 2),
      signer: openCheckpointSigner(Buffer.from('${seed.toString('hex')}', 'hex')),
      lineKey: Buffer.from('${Buffer.from(TEST_LINE_KEY).toString('hex')}', 'hex'),
      checkpointsFile: ${JSON.stringify(log.checkpointsFile)},
      most: 7,
    }
    process.stdout.write('ready')
    for (;;) await sequenceOnce(context)`
  let written = 0
  for (let round = 0; round < 3; round++) {
    const children = [0, 1].map(() =>
      spawn(process.execPath, ['--input-type=module', '-e', script], {
        stdio: ['ignore', 'pipe', 'inherit'],
      }),
    )
    await Promise.all(children.map((child) => once(child.stdout, 'data')))
    for (let i = 0; i < 6; i++) {
      await log.write(20)
      written += 20
    }
    const exits = children.map((child) => once(child, 'exit'))
    for (const child of children) {
      child.kill('SIGKILL')
    }
    await Promise.all(exits)
  }
  await Promise.all([sequenceOnce(log), sequenceOnce(log)])
  await sequenceOnce(log)
  await assertWhole(log, written)
})

test('the running job publishes by itself and stops when asked', async () => {
  const log = await newLog()
  const complaints: Error[] = []
  const job = startSequencing(log, (error) => complaints.push(error))
  await log.write(3)
  // A second is the promise; a machine under full load gets more, so that the test tells of the job and not
  // of its neighbours.
  for (
    let i = 0;
    i < 100 && !(await sizesIn(log.checkpointsFile).catch((): number[] => [])).includes(3);
    i++
  ) {
    await new Promise((resolve) => {
      setTimeout(resolve, 100)
    })
  }
  assert.deepEqual(await sizesIn(log.checkpointsFile), [3])
  await job.stop()
  assert.deepEqual(complaints, [])
})

test('after an older dump was restored no second history is signed; a changed sequencer row is not gone on from', async () => {
  const log = await newLog()
  await growExampleLog(writing(log.pool), log, [4, 4])
  await log.write(1)
  await log.pool.query('update audit_sequencer set size = 4')
  await assert.rejects(sequenceOnce(log), LogRewound)
  await log.pool.query('update audit_line set leaf_no = null where leaf_no >= 4')
  await log.pool.query('delete from audit_leaf where leaf_no >= 4')
  await log.pool.query('delete from audit_checkpoint where size > 4')
  await assert.rejects(
    sequenceOnce(log),
    (error) => error instanceof LogRewound && /older dump/.test(error.message),
  )
  assert.deepEqual(await sizesIn(log.checkpointsFile), [4, 8])
})

test('every leaf has its proof at every size, every two sizes are consistent, over stored nodes too', async () => {
  const log = await newLog()
  await growExampleLog(writing(log.pool), log, [1, 255, 1, 343, 37])
  const read = openReading(log.pool)
  const { rows: checkpoints } = await log.pool.query<{ size: number; root: Buffer }>(
    'select size, root from audit_checkpoint order by size',
  )
  const { rows: leaves } = await log.pool.query<{ leaf_hash: Buffer }>(
    'select leaf_hash from audit_leaf order by leaf_no',
  )
  for (const { size, root } of checkpoints) {
    for (const leafNo of [0, 1, 254, 255, 256, 511, 512, 600, 636].filter((one) => one < size)) {
      const leaf = leaves[leafNo]?.leaf_hash ?? Buffer.alloc(0)
      assert.ok(
        verifyInclusion({
          leafNo,
          size,
          leafHash: leaf,
          proof: await inclusionProof(read, leafNo, size),
          root,
        }),
      )
    }
    for (const later of checkpoints.filter((one) => one.size >= size)) {
      const proof = await consistencyProof(read, size, later.size)
      assert.ok(
        verifyConsistency({
          first: size,
          second: later.size,
          firstRoot: root,
          secondRoot: later.root,
          proof,
        }),
      )
    }
  }
  await assert.rejects(inclusionProof(read, 637, 637), RangeError)
  await assert.rejects(inclusionProof(read, 3, 1000), RangeError)
})

test(
  'the verifier in Python agrees: it accepts the log and names each change',
  { skip: spawnSync('python3', ['--version']).status !== 0 && 'python3 is not on this machine' },
  async () => {
    const log = await newLog()
    await growExampleLog(writing(log.pool), log, [3, 10, 7])
    const leaves = join(folder, 'leaves.ndjson')
    const script = fileURLToPath(new URL('../../tools/verify-audit.py', import.meta.url))
    const ask = async (
      change?: (text: string[]) => string[],
      key = signer.verifierKey,
      checkpoints = log.checkpointsFile,
    ): Promise<string> => {
      const out = createWriteStream(leaves)
      assert.equal(await exportLeaves({ pool: log.pool, out, isWithLines: true }), 20)
      out.end()
      await finished(out)
      if (change) {
        await writeFile(
          leaves,
          `${change((await readFile(leaves, 'utf8')).split('\n').slice(0, -1)).join('\n')}\n`,
        )
      }
      const { stdout, status } = spawnSync(
        'python3',
        [script, '--key', key, '--checkpoints', checkpoints, '--leaves', leaves],
        { encoding: 'utf8' },
      )
      assert.equal(status === 0, stdout.endsWith('\nok\n'), stdout)
      return stdout
    }
    assert.equal(await ask(), '20 leaves, 20 of them signed, 20 lines (0 erased), 0 faults\nok\n')
    assert.match(
      await ask((lines) =>
        lines.map((line) => JSON.stringify({ ...(JSON.parse(line) as object), line: undefined })),
      ),
      /20 leaves, 20 of them signed, 0 lines/,
    )
    assert.match(await ask((lines) => lines.slice(0, 15)), /checkpoint 20: the leaves end at 15/)
    assert.match(await ask((lines) => lines.toSpliced(4, 1)), /leaf 4: /)
    assert.match(
      await ask((lines) => lines.with(5, (lines[5] ?? '').replace('enrolment-check', 'service'))),
      /line \S+: it is not what was written \(leaf 5\)/,
    )
    assert.match(
      await ask((lines) => lines.with(5, (lines[5] ?? '').replace(/"leaf_hash":"../, '"leaf_hash":"zz'))),
      /^$|cannot be read/,
    )
    assert.match(
      await ask((lines) =>
        lines.with(5, (lines[5] ?? '').replace(/"leaf_hash":"[^"]*/, `"leaf_hash":"${'0'.repeat(64)}`)),
      ),
      /checkpoint 13: its root is not/,
    )
    assert.match(
      await ask(undefined, openCheckpointSigner(randomBytes(32)).verifierKey),
      /it is of another log/,
    )
    const forged = join(folder, 'forged.log')
    await writeFile(
      forged,
      (await readFile(log.checkpointsFile, 'utf8')).replace(
        /(— \S+ .{20})(.)/,
        (_, before: string, letter: string) => before + (letter === 'A' ? 'B' : 'A'),
      ),
    )
    assert.match(await ask(undefined, signer.verifierKey, forged), /checkpoint file line 1: its signature/)
    await log.pool.query(
      `update audit_line set detail = detail || '{"score": 0.10000000000000000001}' where leaf_no = 2`,
    )
    assert.match(await ask(), /line \S+: it is not what was written \(leaf 2\)/)
  },
)
