/** One starter at a time for a database folder. */
import { rm } from 'node:fs/promises'
import { setTimeout as pause } from 'node:timers/promises'
import { breakStale, createLock, isStale } from './lock-file.ts'
import { StorageUnavailable, reasonOf } from './storage-unavailable.ts'

const WAIT_LIMIT_MS = 330_000

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
    return await createLock(path)
  } catch (error) {
    throw new StorageUnavailable(
      'folder-not-writable',
      `The lock ${path} could not be written (${reasonOf(error)}); make the folder writable and start again.`,
      error,
    )
  }
}
