// Whoever has the database's role may show the house one log and its reader another.
import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { writeExampleLines } from '../../../../testing/audit-log.ts'
import { openWitnessedLog } from '../../../../testing/witnessed-log.ts'
import { now } from '../../../kernel/clock.ts'
import { openPool } from '../../../storage/pool.ts'
import { openReading } from '../../../storage/transact.ts'
import * as store from './store.ts'

let root: string
let log: Awaited<ReturnType<typeof openWitnessedLog>>
before(async () => {
  root = await mkdtemp(join(tmpdir(), 'sen-odd-'))
  log = await openWitnessedLog(root)
  await log.grow(3)
})
after(async () => {
  await log.stop()
  await rm(root, { recursive: true })
})

const faults = async (pool = log.pool): Promise<string[]> =>
  (await log.verify(null, undefined, pool)).faults.map(({ place, what }) => `${place}: ${what}`)

const planted: readonly (readonly [string, string, string, RegExp])[] = [
  [
    'a view that hides a line from those who do not verify',
    `alter table audit_line rename to audit_line_kept; create view audit_line as select * from audit_line_kept
       where current_setting('transaction_isolation') = 'repeatable read' or leaf_no <> 1`,
    'drop view audit_line; alter table audit_line_kept rename to audit_line',
    /^table audit_line: something else than a plain table/,
  ],
  [
    'row security that hides one',
    `alter table audit_line enable row level security; create policy hide on audit_line using (leaf_no <> 1)`,
    'drop policy hide on audit_line; alter table audit_line disable row level security',
    /^table audit_line: it has row security/,
  ],
  [
    'a trigger that swallows the next one',
    `create function swallow() returns trigger language plpgsql as 'begin return null; end';
     create trigger swallow before insert on audit_line for each row execute function swallow()`,
    'drop trigger swallow on audit_line; drop function swallow()',
    /^table audit_line: it has triggers/,
  ],
  [
    'a child whose rows are read with its own',
    'create table audit_line_more () inherits (audit_line)',
    'drop table audit_line_more',
    /^table audit_line: it has a table that inherits/,
  ],
  [
    'a rule that does',
    'create rule swallow as on insert to audit_line do instead nothing',
    'drop rule swallow on audit_line',
    /^table audit_line: it has rules/,
  ],
]
for (const [what, plant, undo, says] of planted) {
  test(`${what} is told, though every line that the verifier sees is good`, async () => {
    assert.deepEqual(await faults(), [])
    await log.pool.query(plant)
    const found = await faults().finally(() => log.pool.query(undo))
    assert.ok(
      found.some((fault) => says.test(fault)),
      found.join('\n'),
    )
  })
}

test('a double that this reader would look at first is told', async () => {
  const [{ first }] = (await log.pool.query<{ first: string }>('select current_schema() as first')).rows as [
    { first: string },
  ]
  await log.pool.query('create schema beside; create table beside.audit_line as select * from audit_line')
  const url = new URL(log.database.url)
  url.searchParams.set('options', `-c search_path=beside,${first}`)
  const pool = openPool(url.href, 1)
  const found = await faults(pool).finally(async () => {
    await pool.end()
    await log.pool.query('drop schema beside cascade')
  })
  assert.ok(found.some((fault) => fault.startsWith('table audit_line: it has a double')))
})

test('a search path that is kept for the database is told, though all that the verifier reads is good', async (t) => {
  if (log.database.name === null) {
    return t.skip("the database is somebody else's too")
  }
  const [{ name }] = (await log.pool.query<{ name: string }>('select current_database() as name')).rows as [
    { name: string },
  ]
  await log.pool.query(`alter database "${name}" set search_path = public, beside`)
  const found = await faults().finally(() => log.pool.query(`alter database "${name}" reset search_path`))
  assert.deepEqual(found, [
    'search path: the database has one of its own, and Sen keeps none: who reads by it may be shown another log',
  ])
  assert.deepEqual(await faults(), [])
})

test('how long the oldest line has waited is known, and nothing waits where all have their leaf', async () => {
  const read = openReading(log.pool)
  assert.equal(await store.oldestWaiting_s(read, now()), 0)
  await writeExampleLines(log.transact, 1)
  const [{ since }] = (
    await log.pool.query<{ since: Date }>('select at as since from audit_line where leaf_no is null')
  ).rows as [{ since: Date }]
  assert.equal(await store.oldestWaiting_s(read, new Date(since.getTime() + 90_000)), 90)
})
