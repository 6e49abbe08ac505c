/**
 * The `begin` of every deed and job. A deed's work is one transaction; when Postgres asks for it
 * (serialization, deadlock), it runs again from the start.
 */
import { now } from '../kernel/clock.ts'
import type { QueryConfig, QueryResult } from 'pg'
import { eventToStore, type StoredEvent } from '../kernel/event.ts'
import type { Reading, Work } from '../kernel/work.ts'
import { storeEvents } from './outbox-store.ts'
import { statement, type Connection, type Pool } from './pool.ts'

const RETRY = new Set(['40001', '40P01'])
const TRIES_MAX = 5

type Ask = (message: QueryConfig) => Promise<QueryResult>

const readingBy = (ask: Ask): Reading => ({
  async rows<Row>(sql: string, params: readonly unknown[] = []) {
    return (await ask(statement(sql, params))).rows as Row[]
  },
  async maybe<Row>(sql: string, params: readonly unknown[] = []) {
    return (await ask(statement(sql, params))).rows[0] as Row | undefined
  },
  async one<Row>(sql: string, params: readonly unknown[] = []) {
    const { rows } = await ask(statement(sql, params))
    if (rows.length !== 1) {
      throw new Error(`one row was expected and ${rows.length} came: ${sql.slice(0, 120)}`)
    }
    return rows[0] as Row
  },
})

/** Outside of any transaction, each statement for itself. */
export const openReading = (pool: Pool): Reading => readingBy((message) => pool.query(message))

export type Transact = <T>(deed: (work: Work) => Promise<T> | T) => Promise<T>

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

const ROLLED_BACK = 'ROLLBACK'

/**
 * A transaction as messages. `begin`, and what is only sent, travel with the next statement whose answer is
 * waited for, the last of them with `commit`: a message to the database costs as much as what most statements
 * do there. Without a statement there is no transaction.
 */
const openMessages = (connection: Connection) => {
  const unsent: (string | QueryConfig)[] = ['begin']
  let hasBegun = false
  let isOver = false
  let fault: unknown
  const sendAll = (): void => {
    hasBegun = true
    for (const message of unsent.splice(0)) {
      connection.query(message as string).catch((error: unknown) => {
        fault ??= error
      })
    }
  }
  /** The connection is another deed's by then. */
  const mustNotBeOver = (): void => {
    if (isOver) {
      throw new Error('the transaction is over: something of its deed was not waited for')
    }
  }
  const ask = async (message: QueryConfig | string): Promise<QueryResult> => {
    mustNotBeOver()
    sendAll()
    try {
      const answer = await connection.query(message as string)
      if (fault !== undefined) {
        throw fault
      }
      return answer
    } catch (error) {
      // Whatever follows a statement that failed is refused for that alone: the first fault is the reason.
      const first = fault ?? error
      fault = undefined
      throw first
    }
  }
  return {
    ask,
    send(message: QueryConfig): void {
      mustNotBeOver()
      unsent.push(message)
    },
    async commit() {
      const isNeeded = hasBegun || unsent.length > 1
      if (isNeeded && (await ask('commit')).command === ROLLED_BACK) {
        throw new Error('a transaction with a failed statement was to be committed')
      }
    },
    end(): void {
      isOver = true
    },
    async rollback() {
      isOver = true
      unsent.length = 0
      if (hasBegun) {
        await connection.query('rollback')
      }
    },
  }
}

const once = async <T>(pool: Pool, deed: (work: Work) => Promise<T> | T, wake: () => void): Promise<T> => {
  const connection = await pool.connect()
  const messages = openMessages(connection)
  const events: StoredEvent[] = []
  const after: (() => void)[] = []
  let broken: Error | undefined
  try {
    const work: Work = {
      ...readingBy(messages.ask),
      async run(sql, params = []) {
        return (await messages.ask(statement(sql, params))).rowCount ?? 0
      },
      send: (sql, params = []) => messages.send(statement(sql, params)),
      publish: (event, subjectId, data) => void events.push(eventToStore(event, subjectId, data)),
      afterCommit: (deedAfter) => void after.push(deedAfter),
    }
    const result = await deed(work)
    if (events.length > 0) {
      storeEvents(work, events, now())
    }
    await messages.commit()
    if (events.length > 0) {
      wake()
    }
    for (const deedAfter of after) {
      deedAfter()
    }
    return result
  } catch (error) {
    await messages.rollback().catch((lost: Error) => {
      broken = lost
    })
    throw error
  } finally {
    messages.end()
    connection.release(broken)
  }
}
