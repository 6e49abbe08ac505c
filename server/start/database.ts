/**
 * The database of an installation: any PostgreSQL by DATABASE_URL, else the embedded one of the data folder.
 */
import type { Config } from './config.ts'
import { isServed, StartRefused } from './serve-lock.ts'
import { startCluster } from '../storage/embedded/cluster.ts'
import { migrate } from '../storage/migrate.ts'
import type { Pool } from '../storage/pool.ts'

export interface Database {
  readonly url: string
  /** Applies missing migrations; a database that cannot be reached is one clear sentence. */
  migrate(pool: Pool): Promise<readonly string[]>
  close(): Promise<void>
}

const UNREACHABLE = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ECONNRESET',
  '28P01',
  '28000',
  '3D000',
  '57P03',
])

const migrateOrSay = async (pool: Pool, where: string): Promise<readonly string[]> => {
  try {
    return await migrate(pool)
  } catch (error) {
    const code = (error as { code?: string }).code ?? ''
    const isTimeout = error instanceof Error && error.message.includes('timeout')
    if (UNREACHABLE.has(code) || isTimeout) {
      throw new StartRefused(
        `The database at ${where} cannot be reached (${code || 'no answer'}). Check DATABASE_URL and that the server is up.`,
      )
    }
    if (code === '42501') {
      throw new StartRefused(
        `The role of DATABASE_URL may not make tables in its database. Let it own the database or the schema.`,
      )
    }
    throw error
  }
}

const placeOf = (url: string): string => {
  const parsed = URL.canParse(url) ? new URL(url) : null
  return parsed
    ? `${parsed.hostname}:${parsed.port || 5432}${parsed.pathname}`
    : '(DATABASE_URL is not an address)'
}

/**
 * A command that starts the embedded database for its own time leaves it running when a Sen has taken the
 * folder meanwhile.
 */
export const openDatabase = async (config: Config, isForCommand = false): Promise<Database> => {
  const { databaseUrl } = config
  if (databaseUrl) {
    if (!URL.canParse(databaseUrl)) {
      throw new StartRefused(
        'DATABASE_URL is not an address such as postgres://user:password@host:5432/name.',
      )
    }
    return {
      url: databaseUrl,
      migrate: (pool) => migrateOrSay(pool, placeOf(databaseUrl)),
      close: () => Promise.resolve(),
    }
  }
  const cluster = await startCluster({ dataDir: config.dataDir })
  return {
    url: cluster.url,
    migrate: (pool) => migrateOrSay(pool, 'the data folder'),
    async close() {
      if (isForCommand && (!cluster.startedByUs || (await isServed(config.dataDir)))) {
        return
      }
      await cluster.stop()
    },
  }
}
