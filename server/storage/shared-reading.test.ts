// Reads of one turn share a connection; each is answered or refused for itself.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openTestDatabase, type TestDatabase } from '../../testing/database.ts'
import type { Reading } from '../kernel/work.ts'
import { openPool, type Pool } from './pool.ts'
import { openSharedReading } from './shared-reading.ts'

let database: TestDatabase
let pool: Pool
let read: Reading
before(async () => {
  database = await openTestDatabase({ isMigrated: false })
  pool = openPool(database.url, 3, { isPipelined: true })
  read = openSharedReading(pool)
})
after(async () => {
  await pool.end()
  await database.stop()
})

const whoAnswers = async (): Promise<number> =>
  (await read.one<{ pid: number }>('select pg_backend_pid() as pid')).pid
const code = (expected: string) => (error: unknown) => (error as { code?: string }).code === expected

test('what is asked in one turn is asked on one connection, up to four; what comes later on any', async () => {
  const together = await Promise.all([whoAnswers(), whoAnswers(), whoAnswers(), whoAnswers(), whoAnswers()])
  assert.equal(new Set(together.slice(0, 4)).size, 1)
  assert.notEqual(together[4], together[0])
  assert.ok((await whoAnswers()) > 0)
})

test('each of them is a statement by itself: one that is refused takes no other along', async () => {
  const [one, refused, three] = await Promise.allSettled([
    read.one<{ n: number }>('select 1 as n'),
    read.rows('select 1 / 0'),
    read.maybe<{ n: number }>('select 3 as n'),
  ])
  assert.deepEqual(one, { status: 'fulfilled', value: { n: 1 } })
  assert.deepEqual(three, { status: 'fulfilled', value: { n: 3 } })
  assert.ok(refused.status === 'rejected' && code('22012')(refused.reason))
})

test('a connection that is lost refuses all that were asked on it, and is not used again', async () => {
  const lost = await Promise.allSettled([
    whoAnswers(),
    read.rows('select pg_terminate_backend(pg_backend_pid())'),
    whoAnswers(),
  ])
  // The first answer may still have been on its way out when the connection ended.
  assert.deepEqual(
    lost.slice(1).map(({ status }) => status),
    ['rejected', 'rejected'],
  )
  const gone = lost[0].status === 'fulfilled' ? lost[0].value : 0
  const answering = await Promise.all(Array.from({ length: 12 }, whoAnswers))
  assert.ok(!answering.includes(gone))
  assert.ok(pool.totalCount <= 3)
})

test('when no connection can be had, each is refused', async () => {
  const nowhere = openPool('postgres://sen:x@127.0.0.1:1/none', 1, { isPipelined: true })
  const blind = openSharedReading(nowhere)
  const answers = await Promise.allSettled([blind.rows('select 1'), blind.rows('select 2')])
  assert.ok(answers.every(({ status }) => status === 'rejected'))
  await nowhere.end()
})
