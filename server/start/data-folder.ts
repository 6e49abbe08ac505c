/** The data folder, made when it is missing; whatever stands in the way is one clear sentence. */
import { open, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { errorCode } from '../storage/error-code.ts'
import { makeFolder } from '../storage/small-file.ts'
import { StartRefused } from './serve-lock.ts'

export const makeDataFolder = async (path: string): Promise<void> => {
  const probe = join(path, `.probe-${process.pid}`)
  try {
    await makeFolder(path, 0o755)
    await (await open(probe, 'w')).close()
    await rm(probe)
  } catch (error) {
    throw new StartRefused(
      `The data folder ${path} cannot be written (${errorCode(error) || 'unknown'}). Make it writable, or set SEN_DATA to another folder.`,
    )
  }
}
