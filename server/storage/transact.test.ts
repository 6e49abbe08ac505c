// What a deed only sends is done like what it waits for: in order, whole or not at all, and its own fault is
// what is told.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openTestDatabase, type TestDatabase } from '../../testing/database.ts'
import { openPool, type Pool } from './pool.ts'
import { openTransact } from './transact.ts'
import type { Transact } from '../kernel/work.ts'

let database: TestDatabase
let pool: Pool
let transact: Transact
before(async () => {
  database = await openTestDatabase({ isMigrated: false })
  // One connection, so that each deed meets what the one before has left on it.
  pool = openPool(database.url, 1, { isPipelined: true })
  transact = openTransact(pool)
  await database.pool.query('create table note (n int primary key)')
})
after(async () => {
  await pool.end()
  await database.stop()
})

const put = 'insert into note values ($1)'
const notes = async (): Promise<number[]> =>
  (await database.pool.query<{ n: number }>('select n from note order by n')).rows.map(({ n }) => n)
const emptied = async (): Promise<unknown> => database.pool.query('delete from note')
const code = (expected: string) => (error: unknown) => (error as { code?: string }).code === expected

test('what is sent is seen by the next read, stands after the commit, and needs no statement behind it', async () => {
  await emptied()
  const seen = await transact(async (work) => {
    work.send(put, [1])
    work.send(put, [2])
    const { n } = await work.one<{ n: number }>('select count(*) as n from note')
    work.send(put, [3])
    return n
  })
  await transact((work) => work.send(put, [4]))
  assert.equal(seen, 2)
  assert.deepEqual(await notes(), [1, 2, 3, 4])
})

test('the fault of what was sent is told, not that what follows is refused; nothing of the deed stays', async () => {
  await emptied()
  const behind = transact(async (work) => {
    work.send(put, [1])
    work.send(put, [1])
    work.send(put, [2])
    await work.rows('select n from note')
  })
  await assert.rejects(behind, code('23505'))
  const last = transact(async (work) => {
    await work.run(put, [5])
    work.send('insert into no_such_table values (1)')
  })
  await assert.rejects(last, code('42P01'))
  assert.deepEqual(await notes(), [])
  // The same statements, on the same connection.
  await transact((work) => work.send(put, [1]))
  assert.deepEqual(await notes(), [1])
})

test('a deed that throws leaves nothing, whether it had sent, waited or done neither', async () => {
  await emptied()
  const mine = new Error('mine')
  const broken = (deed: Parameters<Transact>[0]) =>
    assert.rejects(
      transact(async (work) => {
        await deed(work)
        throw mine
      }),
      mine,
    )
  await broken((work) => work.send(put, [1]))
  await broken((work) => work.run(put, [1]))
  await broken(() => undefined)
  assert.deepEqual(await notes(), [])
})

test('a fault that was taken back by a savepoint fails nothing afterwards; one that nobody saw fails the commit', async () => {
  await emptied()
  await transact(async (work) => {
    await work.run('savepoint before')
    work.send(put, [1])
    work.send(put, [1])
    await assert.rejects(work.run('release savepoint before'), code('23505'))
    await work.run('rollback to savepoint before')
    await work.run(put, [2])
  })
  assert.deepEqual(await notes(), [2])
  const swallowed = transact(async (work) => {
    await work.run(put, [2]).catch(() => undefined)
  })
  await assert.rejects(swallowed)
  assert.deepEqual(await notes(), [2])
})

test('what was sent and has to be tried again is tried again with the whole deed', async () => {
  await emptied()
  let tries = 0
  await transact(async (work) => {
    tries++
    work.send(put, [tries])
    if (tries < 3) {
      work.send(`do $$ begin raise exception using errcode = '40001'; end $$`)
    }
    await work.rows('select 1')
  })
  assert.equal(tries, 3)
  assert.deepEqual(await notes(), [3])
})

test('a connection that is lost under a deed fails the deed, and the next one has another', async () => {
  await emptied()
  await assert.rejects(
    transact(async (work) => {
      work.send(put, [1])
      const { pid } = await work.one<{ pid: number }>('select pg_backend_pid() as pid')
      await database.pool.query('select pg_terminate_backend($1)', [pid])
      work.send(put, [2])
    }),
  )
  await transact((work) => work.send(put, [3]))
  assert.deepEqual(await notes(), [3])
})

test('what a deed did not wait for cannot reach into the transaction of another', async () => {
  await emptied()
  let late: Promise<unknown> = Promise.resolve()
  await transact(async (work) => {
    await work.run(put, [1])
    late = new Promise((resolve) => setTimeout(resolve, 20)).then(() => work.run(put, [2]))
    late.catch(() => undefined)
  })
  await assert.rejects(late, /transaction is over/)
  assert.deepEqual(await notes(), [1])
})

test('a deed that asks the database nothing makes no transaction there', async () => {
  const told: string[] = []
  const connection = await pool.connect()
  const query = connection.query.bind(connection) as (...args: unknown[]) => unknown
  Object.assign(connection, {
    query: (...args: unknown[]) => {
      told.push(String(args[0]))
      return query(...args)
    },
  })
  connection.release()
  assert.equal(await transact(() => 7), 7)
  assert.deepEqual(told, [])
})
