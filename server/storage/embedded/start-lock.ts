/**
 * One starter at a time for a database folder: a file made with O_EXCL that names its holder by process id
 * and start time, so that the lock of a starter that was killed is recognised and broken.
 */
import { open, readFile, rm, stat } from 'node:fs/promises'
import { setTimeout as pause } from 'node:timers/promises'
import { StorageUnavailable, errorCode, reasonOf } from './storage-unavailable.ts'
import { identify, isRunning } from './process-identity.ts'

const WAIT_LIMIT_MS = 330_000
/**
 * A holder writes its name right after making the file; an empty file older than this was left by a crash
 * between the two.
 */
const EMPTY_LIMIT_MS = 3000

/** Waits for the lock; the returned function gives it back. */
export const takeStartLock = async (
  path: string,
  log: (line: string) => void,
): Promise<() => Promise<void>> => {
  const end = performance.now() + WAIT_LIMIT_MS
  let isTold = false
  for (;;) {
    if (await tryCreate(path)) {
      return () => rm(path, { force: true })
    }
    if (await isStale(path)) {
      await breakStale(path)
      continue
    }
    if (!isTold) {
      log('another process is starting the same database; waiting for it')
    }
    isTold = true
    if (performance.now() > end) {
      throw new StorageUnavailable(
        'start-failed',
        `Another process has been starting this database for minutes; stop it, delete ${path} and start again.`,
      )
    }
    await pause(20)
  }
}

const tryCreate = async (path: string): Promise<boolean> => {
  try {
    const file = await open(path, 'wx', 0o644)
    try {
      const self = identify(process.pid)
      await file.writeFile(`${self.pid} ${self.startTime ?? '-'}\n`)
    } finally {
      await file.close()
    }
    return true
  } catch (error) {
    if (errorCode(error) === 'EEXIST') {
      return false
    }
    throw new StorageUnavailable(
      'folder-not-writable',
      `The lock ${path} could not be written (${reasonOf(error)}); make the folder writable and start again.`,
      error,
    )
  }
}

const isStale = async (path: string): Promise<boolean> => {
  try {
    const [pid, startTime] = (await readFile(path, 'latin1')).trim().split(' ')
    if (!pid || !startTime) {
      return Date.now() - (await stat(path)).mtimeMs > EMPTY_LIMIT_MS
    }
    return !isRunning({ pid: Number(pid), startTime: startTime === '-' ? null : startTime })
  } catch (error) {
    if (errorCode(error) === 'ENOENT') {
      return false
    }
    throw error
  }
}

/**
 * Two waiters that both saw a stale lock must not remove the fresh lock of a third: only the holder of
 * `.breaking` removes, after a second look.
 */
const breakStale = async (path: string): Promise<void> => {
  const breaking = `${path}.breaking`
  try {
    await (await open(breaking, 'wx', 0o644)).close()
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') {
      throw error
    }
    const age_ms = Date.now() - (await stat(breaking).catch(() => ({ mtimeMs: Date.now() }))).mtimeMs
    if (age_ms > 10_000) {
      await rm(breaking, { force: true })
    }
    await pause(20)
    return
  }
  try {
    if (await isStale(path)) {
      await rm(path, { force: true })
    }
  } finally {
    await rm(breaking, { force: true })
  }
}
