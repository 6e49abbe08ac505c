// What whoever has the database's full role does before a line has its leaf: lines put in by hand, swallowed,
// erased by nobody; and a log that an older release grew without signatures.
import assert from 'node:assert/strict'
import { createPrivateKey, randomBytes, sign } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import {
  exampleLine,
  examplePerson,
  growExampleLog,
  writeExampleLines,
} from '../../../../testing/audit-log.ts'
import { openTestDatabase, TEST_LINE_KEY, type TestDatabase } from '../../../../testing/database.ts'
import { system } from '../../../kernel/actor.ts'
import { insertLine, lineDigest } from '../../../kernel/audit-store.ts'
import { openLineWriter } from '../../../kernel/line-writer.ts'
import { openTransact } from '../../../storage/transact.ts'
import type { Transact } from '../../../kernel/work.ts'
import { lineOf } from './audited-line.ts'
import { openCheckpointSigner } from './checkpoint.ts'
import { eraseSalts } from './erase-salts.ts'
import { LineRefused, LogRewound, sequenceLines, type Sequencing } from './sequence-lines.ts'
import * as store from './store.ts'
import { verifyAudit, type AuditVerdict } from './verify-audit.ts'

const seed = randomBytes(32)
const signer = openCheckpointSigner(seed)
let folder: string
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sen-signed-'))
})
after(() => rm(folder, { recursive: true }))

interface Log {
  readonly database: TestDatabase
  readonly transact: Transact
  readonly sequencing: Sequencing
  sequence(): Promise<number>
  verify(): Promise<AuditVerdict>
  run(sql: string, params?: readonly unknown[]): Promise<number>
}
const logs: TestDatabase[] = []
after(() => Promise.all(logs.map((one) => one.stop())))

const newLog = async (): Promise<Log> => {
  const database = await openTestDatabase()
  logs.push(database)
  const transact = openTransact(database.pool, { writer: openLineWriter(TEST_LINE_KEY) })
  const checkpointsFile = join(folder, `checkpoints-${logs.length}.log`)
  const sequencing = { signer, lineKey: TEST_LINE_KEY, checkpointsFile }
  return {
    database,
    transact,
    sequencing,
    sequence: () => transact((work) => sequenceLines(work, sequencing)),
    verify: () =>
      verifyAudit({
        pool: database.pool,
        publicKey: signer.verifierKey,
        lineKey: TEST_LINE_KEY,
        writersFolder: null,
        checkpointsFile,
      }),
    run: async (sql, params = []) => (await database.pool.query(sql, [...params])).rowCount ?? 0,
  }
}

/** Everything that can be made without the key: a whole line with the digest that belongs to it. */
const putIn = async ({ transact, run }: Log, id: string, useCase: string, about: string): Promise<void> => {
  await run(
    `insert into audit_line (subject_id, id, at, use_case, actor, purpose, outcome, fields, detail, salt,
       digest, seal, mac)
     select $1, $2, at, $3, actor, purpose, outcome, fields, detail, salt, digest, seal, mac
     from audit_line where leaf_no = 1`,
    [about, id, useCase],
  )
  await transact(async (work) => {
    const row = (await store.waitingLinesAfter(work, '00000000-0000-0000-0000-000000000000', 100)).find(
      (one) => one.id === id,
    )
    assert.ok(row?.salt)
    await work.run('update audit_line set digest = $2 where id = $1', [id, lineDigest(lineOf(row), row.salt)])
  })
}
const places = ({ faults }: AuditVerdict): string[] => [...new Set(faults.map(({ place }) => place))]
const LATER = 'ffffffff-0000-7000-8000-000000000001'

test('a line put in by hand is named and never gets a leaf; without it the log goes on', async () => {
  const log = await newLog()
  await growExampleLog(log.transact, log.sequencing, [5])
  await putIn(log, LATER, 'wallet.identity-card', examplePerson(3))
  assert.deepEqual(places(await log.verify()), [`line ${LATER}`])
  await writeExampleLines(log.transact, 2)
  await assert.rejects(log.sequence(), LineRefused)
  await log.run('update audit_line set seal = null, mac = null where id = $1', [LATER])
  assert.deepEqual(places(await log.verify()), [`line ${LATER}`])
  await assert.rejects(log.sequence(), LineRefused)
  await log.run('delete from audit_line where id = $1', [LATER])
  assert.equal(await log.sequence(), 2)
  assert.equal((await log.verify()).ok, true)
})

