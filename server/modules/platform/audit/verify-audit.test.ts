// Tampering with a real log, in every way that we could think of. Each is tried in a transaction that is
// undone.
import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { appendFile, copyFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { system } from '../../../kernel/actor.ts'
import { insertLine, lineDigest } from '../../../kernel/audit-store.ts'
import { openLineWriter } from '../../../kernel/line-writer.ts'
import type { Transact, Work } from '../../../kernel/work.ts'
import { openTransact } from '../../../storage/transact.ts'
import { openTestDatabase, TEST_LINE_KEY, type TestDatabase } from '../../../../testing/database.ts'
import { lineOf } from './audited-line.ts'
import { appendPublished, lastPublished } from './checkpoint-file.ts'
import { openCheckpointSigner } from './checkpoint.ts'
import { eraseSalts } from './erase-salts.ts'
import {
  exampleLine,
  examplePerson,
  growExampleLog,
  verdictAfterUndone,
  writeExampleLines,
} from '../../../../testing/audit-log.ts'
import { GrowingTree, leafHash } from './merkle-tree.ts'
import * as store from './store.ts'
import { verifyAudit, type AuditVerdict } from './verify-audit.ts'

const BATCHES = [7, 1, 20, 232, 30, 10]
const SIZE = 300
const WAITING = 3
const SAYS = { at: new Date().toISOString(), signedFrom: 0 }
const signer = openCheckpointSigner(randomBytes(32))
let database: TestDatabase
let transact: Transact
let folder: string
let file: string

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sen-audit-'))
  file = join(folder, 'checkpoints.log')
  database = await openTestDatabase()
  transact = openTransact(database.pool, { writer: openLineWriter(TEST_LINE_KEY) })
  await growExampleLog(transact, { signer, lineKey: TEST_LINE_KEY, checkpointsFile: file }, BATCHES)
  await writeExampleLines(transact, WAITING)
})
after(async () => {
  await database.stop()
  await rm(folder, { recursive: true })
})

/** The verdict after a deed that is then undone. */
const verdictAfter = async (
  deed: (work: Work) => Promise<unknown>,
  checkpointsFile: string | null = file,
): Promise<AuditVerdict> =>
  verdictAfterUndone(
    transact,
    { checkpointsFile, publicKey: signer.verifierKey, lineKey: TEST_LINE_KEY, writersFolder: null },
    deed,
  )
const assertNamed = (verdict: AuditVerdict, place: string | RegExp): void => {
  assert.equal(verdict.ok, false)
  const places = verdict.faults.map((fault) => fault.place)
  assert.ok(
    places.some((one) => (typeof place === 'string' ? one === place : place.test(one))),
    `${String(place)} is not among ${places.join(', ')}`,
  )
}
const idAt = async (work: Work, leafNo: number): Promise<string> =>
  (await work.one<{ id: string }>('select id from audit_line where leaf_no = $1', [leafNo])).id

test('a log that nobody touched is whole, every line reads back as it was written', async () => {
  const verdict = await verifyAudit({
    pool: database.pool,
    checkpointsFile: file,
    publicKey: signer.verifierKey,
    lineKey: TEST_LINE_KEY,
    writersFolder: null,
  })
  assert.deepEqual(verdict, {
    ok: true,
    lines: SIZE,
    waiting: WAITING,
    erased: 0,
    size: SIZE,
    checkpoints: BATCHES.length,
    unpublished: 0,
    faults: [],
    faultCount: 0,
    unsure: 0,
    acknowledged: 0,
    missing: '',
    witnessed: [],
  })
})

