/**
 * Brings a database to the present schema: the numbered SQL files, each once, in order, in one transaction
 * under a lock.
 */
import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import type { Pool } from './pool.ts'

const FOLDER = new URL('./migrations/', import.meta.url)

export class SchemaRefused extends Error {}

/** Oldest server that the schema runs on. */
const POSTGRES_AT_MIN = 150000

/**
 * Applies what is missing; answers the names applied. Throws SchemaRefused when the server is too old or the
 * database newer than this build.
 */
export const migrate = async (pool: Pool): Promise<string[]> => {
  const connection = await pool.connect()
  try {
    const {
      rows: [version],
    } = await connection.query<{ server_version_num: string }>('show server_version_num')
    if (Number(version?.server_version_num) < POSTGRES_AT_MIN) {
      throw new SchemaRefused(
        `The database runs PostgreSQL ${(Number(version?.server_version_num) / 10000) | 0}; Sen needs 15 or later.`,
      )
    }
    await connection.query('begin')
    await connection.query(
      'create table if not exists schema_migration (name text primary key, digest text not null, applied_at timestamptz not null default now())',
    )
    await connection.query('lock table schema_migration in exclusive mode')
    const applied = await applyMissing(connection)
    await connection.query('commit')
    return applied
  } catch (error) {
    await connection.query('rollback').catch(() => undefined)
    throw error
  } finally {
    connection.release()
  }
}

const applyMissing = async (connection: { query: Pool['query'] }): Promise<string[]> => {
  const { rows } = await connection.query<{ name: string; digest: string }>(
    'select name, digest from schema_migration',
  )
  const known = new Map(rows.map((row) => [row.name, row.digest]))
  const files = (await readdir(FOLDER)).filter((name) => name.endsWith('.sql')).sort()
  const unknown = [...known.keys()].filter((name) => !files.includes(name))
  if (unknown.length > 0) {
    throw new SchemaRefused(
      `The database was made by a newer Sen (it has ${unknown.join(', ')}). Start that version, or restore a backup of this one.`,
    )
  }
  const applied: string[] = []
  for (const name of files) {
    const sql = await readFile(new URL(name, FOLDER), 'utf8')
    const digest = createHash('sha256').update(sql).digest('hex')
    const before = known.get(name)
    if (before === digest) {
      continue
    }
    if (before !== undefined) {
      throw new SchemaRefused(`The migration ${name} was changed after it had been applied to this database.`)
    }
    await connection.query(sql)
    await connection.query('insert into schema_migration (name, digest) values ($1, $2)', [name, digest])
    applied.push(name)
  }
  return applied
}