test('an erasure that nobody did is found; of an erased line the row still says whose it is', async () => {
  const log = await newLog()
  await growExampleLog(log.transact, log.sequencing, [12])
  const [stranger, erased] = [examplePerson(2), examplePerson(1)]
  await log.run('update audit_line set salt = null where subject_id = $1', [stranger])
  assert.equal((await log.verify()).ok, false)
  await putIn(log, LATER, 'audit.erase-salts', stranger)
  assert.deepEqual(places(await log.verify()), [`line ${LATER}`])
  await assert.rejects(log.sequence(), LineRefused)

  const other = await newLog()
  await growExampleLog(other.transact, other.sequencing, [12])
  await other.transact((work) => eraseSalts(work, erased, system('erasure')))
  assert.equal((await other.verify()).ok, true)
  const given = await other.run(
    'update audit_line set salt = null, subject_id = $2 where subject_id = $1 and leaf_no = 2',
    [stranger, erased],
  )
  assert.equal(given, 1)
  assert.equal((await other.verify()).ok, false)
})

test('a waiting line that was erased by nobody is not numbered; one that was erased by us is', async () => {
  const log = await newLog()
  await growExampleLog(log.transact, log.sequencing, [1])
  await log.transact((work) => insertLine(work, exampleLine(2)))
  const { salt } = (
    await log.database.pool.query<{ salt: Buffer }>('select salt from audit_line where leaf_no is null')
  ).rows[0] ?? { salt: null }
  await log.run('update audit_line set salt = null where leaf_no is null')
  await assert.rejects(log.sequence(), LineRefused)
  await log.run('update audit_line set salt = $1 where leaf_no is null', [salt])
  await log.transact((work) => eraseSalts(work, examplePerson(2), system('erasure')))
  assert.equal(await log.sequence(), 2)
  assert.equal((await log.verify()).ok, true)
})

test('a trigger that swallows the line takes the deed with it', async () => {
  const log = await newLog()
  await log.run('create table deed (n int)')
  const deed = (): Promise<void> =>
    log.transact(async (work) => {
      await work.run('insert into deed values (1)')
      insertLine(work, exampleLine(1))
    })
  await log.run(`create function swallow() returns trigger language plpgsql as 'begin return null; end'`)
  await log.run('create trigger swallow before insert on audit_line for each row execute function swallow()')
  await assert.rejects(deed(), /division by zero/)
  assert.equal(await log.run('select 1 from deed'), 0)
  await log.run('drop trigger swallow on audit_line')
  await deed()
  assert.equal(await log.run('select 1 from deed'), 1)
})

test("a checkpoint's time is signed", async () => {
  const log = await newLog()
  await growExampleLog(log.transact, log.sequencing, [3, 2])
  const means = {
    pool: log.database.pool,
    publicKey: signer.verifierKey,
    lineKey: TEST_LINE_KEY,
    writersFolder: null,
    checkpointsFile: null,
  }
  assert.equal((await verifyAudit(means)).ok, true)
  await log.run(`update audit_checkpoint set at = at - interval '1 day'`)
  assert.deepEqual(places(await verifyAudit(means)), ['checkpoint 3', 'checkpoint 5'])
  await log.run('insert into audit_checkpoint select 9, root, note, at from audit_checkpoint where size = 5')
  await assert.rejects(log.sequence(), LogRewound)
})

/** As releases before the signatures wrote it. */
const olderNote = (size: number, root: Uint8Array): string => {
  const key = createPrivateKey({
    key: Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), seed]),
    format: 'der',
    type: 'pkcs8',
  })
  const text = `${signer.origin}\n${size}\n${Buffer.from(root).toString('base64')}\n`
  const id = Buffer.from(signer.verifierKey.split('+')[1] ?? '', 'hex')
  return `${text}\n— ${signer.origin} ${Buffer.concat([id, sign(null, Buffer.from(text), key)]).toString('base64')}\n`
}

test('a log of an older release goes on: what waited goes first, and from then on every line is signed', async () => {
  const log = await newLog()
  const older = { ...log.sequencing, signer: { ...signer, sign: olderNote } }
  const olderProcess = openTransact(log.database.pool, { writer: openLineWriter(TEST_LINE_KEY) })
  await growExampleLog(olderProcess, older, [6])
  await writeExampleLines(olderProcess, 2)
  await log.run('update audit_line set seal = null, mac = null')
  assert.equal((await log.verify()).ok, true)
  await writeExampleLines(log.transact, 3)
  await growExampleLog(log.transact, log.sequencing, [1, 4])
  const whole = await log.verify()
  assert.deepEqual([whole.ok, whole.size, whole.faults], [true, 16, []])
  const unsign = (leafNo: number) =>
    log.run('update audit_line set seal = null, mac = null where leaf_no = $1', [leafNo])
  await unsign(7)
  assert.equal((await log.verify()).ok, true)
  await unsign(8)
  assert.equal((await log.verify()).ok, false)
})