test('a changed line is named', async () => {
  const changes: Record<string, string> = {
    detail: `detail = '{"office": "another"}'`,
    'a digit too small for a double': `detail = '{"score": 0.10000000000000000001}'`,
    'a number out of range': `detail = '{"score": 1e400}'`,
    at: `at = at + interval '1 millisecond'`,
    'at by a microsecond': `at = at + interval '1 microsecond'`,
    // As many years back as no calendar day is lost: 29 February has none in most years before Christ.
    'at before Christ': `at = at - interval '4000 years'`,
    'at without end': `at = 'infinity'`,
    actor: `actor = 'system:other'`,
    purpose: `purpose = 'service'`,
    outcome: `outcome = 'done '`,
    fields: `fields = fields || array['portrait']`,
    'one null field': 'fields = array[null]::text[]',
    'use case': `use_case = upper(use_case)`,
    person: `subject_id = '${examplePerson(77)}'`,
    salt: `salt = decode('00', 'hex') || substr(salt, 2)`,
    digest: `digest = substr(digest, 1, 31) || decode('00', 'hex')`,
    'salt taken away': 'salt = null',
  }
  for (const [name, change] of Object.entries(changes)) {
    let id = ''
    const verdict = await verdictAfter(async (work) => {
      id = await idAt(work, 42)
      await work.run(`update audit_line set ${change} where leaf_no = 42`)
    })
    assert.equal(verdict.ok, false, name)
    assert.ok(
      verdict.faults.every((fault) => fault.place === `line ${id}`),
      name,
    )
  }
})

test('a changed line is found when its digest, and even its leaf, were made to fit', async () => {
  const fit = async (work: Work, isLeafToo: boolean): Promise<void> => {
    await work.run(`update audit_line set purpose = 'service' where leaf_no = 100`)
    const [line] = await store.linesOfLeaves(work, { from: 100, to: 101 })
    assert.ok(line?.salt)
    const digest = lineDigest(lineOf(line), line.salt)
    await work.run('update audit_line set digest = $1 where leaf_no = 100', [digest])
    if (isLeafToo) {
      await work.run('update audit_leaf set leaf_hash = $1 where leaf_no = 100', [leafHash(digest)])
    }
  }
  assertNamed(await verdictAfter((work) => fit(work, false)), /^line /)
  const verdict = await verdictAfter((work) => fit(work, true))
  assertNamed(verdict, 'checkpoint 260')
  assertNamed(verdict, 'node 8/0')
  assert.match(
    verdict.faults.find((fault) => fault.place === 'checkpoint 260')?.what ?? '',
    /those from 28 on/,
  )
})

test("a deleted line, leaf or waiting line's change is named", async () => {
  assertNamed(await verdictAfter((work) => work.run('delete from audit_line where leaf_no = 17')), 'leaf 17')
  assertNamed(await verdictAfter((work) => work.run('delete from audit_leaf where leaf_no = 17')), 'leaf 17')
  assertNamed(
    await verdictAfter(async (work) => {
      await work.run('delete from audit_line where leaf_no between 17 and 19')
      await work.run('delete from audit_leaf where leaf_no between 17 and 19')
    }),
    'leaf 17',
  )
  assertNamed(
    await verdictAfter((work) => work.run(`update audit_line set outcome = 'x' where leaf_no is null`)),
    /^line /,
  )
})

const copyLine = (work: Work, leafNo: string, id = examplePerson(4711)) =>
  work.run(
    `insert into audit_line select subject_id, '${id}', at, use_case, actor, purpose, outcome, fields, detail, salt, digest, ${leafNo} from audit_line where leaf_no = 5`,
  )

test('an inserted line is named; one that honestly waits for its leaf is no fault', async () => {
  const place = `line ${examplePerson(4711)}`
  for (const leafNo of ['5', '12', String(SIZE), '1000000', '-1']) {
    assertNamed(await verdictAfter((work) => copyLine(work, leafNo)), place)
  }
  assertNamed(
    await verdictAfter(async (work) => {
      await copyLine(work, String(SIZE))
      await work.run('insert into audit_leaf select $1, leaf_hash from audit_leaf where leaf_no = 5', [SIZE])
    }),
    `leaf ${SIZE}`,
  )
  const verdict = await verdictAfter(async (work) => insertLine(work, exampleLine(9)))
  assert.deepEqual([verdict.ok, verdict.waiting], [true, WAITING + 1])
})

