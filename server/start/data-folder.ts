/** The data folder, made when it is missing; whatever stands in the way is one clear sentence. */
import { mkdir, open, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { StartRefused } from './serve-lock.ts'

/** Not `recursive`: on some file systems (/proc) that never returns. */
const make = async (path: string): Promise<void> => {
  try {
    await mkdir(path, { mode: 0o755 })
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'EEXIST') {
      return
    }
    if (code !== 'ENOENT' || dirname(path) === path) {
      throw error
    }
    await make(dirname(path))
    await mkdir(path, { mode: 0o755 })
  }
}

export const makeDataFolder = async (path: string): Promise<void> => {
  const probe = join(path, `.probe-${process.pid}`)
  try {
    await make(path)
    await (await open(probe, 'w')).close()
    await rm(probe)
  } catch (error) {
    throw new StartRefused(
      `The data folder ${path} cannot be written (${(error as NodeJS.ErrnoException).code ?? 'unknown'}). Make it writable, or set SEN_DATA to another folder.`,
    )
  }
}
