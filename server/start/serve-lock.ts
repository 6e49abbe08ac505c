/** One serving process per data folder. */
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { breakStale, createLock, holderOf, isStale } from '../storage/embedded/lock-file.ts'
import { isRunning } from '../storage/embedded/process-identity.ts'

/** A start that cannot be. The message is one clear sentence for the operator. */
export class StartRefused extends Error {}

const FILE = 'serve.lock'
/** Somebody who has made the lock names herself within milliseconds, or is dead and it goes stale. */
const WAIT_LIMIT_MS = 15_000

/** Whether a Sen serves this folder now. */
export const isServed = async (dataDir: string): Promise<boolean> => {
  // A folder that cannot be looked into is told by whoever wants to write there.
  const holder = await holderOf(join(dataDir, FILE)).catch(() => null)
  return holder !== null && isRunning(holder)
}

const mustBeFree = async (path: string, dataDir: string): Promise<void> => {
  const holder = await holderOf(path).catch(() => null)
  if (holder && isRunning(holder)) {
    throw new StartRefused(
      `Sen is already running on the data folder ${dataDir} (process ${holder.pid}). Stop it first, or set SEN_DATA to another folder.`,
    )
  }
}

const tryCreate = async (path: string, dataDir: string): Promise<boolean> => {
  try {
    return await createLock(path)
  } catch (error) {
    throw new StartRefused(
      `The data folder ${dataDir} cannot be written (${(error as NodeJS.ErrnoException).code}). Make it writable, or set SEN_DATA to another folder.`,
    )
  }
}

/** Takes the folder, or throws StartRefused. Answers how to give it back. */
export const takeServeLock = async (dataDir: string): Promise<() => Promise<void>> => {
  const path = join(dataDir, FILE)
  const end = performance.now() + WAIT_LIMIT_MS
  while (performance.now() < end) {
    if (await tryCreate(path, dataDir)) {
      return () => rm(path, { force: true })
    }
    await mustBeFree(path, dataDir)
    await ((await isStale(path)) ? breakStale(path) : pause(20))
  }
  throw new StartRefused(
    `The lock of the data folder ${dataDir} could not be taken; another start is going on.`,
  )
}