test('two lines that changed places are found, whether their leaves went with them or not', async () => {
  const swap = (work: Work): Promise<number> =>
    work.run('update audit_line set leaf_no = 43 - leaf_no where leaf_no in (21, 22)')
  assertNamed(await verdictAfter(swap), /^line /)
  const verdict = await verdictAfter(async (work) => {
    await swap(work)
    await work.run(
      `update audit_leaf l set leaf_hash = o.leaf_hash from audit_leaf o where l.leaf_no in (21, 22) and o.leaf_no = 43 - l.leaf_no`,
    )
  })
  assertNamed(verdict, 'checkpoint 28')
})

const cutTo = async (work: Work, size: number, isHistoryToo: boolean): Promise<void> => {
  await work.run('delete from audit_line where leaf_no >= $1 or leaf_no is null', [size])
  await work.run('delete from audit_leaf where leaf_no >= $1', [size])
  await work.run('delete from audit_node where (index + 1) * (2 ^ level) > $1', [size])
  if (!isHistoryToo) {
    return
  }
  await work.run('delete from audit_checkpoint where size > $1', [size])
  const peaks = await peaksAt(size)
  await work.run('update audit_sequencer set size = $1, peaks = $2', [size, peaks])
}
/**
 * What the sequencer's row held when the log had this size, from a log grown again out of the same leaves.
 */
const peaksAt = async (size: number): Promise<Buffer> => {
  const tree = new GrowingTree()
  const { rows } = await database.pool.query<{ leaf_hash: Buffer }>(
    'select leaf_hash from audit_leaf where leaf_no < $1 order by leaf_no',
    [size],
  )
  for (const row of rows) {
    tree.append(row.leaf_hash)
  }
  return Buffer.concat(tree.peaksNow())
}

test('a tail that was cut off and an older dump are found, the dump only with the file outside', async () => {
  assertNamed(await verdictAfter((work) => cutTo(work, 270, false)), 'checkpoint 290')
  const dump = await verdictAfter((work) => cutTo(work, 260, true))
  assert.deepEqual(
    dump.faults.map((fault) => fault.place),
    ['checkpoint 290', 'checkpoint 300'],
  )
  assert.match(dump.faults[0]?.what ?? '', /older dump/)
  // The control: the dump is whole in itself, which is why the file is kept outside.
  assert.equal((await verdictAfter((work) => cutTo(work, 260, true), null)).ok, true)
})

test('a deleted, changed or forged checkpoint is named', async () => {
  const forged = openCheckpointSigner(randomBytes(32))
  assertNamed(
    await verdictAfter((work) => work.run('delete from audit_checkpoint where size = 28')),
    'checkpoint 28',
  )
  assertNamed(
    await verdictAfter((work) => work.run('delete from audit_checkpoint where size = $1', [SIZE]), null),
    'leaf 290',
  )
  assertNamed(
    await verdictAfter((work) =>
      work.run(`update audit_checkpoint set at = at + interval '1 second' where size = 28`),
    ),
    'checkpoint 28',
  )
  assertNamed(
    await verdictAfter((work) =>
      work.run(`update audit_checkpoint set root = decode(repeat('00', 32), 'hex') where size = 28`),
    ),
    'checkpoint 28',
  )
  assertNamed(
    await verdictAfter(async (work) => {
      const { root } = await work.one<{ root: Buffer }>('select root from audit_checkpoint where size = 28')
      await work.run('update audit_checkpoint set note = $1 where size = 28', [forged.sign(28, root, SAYS)])
    }, null),
    'checkpoint 28',
  )
  assertNamed(
    await verdictAfter(
      (work) =>
        work.run(
          `update audit_checkpoint set note = replace(note, E'\\n28\\n', E'\\n29\\n') where size = 28`,
        ),
      null,
    ),
    'checkpoint 28',
  )
  const other = openCheckpointSigner(randomBytes(32)).verifierKey
  assert.equal(
    (
      await verifyAudit({
        pool: database.pool,
        checkpointsFile: file,
        publicKey: other,
        lineKey: TEST_LINE_KEY,
        writersFolder: null,
      })
    ).ok,
    false,
  )
})

