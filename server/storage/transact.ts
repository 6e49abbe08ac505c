/**
 * The one `begin`. A deed's work is one transaction; when Postgres asks for it (serialization, deadlock), it
 * runs again from the start.
 */
import { now } from '../kernel/clock.ts'
import { eventToStore, type StoredEvent } from '../kernel/event.ts'
import type { Reading, Work } from '../kernel/work.ts'
import { storeEvents } from './outbox-store.ts'
import { statement, type Connection, type Pool } from './pool.ts'

const RETRY = new Set(['40001', '40P01'])
const TRIES_MAX = 5

type Runner = Pick<Connection, 'query'>

const readingOn = (runner: Runner): Reading => ({
  async rows<Row>(sql: string, params: readonly unknown[] = []) {
    return (await runner.query(statement(sql, params))).rows as Row[]
  },
  async maybe<Row>(sql: string, params: readonly unknown[] = []) {
    return (await runner.query(statement(sql, params))).rows[0] as Row | undefined
  },
  async one<Row>(sql: string, params: readonly unknown[] = []) {
    const { rows } = await runner.query(statement(sql, params))
    if (rows.length !== 1) {
      throw new Error(`one row was expected and ${rows.length} came: ${sql.slice(0, 120)}`)
    }
    return rows[0] as Row
  },
})

/** Reads outside of any transaction, each statement for itself. */
export const openReading = (pool: Pool): Reading => readingOn(pool)

export type Transact = <T>(deed: (work: Work) => Promise<T>) => Promise<T>

/**
 * `wake` is called after a commit that left events, so that a job in this process need not wait for its next
 * look.
 */
export const openTransact =
  (pool: Pool, wake: () => void = () => undefined): Transact =>
  async (deed) => {
    for (let tries = 1; ; tries++) {
      try {
        return await once(pool, deed, wake)
      } catch (error) {
        if (tries >= TRIES_MAX || !RETRY.has((error as { code?: string }).code ?? '')) {
          throw error
        }
      }
    }
  }

const once = async <T>(pool: Pool, deed: (work: Work) => Promise<T>, wake: () => void): Promise<T> => {
  const connection = await pool.connect()
  const events: StoredEvent[] = []
  const after: (() => void)[] = []
  let broken: Error | undefined
  try {
    await connection.query('begin')
    const work: Work = {
      ...readingOn(connection),
      async run(sql, params = []) {
        return (await connection.query(statement(sql, params))).rowCount ?? 0
      },
      publish: (event, subjectId, data) => void events.push(eventToStore(event, subjectId, data)),
      afterCommit: (deedAfter) => void after.push(deedAfter),
    }
    const result = await deed(work)
    if (events.length > 0) {
      await storeEvents(work, events, now())
    }
    await connection.query('commit')
    if (events.length > 0) {
      wake()
    }
    for (const deedAfter of after) {
      deedAfter()
    }
    return result
  } catch (error) {
    await connection.query('rollback').catch((lost: Error) => {
      broken = lost
    })
    throw error
  } finally {
    connection.release(broken)
  }
}
