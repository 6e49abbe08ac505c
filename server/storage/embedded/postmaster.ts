/**
 * The server process: starting it, recognising one that already runs, asking whether it answers, and
 * stopping it.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { open, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { errorCode } from '../error-code.ts'
import { StorageUnavailable, reasonOf } from './storage-unavailable.ts'
import {
  clearOrphans,
  identify,
  isPostgresOf,
  isTaken,
  signal,
  waitUntilGone,
  type ProcessIdentity,
} from './process-identity.ts'
import { lastLines, logSince, markLog } from './server-log.ts'
import { runProgram, spawnFailure, spawnIdentity } from './run-program.ts'
import { makeOwned } from './initialise.ts'
import { readIfThere } from '../small-file.ts'
import type { Binaries } from './binaries.ts'
import type { DatabasePlace } from './database-place.ts'

export interface Postmaster {
  readonly who: ProcessIdentity
  readonly port: number
}

/** Recovery after a crash replays at most about max_wal_size; slow disks need minutes for it. */
const READY_LIMIT_MS = 300_000

interface PidFile {
  readonly pid: number
  readonly port: number
  readonly status: string
}

/**
 * postmaster.pid by miscinit.c: 1 id (negative: single-user), 4 port, 8 status. Lines come one after another
 * while the server starts.
 */
const readPidFile = async (pgdata: string): Promise<PidFile | null> => {
  const text = await readIfThere(join(pgdata, 'postmaster.pid'))
  if (text === null) {
    return null
  }
  const lines = text.split('\n')
  return { pid: Number(lines[0]), port: Number(lines[3] ?? 0), status: (lines[7] ?? '').trim() }
}

/** Looks, without touching anything, for a server of this folder that accepts connections. */
export const standingPostmaster = async (pgdata: string): Promise<Postmaster | null> => {
  const file = await readPidFile(pgdata)
  if (!file || file.pid <= 0 || file.status !== 'ready') {
    return null
  }
  const who = identify(file.pid)
  return (await isPostgresOf(who, pgdata)) ? { who, port: file.port } : null
}

/**
 * The running server of this folder once it is ready; null when none runs, with the traces of a killed one
 * removed.
 */
export const settleStanding = async (
  place: DatabasePlace,
  log: (line: string) => void,
): Promise<Postmaster | null> => {
  const end = performance.now() + READY_LIMIT_MS
  for (;;) {
    const file = await readPidFile(place.pgdata)
    if (!file) {
      return null
    }
    const who = identify(Math.abs(file.pid))
    if (!(await isPostgresOf(who, place.pgdata))) {
      await clearOrphans(place.pgdata, log)
      // A free id PostgreSQL deals with by itself; that of another program, or of a zombie no one reaps, it
      // takes for a running server.
      const isReused = isTaken(who.pid) && (await readPidFile(place.pgdata))?.pid === file.pid
      if (isReused) {
        await rm(join(place.pgdata, 'postmaster.pid'), { force: true })
      }
      return null
    }
    if (file.status === 'ready' && file.pid > 0) {
      return { who, port: file.port }
    }
    if (performance.now() > end) {
      throw notReady(who.pid, place)
    }
    await pause(10)
  }
}

const notReady = (pid: number, place: DatabasePlace): StorageUnavailable =>
  new StorageUnavailable(
    'start-failed',
    `The database process ${pid} of ${place.home} has not become ready in five minutes; read ${join(place.home, 'log')} and end that process.`,
  )

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address === null || typeof address === 'string') {
    throw new Error('a TCP server has no port')
  }
  return address.port
}

/** Words of the server's log about what passes by itself: a predecessor that is just ending, a port taken. */
const PASSING = [
  'pre-existing shared memory block',
  'could not bind',
  'could not create any TCP/IP sockets',
  '"postmaster.pid" already exists',
]

/**
 * Starts a server; a port lost to another program meanwhile and children of a killed server are dealt with
 * and tried again.
 */
