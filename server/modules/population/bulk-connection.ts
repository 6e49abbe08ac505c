/**
 * The import's own connection: transactions with COPY in them, which a use case's `Work` does not offer. Temporary tables live as long as
 * it does, so one connection serves a whole import.
 */
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Pool } from 'pg'
import { from as copyFrom } from 'pg-copy-streams'

export interface Bulk {
  rows<Row>(sql: string, params?: readonly unknown[]): Promise<Row[]>
  /** Runs a change and answers how many rows it touched. */
  run(sql: string, params?: readonly unknown[]): Promise<number>
  /** Sends lines of COPY text (without line ends) to `copy … from stdin`. */
  copy(sql: string, lines: readonly string[]): Promise<void>
}

export interface BulkConnection {
  /** One transaction; again from the start when the database asks for it, or when a row came in between from elsewhere. */
  transact<T>(deed: (bulk: Bulk) => Promise<T>): Promise<T>
  release(): void
}

const RETRY = new Set(['40001', '40P01', '23505'])
const TRIES_MOST = 4
/** Lines joined to one write: about half a megabyte. */
const LINES_A_WRITE = 1000

export const openBulk = async (pool: Pool): Promise<BulkConnection> => {
  const client = await pool.connect()
  let broken: Error | undefined
  const bulk: Bulk = {
    async rows<Row>(sql: string, params: readonly unknown[] = []) {
      return (await client.query(sql, [...params])).rows as Row[]
    },
    run: async (sql, params = []) => (await client.query(sql, [...params])).rowCount ?? 0,
    copy: async (sql, lines) => pipeline(Readable.from(buffersOf(lines)), client.query(copyFrom(sql))),
  }
  return {
    async transact(deed) {
      for (let tries = 1; ; tries++) {
        try {
          await client.query('begin')
          const result = await deed(bulk)
          await client.query('commit')
          return result
        } catch (error) {
          await client.query('rollback').catch((lost: Error) => { broken = lost })
          if (broken || tries >= TRIES_MOST || !RETRY.has((error as { code?: string }).code ?? '')) throw error
        }
      }
    },
    release: () => client.release(broken ?? true),
  }
}

function* buffersOf(lines: readonly string[]): Generator<Buffer> {
  for (let at = 0; at < lines.length; at += LINES_A_WRITE) yield Buffer.from(`${lines.slice(at, at + LINES_A_WRITE).join('\n')}\n`)
}
