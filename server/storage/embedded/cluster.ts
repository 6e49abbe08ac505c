/**
 * The embedded database of a data folder: started, or taken over when it still runs after Sen itself was
 * killed, and stopped.
 */
import { join } from 'node:path'
import { errorCode } from '../error-code.ts'
import { StorageUnavailable, reasonOf } from './storage-unavailable.ts'
import {
  refusalOf,
  settleStanding,
  standingPostmaster,
  startPostmaster,
  stopPostmaster,
  type Postmaster,
} from './postmaster.ts'
import { ensureInitialised, readPasswords, type Measure } from './initialise.ts'
import { existingHome, prepareDatabasePlace, type DatabasePlace } from './database-place.ts'
import { provideBinaries, type Binaries } from './binaries.ts'
import { serverUrl } from './server-address.ts'
import { serverArguments, type Settings } from './server-settings.ts'
import { takeStartLock } from './start-lock.ts'
import { readIfThere, writeWhole } from '../small-file.ts'
import { waitUntilGone } from './process-identity.ts'

export interface Cluster {
  /** postgres://sen:…@127.0.0.1:<port>/sen; a `host` among its parameters names the socket's folder. */
  readonly url: string
  /** True when the server was already running. */
  readonly adopted: boolean
  readonly startedByUs: boolean
  /** What the start took, step by step. */
  readonly phases: { name: string; ms: number }[]
  /** Fast shutdown, of an adopted server too. May be called more than once. */
  stop(): Promise<void>
}

export interface ClusterOptions {
  /** SEN_DATA, absolute. */
  readonly dataDir: string
  readonly log?: (line: string) => void
  /**
   * Server settings that win over Sen's own, for tests: `{ fsync: 'off' }`. Without effect on an adopted
   * server.
   */
  readonly settings?: Settings
}

/** Starts, or adopts, the embedded cluster of a data folder. Throws StorageUnavailable. */
export const startCluster = async (opts: ClusterOptions): Promise<Cluster> => {
  try {
    return await startOrAdopt(opts)
  } catch (error) {
    if (error instanceof StorageUnavailable || errorCode(error) === '') {
      throw error
    }
    const code = ['EACCES', 'EPERM', 'EROFS', 'ENOSPC', 'EDQUOT'].includes(errorCode(error))
      ? 'folder-not-writable'
      : 'start-failed'
    throw new StorageUnavailable(
      code,
      `The database in ${opts.dataDir} could not be started (${reasonOf(error)}); correct this and start again.`,
      error,
    )
  }
}

const startOrAdopt = async (opts: ClusterOptions): Promise<Cluster> => {
  const log = opts.log ?? (() => undefined)
  const phases: { name: string; ms: number }[] = []
  const measure: Measure = async (name, deed) => {
    const began = performance.now()
    const result = await deed()
    phases.push({ name, ms: Math.round(performance.now() - began) })
    return result
  }
  const place = await measure('place', () => prepareDatabasePlace(opts.dataDir))
  const binaries = await measure('programs', () => provideBinaries(place, log))
  const release = await measure('lock', () => takeStartLock(join(place.home, 'start.lock'), log))
  try {
    const found = await measure('look', () => settleStanding(place, log))
    const passwords = await ensureInitialised(place, binaries, opts.settings?.['fsync'] !== 'off', measure)
    const standing =
      found && (await isDying(found, await serverUrl(place.home, found.port, passwords.sen)))
        ? await settleStanding(place, log)
        : found
    const running =
      standing ?? (await measure('start', () => start(place, binaries, opts.settings ?? {}, log)))
    const url = await serverUrl(place.home, running.port, passwords.sen)
    await measure('connect', () => expectAnswer(url, running, place, binaries, standing === null))
    await recordPort(place, running.port)
    let stopping: Promise<void> | null = null
    const stop = (): Promise<void> => (stopping ??= stopPostmaster(running.who, place, binaries))
    return { url, adopted: standing !== null, startedByUs: standing === null, phases, stop }
  } finally {
    await release()
  }
}

const start = async (
  place: DatabasePlace,
  binaries: Binaries,
  extra: Settings,
  log: (line: string) => void,
): Promise<Postmaster> => startPostmaster(place, binaries, await serverArguments(place, binaries, extra), log)

/** How long a server that was killed a moment ago may still be seen. */
const DYING_MS = 2000
/**
 * Killed, and not yet gone when it was looked at: it refuses now and is gone in a moment. One that stays and
 * refuses is told to the operator.
 */
const isDying = async (found: Postmaster, url: string): Promise<boolean> =>
  (await refusalOf(url)) !== null && (await waitUntilGone(found.who, DYING_MS))

const expectAnswer = async (
  url: string,
  running: Postmaster,
  place: DatabasePlace,
  binaries: Binaries,
  isOurs: boolean,
): Promise<void> => {
  const refusal = await refusalOf(url)
  if (!refusal) {
    return
  }
  if (isOurs) {
    await stopPostmaster(running.who, place, binaries)
  }
  throw new StorageUnavailable(
    'start-failed',
    `The database server ${running.who.pid} of ${place.home} runs but refuses Sen (${refusal.message}); end that process and start again.`,
    refusal,
  )
}

/**
 * For other tools and for findRunningCluster. A starter killed before this line leaves postmaster.pid, from
 * which the next start learns the port.
 */
const recordPort = async (place: DatabasePlace, port: number): Promise<void> => {
  const path = join(place.home, 'port')
  if ((await readIfThere(path)) !== `${port}\n`) {
    await writeWhole(path, `${port}\n`, 0o644, place.owner ?? undefined)
  }
}

/** The URL of a cluster already running for this folder, or null. Starts, creates and repairs nothing. */
export const findRunningCluster = async (dataDir: string): Promise<string | null> => {
  const home = await existingHome(dataDir)
  if (home === null) {
    return null
  }
  try {
    const [standing, passwords, port] = await Promise.all([
      standingPostmaster(join(home, 'cluster')),
      readPasswords(home),
      readIfThere(join(home, 'port')),
    ])
    if (!standing || !passwords || Number(port) !== standing.port) {
      return null
    }
    const url = await serverUrl(home, standing.port, passwords.sen)
    return (await refusalOf(url)) === null ? url : null
  } catch {
    return null
  }
}
