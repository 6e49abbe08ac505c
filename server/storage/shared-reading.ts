/**
 * Reads outside of any transaction. Those that are asked in one turn travel on one connection in one message,
 * each a statement by itself: a message with its answer costs several times what a further statement in it
 * does.
 */
import type { QueryConfig, QueryResult } from 'pg'
import type { Reading } from '../kernel/work.ts'
import type { Pool } from './pool.ts'
import { readingBy } from './transact.ts'

interface Asked {
  readonly message: QueryConfig
  answer(result: QueryResult): void
  refuse(error: unknown): void
}

/** A slow read holds up those behind it on its connection: there are few of them. */
const TOGETHER_MAX = 4

/** The database said no to one statement; the connection is as good as before. Codes have no language. */
const isStatementRefused = (error: unknown): boolean => {
  const { code } = error as { code?: string }
  return code !== undefined && /^[0-9A-Z]{5}$/.test(code) && !/^(08|57P0)/.test(code)
}

/** `pool` is a pipelined one. */
export const openSharedReading = (pool: Pool): Reading => {
  let gathered: Asked[] | null = null
  const send = async (mine: Asked[]): Promise<void> => {
    const connection = await pool.connect().finally(() => {
      if (gathered === mine) {
        gathered = null
      }
    })
    let broken: Error | undefined
    await Promise.all(
      mine.map(({ message, answer, refuse }) =>
        connection.query(message).then(answer, (error: unknown) => {
          if (!isStatementRefused(error)) {
            broken = error instanceof Error ? error : new Error(String(error))
          }
          refuse(error)
        }),
      ),
    )
    connection.release(broken)
  }
  return readingBy(
    (message) =>
      new Promise((answer, refuse) => {
        const asked = { message, answer, refuse }
        if (gathered && gathered.length < TOGETHER_MAX) {
          gathered.push(asked)
          return
        }
        const mine = [asked]
        gathered = mine
        send(mine).catch((error: unknown) => mine.forEach((one) => one.refuse(error)))
      }),
  )
}
