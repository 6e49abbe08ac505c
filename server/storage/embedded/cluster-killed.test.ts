/** The embedded database after something was killed: taken over, mended, and never mistaken for another. */
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdir, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { findRunningCluster, startCluster } from './cluster.ts'
import { identify, isRunning, processesOf, signal } from './process-identity.ts'
import {
  ask,
  folder,
  isRoot,
  kill,
  postmasterPid,
  removeFolders,
  settings,
  starter,
} from '../../../testing/embedded-cluster.ts'

after(removeFolders)

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
