/**
 * The `begin` of every deed and job. A deed's work is one transaction; when Postgres asks for it
 * (serialization, deadlock), it runs again from the start.
 */
import { now } from '../kernel/clock.ts'
import type { QueryConfig, QueryResult } from 'pg'
import { eventToStore, type StoredEvent } from '../kernel/event.ts'
import type { LineHand, LineWriter } from '../kernel/line-writer.ts'
import type { Reading, Transact, Work } from '../kernel/work.ts'
import { storeEvents } from './outbox-store.ts'
import { statement, type Connection, type Pool } from './pool.ts'

const RETRY = new Set(['40001', '40P01'])
const TRIES_MAX = 5

type Ask = (message: QueryConfig) => Promise<QueryResult>

/** For whoever carries messages to the database. */
export const readingBy = (ask: Ask): Reading => ({
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

interface TransactMeans {
  readonly wake: () => void
  /** Signs the audit lines; without one none can be written. */
  readonly writer: LineWriter | null
}

/**
 * `wake` is called after a commit that left events, so that a job in this process need not wait for its next
 * look.
 */
export const openTransact =
  (pool: Pool, { wake = () => undefined, writer = null }: Partial<TransactMeans> = {}): Transact =>
  async (deed) => {
    for (let tries = 1; ; tries++) {
      try {
        return await once(pool, deed, { wake, writer })
      } catch (error) {
        if (tries >= TRIES_MAX || !RETRY.has((error as { code?: string }).code ?? '')) {
          throw error
        }
      }
    }
  }

/** The connection is another deed's by then. */
const mustNotBeOver = (isOver: boolean): void => {
  if (isOver) {
    throw new Error('the transaction is over: something of its deed was not waited for')
  }
}

const ROLLED_BACK = 'ROLLBACK'
class NotCommitted extends Error {}

const mustSign = (lines: LineHand | undefined): LineHand => {
  if (!lines) {
    throw new Error('an audit line was written where no writer signs it')
  }
  return lines
}

/**
 * A transaction as messages. `begin`, and what is only sent, travel with the next statement whose answer is
 * waited for, the last of them with `commit`: a message to the database costs as much as what most statements
 * do there. Without a statement there is no transaction.
 */
const openMessages = (connection: Connection) => {
  const unsent: (string | QueryConfig)[] = ['begin']
  let hasBegun = false
  let isOver = false
  let isCommitSent = false
  let fault: unknown
  const sendAll = (): void => {
    hasBegun = true
    for (const message of unsent.splice(0)) {
      connection.query(message as string).catch((error: unknown) => {
        fault ??= error
      })
    }
  }
  const ask = async (message: QueryConfig | string): Promise<QueryResult> => {
    mustNotBeOver(isOver)
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
      mustNotBeOver(isOver)
      unsent.push(message)
    },
    async commit() {
      if (!hasBegun && unsent.length === 1) {
        return
      }
      isCommitSent = true
      if ((await ask('commit')).command === ROLLED_BACK) {
        throw new NotCommitted('a transaction with a failed statement was to be committed')
      }
    },
    /** The commit went out; whether the database carried it out is known by its answer alone. */
    mayStand: () => isCommitSent,
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

/** A refusal of the database, or one of ours, after which nothing can stand. */
const isRefusal = (error: unknown): boolean =>
  error instanceof NotCommitted || (error as { severity?: string }).severity === 'ERROR'

const once = async <T>(
  pool: Pool,
  deed: (work: Work) => Promise<T> | T,
  { wake, writer }: TransactMeans,
): Promise<T> => {
  const connection = await pool.connect()
  const messages = openMessages(connection)
  const lines = writer?.begin()
  const events: StoredEvent[] = []
  const after: (() => void)[] = []
  const marks = new Map<string, () => void>()
  let broken: Error | undefined
  try {
    const work: Work = {
      ...readingBy(messages.ask),
      async run(sql, params = []) {
        return (await messages.ask(statement(sql, params))).rowCount ?? 0
      },
      send: (sql, params = []) => messages.send(statement(sql, params)),
      signLine: (text) => mustSign(lines).sign(text),
      async mark(name) {
        marks.set(name, lines?.mark() ?? (() => undefined))
        await messages.ask(`savepoint ${name}`)
      },
      async undoTo(name) {
        await messages.ask(`rollback to savepoint ${name}`)
        marks.get(name)?.()
      },
      publish: (event, subjectId, data) => void events.push(eventToStore(event, subjectId, data)),
      afterCommit: (deedAfter) => void after.push(deedAfter),
    }
    const result = await deed(work)
    if (events.length > 0) {
      storeEvents(work, events, now())
    }
    await messages.commit()
    lines?.stands()
    if (events.length > 0) {
      wake()
    }
    for (const deedAfter of after) {
      deedAfter()
    }
    return result
  } catch (error) {
    if (messages.mayStand() && !isRefusal(error)) {
      lines?.isUnsure()
    } else {
      lines?.isGone()
    }
    await messages.rollback().catch((lost: Error) => {
      broken = lost
    })
    throw error
  } finally {
    messages.end()
    connection.release(broken)
  }
}
