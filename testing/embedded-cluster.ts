/** Folders, starters in processes of their own, and questions: what tests of the embedded database share. */
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { eraseCluster } from '../server/storage/embedded/erase-cluster.ts'
import { identify, signal, waitUntilGone } from '../server/storage/embedded/process-identity.ts'

export const isRoot = process.geteuid?.() === 0
export const settings = { fsync: 'off', shared_buffers: '32MB' }
const used: string[] = []

/** An open folder, unlike mkdtemp's 0700, so that the database stays inside it for root too. */
export const folder = async (): Promise<string> => {
  const made = await mkdtemp(join(tmpdir(), 'sen-cluster-'))
  used.push(made)
  await chmod(made, 0o755)
  return join(made, 'data')
}

/** Ends and deletes what `folder` has handed out; for `after`. */
export const removeFolders = async (): Promise<void> => {
  // Files of tests share a process: what one has removed is not the next one's.
  for (const made of used.splice(0)) {
    for (const dataDir of [join(made, 'data'), join(made, 'checkout', 'data')]) {
      await eraseCluster(dataDir)
    }
    await chmod(made, 0o755)
    await rm(made, { recursive: true, force: true })
  }
}

export const ask = async <Row extends pg.QueryResultRow>(url: string, sql: string): Promise<Row[]> => {
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
export const starter = async (
  dataDir: string,
  module = new URL('../server/storage/embedded/cluster.ts', import.meta.url).href,
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

export const kill = async (pid: number): Promise<void> => {
  const who = identify(pid)
  signal(who, 'SIGKILL')
  assert.ok(await waitUntilGone(who, 5000))
}

export const postmasterPid = async (dataDir: string): Promise<number> =>
  Number((await readFile(join(dataDir, 'postgres/cluster/postmaster.pid'), 'utf8')).split('\n')[0])
