// Checkpoints of a real log go to witnesses that answer over HTTP: what they cosign is kept and proven by
// both verifiers, a restored dump is refused, and a witness that is away, lies or has lost its memory stops
// nothing.
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { copyFile, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { finished } from 'node:stream/promises'
import { after, before, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { TEST_LINE_KEY } from '../../testing/database.ts'
import { LOG_TABLES } from '../../testing/log-forgeries.ts'
import { startWitness, type RunningWitness } from '../../testing/running-witness.ts'
import { openWitnessedLog } from '../../testing/witnessed-log.ts'
import { machineNow } from '../kernel/clock.ts'
import { openCheckpointSigner, readVerifierKey } from '../modules/platform/audit/checkpoint.ts'
import { exportLeaves } from '../modules/platform/audit/export-leaves.ts'
import { verifyAudit } from '../modules/platform/audit/verify-audit.ts'
import {
  askWitness,
  cosignedFile,
  WitnessRefused,
  witnessBacklog,
  type WitnessDoor,
} from '../modules/platform/audit/witness/ask-witness.ts'
import { openCosigner } from '../modules/platform/audit/witness/cosignature.ts'
import { originHash } from '../modules/platform/audit/witness/witness-folder.ts'
import { startAskingWitnesses } from './ask-witnesses.ts'

const signer = openCheckpointSigner(randomBytes(32))
const logKey = readVerifierKey(signer.verifierKey)
const stops: (() => Promise<void>)[] = []
let root: string
before(async () => {
  root = await mkdtemp(join(tmpdir(), 'sen-witnesses-'))
})
after(async () => {
  await Promise.all(stops.map((stop) => stop()))
  await rm(root, { recursive: true })
})

const newLog = async () => {
  const log = await openWitnessedLog(root, signer)
  stops.push(() => log.stop())
  return log
}
type Log = Awaited<ReturnType<typeof newLog>>

const runWitness = async (folder?: string, port = 0): Promise<RunningWitness> => {
  const own = folder ?? (await mkdtemp(join(root, 'witness-')))
  const witness = await startWitness(own, logKey, port)
  stops.push(() => witness.stop())
  return witness
}

const python = async (log: Log, witness: RunningWitness, cosigned: string): Promise<string> => {
  const leaves = join(log.folder, 'leaves.ndjson')
  const out = createWriteStream(leaves)
  await exportLeaves({ pool: log.pool, out })
  await finished(out.end())
  const script = join(import.meta.dirname, '../../tools/verify-audit.py')
  const words = ['--checkpoints', log.checkpointsFile, '--leaves', leaves, '--witness', witness.verifierKey]
  const { stdout, stderr, status } = spawnSync(
    'python3',
    [script, '--key', signer.verifierKey, ...words, '--cosigned', cosigned],
    { encoding: 'utf8' },
  )
  assert.equal(status === 0, stdout.endsWith('\nok\n'), stdout + stderr)
  return stdout + stderr
}

test('what a witness has cosigned is kept, and both verifiers prove it and say how old it is', async () => {
  const [log, witness] = [await newLog(), await runWitness()]
  assert.equal(await askWitness(log.house, witness), false)
  await log.grow(5, 3)
  assert.equal(await askWitness(log.house, witness), true)
  assert.equal(await askWitness(log.house, witness), false)
  await log.grow(300)
  assert.equal(await askWitness(log.house, witness), true)
  const verdict = await log.verify(witness)
  assert.deepEqual(verdict.faults, [])
  const [newest] = verdict.witnessed
  assert.deepEqual([newest?.witness, newest?.size], [witness.key.name, 308])
  assert.ok(Math.abs(machineNow().getTime() - Date.parse(newest?.at ?? '')) < 120_000)

  const file = cosignedFile(log.house.folder, witness.key)
  assert.match(
    await python(log, witness, file),
    /has cosigned 308 of 308 leaves, \d+ (s|min) ago[^]*0 faults\nok\n$/,
  )
  // What the witness itself gives out is as good.
  const own = join(log.folder, 'from-the-witness')
  await writeFile(own, await (await fetch(`${witness.url}${originHash(logKey.name)}/checkpoint`)).text())
  assert.deepEqual((await log.verify(witness, own)).witnessed, verdict.witnessed)
  assert.match(await python(log, witness, own), /\nok\n$/)

  await log.grow(2)
  assert.deepEqual((await log.verify(witness)).witnessed, verdict.witnessed)
  assert.match(await python(log, witness, file), /has cosigned 308 of 310/)
})

test('a file without the word of that witness is a fault in both verifiers', async () => {
  const [log, witness, another] = [await newLog(), await runWitness(), await runWitness()]
  await log.grow(4)
  await askWitness(log.house, witness)
  const file = cosignedFile(log.house.folder, witness.key)
  const nobody = await log.verify(another)
  assert.match(nobody.faults[0]?.what ?? '', /no checkpoint with its cosignature/)
  assert.equal(nobody.ok, false)
  assert.match((await log.verify(another, file)).faults[0]?.what ?? '', /no cosignature of/)
  assert.match(await python(log, another, file), /it has no cosignature of/)
  const changed = join(log.folder, 'changed.log')
  await writeFile(
    changed,
    (await readFile(file, 'utf8')).replace(/\\n— sen\.witness\/\S+ .{20}/, (line) => `${line}A`),
  )
  assert.equal((await log.verify(witness, changed)).ok, false)
  assert.match(await python(log, witness, changed), /not ok/)
})

const dump = (log: Log): Promise<unknown> =>
  log.pool.query(
    `begin isolation level repeatable read; create schema dump; ${LOG_TABLES.map((name) => `create table dump.${name} as table ${name}`).join(';')}; commit`,
  )
const putBack = (log: Log): Promise<unknown> =>
  log.pool.query(
    `begin; truncate ${LOG_TABLES.join()}; ${LOG_TABLES.map((name) => `insert into ${name} table dump.${name}`).join(';')}; commit`,
  )

test('a log that went on from an older dump gets no further word, and both verifiers say so', async () => {
  const [log, witness] = [await newLog(), await runWitness()]
  await log.grow(6)
  await askWitness(log.house, witness)
  await dump(log)
  await log.grow(5)
  await askWitness(log.house, witness)
  await putBack(log)
  // Root of the host puts away what lies beside the database too, and signs on with the log's own key.
  const file = cosignedFile(log.house.folder, witness.key)
  const kept = join(log.folder, 'kept.log')
  await copyFile(file, kept)
  await rename(log.checkpointsFile, `${log.checkpointsFile}.old`)
  await rm(file)
  await assert.rejects(
    askWitness(log.house, witness),
    (error) =>
      error instanceof WitnessRefused && /has cosigned 11 leaves and the log has 6/.test(error.message),
  )
  await log.grow(1)
  const short = await log.verify(witness, kept)
  assert.deepEqual(
    short.faults.filter(({ what }) => what.includes('the log does not have it')).map(({ place }) => place),
    ['checkpoint 11'],
  )
  assert.match(await python(log, witness, kept), /checkpoint 11: \S+ has cosigned it and the leaves end at 7/)
  await log.grow(1, 3, 4)
  await assert.rejects(
    askWitness(log.house, witness),
    (error) => error instanceof WitnessRefused && /\(422\)/.test(error.message),
  )
  await assert.rejects(readFile(file), /ENOENT/)
  // The control: without the witness the log of the restored dump is whole.
  const { faults } = await verifyAudit({
    pool: log.pool,
    checkpointsFile: log.checkpointsFile,
    publicKey: signer.verifierKey,
    lineKey: TEST_LINE_KEY,
    writersFolder: null,
  })
  assert.deepEqual(
    faults.filter(({ place }) => !place.startsWith('writer')),
    [],
  )
  assert.equal((await log.verify(witness)).ok, false)
  const own = join(log.folder, 'from-the-witness')
  await writeFile(own, await (await fetch(`${witness.url}${originHash(logKey.name)}/checkpoint`)).text())
  for (const cosigned of [kept, own]) {
    const found = await log.verify(witness, cosigned)
    assert.ok(
      found.faults.some(({ place, what }) => place === 'checkpoint 11' && what.includes('has cosigned')),
    )
    assert.match(
      await python(log, witness, cosigned),
      /checkpoint 11: sen\.witness\S+ has cosigned another root/,
    )
  }
})

test('a witness that is away stops neither the log nor another witness, and hears of all when it is back', async () => {
  const [log, near, far] = [await newLog(), await runWitness(), await runWitness()]
  await far.stop()
  const complaints: string[] = []
  const asking = startAskingWitnesses(log.house, [near, far], (name, error) =>
    complaints.push(`${name}: ${String(error)}`),
  )
  const until = async (witness: WitnessDoor, behind: number): Promise<void> => {
    for (let i = 0; i < 400; i++) {
      const [backlog] = await witnessBacklog(log.house.read, [witness.key.name])
      if (backlog?.behind === behind) {
        return
      }
      await pause(100)
    }
    assert.fail(`${witness.key.name} was not ${behind} behind`)
  }
  try {
    await log.grow(3, 4)
    await until(far, 7)
    await until(near, 0)
    await log.grow(2)
    await until(near, 0)
    const [backlog] = await witnessBacklog(log.house.read, [far.key.name])
    assert.equal(backlog?.behind, 9)
    assert.ok(backlog.oldest_s >= 0)
    await runWitness(far.folder, far.port)
    await until(far, 0)
    assert.deepEqual((await log.verify(far)).faults, [])
  } finally {
    await asking.stop()
  }
  assert.equal(complaints.length, 1, complaints.join('\n'))
  assert.match(complaints[0] ?? '', new RegExp(`${far.key.name} cannot be reached`))
})

test('a lost file here and a lost memory there are healed by asking; a false word is not kept', async () => {
  const [log, witness] = [await newLog(), await runWitness()]
  await log.grow(5)
  await askWitness(log.house, witness)
  await log.grow(6)
  const file = cosignedFile(log.house.folder, witness.key)
  await rename(file, `${file}.lost`)
  assert.equal(await askWitness(log.house, witness), true)
  await rm(join(witness.folder, `${originHash(logKey.name)}.checkpoint`))
  await log.grow(1)
  assert.equal(await askWitness(log.house, witness), true)
  assert.deepEqual((await log.verify(witness)).faults, [])

  const liar = createServer((_, response) =>
    response.end(openCosigner(randomBytes(32)).cosign('a\n\n', machineNow())),
  )
  await new Promise<void>((resolve) => {
    liar.listen(0, '127.0.0.1', resolve)
  })
  stops.push(
    () =>
      new Promise((resolve) => {
        liar.close(() => resolve())
      }),
  )
  const address = liar.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  await log.grow(1)
  await assert.rejects(
    askWitness(log.house, { url: `http://127.0.0.1:${port}/`, key: witness.key }),
    /is not its cosignature/,
  )
  assert.equal((await log.verify(witness)).witnessed[0]?.size, 12)
})
