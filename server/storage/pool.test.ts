// A connection that is lost ends what was done on it, and nothing else.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openTestDatabase, type TestDatabase } from '../../testing/database.ts'

let database: TestDatabase
before(async () => {
  database = await openTestDatabase()
})
after(() => database.stop())

test('a connection that is lost while it is held, between two statements, fails its next statement and not the process', async () => {
  const held = await database.pool.connect()
  const {
    rows: [me],
  } = await held.query<{ pid: number }>('select pg_backend_pid() as pid')
  const lost = new Promise((resolve) => held.once('end', resolve))
  await database.pool.query('select pg_terminate_backend($1)', [me?.pid])
  await lost
  await assert.rejects(held.query('select 1'))
  held.release(true)
  assert.equal((await database.pool.query('select 1')).rowCount, 1)
})
