/**
 * The PostgreSQL of the tests: the runner's (`SEN_TEST_DATABASE_URL`), or an embedded cluster that stays warm
 * between runs of single files. The schema is migrated once and then cloned.
 */
import { createHash } from 'node:crypto'
import { chmod, mkdir, readdir, readFile, statfs } from 'node:fs/promises'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { newSecret } from '../server/kernel/id.ts'
import { startCluster, type Cluster } from '../server/storage/embedded/cluster.ts'
import { existingHome } from '../server/storage/embedded/database-place.ts'
import { readPasswords } from '../server/storage/embedded/initialise.ts'
import { migrate } from '../server/storage/migrate.ts'
import { openPool, type Pool } from '../server/storage/pool.ts'

const QUICK_SETTINGS = {
  autovacuum: 'off',
  fsync: 'off',
  full_page_writes: 'off',
  shared_buffers: '128MB',
  synchronous_commit: 'off',
  update_process_title: 'off',
}

const MEMORY = '/dev/shm'
const ENOUGH_BYTES = 2 ** 31

/**
 * In memory where the machine has such a folder with room: a database is some 700 small files, which cost
 * twenty times as much on a disk. None of it must outlive the machine.
 */
export const quickFolder = async (): Promise<string> => {
  const memory = await statfs(MEMORY).catch(() => null)
  return memory && memory.bavail * memory.bsize >= ENOUGH_BYTES ? MEMORY : tmpdir()
}

/** An embedded cluster whose role may create databases: only tests have one. */
export const startTestCluster = async (dataDir: string): Promise<Cluster> => {
  await chmod(dataDir, 0o755)
  const cluster = await startCluster({ dataDir, settings: QUICK_SETTINGS })
  const pool = openPool(cluster.url, 1)
  const may = await mayCreateDatabases(pool).finally(() => pool.end())
  const home = may ? null : await existingHome(dataDir)
  const passwords = home === null ? null : await readPasswords(home)
  if (passwords) {
    const url = new URL(cluster.url)
    url.username = 'postgres'
    url.password = passwords.postgres
    const master = openPool(url.href, 1)
    await master.query('alter role sen createdb').finally(() => master.end())
  }
  return cluster
}

export const testClusterUrl = async (): Promise<string> => {
  const given = process.env['SEN_TEST_DATABASE_URL']
  if (given) {
    return given
  }
  const dataDir = join(await quickFolder(), `sen-test-${userInfo().username}`)
  await mkdir(dataDir, { recursive: true })
  return (await startTestCluster(dataDir)).url
}

export const urlOf = (clusterUrl: string, database: string): string => {
  const url = new URL(clusterUrl)
  url.pathname = `/${database}`
  return url.href
}

/** A role that owns only its database may make schemas, and no more. */
export const mayCreateDatabases = async (pool: Pool): Promise<boolean> => {
  const { rows } = await pool.query<{ may: boolean }>(
    'select rolcreatedb or rolsuper as may from pg_roles where rolname = current_user',
  )
  return rows[0]?.may === true
}

/** Named after what is in it, so that another state of the migrations has another. */
const templateName = async (): Promise<string> => {
  const folder = new URL('../server/storage/migrations/', import.meta.url)
  const digest = createHash('sha256')
  for (const file of (await readdir(folder)).sort()) {
    digest.update(`${file}\n`).update(await readFile(new URL(file, folder)))
  }
  return `sen_template_${digest.digest('hex').slice(0, 16)}`
}

const isThere = async (pool: Pool, database: string): Promise<boolean> =>
  (await pool.query('select from pg_database where datname = $1', [database])).rowCount === 1

/**
 * The name of a database with the whole schema and no rows. Two who make it at once each make one; the first
 * gives hers the name.
 */
export const schemaTemplate = async (pool: Pool, clusterUrl: string): Promise<string> => {
  const name = await templateName()
  if (await isThere(pool, name)) {
    return name
  }
  const draft = `${name}_${newSecret(6).toString('hex')}`
  await pool.query(`create database ${draft} strategy file_copy`)
  const inside = openPool(urlOf(clusterUrl, draft), 1)
  await migrate(inside).finally(() => inside.end())
  try {
    await pool.query(`alter database ${draft} rename to ${name}`)
  } catch (error) {
    await dropDatabase(pool, draft)
    if (!(await isThere(pool, name))) {
      throw error
    }
  }
  return name
}

/**
 * A copy of a template, or an empty database; answers its name. By copying files: to write every page into
 * the log costs ten times as much.
 */
export const createDatabase = async (pool: Pool, template = 'template1'): Promise<string> => {
  const name = `test_${newSecret(6).toString('hex')}`
  await pool.query(`create database ${name} template ${template} strategy file_copy`)
  return name
}

/** Somebody whose work may not be ended by us is in it: the server's own autovacuum. It leaves by itself. */
const NOT_OURS_TO_END = '42501'
const TRIES_MAX = 100

export const dropDatabase = async (pool: Pool, database: string): Promise<void> => {
  for (let tries = 1; ; tries++) {
    try {
      await pool.query(`drop database ${database} with (force)`)
      return
    } catch (error) {
      if (tries >= TRIES_MAX || (error as { code?: string }).code !== NOT_OURS_TO_END) {
        throw error
      }
      await pause(100)
    }
  }
}