export const startPostmaster = async (
  place: DatabasePlace,
  binaries: Binaries,
  args: string[],
  log: (line: string) => void,
): Promise<Postmaster> => {
  await makeOwned(join(place.home, 'log'), place)
  for (let attempt = 1; ; attempt += 1) {
    const mark = await markLog(place.home)
    const started = await launch(place, binaries, args, log)
    if (started) {
      return started
    }
    const text = await logSince(place.home, mark)
    log(`the database server did not start (attempt ${attempt}): ${lastLines(text)}`)
    if (!PASSING.some((words) => text.includes(words)) || attempt === 5) {
      throw new StorageUnavailable(
        'start-failed',
        `The database server in ${place.home} did not start; correct what its log says and start again: ${lastLines(text)}`,
      )
    }
    await clearOrphans(place.pgdata, log)
    const standing = await settleStanding(place, log)
    if (standing) {
      return standing
    }
  }
}

/**
 * One try. The server leads its own session, so Ctrl-C in the terminal reaches Sen alone; its output goes to
 * a file, which outlives Sen.
 */
const launch = async (
  place: DatabasePlace,
  binaries: Binaries,
  args: string[],
  log: (line: string) => void,
): Promise<Postmaster | null> => {
  const port = await freePort()
  const startLog = join(place.home, 'start.log')
  // Removed first: the last starter may have been root, whose file an ordinary owner of the folder cannot
  // open.
  await rm(startLog, { force: true })
  const output = await open(startLog, 'wx', 0o600)
  try {
    const child = spawn(binaries.postgres, ['-D', place.pgdata, '-p', String(port), ...args], {
      ...spawnIdentity(place),
      detached: true,
      stdio: ['ignore', output.fd, output.fd],
      windowsHide: true,
    })
    const spawned = new Promise<void>((resolve, reject) => child.once('spawn', resolve).once('error', reject))
    await spawned.catch((error: unknown) => {
      throw spawnFailure(binaries.postgres, place, error)
    })
    child.unref()
    let isOver = false
    child.once('exit', () => {
      isOver = true
    })
    const who = identify(child.pid ?? 0)
    const began = performance.now()
    for (let told_ms = 10_000; !isOver; await pause(5)) {
      const file = await readPidFile(place.pgdata)
      if (file?.pid === who.pid && file.status === 'ready') {
        return { who, port }
      }
      const waited_ms = performance.now() - began
      if (waited_ms > READY_LIMIT_MS) {
        throw notReady(who.pid, place)
      }
      if (waited_ms > told_ms) {
        log(`the database is recovering from a crash (${Math.round(waited_ms / 1000)} s)`)
      }
      if (waited_ms > told_ms) {
        told_ms += 10_000
      }
    }
    return null
  } finally {
    await output.close()
  }
}

/**
 * Connects once. SCRAM proves both ways: only the cluster that holds our random password's verifier can
 * complete it.
 */
export const refusalOf = async (url: string): Promise<Error | null> => {
  const client = new pg.Client({ connectionString: url, ssl: false, connectionTimeoutMillis: 5000 })
  client.on('error', () => undefined)
  try {
    await client.connect()
    await client.query('select 1')
    return null
  } catch (error) {
    // Too many clients: busy, but alive.
    if (errorCode(error) === '53300') {
      return null
    }
    return error instanceof Error ? error : new Error(reasonOf(error))
  } finally {
    await client.end().catch(() => undefined)
  }
}

/** Fast shutdown; after 30 s an immediate one, from which the next start recovers. */
export const stopPostmaster = async (
  who: ProcessIdentity,
  place: DatabasePlace,
  binaries: Binaries,
): Promise<void> => {
  if (process.platform === 'win32') {
    await runProgram(binaries.pgCtl, ['stop', '-D', place.pgdata, '-m', 'fast', '-t', '30'], place)
  } else {
    signal(who, 'SIGINT')
  }
  if (await waitUntilGone(who, 30_000)) {
    return
  }
  if (await endPostmaster(who)) {
    return
  }
  throw new StorageUnavailable(
    'start-failed',
    `The database process ${who.pid} does not stop; read ${join(place.home, 'log')} and end it by hand.`,
  )
}

/**
 * Immediate shutdown: the server ends its children, by force after 5 s, and itself. False when it still runs.
 */
export const endPostmaster = async (who: ProcessIdentity): Promise<boolean> => {
  signal(who, 'SIGQUIT')
  return waitUntilGone(who, 15_000)
}
