/**
 * The promise: a million persons come into the register (logged tables, all indexes) in at most 15 times what
 * PostgreSQL itself needs to COPY
 * the same file into one logged text table, with the importer under 300 MB. With --kill, also: an import
 * killed half-way and run again
 * ends with the same register.
 */
import { spawn, type ChildProcess } from 'node:child_process'
import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { chmod, mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import { finished, pipeline } from 'node:stream/promises'
import { parseArgs } from 'node:util'
import { from as copyFrom } from 'pg-copy-streams'
import { exportRegister } from '../server/modules/registry/population/import/export-register.ts'
import { importFile } from '../server/modules/registry/population/import/import-file.ts'
import { synthesize } from '../server/modules/registry/population/synthesis/synthesize.ts'
import { startCluster } from '../server/storage/embedded/cluster.ts'
import { migrate } from '../server/storage/migrate.ts'
import { openPool, type Pool } from '../server/storage/pool.ts'
import { openSealer } from '../server/storage/sealed.ts'
import { median } from './median-part.ts'

/** A bench's register is thrown away; its key protects nobody. */
const KEY = Buffer.alloc(32, 9)
const sealerOn = (pool: Pool) => openSealer(pool, { id: 'bench', key: KEY }, KEY)
const say = (text: string): void => void process.stderr.write(`${text}\n`)
const seconds = async (deed: () => Promise<unknown>): Promise<number> => {
  const began = performance.now()
  await deed()
  return Math.round(performance.now() - began) / 1000
}

interface Child {
  readonly seconds: number
  readonly imported: number
  readonly rejected: number
  readonly resumedAtLine: number | null
  readonly rss_mb: number
}

/**
 * `args`: --count N (1,000,000), --seed N, --kill. DATABASE_URL, or an embedded cluster in a folder of its
 * own.
 */
export const run = async (args: readonly string[]): Promise<Record<string, unknown>> => {
  const { values } = parseArgs({
    args: [...args],
    options: { count: { type: 'string' }, seed: { type: 'string' }, kill: { type: 'boolean' } },
  })
  const count = Number(values.count ?? 1_000_000)
  const folder = await mkdtemp(join(tmpdir(), 'sen-bench-import-'))
  // The account that runs PostgreSQL is another one when the bench is started by root.
  await chmod(folder, 0o755)
  const given = process.env['DATABASE_URL']
  const cluster = given ? null : await startCluster({ dataDir: join(folder, 'data') })
  try {
    return await measure({
      count,
      seed: Number(values.seed ?? 1),
      folder,
      databaseUrl: cluster?.url ?? given ?? '',
      withKill: values.kill === true,
    })
  } finally {
    await cluster?.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

interface Plan {
  readonly count: number
  readonly seed: number
  readonly folder: string
  readonly databaseUrl: string
  readonly withKill: boolean
}

const measure = async ({
  count,
  seed,
  folder,
  databaseUrl,
  withKill,
}: Plan): Promise<Record<string, unknown>> => {
  const file = join(folder, 'f.csv')
  const synthesize_s = await seconds(async () => {
    const out = createWriteStream(file)
    await synthesize({ count, seed, out })
    out.end()
    await finished(out)
  })
  say(`synthesized ${count} persons in ${synthesize_s} s`)
  return inSchema(databaseUrl, async (url, pool) => {
    // The divisor is short, so it is taken on both sides of the import, and its median counts.
    const copies_s = [await seconds(() => plainCopy(pool, file)), await seconds(() => plainCopy(pool, file))]
    const child = await importInChild(url, file)
    say(`import: ${child.seconds} s, ${child.rss_mb} MB`)
    for (let i = 0; i < 3; i++) {
      copies_s.push(await seconds(() => plainCopy(pool, file)))
    }
    const copy_s = median(copies_s)
    say(`plain COPY into one text table: ${copy_s} s, of ${copies_s.join(', ')}`)
    const tables = await sizes(pool)
    const result: Record<string, unknown> = {
      bench: 'import',
      count,
      file_bytes: (await stat(file)).size,
      synthesize_s,
      copy_s,
      copies_s,
      import_s: child.seconds,
      ratio: Math.round((child.seconds / copy_s) * 100) / 100,
      ratio_most: 15,
      rows_per_s: Math.round(count / child.seconds),
      imported: child.imported,
      rejected: child.rejected,
      importer_rss_mb: child.rss_mb,
      importer_rss_most_mb: 300,
      tables,
    }
    return withKill
      ? { ...result, kill: await killAndResume(databaseUrl, file, count, await digestOf(pool)) }
      : result
  })
}

/** A fresh schema in the database, gone afterwards: no right to make databases is needed. */
const inSchema = async <T>(
  databaseUrl: string,
  deed: (url: string, pool: Pool) => Promise<T>,
): Promise<T> => {
  const schema = `bench_import_${process.pid}_${Date.now()}`
  const owner = openPool(databaseUrl, 1)
  await owner.query(`create schema ${schema}`)
  const url = new URL(databaseUrl)
  url.searchParams.set('options', `-c search_path=${schema}`)
  const pool = openPool(url.href, 2)
  try {
    await migrate(pool)
    return await deed(url.href, pool)
  } finally {
    await pool.end()
    await owner.query(`drop schema ${schema} cascade`)
    await owner.end()
  }
}

const plainCopy = async (pool: Pool, file: string): Promise<void> => {
  const connection = await pool.connect()
  try {
    await connection.query('drop table if exists bench_plain')
    await connection.query('create table bench_plain (line text)')
    await pipeline(
      createReadStream(file, { highWaterMark: 1 << 20 }),
      connection.query(copyFrom('copy bench_plain from stdin')),
    )
  } finally {
    connection.release()
  }
}

const sizes = async (
  pool: Pool,
): Promise<Record<string, { rows: number; heap_bytes: number; index_bytes: number }>> => {
  const found: Record<string, { rows: number; heap_bytes: number; index_bytes: number }> = {}
  for (const table of ['person', 'card', 'former_number', 'person_history']) {
    const {
      rows: [row],
    } = await pool.query<{ rows: number; heap: number; indexes: number }>(
      `select (select count(*) from ${table}) as rows, pg_table_size('${table}') as heap, pg_indexes_size('${table}') as indexes`,
    )
    if (row) {
      found[table] = { rows: row.rows, heap_bytes: row.heap, index_bytes: row.indexes }
    }
  }
  return found
}

const digestOf = async (pool: Pool): Promise<string> => {
  const hash = createHash('sha256')
  await exportRegister({
    pool,
    sealer: sealerOn(pool),
    out: new Writable({
      write: (chunk: Buffer, _encoding, done) => {
        hash.update(chunk)
        done()
      },
    }),
  })
  return hash.digest('hex')
}

/** The importer as a process of its own, so that its memory is its own. */
const startChild = (url: string, file: string): ChildProcess =>
  spawn(process.execPath, [import.meta.filename, 'child', file], {
    env: { ...process.env, BENCH_URL: url },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  })

const importInChild = async (url: string, file: string): Promise<Child> => {
  const child = startChild(url, file)
  let text = ''
  child.stdout?.on('data', (chunk: Buffer) => {
    text += chunk.toString()
  })
  const code = await new Promise((resolve) => child.on('close', resolve))
  if (code !== 0) {
    throw new Error(`the importer ended with ${String(code)}`)
  }
  return JSON.parse(text) as Child
}

const killAndResume = async (
  databaseUrl: string,
  file: string,
  count: number,
  expected: string,
): Promise<Record<string, unknown>> =>
  inSchema(databaseUrl, async (url, pool) => {
    const child = startChild(url, file)
    child.on('message', (imported) => {
      if (Number(imported) >= count / 2) {
        child.kill('SIGKILL')
      }
    })
    await new Promise((resolve) => child.on('close', resolve))
    const second = await importInChild(url, file)
    return {
      wasKilled: child.signalCode === 'SIGKILL',
      resumedAtLine: second.resumedAtLine,
      imported: second.imported,
      resume_s: second.seconds,
      isSameRegister: (await digestOf(pool)) === expected,
    }
  })

const beChild = async (url: string, file: string): Promise<void> => {
  const pool = openPool(url, 2)
  const began = performance.now()
  const done = await importFile({
    pool,
    sealer: sealerOn(pool),
    file,
    allowTestPeople: true,
    onProgress: ({ imported }) => {
      process.send?.(imported)
    },
  })
  const result: Child = {
    seconds: Math.round(performance.now() - began) / 1000,
    imported: done.imported,
    rejected: done.rejected,
    resumedAtLine: done.resumedAtLine,
    rss_mb: Math.round(process.resourceUsage().maxRSS / 1024),
  }
  await pool.end()
  process.stdout.write(JSON.stringify(result))
  process.disconnect?.()
}

if (import.meta.main && process.argv[2] === 'child') {
  await beChild(process.env['BENCH_URL'] ?? '', process.argv[3] ?? '')
}