test('a changed node or sequencer row is named', async () => {
  assertNamed(
    await verdictAfter((work) => work.run(`update audit_node set hash = decode(repeat('00', 32), 'hex')`)),
    'node 8/0',
  )
  assertNamed(await verdictAfter((work) => work.run('delete from audit_node')), 'node 8/0')
  assertNamed(
    await verdictAfter((work) =>
      work.run(`insert into audit_node values (8, 1, decode(repeat('00', 32), 'hex'))`),
    ),
    'node 8/1',
  )
  assertNamed(
    await verdictAfter((work) => work.run('update audit_sequencer set size = size - 10')),
    'sequencer',
  )
  assertNamed(await verdictAfter((work) => work.run('delete from audit_sequencer')), 'sequencer')
})

test('a file that was changed is named; a copy that is a little old is not a fault', async () => {
  const other = join(folder, 'copy.log')
  const lines = (await readFile(file, 'utf8')).split('\n').slice(0, -1)
  const verdictWith = async (text: readonly string[], end = '\n'): Promise<AuditVerdict> => {
    await writeFile(other, text.join('\n') + end)
    return verifyAudit({
      pool: database.pool,
      checkpointsFile: other,
      publicKey: signer.verifierKey,
      lineKey: TEST_LINE_KEY,
      writersFolder: null,
    })
  }
  const older = await verdictWith(lines.slice(0, 4))
  assert.deepEqual([older.ok, older.unpublished], [true, 2])
  const [first = '', second = '', third = ''] = lines
  assert.equal(
    (await verdictWith(lines.with(4, second.slice(0, 90)), `\n${lines[4]}\n${lines[5]}\n`)).ok,
    false,
  )
  assert.equal(
    (await verdictWith([first, second.slice(0, 90), ...lines.slice(1)])).ok,
    true,
    'a line torn by a crash is followed by the whole line',
  )
  assert.equal((await verdictWith(lines, '\n{"at":')).ok, true, 'a line that is being written')
  assertNamed(await verdictWith([first, ...lines.slice(2)]), 'checkpoint 8')
  assertNamed(await verdictWith([second, first, ...lines.slice(2)]), 'checkpoint file line 2')
  assertNamed(await verdictWith(lines.with(1, third)), 'checkpoint file line 3')
  assertNamed(await verdictWith(lines.with(1, 'nothing')), 'checkpoint file line 2')
  assertNamed(
    await verdictWith(
      lines.with(5, JSON.stringify({ at: SAYS.at, note: signer.sign(SIZE, randomBytes(32), SAYS) })),
    ),
    `checkpoint ${SIZE}`,
  )
  assertNamed(
    await verifyAudit({
      pool: database.pool,
      checkpointsFile: join(folder, 'none.log'),
      publicKey: signer.verifierKey,
      lineKey: TEST_LINE_KEY,
      writersFolder: null,
    }),
    'checkpoint file',
  )
})

test("the lines of an erased person count as erased, and nobody else's salt may go", async () => {
  const verdict = await verdictAfter((work) => eraseSalts(work, examplePerson(1), system('erasure')))
  assert.equal(verdict.ok, true)
  assert.ok(verdict.erased > 40)
  assert.equal(verdict.waiting, WAITING + 1)
  const twice = await verdictAfter(async (work) => {
    await eraseSalts(work, examplePerson(1), system('erasure'))
    await work.run('update audit_line set salt = null where subject_id = $1', [examplePerson(2)])
  })
  assertNamed(twice, /^line /)
  assertNamed(
    await verdictAfter(async (work) => {
      await eraseSalts(work, examplePerson(1), system('erasure'))
      await work.run(`update audit_line set digest = decode(repeat('00', 32), 'hex') where subject_id = $1`, [
        examplePerson(1),
      ])
    }),
    /^line /,
  )
})

test('what a crash tore off the file is written again whole', async () => {
  const torn = join(folder, 'torn.log')
  await copyFile(file, torn)
  const whole = await lastPublished(torn)
  assert.equal(whole?.size, SIZE)
  const next = { size: 301, at: SAYS.at, note: signer.sign(301, randomBytes(32), SAYS) }
  await appendFile(torn, JSON.stringify({ at: next.at, note: next.note }).slice(0, 120))
  assert.deepEqual(await lastPublished(torn), whole)
  await appendPublished(torn, [next])
  assert.deepEqual(await lastPublished(torn), next)
})
