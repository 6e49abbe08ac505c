// A thousand random forgeries by somebody with the database's full role: each is found by `sen audit verify`
// and, from the export, by the verifier in Python. (A hundred, and every fifth for Python, without
// --thorough.) What only the tables of checkpoints and nodes have is no part of an export:
// random-tampering.test.ts has those.
import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { finished } from 'node:stream/promises'
import { after, before, test } from 'node:test'
import { promisify } from 'node:util'
import fc from 'fast-check'
import {
  exampleLine,
  examplePerson,
  growExampleLog,
  writeExampleLines,
} from '../../../../testing/audit-log.ts'
import { openTestDatabase, TEST_LINE_KEY, type TestDatabase } from '../../../../testing/database.ts'
import { forgeries, LOG_TABLES } from '../../../../testing/log-forgeries.ts'
import { firstOf, share } from '../../../../testing/thorough.ts'
import { system } from '../../../kernel/actor.ts'
import { insertLine, lineDigest } from '../../../kernel/audit-store.ts'
import { openLineWriter } from '../../../kernel/line-writer.ts'
import type { Transact, Work } from '../../../kernel/work.ts'
import { openTransact } from '../../../storage/transact.ts'
import { lineOf } from './audited-line.ts'
import { publishedLength_bytes } from './checkpoint-file.ts'
import { openCheckpointSigner } from './checkpoint.ts'
import { eraseSalts } from './erase-salts.ts'
import { exportLog } from './export-leaves.ts'
import * as store from './store.ts'
import { verifyLog, type AuditVerdict } from './verify-audit.ts'
import { keepWord, readWords } from './writer-file.ts'

const SIZE = 41
const ERASED = examplePerson(1)
const signer = openCheckpointSigner(randomBytes(32))
let folder: string
let database: TestDatabase
let transact: Transact
let whole: number[] = []
let waiting: string[] = []

const dump = async (name: string): Promise<void> => {
  await database.pool.query(
    `create schema ${name}; ${LOG_TABLES.map((table) => `create table ${name}.${table} as table ${table}`).join(';')}`,
  )
}
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sen-forged-'))
  database = await openTestDatabase()
  const writer = openLineWriter(TEST_LINE_KEY)
  transact = openTransact(database.pool, { writer })
  const sequencing = { signer, lineKey: TEST_LINE_KEY, checkpointsFile: join(folder, 'checkpoints.log') }
  await growExampleLog(transact, sequencing, [7, 1])
  await transact((work) => eraseSalts(work, ERASED, system('erasure')))
  await growExampleLog(transact, sequencing, [20])
  await dump('dump_early')
  await growExampleLog(transact, sequencing, [12])
  await writeExampleLines(transact, 2)
  await dump('dump_late')
  await writeExampleLines(transact, 3)
  await keepWord(writer, join(folder, 'writers'), (error) => assert.fail(String(error))).stop()
  await writeFile(join(folder, 'line-key'), `${TEST_LINE_KEY.toString('hex')}\n`)
  await mkdir(join(folder, 'cases'))
  const { rows } = await database.pool.query<{ id: string; leaf_no: string | null }>(
    'select id, leaf_no from audit_line where salt is not null order by id',
  )
  whole = rows.filter(({ leaf_no }) => leaf_no !== null).map(({ leaf_no }) => Number(leaf_no))
  waiting = rows.filter(({ leaf_no }) => leaf_no === null).map(({ id }) => id)
})
after(async () => {
  await database.stop()
  await rm(folder, { recursive: true })
})

class Undone extends Error {
  readonly verdict: AuditVerdict
  constructor(verdict: AuditVerdict) {
    super('undone')
    this.verdict = verdict
  }
}

/** Deeds of a second process of Sen, as if each stood, and what it then keeps beside the database. */
const secondProcess = (work: Work, writersFolder: string) => {
  const writer = openLineWriter(TEST_LINE_KEY)
  return {
    async writeOn() {
      for (let i = 0; i < 4; i++) {
        const hand = writer.begin()
        insertLine({ ...work, signLine: (text) => hand.sign(text) }, exampleLine(i))
        await work.run('select 1')
        hand.stands()
      }
      await keepWord(writer, writersFolder, (error) => assert.fail(String(error))).stop()
    },
  }
}

