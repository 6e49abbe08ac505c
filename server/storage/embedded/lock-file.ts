/**
 * A file made with O_EXCL that names its holder by process id and start time, so that the lock of somebody
 * who was killed is recognised and broken. A name is written right after the file is made: a file without one
 * is held until it is older than any writing takes.
 */
import { open, readFile, rm, stat } from 'node:fs/promises'
import { setTimeout as pause } from 'node:timers/promises'
import { identify, isRunning, type ProcessIdentity } from './process-identity.ts'
import { errorCode } from '../error-code.ts'

/** An unnamed file older than this was left by a crash between making and naming it. */
const UNNAMED_LIMIT_MS = 3000

/** False when there is one already. Throws as the file system does. */
export const createLock = async (path: string): Promise<boolean> => {
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
    throw error
  }
}

/** Who holds it; null when there is none, or when it has no name (yet). */
export const holderOf = async (path: string): Promise<ProcessIdentity | null> => {
  const text = await readFile(path, 'latin1').catch((error: unknown) => {
    if (errorCode(error) === 'ENOENT') {
      return ''
    }
    throw error
  })
  const [pid, startTime] = text.trim().split(' ')
  return pid && startTime ? { pid: Number(pid), startTime: startTime === '-' ? null : startTime } : null
}

/** Its holder is gone, or was before it was named. */
export const isStale = async (path: string): Promise<boolean> => {
  const holder = await holderOf(path)
  if (holder) {
    return !isRunning(holder)
  }
  const made = await stat(path).catch(() => null)
  return made !== null && Date.now() - made.mtimeMs > UNNAMED_LIMIT_MS
}

/**
 * Two waiters that both saw a stale lock must not remove the fresh lock of a third: only the holder of
 * `.breaking` removes, after a second look.
 */
export const breakStale = async (path: string): Promise<void> => {
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
