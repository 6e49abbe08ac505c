/**
 * The import's own connection: transactions with COPY in them, which a use case's `Work` does not offer.
 * Temporary tables live as long as
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
  /** Sends COPY text to `copy … from stdin`. */
  copy(sql: string, pieces: Iterable<Buffer>): Promise<void>
}

export interface BulkConnection {
  /**
   * One transaction; again from the start when the database asks for it, or when a row came in between from
   * elsewhere.
   */
  transact<T>(deed: (bulk: Bulk, tries: number) => Promise<T>): Promise<T>
  release(): void
}

const RETRY = new Set(['40001', '40P01', '23505'])
const TRIES_MAX = 4

export const openBulk = async (pool: Pool): Promise<BulkConnection> => {
  const client = await pool.connect()
  let broken: Error | undefined
  const bulk: Bulk = {
    async rows<Row>(sql: string, params: readonly unknown[] = []) {
      return (await client.query(sql, [...params])).rows as Row[]
    },
    run: async (sql, params = []) => (await client.query(sql, [...params])).rowCount ?? 0,
    copy: async (sql, pieces) => pipeline(Readable.from(pieces), client.query(copyFrom(sql))),
  }
  return {
    async transact(deed) {
      for (let tries = 1; ; tries++) {
        try {
          await client.query('begin')
          const result = await deed(bulk, tries)
          await client.query('commit')
          return result
        } catch (error) {
          await client.query('rollback').catch((lost: Error) => {
            broken = lost
          })
          if (broken || tries >= TRIES_MAX || !RETRY.has((error as { code?: string }).code ?? '')) {
            throw error
          }
        }
      }
    },
    release: () => client.release(broken ?? true),
  }
}
