// However much waits at an office, a page of its queue reads a page of it, and the counts read as far as they
// count; what is shown is what an office would sort by hand.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openTestContext } from '../../../../testing/database.ts'
import { newId } from '../../../kernel/id.ts'
import type { Reading } from '../../../kernel/work.ts'
import { openReading } from '../../../storage/transact.ts'
import { dequeue, queueFigures, queuePage } from './queue-store.ts'

const WAITING = 4000
const MOST = 30
const place = { officeId: newId(), kind: 'dossier' }
const NOBODY = '00000000-0000-0000-0000-000000000000'
const START = { at: '-infinity', id: NOBODY }
const now = new Date('2026-11-02T02:00:00Z')

let database: Awaited<ReturnType<typeof openTestContext>>
before(async () => {
  database = await openTestContext()
  const drawn = `select md5('p' || i)::uuid as subject_id, md5('c' || i)::uuid as id,
      (array['receive', 'work'])[1 + i % 2] as stage, '2026-11-01T00:00:00Z'::timestamptz
        + make_interval(mins => (i * 7919) % 3000) as due_at
    from generate_series(1, ${WAITING}) as i`
  await database.pool.query(
    `insert into case_file (subject_id, id, kind, reference, office_id, state, about_key, taken_by, opened_by,
       opened_at, received_at, changed_at, due_at, facts, sealed_content)
     select subject_id, id, 'dossier', id::text, $1, 'filed', '', '{}', '', due_at, due_at, due_at, due_at,
       '{}', '' from (${drawn}) as drawn`,
    [place.officeId],
  )
  await database.pool.query(
    `insert into case_queue (office_id, kind, stage, sort_at, id, subject_id, due_at)
     select $1, 'dossier', stage, due_at, id, subject_id, due_at from (${drawn}) as drawn`,
    [place.officeId],
  )
  await database.pool.query('analyze case_queue, case_file')
})
after(() => database.stop())

interface Node {
  readonly 'Relation Name'?: string
  readonly 'Actual Rows': number
  readonly 'Actual Loops': number
  readonly 'Rows Removed by Filter'?: number
  readonly 'Shared Hit Blocks': number
  readonly 'Shared Read Blocks': number
  readonly Plans?: readonly Node[]
}
const entriesOfQueue = (node: Node): number =>
  (node['Relation Name'] === 'case_queue'
    ? (node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0)) * node['Actual Loops']
    : 0) + (node.Plans ?? []).reduce((sum, one) => sum + entriesOfQueue(one), 0)

/** Carries the statement out, and answers how many entries of queues and how many pages it looked at. */
const lookedAt = async (read: Reading, sql: string, values: readonly unknown[]) => {
  const { 'QUERY PLAN': plan } = await read.one<{ 'QUERY PLAN': readonly [{ readonly Plan: Node }] }>(
    `explain (analyze, buffers, format json) ${sql}`,
    values,
  )
  const [{ Plan: root }] = plan
  return { entries: entriesOfQueue(root), pages: root['Shared Hit Blocks'] + root['Shared Read Blocks'] }
}

/** Each statement is carried out twice: as it is, and counted. */
const counting = (): { readonly read: Reading; looked(): number } => {
  let looked = 0
  const real = openReading(database.pool)
  const count = async (sql: string, values: readonly unknown[] = []): Promise<void> => {
    looked += (await lookedAt(real, sql, values)).entries
  }
  return {
    looked: () => looked,
    read: {
      ...real,
      async rows(sql, values) {
        await count(sql, values)
        return real.rows(sql, values)
      },
      async one(sql, values) {
        await count(sql, values)
        return real.one(sql, values)
      },
    },
  }
}

test('a page of a queue reads a page of it, at one stage and at two, and leaves out nobody', async () => {
  for (const stages of [['receive'], ['receive', 'work']]) {
    const expected = await database.pool.query<{ id: string }>(
      'select id from case_queue where stage = any($1) order by sort_at, id limit $2',
      [stages, 2 * MOST],
    )
    const { read, looked } = counting()
    const one = await queuePage(read, { ...place, stages }, START, MOST)
    assert.equal(looked(), MOST * stages.length, 'no entry behind the page was looked at')
    const last = one.at(-1)
    assert.ok(last)
    const two = await queuePage(
      read,
      { ...place, stages },
      { at: last.sort_at.toISOString(), id: last.id },
      MOST,
    )
    assert.equal(looked(), 2 * MOST * stages.length)
    assert.deepEqual(
      [...one, ...two].map(({ id }) => id),
      expected.rows.map(({ id }) => id),
    )
  }
})

test('the counts of a queue look no further than they count, and are those of all that waits', async () => {
  const { read, looked } = counting()
  const stages = ['receive']
  const early = new Date('2026-11-01T00:20:00Z')
  const { rows } = await database.pool.query<{ late: number; first: Date }>(
    `select count(*) filter (where due_at < $1)::int as late, min(due_at) as first from case_queue
     where stage = 'receive'`,
    [early],
  )
  const figures = await queueFigures(read, { ...place, stages }, early)
  assert.deepEqual([figures.overdue, figures.nextDueAt], [rows[0]?.late, rows[0]?.first])
  assert.ok(looked() <= 1000 + figures.overdue, `${looked()} entries were looked at`)
  const all = await queueFigures(read, { ...place, stages: ['receive', 'work'] }, now)
  assert.equal(all.overdue, 1000, 'more are not counted')
})

/** The key's root, its leaf, the entry, and what a delete touches beside. */
const PAGES_OF_ONE = 10

test('one that goes on is taken out of its queue without a look at the others', async () => {
  const { officeId, kind } = place
  const { rows } = await database.pool.query<{ id: string }>(
    "select id from case_queue where stage = 'work' order by sort_at desc limit 1",
  )
  const id = rows[0]?.id ?? ''
  let touched = 0
  await database.context.transact((work) =>
    dequeue(
      {
        ...work,
        async rows(sql, values = []) {
          await work.mark('counted')
          touched += (await lookedAt(work, sql, values)).pages
          await work.undoTo('counted')
          return work.rows(sql, values)
        },
      },
      officeId,
      kind,
      id,
    ),
  )
  const left = await database.pool.query('select id from case_queue where id = $1', [id])
  assert.equal(left.rowCount, 0)
  const counted = await database.pool.query('select stage, waiting from case_count')
  assert.deepEqual(counted.rows, [{ stage: 'work', waiting: -1 }])
  assert.ok(touched <= PAGES_OF_ONE, `${touched} pages were touched`)
})
