// What honest operators meet gives no false alarm: kills, retries, lost connections, a restart, a backup.
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { randomBytes } from 'node:crypto'
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, beforeEach, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { exampleLine, growExampleLog, writeExampleLines } from '../../../../testing/audit-log.ts'
import { openTestDatabase, TEST_LINE_KEY, type TestDatabase } from '../../../../testing/database.ts'
import { sequenceOnce } from '../../../jobs/sequence-audit.ts'
import { insertLine } from '../../../kernel/audit-store.ts'
import { openLineWriter, type LineWriter } from '../../../kernel/line-writer.ts'
import { openTransact } from '../../../storage/transact.ts'
import type { Transact } from '../../../kernel/work.ts'
import { openCheckpointSigner } from './checkpoint.ts'
import { verifyAudit, type AuditVerdict } from './verify-audit.ts'
import { keepWord } from './writer-file.ts'

const signer = openCheckpointSigner(randomBytes(32))
const opened: { database: TestDatabase; folder: string }[] = []
let database: TestDatabase
let folder: string
let writer: LineWriter
let transact: Transact

const restart = (): void => {
  writer = openLineWriter(TEST_LINE_KEY)
  transact = openTransact(database.pool, { writer })
}
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sen-honest-'))
  database = await openTestDatabase()
  opened.push({ database, folder })
  restart()
})
after(async () => {
  for (const one of opened) {
    await one.database.stop()
    await rm(one.folder, { recursive: true })
  }
})

const sequencing = () => ({
  pool: database.pool,
  signer,
  lineKey: TEST_LINE_KEY,
  checkpointsFile: join(folder, 'checkpoints.log'),
})
const verify = (): Promise<AuditVerdict> =>
  verifyAudit({ ...sequencing(), publicKey: signer.verifierKey, writersFolder: join(folder, 'writers') })
const keep = (): Promise<void> =>
  keepWord(writer, join(folder, 'writers'), (error) => assert.fail(String(error))).stop()
const mustBeGreen = async (): Promise<AuditVerdict> => {
  const verdict = await verify()
  assert.deepEqual(verdict.faults, [])
  return verdict
}

test('processes killed by force in the middle of their deeds, again and again, leave a log that is whole', async () => {
  const struck = async (): Promise<void> => {
    const child = spawn(
      process.execPath,
      [
        join(import.meta.dirname, '../../../../testing/line-writing-process.ts'),
        database.url,
        join(folder, 'writers'),
      ],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    )
    await once(child.stdout, 'data')
    await pause(100 + Math.random() * 300)
    child.kill('SIGKILL')
    await once(child, 'exit')
  }
  let size = 0
  // On a slow machine a process writes little before it is struck.
  for (let round = 0; round < 3 || size <= 100; round++) {
    assert.ok(round < 30, `${size} lines in ${round} rounds`)
    const both = Promise.all([struck(), struck()])
    const looks = async (): Promise<void> => {
      for (let i = 0; i < 4; i++) {
        await sequenceOnce(sequencing())
        await mustBeGreen()
        await pause(60)
      }
    }
    await Promise.all([both, looks()])
    await mustBeGreen()
    await sequenceOnce(sequencing())
    const verdict = await mustBeGreen()
    assert.equal(verdict.waiting, 0)
    size = verdict.size
  }
})

test('a deed that is tried again, fails at its commit, or loses its connection is not missed', async () => {
  let tries = 0
  await transact(async (work) => {
    insertLine(work, exampleLine(1))
    if (++tries < 3) {
      await work.run(`do $$ begin raise exception using errcode = '40001'; end $$`)
    }
  })
  await database.pool.query(
    `create function refuse() returns trigger language plpgsql as $$ begin raise exception 'no'; end $$`,
  )
  await database.pool.query('create table shut (n int)')
  await database.pool.query(
    'create constraint trigger refuse after insert on shut initially deferred for each row execute function refuse()',
  )
  await assert.rejects(
    transact((work) => {
      insertLine(work, exampleLine(2))
      work.send('insert into shut values (1)')
    }),
    /no/,
  )
  const lost = transact(async (work) => {
    insertLine(work, exampleLine(3))
    const { pid } = await work.one<{ pid: number }>('select pg_backend_pid() as pid')
    await database.pool.query('select pg_terminate_backend($1)', [pid])
    await work.run('select 1')
  })
  await assert.rejects(lost)
  await writeExampleLines(transact, 1)
  await keep()
  assert.equal((await mustBeGreen()).waiting, 2)
  await sequenceOnce(sequencing())
  await mustBeGreen()
})

test('what a line said that was then taken back to a mark is said again', async () => {
  const failed = transact((work) => {
    insertLine(work, exampleLine(1))
    throw new Error('the deed failed')
  })
  await assert.rejects(failed)
  await transact(async (work) => {
    await work.run('select 1')
    await work.mark('half')
    insertLine(work, exampleLine(2))
    await work.undoTo('half')
  })
  await writeExampleLines(transact, 2)
  await keep()
  await mustBeGreen()
})

const TABLES = ['audit_line', 'audit_leaf', 'audit_node', 'audit_checkpoint', 'audit_sequencer']
const dump = async (): Promise<void> => {
  await database.pool.query(
    `begin isolation level repeatable read; create schema dump; ${TABLES.map((name) => `create table dump.${name} as table ${name}`).join(';')}; commit`,
  )
}
const putBack = async (): Promise<void> => {
  await database.pool.query(
    `begin; truncate ${TABLES.join()}; ${TABLES.map((name) => `insert into ${name} table dump.${name}`).join(';')}; commit`,
  )
}

test('a folder that was copied before the database was dumped is restored with it, and the log goes on', async () => {
  await growExampleLog(transact, sequencing(), [5])
  await keep()
  await cp(folder, `${folder}-copy`, { recursive: true })
  opened.push({ database: { ...database, stop: () => Promise.resolve() }, folder: `${folder}-copy` })
  await growExampleLog(transact, sequencing(), [3])
  await writeExampleLines(transact, 2)
  await dump()
  await growExampleLog(transact, sequencing(), [4])
  await writeExampleLines(transact, 1)
  await keep()
  await putBack()
  folder = `${folder}-copy`
  restart()
  await mustBeGreen()
  await growExampleLog(transact, sequencing(), [2])
  await keep()
  assert.equal((await mustBeGreen()).size, 12)
})
