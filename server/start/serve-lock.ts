/**
 * One serving process per data folder: a file that names its holder by process id and start time, so that a
 * killed holder's lock is known as such.
 */
import { open, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { identify, isRunning } from '../storage/embedded/process-identity.ts'

/** A start that cannot be. The message is one clear sentence for the operator. */
export class StartRefused extends Error {}

const FILE = 'serve.lock'

const holderOf = async (path: string): Promise<{ pid: number; startTime: string | null } | null> => {
  const text = await readFile(path, 'latin1').catch(() => '')
  const [pid, startTime] = text.trim().split(' ')
  return pid && startTime ? { pid: Number(pid), startTime: startTime === '-' ? null : startTime } : null
}

/** Whether a Sen serves this folder now. */
export const isServed = async (dataDir: string): Promise<boolean> => {
  const holder = await holderOf(join(dataDir, FILE))
  return holder !== null && isRunning(holder)
}

/** Takes the folder, or throws StartRefused. Answers how to give it back. */
export const takeServeLock = async (dataDir: string): Promise<() => Promise<void>> => {
  const path = join(dataDir, FILE)
  const self = identify(process.pid)
  for (let tries = 0; tries < 3; tries++) {
    try {
      const file = await open(path, 'wx', 0o644)
      await file.writeFile(`${self.pid} ${self.startTime ?? '-'}\n`)
      await file.close()
      return () => rm(path, { force: true })
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') {
        throw new StartRefused(
          `The data folder ${dataDir} cannot be written (${(error as NodeJS.ErrnoException).code}). Make it writable, or set SEN_DATA to another folder.`,
        )
      }
      const holder = await holderOf(path)
      if (holder && isRunning(holder)) {
        throw new StartRefused(
          `Sen is already running on the data folder ${dataDir} (process ${holder.pid}). Stop it first, or set SEN_DATA to another folder.`,
        )
      }
      await rm(path, { force: true })
    }
  }
  throw new StartRefused(
    `The lock of the data folder ${dataDir} could not be taken; another start is going on.`,
  )
}
