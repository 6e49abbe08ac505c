// Lines that are gone before they have a leaf are missed by their numbers; what was rolled back is not.
import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { exampleLine, growExampleLog, writeExampleLines } from '../../../../testing/audit-log.ts'
import { openTestDatabase, TEST_LINE_KEY, type TestDatabase } from '../../../../testing/database.ts'
import { insertLine } from '../../../kernel/audit-store.ts'
import { openLineWriter, type LineWriter } from '../../../kernel/line-writer.ts'
import { openTransact } from '../../../storage/transact.ts'
import type { Transact } from '../../../kernel/work.ts'
import { ACKNOWLEDGE } from './acknowledged-lines.ts'
import { openCheckpointSigner } from './checkpoint.ts'
import { LineRefused } from './sequence-lines.ts'
import { verifyAudit, type AuditVerdict } from './verify-audit.ts'
import { keepWord } from './writer-file.ts'

const signer = openCheckpointSigner(randomBytes(32))
let folder: string
let database: TestDatabase
let writer: LineWriter
let transact: Transact
let writersFolder: string

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sen-missing-'))
})
after(() => rm(folder, { recursive: true }))

const logs: TestDatabase[] = []
after(() => Promise.all(logs.map((one) => one.stop())))
/** Writes as many, and gives what waits its leaves. */
const grow = (...counts: number[]): Promise<void> =>
  growExampleLog(
    transact,
    { signer, lineKey: TEST_LINE_KEY, checkpointsFile: join(folder, `checkpoints-${logs.length}.log`) },
    counts,
  )
const newLog = async (): Promise<void> => {
  database = await openTestDatabase()
  logs.push(database)
  writer = openLineWriter(TEST_LINE_KEY)
  transact = openTransact(database.pool, { writer })
  writersFolder = join(folder, `writers-${logs.length}`)
  await grow(5, 3)
}
const verify = (): Promise<AuditVerdict> =>
  verifyAudit({
    pool: database.pool,
    publicKey: signer.verifierKey,
    lineKey: TEST_LINE_KEY,
    checkpointsFile: join(folder, `checkpoints-${logs.length}.log`),
    writersFolder,
  })
const missing = async (): Promise<string[]> => (await verify()).faults.map(({ what }) => what.slice(0, 14))
const keep = () => keepWord(writer, writersFolder, (error) => assert.fail(String(error))).stop()

test('a waiting line that was deleted is missed as soon as its writer writes again', async () => {
  await newLog()
  await writeExampleLines(transact, 1)
  await database.pool.query('delete from audit_line where leaf_no is null')
  assert.deepEqual(await missing(), [])
  await writeExampleLines(transact, 1)
  assert.deepEqual(await missing(), ['its line 8 is '])
})

test('a waiting line that was changed stops the numbering until it is put aside and its number told as lost', async () => {
  await newLog()
  await writeExampleLines(transact, 1)
  const { pool } = database
  await pool.query(`update audit_line set detail = '{"office": "elsewhere"}' where leaf_no is null`)
  await assert.rejects(grow(1), LineRefused)
  assert.equal((await verify()).ok, false)
  await pool.query(
    `create table set_aside as select * from audit_line where leaf_no is null and detail->>'office' = 'elsewhere'`,
  )
  await pool.query('delete from audit_line where id in (select id from set_aside)')
  await grow(1)
  const { missing: lost, faults } = await verify()
  assert.deepEqual(
    faults.map(({ what }) => what.slice(0, 14)),
    ['its line 8 is '],
  )
  await transact((work) =>
    insertLine(work, { ...exampleLine(1), use_case: ACKNOWLEDGE, detail: { missing: lost } }),
  )
  await grow(1)
  const { ok, waiting, acknowledged } = await verify()
  assert.deepEqual([ok, waiting, acknowledged], [true, 0, 1])
})

test('a trigger that puts the line away after it was inserted is found by the same', async () => {
  await newLog()
  await database.pool.query(
    `create function put_away() returns trigger language plpgsql as 'begin delete from audit_line where id = new.id; return null; end'`,
  )
  await database.pool.query(
    'create constraint trigger put_away after insert on audit_line initially deferred for each row when (new.purpose = $$enrolment-check$$ and new.use_case = $$wallet.identity-card$$) execute function put_away()',
  )
  await transact((work) => insertLine(work, exampleLine(3)))
  await transact((work) => insertLine(work, exampleLine(4)))
  assert.deepEqual(await missing(), ['it has trigger', 'its line 8 is '])
})

test('the last lines of a writer are missed by what it keeps beside the database', async () => {
  await newLog()
  await writeExampleLines(transact, 2)
  await keep()
  assert.equal((await verify()).ok, true)
  await database.pool.query('delete from audit_line where leaf_no is null')
  assert.deepEqual(await missing(), ['its line 8 is ', 'its line 9 is '])
  const [name = ''] = await readdir(writersFolder)
  const text = await readFile(join(writersFolder, name), 'utf8')
  await writeFile(join(writersFolder, name), text.replace(/ 10 /, ' 8 '))
  assert.deepEqual(
    (await verify()).faults.map(({ place }) => place),
    [`writer ${name}`],
  )
})

test('lines of deeds that were rolled back, whole or to a mark, are not missed, now and later', async () => {
  await newLog()
  const broken = transact((work) => {
    insertLine(work, exampleLine(1))
    throw new Error('the deed failed')
  })
  await assert.rejects(broken, /the deed failed/)
  await keep()
  assert.equal((await verify()).ok, true)
  await transact(async (work) => {
    insertLine(work, exampleLine(1))
    await work.mark('half')
    insertLine(work, exampleLine(2))
    await work.undoTo('half')
    insertLine(work, exampleLine(3))
  })
  assert.deepEqual(await missing(), [])
  await writeExampleLines(transact, 1)
  await keep()
  assert.deepEqual([await missing(), (await verify()).waiting], [[], 3])
})

test('a rolled-back line that somebody brought back is named; so is a number that stands twice', async () => {
  await newLog()
  let kept: Record<string, unknown> = {}
  const broken = transact(async (work) => {
    insertLine(work, exampleLine(1))
    kept = await work.one('select to_jsonb(l) as line from audit_line l where leaf_no is null')
    throw new Error('the deed failed')
  })
  await assert.rejects(broken, /the deed failed/)
  await writeExampleLines(transact, 1)
  await database.pool.query(
    'insert into audit_line select * from jsonb_populate_record(null::audit_line, $1)',
    [JSON.stringify(kept['line'])],
  )
  assert.deepEqual(await missing(), ['its line 8 is '])
  await newLog()
  await writeExampleLines(transact, 1)
  await database.pool.query('alter table audit_line drop constraint audit_line_pkey')
  await database.pool.query('insert into audit_line select * from audit_line where leaf_no is null')
  assert.match((await verify()).faults[0]?.what ?? '', /another line has its number/)
})

test('deeds at once, some of them failing, leave nothing that would be missed', async () => {
  await newLog()
  const deeds = Array.from({ length: 60 }, (_, i) =>
    transact(async (work) => {
      insertLine(work, exampleLine(i))
      await work.run('select pg_sleep($1)', [(i % 7) / 500])
      insertLine(work, exampleLine(i + 1))
      if (i % 4 === 0) {
        throw new Error('the deed failed')
      }
    }),
  )
  const looks = Array.from({ length: 5 }, async () => {
    assert.deepEqual(await missing(), [])
  })
  await Promise.all([Promise.allSettled(deeds), ...looks])
  await keep()
  assert.deepEqual(await missing(), [])
})