/** The right digest of a line as it stands now, and the leaf of that. */
const digestAnew = async (work: Work, where: string): Promise<void> => {
  const { id } = await work.one<{ id: string }>(`select id from audit_line where ${where}`)
  const lines = [
    ...(await store.linesOfLeaves(work, { from: 0, to: 1_000_000 })),
    ...(await store.waitingLinesAfter(work, '00000000-0000-0000-0000-000000000000', 1000)),
  ]
  const line = lines.find((one) => one.id === id)
  assert.ok(line?.salt)
  await work.run('update audit_line set digest = $2 where id = $1', [id, lineDigest(lineOf(line), line.salt)])
  await work.run(
    `update audit_leaf f set leaf_hash = sha256('\\x00'::bytea || l.digest) from audit_line l
     where l.id = $1 and l.leaf_no = f.leaf_no`,
    [id],
  )
}

/** The verdict of ours; the export for Python's lies under the case's name then, when it is asked for. */
const judge = async (
  name: string,
  isExported: boolean,
  forge: (work: Work, writeOn: () => Promise<void>) => Promise<unknown>,
): Promise<AuditVerdict> => {
  const checkpointsFile = join(folder, 'checkpoints.log')
  const place = join(folder, isExported ? 'cases' : 'judged', name)
  await cp(join(folder, 'writers'), join(place, 'writers'), { recursive: true })
  const error: unknown = await transact(async (work) => {
    await forge(work, secondProcess(work, join(place, 'writers')).writeOn)
    if (isExported) {
      const out = createWriteStream(join(place, 'leaves.ndjson'))
      await exportLog(work, { out, isWithLines: true })
      await finished(out.end())
    }
    const means = { checkpointsFile, publicKey: signer.verifierKey, lineKey: TEST_LINE_KEY }
    const length_bytes = await publishedLength_bytes(checkpointsFile)
    const said = await readWords(join(place, 'writers'), TEST_LINE_KEY)
    throw new Undone(await verifyLog(work, { ...means, length_bytes, said }))
  }).catch((thrown: unknown) => thrown)
  if (error instanceof Undone) {
    return error.verdict
  }
  throw new Error(`${name} could not be judged`, { cause: error })
}

const draw = (): { kind: string; n: number; m: number; at: number }[] =>
  fc.sample(
    fc.record({
      kind: fc.constantFrom(...forgeries.keys()),
      n: fc.nat(whole.length - 1),
      m: fc.integer({ min: 1, max: whole.length - 1 }),
      at: fc.nat(waiting.length - 1),
    }),
    share(1000),
  )

test('a thousand random forgeries are found by both verifiers, and an honest log by neither', async () => {
  const cases = draw().map((one, i) => ({
    ...one,
    name: `${String(i).padStart(4, '0')} ${one.kind} ${one.n} ${one.m} ${one.at}`,
  }))
  const forPython = new Set(firstOf(cases, share(200)).map(({ name }) => name))
  const unseen: string[] = []
  for (const { name, kind, n, m, at } of cases) {
    const verdict = await judge(name, forPython.has(name), async (work, writeOn) => {
      const place = { n: whole[n] ?? 0, m: whole[(n + m) % whole.length] ?? 0, waiting: waiting[at] ?? '' }
      const more = { size: SIZE, erased: ERASED, writeOn }
      await forgeries.get(kind)?.(work, { ...place, ...more, digestAnew: (where) => digestAnew(work, where) })
    })
    if (verdict.ok) {
      unseen.push(name)
    }
  }
  assert.deepEqual(unseen, [])
  const untouched = await judge('untouched', true, () => Promise.resolve())
  const honest = await judge('honest', true, (_, writeOn) => writeOn())
  assert.deepEqual([untouched.faults, honest.faults], [[], []])
  assert.deepEqual([untouched.size, honest.waiting], [SIZE, waiting.length + 4])
  const { stdout } = await promisify(execFile)(
    'python3',
    [
      join(import.meta.dirname, '../../../../testing/judge-exports.py'),
      signer.verifierKey,
      join(folder, 'checkpoints.log'),
      join(folder, 'line-key'),
      join(folder, 'cases'),
    ],
    { maxBuffer: 1e8 },
  )
  const green = Object.entries(JSON.parse(stdout) as Record<string, string[]>)
    .filter(([, faults]) => faults.length === 0)
    .map(([name]) => name)
  assert.deepEqual(green.sort(), ['honest', 'untouched'])
})
